import Cells
import Text
import WorkPlan

/// A thing of the plan that a cursor can stand on: where Enter leads, and what an edit is about.
enum Link: Hashable, Sendable {
    case item(Identifier<Item>)
    /// A unit's part of an item.
    case part(Identifier<Item>, Identifier<Unit>)
    case unit(Identifier<Unit>)
    case decision(Identifier<Decision>)
    case entry(Identifier<Entry>)
    /// One of an entry's changes, counted from 0.
    case change(Identifier<Entry>, Int)
    case indicator(Identifier<Indicator>)
    /// The plan as a paper: goal, phases, safeguards, its own discrepancies.
    case plan
}

/// A column of laid-out lines, ready to be drawn and walked through.
struct Sheet: Sendable {
    enum Piece: Sendable {
        case text(DisplayText, Role)
        /// Cut with the ellipsis at so many columns.
        case cut(DisplayText, Role, columns: Int)
        case bar(percent: Double?, columns: Int)
        case rule(label: DisplayText)
    }

    /// Pieces with the column each begins at.
    typealias Pieces = [(x: Int, piece: Piece)]

    enum Line: Sendable {
        indirect case laidOut(Pieces, link: Link?)
        /// One of many that are made alike.
        case row(Rows, Int32)

        static let empty = laidOut([], link: nil)

        var pieces: Pieces {
            switch self {
            case .laidOut(let pieces, _): pieces
            case .row(let rows, let place): rows.pieces(Int(place))
            }
        }

        var link: Link? {
            switch self {
            case .laidOut(_, let link): link
            case .row(let rows, let place): rows.link(Int(place))
            }
        }
    }

    /// Lines that are made whenever they are looked at: 240,000 that lay ready took 90 MB.
    final class Rows: Sendable {
        let link: @Sendable (Int) -> Link?
        let pieces: @Sendable (Int) -> Pieces

        init(link: @escaping @Sendable (Int) -> Link?, pieces: @escaping @Sendable (Int) -> Pieces) {
            self.link = link
            self.pieces = pieces
        }
    }

    /// Where the column of lines begins, in columns of the page.
    var x: Int
    let width: Int
    var lines: [Line] = []
}

/// Lays out one sheet, line by line, at a fixed width in columns.
struct SheetBuilder {
    private(set) var sheet: Sheet
    let glyphs: GlyphSet

    init(width: Int, glyphs: GlyphSet) {
        sheet = Sheet(x: 0, width: max(8, width))
        self.glyphs = glyphs
    }

    var width: Int { sheet.width }

    mutating func line(_ pieces: Sheet.Pieces, link: Link? = nil) {
        sheet.lines.append(.laidOut(pieces, link: link))
    }

    mutating func rows(_ count: Int, _ rows: Sheet.Rows) {
        sheet.lines += (0..<count).lazy.map { .row(rows, Int32($0)) }
    }

    /// The lines of a sheet of the same width.
    mutating func append(_ other: Sheet) {
        sheet.lines += other.lines
    }

    mutating func gap() {
        if !sheet.lines.isEmpty { sheet.lines.append(.empty) }
    }

    /// A separator with a label, after an empty line.
    mutating func heading(_ label: DisplayText) {
        gap()
        line([(0, .rule(label: label))])
    }

    /// Text wrapped between `indent` and the right edge.
    mutating func paragraph(_ text: DisplayText, role: Role = .text, indent: Int = 0, link: Link? = nil) {
        for part in text.lines(width: max(2, width - indent), ambiguous: glyphs.ambiguous) {
            line([(indent, .text(part, role))], link: link)
        }
    }

    /// A label and what it labels, wrapped to the right of it.
    mutating func entry(
        _ label: DisplayText, _ text: DisplayText, role: Role = .text, indent: Int = 10, link: Link? = nil
    ) {
        let parts = text.lines(width: max(2, width - indent), ambiguous: glyphs.ambiguous)
        for (number, part) in parts.enumerated() {
            let labelled: [(Int, Sheet.Piece)] = number == 0 ? [(0, .text(label, .dim))] : []
            line(labelled + [(indent, .text(part, role))], link: link)
        }
    }

    /// A light's mark and the sentence beside it, wrapped.
    mutating func light(
        _ light: Light, _ sentence: DisplayText, label: DisplayText = "亮灯", indent: Int = 10, link: Link? = nil
    ) {
        let parts = sentence.lines(width: max(2, width - indent - 4), ambiguous: glyphs.ambiguous)
        for (number, part) in parts.enumerated() {
            let marked: [(Int, Sheet.Piece)] =
                number == 0
                ? [(0, .text(label, .dim)), (indent, .text(glyphs.lightInWords(light), light.role))] : []
            line(marked + [(indent + 4, .text(part, .text))], link: link)
        }
    }
}
