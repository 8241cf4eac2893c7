extension JSONWriter {
    /// Writes an object; its members are written by `body`.
    package mutating func object<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginObject()
        try body(&self)
        endObject()
    }

    /// Writes an array; its elements are written by `body`.
    package mutating func array<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginArray()
        try body(&self)
        endArray()
    }

    package mutating func member<Failure: Error>(
        _ key: String, object body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        self.key(key)
        try object(body)
    }

    package mutating func member<Failure: Error>(
        _ key: String, array body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        self.key(key)
        try array(body)
    }

    package mutating func member(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }

    package mutating func member(_ key: String, _ value: Int) {
        self.key(key)
        integer(value)
    }

    package mutating func member(_ key: String, _ value: Double) {
        self.key(key)
        number(value)
    }

    package mutating func member(_ key: String, _ value: Bool) {
        self.key(key)
        bool(value)
    }

    /// Writes nothing when there is no value.
    package mutating func member(_ key: String, ifPresent value: String?) {
        if let value { member(key, value) }
    }

    /// Writes nothing when there is no value.
    package mutating func member(_ key: String, ifPresent value: Int?) {
        if let value { member(key, value) }
    }

    /// Writes nothing when there is no value.
    package mutating func member(_ key: String, ifPresent value: Double?) {
        if let value { member(key, value) }
    }

    /// Writes nothing when there is no value.
    package mutating func member(_ key: String, ifPresent value: Bool?) {
        if let value { member(key, value) }
    }
}
