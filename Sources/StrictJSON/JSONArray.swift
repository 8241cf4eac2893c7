/// The elements of an array, in order.
package struct JSONArray: Sendable, Sequence {
    /// The array itself, for errors about it as a whole.
    package let value: JSONValue

    package var count: Int { value.record.count }
    package var isEmpty: Bool { count == 0 }
    package var underestimatedCount: Int { count }

    package func makeIterator() -> Iterator {
        Iterator(document: value.document, child: value.index + 1, end: Int(value.record.next))
    }

    package struct Iterator: IteratorProtocol {
        let document: JSONDocument
        var child: Int
        let end: Int

        package mutating func next() -> JSONValue? {
            guard child < end else { return nil }
            defer { child = Int(document.records[child].next) }
            return JSONValue(document: document, index: child)
        }
    }
}
