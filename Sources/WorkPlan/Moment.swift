/// A point in time as an entry carries it: RFC 3339 with the offset of the place it was written at. Decides nothing;
/// its day is the date as written.
package struct Moment: Equatable, Sendable, CustomStringConvertible {
    package let text: String

    /// Reads `2026-11-22T21:05:09.123+08:00`; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let pattern = "0000-00-00T00:00:00"
        guard bytes.count >= 20, bytes.count <= 40, Day(text.prefix(10)) != nil,
            zip(bytes, pattern.utf8).allSatisfy({ Self.fits($0, $1) })
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix { Self.isDigit($0) }
            guard (1...9).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
        }
        let isZulu = rest.elementsEqual("Z".utf8)
        let hasOffset =
            rest.count == 6 && (rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-"))
            && zip(rest.dropFirst(), "00:00".utf8).allSatisfy { Self.fits($0, $1) }
        guard isZulu || hasOffset else { return nil }
        self.text = text
    }

    /// Where a clock says nothing that can be written.
    package static let epoch = Moment(unchecked: "1970-01-01T00:00:00Z")

    /// A text that is known to be one.
    package init(unchecked text: String) {
        self.text = text
    }

    package var description: String { text }

    /// `2026-11-22 21:05`: date and time as written, for people.
    package var minute: String { "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))" }

    /// The date as written.
    package var day: Day { Day(text.prefix(10)) ?? Day(number: 0) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func fits(_ byte: UInt8, _ pattern: UInt8) -> Bool {
        pattern == UInt8(ascii: "0") ? isDigit(byte) : byte == pattern
    }
}
