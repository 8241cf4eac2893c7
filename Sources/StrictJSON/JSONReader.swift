/// One pass over the bytes of a document: everything is validated, nothing is decoded, and what remains is a flat list
/// of records. No recursion: the containers that stand open are an array.
struct JSONReader {
    /// Where and why reading stopped. `JSONDocument` makes a `JSONError` of it.
    struct Failure: Error {
        var offset: Int
        var reason: JSONError.Reason
    }

    /// A container whose end has not been read yet.
    struct Frame {
        var isObject: Bool
        var record: Int
        /// Children begun so far.
        var count = 0
        /// Where this object's keys begin in `keys`.
        var firstKey: Int
    }

    let limits: JSONLimits
    var position = 0
    var records: [JSONRecord] = []
    /// The containers that are open, outermost first.
    var frames: [Frame] = []
    /// The keys of the objects that are open, outermost object first.
    var keys: [JSONKeyMark] = []
    /// The key of the value being read.
    var key: JSONToken?
    /// Whether a failure here belongs to a child of the innermost container rather than to the container.
    var isInsideChild = false

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func read(_ bytes: Span<UInt8>) throws(Failure) {
        let most = min(limits.bytes, JSONLimits.mostBytes)
        guard bytes.count <= most else { throw failure(.fileTooLarge(limit: most)) }
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { throw failure(.byteOrderMark) }
        skipBlanks(bytes)
        guard position < bytes.count else { throw failure(.emptyInput) }
        records.reserveCapacity(min(limits.values, bytes.count / 16 + 1))
        frames.reserveCapacity(8)
        keys.reserveCapacity(16)
        repeat {
            try readValue(bytes)
        } while try advanceToNextValue(bytes)
        guard position == bytes.count else { throw failure(.trailingData) }
    }

    func failure(_ reason: JSONError.Reason, at offset: Int? = nil) -> Failure {
        Failure(offset: offset ?? position, reason: reason)
    }

    /// The byte at the position is not what the grammar asks for, or there is none.
    func unexpected(_ bytes: Span<UInt8>, expected: JSONError.Expectation) -> Failure {
        position < bytes.count
            ? failure(.unexpectedByte(bytes[position], expected: expected)) : failure(.unexpectedEnd)
    }

    /// The byte at the position; NUL, which no token begins with, at the end.
    func peek(_ bytes: Span<UInt8>) -> UInt8 {
        position < bytes.count ? bytes[position] : 0
    }

    mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    /// Reads a scalar, or the opening bracket of a container.
    private mutating func readValue(_ bytes: Span<UInt8>) throws(Failure) {
        guard records.count < limits.values else { throw failure(.tooManyValues(limit: limits.values)) }
        isInsideChild = true
        let start = position
        switch peek(bytes) {
        case UInt8(ascii: "\""):
            let token = try readString(bytes)
            append(.string, from: start, escapes: token.escapes)
        case UInt8(ascii: "{"): try open(.object)
        case UInt8(ascii: "["): try open(.array)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try readNumber(bytes)
            append(.number, from: start)
        case UInt8(ascii: "t"):
            try readLiteral("true", bytes)
            append(.bool, from: start)
        case UInt8(ascii: "f"):
            try readLiteral("false", bytes)
            append(.bool, from: start)
        case UInt8(ascii: "n"):
            try readLiteral("null", bytes)
            append(.null, from: start)
        default:
            let mayEnd = frames.last.map { !$0.isObject && $0.count == 1 } ?? false
            throw unexpected(bytes, expected: mayEnd ? .valueOrBracket : .value)
        }
    }

    private mutating func append(_ kind: JSONKind, from start: Int, escapes: Bool = false) {
        records.append(
            JSONRecord(kind, key: key, start: start, end: position, next: records.count + 1, escapes: escapes))
        isInsideChild = false
    }

    private mutating func open(_ kind: JSONKind) throws(Failure) {
        guard frames.count < limits.depth else { throw failure(.depth(limit: limits.depth)) }
        frames.append(Frame(isObject: kind == .object, record: records.count, firstKey: keys.count))
        records.append(JSONRecord(kind, key: key, start: position, end: position, next: records.count))
        position += 1
        isInsideChild = false
    }

    /// Reads what stands between two values: closing brackets, a comma, a key.
    /// - Returns: false when the document's value is complete.
    private mutating func advanceToNextValue(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        while true {
            skipBlanks(bytes)
            guard let frame = frames.last else { return false }
            let byte = peek(bytes)
            if byte == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                try close(frame, bytes)
                continue
            }
            let isFirst = frame.count == 0
            if !isFirst {
                guard byte == UInt8(ascii: ",") else {
                    throw unexpected(bytes, expected: frame.isObject ? .commaOrBrace : .commaOrBracket)
                }
                position += 1
                skipBlanks(bytes)
            }
            if frame.isObject {
                try readKey(bytes, isFirst: isFirst)
            } else {
                key = nil
            }
            frames[frames.count - 1].count += 1
            return true
        }
    }

    private mutating func close(_ frame: Frame, _ bytes: Span<UInt8>) throws(Failure) {
        if frame.isObject { try refuseDuplicateKeys(from: frame.firstKey, bytes) }
        position += 1
        records[frame.record].close(end: position, next: records.count, count: frame.count)
        frames.removeLast()
    }

    private mutating func readLiteral(_ literal: StaticString, _ bytes: Span<UInt8>) throws(Failure) {
        for index in 0..<literal.utf8CodeUnitCount {
            guard peek(bytes) == literal.utf8Start[index] else { throw unexpected(bytes, expected: .literal) }
            position += 1
        }
    }
}
