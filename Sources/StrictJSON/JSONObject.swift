/// The members of an object, in the order of the source. No key stands twice.
package struct JSONObject: Sendable, Sequence {
    /// The object itself, for errors about it as a whole.
    package let value: JSONValue
    /// A bit for the first two bytes of each key: most keys that are asked for are not there, and are told by this.
    private let signature: UInt64

    init(value: JSONValue) {
        self.value = value
        signature = value.document.signature(of: value.index)
    }

    package var count: Int { value.record.count }
    package var isEmpty: Bool { count == 0 }
    package var underestimatedCount: Int { count }

    /// The member with this key, compared as UTF-8 bytes (é composed and é decomposed are two keys); nil when absent. A
    /// null that is there is returned. Looks at one member after the other: go through an object of many keys as a
    /// sequence instead. Static, because a tenth of reading a plan went into asking strings for their first two bytes.
    package subscript(_ key: StaticString) -> JSONValue? { key.withUTF8Buffer { member($0.span) } }

    /// The same for a key that no program knows beforehand.
    package subscript(text key: String) -> JSONValue? { member(key.utf8Span.span) }

    private func member(_ key: Span<UInt8>) -> JSONValue? {
        if !key.isEmpty {
            let mark = JSONDocument.mark(key[0], key.count > 1 ? key[1] : UInt8(ascii: "\""))
            if signature & mark == 0 { return nil }
        }
        return value.document.member(key, of: value.index).map { JSONValue(document: value.document, index: $0) }
    }

    /// The member with this key, null included. Throws `missing` at the object.
    package func required(_ key: StaticString) throws(JSONError) -> JSONValue {
        guard let member = self[key] else { throw value.failure(.missing(key: "\(key)")) }
        return member
    }

    /// The member with this key; nil when absent or null.
    package func optional(_ key: StaticString) -> JSONValue? {
        guard let member = self[key], !member.isNull else { return nil }
        return member
    }

    /// The value of the first member whose key is none of `keys`; nil when there is none. Decodes nothing. Quickest when
    /// the members stand in the order of `keys`.
    package func firstMember(besides keys: [String]) -> JSONValue? {
        value.document.member(besides: keys, of: value.index).map { JSONValue(document: value.document, index: $0) }
    }

    /// An error at the object.
    package func failure(_ reason: JSONError.Reason) -> JSONError { value.failure(reason) }

    package func makeIterator() -> Iterator {
        Iterator(document: value.document, child: value.index + 1, end: Int(value.record.next))
    }

    package struct Iterator: IteratorProtocol {
        let document: JSONDocument
        var child: Int
        let end: Int

        package mutating func next() -> (key: String, value: JSONValue)? {
            guard child < end else { return nil }
            defer { child = Int(document.records[child].next) }
            return (document.key(child), JSONValue(document: document, index: child))
        }
    }
}
