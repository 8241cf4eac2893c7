import StrictJSON
import WorkPlan

/// How the value of one slot is coded: `null` stands for “not there”.
struct ValueCoding<Value> {
    let write: (inout JSONWriter, Value) -> Void
    let read: (JSONValue) throws(JSONError) -> Value

    init(
        write: @escaping (inout JSONWriter, Value) -> Void, read: @escaping (JSONValue) throws(JSONError) -> Value
    ) {
        self.write = write
        self.read = read
    }

    /// Where the value may be missing.
    var optional: ValueCoding<Value?> {
        ValueCoding<Value?>(
            write: { writer, value in
                if let value { write(&writer, value) } else { writer.null() }
            },
            read: { value throws(JSONError) in value.isNull ? nil : try read(value) })
    }

    /// An object whose members `write` puts down.
    init(
        members write: @escaping (inout JSONWriter, Value) -> Void,
        read: @escaping (JSONObject) throws(JSONError) -> Value
    ) {
        self.init(
            write: { writer, value in
                writer.beginObject()
                write(&writer, value)
                writer.endObject()
            },
            read: { value throws(JSONError) in try read(try value.object()) })
    }
}

extension ValueCoding where Value: Equatable & Sendable {
    /// The value in an object of its own, with its place among its siblings.
    var placed: ValueCoding<Placed<Value>?> {
        ValueCoding<Placed<Value>>(
            members: { writer, placed in
                writer.member("place", placed.place)
                writer.key("value")
                write(&writer, placed.value)
            },
            read: { object throws(JSONError) in
                Placed(
                    try read(try object.required("value")),
                    at: try object.required("place").integer(in: 0...1_000_000))
            }
        ).optional
    }
}

extension ValueCoding where Value == String {
    static var text: ValueCoding {
        ValueCoding(write: { $0.string($1) }, read: { value throws(JSONError) in try value.string() })
    }
}

extension ValueCoding where Value == Double {
    static var number: ValueCoding {
        ValueCoding(write: { $0.number($1) }, read: { value throws(JSONError) in try value.number() })
    }
}

extension ValueCoding where Value == Day {
    static var day: ValueCoding {
        ValueCoding(write: { $0.string($1.description) }, read: { value throws(JSONError) in try value.day() })
    }
}

extension ValueCoding where Value == Status {
    static var status: ValueCoding {
        ValueCoding(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Status(object) })
    }
}

extension ValueCoding where Value == [String] {
    static var texts: ValueCoding {
        ValueCoding(
            write: { writer, list in
                writer.beginArray()
                for text in list { writer.string(text) }
                writer.endArray()
            },
            read: { value throws(JSONError) in
                var list: [String] = []
                for element in try value.array() { list.append(try element.string()) }
                return list
            })
    }
}

extension ValueCoding {
    static func identifiers<Subject>() -> ValueCoding where Value == [Identifier<Subject>] {
        ValueCoding(
            write: { ValueCoding<[String]>.texts.write(&$0, $1.map(\.text)) },
            read: { value throws(JSONError) in
                var list: [Identifier<Subject>] = []
                for element in try value.array() { list.append(try element.identifier()) }
                return list
            })
    }
}

extension ValueCoding where Value: RawRepresentable<String> & CaseIterable {
    static var word: ValueCoding {
        ValueCoding(
            write: { $0.string($1.rawValue) }, read: { value throws(JSONError) in try value.word() })
    }
}

extension ValueCoding {
    static func identifier<Subject>() -> ValueCoding where Value == Identifier<Subject> {
        ValueCoding(write: { $0.string($1.text) }, read: { value throws(JSONError) in try value.identifier() })
    }
}
