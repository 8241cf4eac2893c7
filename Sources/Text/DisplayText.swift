/// Text that may be shown: every control, bidirectional or otherwise invisible character of the raw text has become a
/// visible stand-in, so that what reaches the screen, a window title or an export takes exactly the columns it says and
/// moves nothing else.
///
/// It begins with a base character, and no base carries more than `marksLimit` combining marks. Nothing is dropped:
///
/// | raw | shown |
/// |---|---|
/// | U+0000–001F, U+007F | its control picture, one column: `␊` `␛` `␡` |
/// | other hidden characters (see `HiddenScalar`) | `‹U+202E›` |
/// | a combining mark without a base | the mark on `◌` |
/// | marks beyond the second of one base | how many there are: `‹+998›` |
package struct DisplayText: Hashable, Sendable {
    /// The text as shown. Safe to write to a terminal.
    package let string: String

    /// The most combining marks on one base character.
    package static let marksLimit = 2

    /// Makes raw text fit to be shown. A clean text is scanned once and kept as it is.
    package init(_ raw: String) {
        string = Sanitizer.cleaned(raw)
    }

    /// Text known to be clean: a stretch of another `DisplayText` that begins at a base character.
    init(clean: Substring) {
        string = String(clean)
    }

    init(clean: String) {
        string = clean
    }

    package static let empty = DisplayText(clean: "")

    package var isEmpty: Bool { string.isEmpty }

    /// Both texts in a row: as clean as they are.
    package static func + (left: DisplayText, right: DisplayText) -> DisplayText {
        DisplayText(clean: left.string + right.string)
    }

    package static func += (left: inout DisplayText, right: DisplayText) {
        left = left + right
    }

    /// Raw text of several lines, one `DisplayText` a line: split at every `Character.isNewline` (line feed,
    /// carriage return, both together, U+2028 …), none of which is shown. An empty text is one empty line.
    package static func paragraphs(of raw: String) -> [DisplayText] {
        raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { DisplayText(String($0)) }
    }
}

extension DisplayText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, CustomStringConvertible {
    package init(stringLiteral value: String) { self.init(value) }

    package var description: String { string }
}

extension Sequence<DisplayText> {
    /// The texts in a row, with a separator between them.
    package func joined(separator: DisplayText = .empty) -> DisplayText {
        DisplayText(clean: map(\.string).joined(separator: separator.string))
    }
}
