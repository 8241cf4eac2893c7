/// A JSON text that has been read and found sound, with the records of its values. A value: copies share the bytes.
package struct JSONDocument: Sendable {
    /// Always one element: behind an array, so that the many copies of a document, one in each value, count a single
    /// reference.
    let contents: [Contents]

    struct Contents {
        let file: String
        let bytes: ArraySlice<UInt8>
        let firstLine: Int
        let records: [JSONRecord]
    }

    /// The name that errors carry.
    package var file: String { contents[0].file }
    /// The bytes the document was made of, blanks around the value included.
    package var bytes: ArraySlice<UInt8> { contents[0].bytes }
    var firstLine: Int { contents[0].firstLine }
    var records: [JSONRecord] { contents[0].records }

    /// Reads and validates everything (RFC 8259, UTF-8 without a byte order mark, no duplicate keys); decodes nothing.
    /// - Parameters:
    ///   - bytes: the whole text; kept, not copied.
    ///   - file: the name for errors; not opened.
    ///   - firstLine: the line the text begins at in its file, for a text that is one line of a journal.
    package init(
        _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int = 1, limits: JSONLimits = .standard
    ) throws(JSONError) {
        var reader = JSONReader(limits: limits)
        do {
            try reader.read(bytes.span)
        } catch {
            throw JSONError(
                file: file, line: Self.line(at: error.offset, bytes.span, firstLine: firstLine),
                path: reader.path(bytes.span), reason: error.reason)
        }
        contents = [Contents(file: file, bytes: bytes, firstLine: firstLine, records: reader.records)]
    }

    /// As the initializer for slices.
    package init(
        _ bytes: [UInt8], file: String, firstLine: Int = 1, limits: JSONLimits = .standard
    ) throws(JSONError) {
        try self.init(bytes[...], file: file, firstLine: firstLine, limits: limits)
    }

    package var root: JSONValue { JSONValue(document: self, index: 0) }

    /// The line of an offset; a walk over all bytes before it.
    static func line(at offset: Int, _ bytes: Span<UInt8>, firstLine: Int) -> Int {
        var line = firstLine
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") { line += 1 }
        return line
    }

    func key(_ index: Int) -> String {
        let source = bytes
        return JSONText.string(records[index].keyToken(source.span), source.span)
    }

    /// The way to a record: a walk over its ancestors and their elder children.
    func path(to target: Int) -> JSONPath {
        var path = JSONPath.root
        var container = 0
        while container != target {
            var child = container + 1
            var position = 0
            while Int(records[child].next) <= target {
                child = Int(records[child].next)
                position += 1
            }
            path.components.append(records[container].kind == .object ? .key(key(child)) : .index(position))
            container = child
        }
        return path
    }
}
