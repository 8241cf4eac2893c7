/// A JSON text that has been read and found sound, with the records of its values. A value: copies share the bytes.
package struct JSONDocument: Sendable {
    /// The name that errors carry.
    package let file: String
    /// The bytes the document was made of, blanks around the value included.
    package let bytes: ArraySlice<UInt8>
    let firstLine: Int
    let records: [JSONRecord]

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
        self.file = file
        self.bytes = bytes
        self.firstLine = firstLine
        records = reader.records
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

    /// Whether the record's key is this one. The opening quote and the length of the key decide most of the time.
    func hasKey(_ index: Int, _ key: String, _ bytes: Span<UInt8>) -> Bool {
        let record = records[index]
        guard !record.keyHasEscapes else { return JSONText.equals(record.keyToken(bytes), bytes, key) }
        let start = Int(record.key)
        let end = start + key.utf8.count + 2
        guard end <= bytes.count, bytes[end - 1] == UInt8(ascii: "\"") else { return false }
        return JSONText.equals(JSONToken(start: start, end: end, escapes: false), bytes, key)
    }

    func key(_ index: Int) -> String {
        JSONText.string(records[index].keyToken(bytes.span), bytes.span)
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
