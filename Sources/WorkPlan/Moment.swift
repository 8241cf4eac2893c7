/// A point in time as an entry carries it: RFC 3339 with the offset of the place it was written at. Decides nothing;
/// its day is the date as written.
package struct Moment: Equatable, Sendable, CustomStringConvertible {
    package let text: String
    /// The date as written.
    package let day: Day

    /// Reads `2026-11-22T21:05:09.123+08:00`; nil for anything else.
    package init?(_ text: String) {
        guard let day = Self.day(text.utf8Span.span) else { return nil }
        self.text = text
        self.day = day
    }

    /// The date of a whole moment.
    private static func day(_ text: Span<UInt8>) -> Day? {
        guard (20...40).contains(text.count), fits(text.extracting(..<19), "0000-00-00T00:00:00") else { return nil }
        var rest = text.extracting(19...)
        if rest[0] == UInt8(ascii: ".") {
            var digits = 0
            while digits + 1 < rest.count, isDigit(rest[digits + 1]) { digits += 1 }
            guard (1...9).contains(digits) else { return nil }
            rest = rest.extracting((digits + 1)...)
        }
        guard fits(rest, "Z") || fits(rest, "+00:00") || fits(rest, "-00:00") else { return nil }
        return Day(utf8: text.extracting(..<10))
    }

    /// Where a clock says nothing that can be written.
    package static let epoch = Moment(unchecked: "1970-01-01T00:00:00Z")

    /// A text that is known to be one.
    package init(unchecked text: String) {
        self.text = text
        day = Self.day(text.utf8Span.span) ?? Day(number: 0)
    }

    package var description: String { text }

    /// `2026-11-22 21:05`: date and time as written, for people.
    package var minute: String { "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))" }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Whether a text has a digit wherever the pattern has a zero, and is the same elsewhere.
    private static func fits(_ text: Span<UInt8>, _ pattern: StaticString) -> Bool {
        guard text.count == pattern.utf8CodeUnitCount else { return false }
        for place in text.indices {
            let wanted = pattern.utf8Start[place]
            guard wanted == UInt8(ascii: "0") ? isDigit(text[place]) : text[place] == wanted else { return false }
        }
        return true
    }
}
