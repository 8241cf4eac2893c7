/// Writes JSON in one canonical form: members in the order they are written; of the characters only `"`, `\` and
/// U+0000–U+001F escaped; the shortest number that reads back.
///
/// It never traps and never throws. Whoever uses it writes a key before every value in an object, none elsewhere, and
/// no key twice: that is not checked.
package struct JSONWriter {
    package enum Layout: Sendable {
        /// No blanks at all, no line feed at the end.
        case compact
        /// Two blanks a level, `"key": value`, empty containers as `[]` and `{}`, one line feed at the end.
        case indented
    }

    /// What has been written so far, and not been handed over.
    package private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private let handOver: (([UInt8]) -> Void)?
    /// Bytes that are handed over at once.
    private static let pieceSize = 1 << 16
    /// What closes the containers that are open, outermost first.
    private var closings: [UInt8] = []
    /// Whether the innermost of them holds nothing yet.
    private var isEmpty = true
    private var followsKey = false

    /// - Parameter capacity: the bytes there is room for before it grows.
    package init(_ layout: Layout, capacity: Int = 0) {
        self.layout = layout
        handOver = nil
        bytes.reserveCapacity(capacity)
    }

    /// A writer of a text that is nowhere in memory as a whole.
    /// - Parameter handOver: is given what has been written whenever that is 64 KB; `finish` returns the rest.
    package init(_ layout: Layout, inPieces handOver: @escaping ([UInt8]) -> Void) {
        self.layout = layout
        self.handOver = handOver
    }

    package mutating func beginObject() { begin(UInt8(ascii: "{"), closing: UInt8(ascii: "}")) }
    package mutating func beginArray() { begin(UInt8(ascii: "["), closing: UInt8(ascii: "]")) }

    /// Ends the innermost open container; nothing happens if none is open.
    package mutating func endObject() { end() }
    /// Ends the innermost open container; nothing happens if none is open.
    package mutating func endArray() { end() }

    /// The key of the value written next.
    package mutating func key(_ key: String) {
        separate()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        if layout == .indented { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// U+0000 is written as `\u0000`, which `JSONDocument` refuses to read.
    package mutating func string(_ value: String) {
        separate()
        quote(value)
    }

    package mutating func integer(_ value: Int) {
        separate()
        digits(value)
    }

    /// The shortest digits that read back as the same number, integral ones without `.0`. JSON has no infinity and no
    /// NaN: they are written as `null`.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if let whole = Int(exactly: value), abs(whole) < 1 << 53, whole != 0 { return integer(whole) }
        let digits = value.description.utf8
        raw(digits.count > 2 && digits.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits[...])
    }

    package mutating func bool(_ value: Bool) { raw((value ? "true" : "false").utf8) }
    package mutating func null() { raw("null".utf8) }

    /// One complete value that is already JSON, such as `JSONValue.rawBytes`; copied as it is.
    package mutating func raw(_ value: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: value)
    }

    /// Closes what is still open, ends an indented text with its line feed, and returns the whole text, or what of it has
    /// not been handed over.
    @discardableResult
    package mutating func finish() -> [UInt8] {
        while !closings.isEmpty { end() }
        if layout == .indented, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }

    private mutating func begin(_ opening: UInt8, closing: UInt8) {
        separate()
        bytes.append(opening)
        closings.append(closing)
        isEmpty = true
    }

    private mutating func end() {
        guard let closing = closings.popLast() else { return }
        if !isEmpty { breakLine() }
        bytes.append(closing)
        isEmpty = false
        followsKey = false
    }

    /// What stands between a key or value and the one before it.
    private mutating func separate() {
        if bytes.count >= Self.pieceSize, let handOver {
            handOver(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        if followsKey {
            followsKey = false
        } else if !closings.isEmpty {
            if !isEmpty { bytes.append(UInt8(ascii: ",")) }
            isEmpty = false
            breakLine()
        }
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * closings.count))
    }

    private mutating func digits(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = digits.count
        var rest = value.magnitude
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        for place in first..<digits.count { bytes.append(digits[place]) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        // As a buffer: byte by byte through the string's view took three times as long.
        text.utf8Span.span.withUnsafeBufferPointer { utf8 in
            if utf8.contains(where: Self.needsEscape) {
                for byte in utf8 { appendEscaped(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        guard Self.needsEscape(byte) else { return bytes.append(byte) }
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }
}
