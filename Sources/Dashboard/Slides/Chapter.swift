import Cells
import Text

/// What one section says, cut into slides: between blocks where it can, between lines where a block is longer than a
/// slide. Nothing is made smaller, cut or left out. A slide's lines are laid out whenever it is looked at.
struct Chapter: Sendable {
    /// Where a slide begins.
    private struct Cut {
        /// The number of its first block; -1 for the heads of a table that stand on the first slide only.
        var block: Int
        /// The first line of that.
        var line = 0
    }

    let section: Slide.Section
    private let content: SlideBuilder
    private let title: DisplayText
    /// The rows that the lines of a slide have, without heads that stand on each.
    private let rows: Int
    private let repeatsHeader: Bool
    private let cuts: [Cut]

    /// - Parameter title: each slide has it and, where there are several, which of them it is; empty for none.
    init(_ section: Slide.Section, title: DisplayText, _ content: SlideBuilder) {
        self.section = section
        self.content = content
        self.title = title
        // The room of the page's number is known only when the pages are: it is tried with one digit, then with more.
        var digits = 1
        while true {
            let widest = String(repeating: "8", count: digits)
            let reserved = Self.lines(title, DisplayText("（\(widest)/\(widest)）"), content).count
            let room = content.frame.textRows(titleLines: reserved)
            // Where the heads of a table would take half the slide they stand on the first one only.
            let repeatsHeader = content.header.count * 2 <= room
            let rows = max(1, room - (repeatsHeader ? content.header.count : 0))
            let cuts = Self.cuts(content, rows: rows, headerFirst: !repeatsHeader)
            if String(cuts.count).count <= digits {
                (self.repeatsHeader, self.rows, self.cuts) = (repeatsHeader, rows, cuts)
                return
            }
            digits += 1
        }
    }

    var count: Int { cuts.count }

    /// - Parameter page: counted from 0.
    subscript(page: Int) -> Slide {
        let mark = count > 1 ? DisplayText("（\(page + 1)/\(count)）") : ""
        return Slide(
            place: Slide.Place(section: section, page: page), title: Self.lines(title, mark, content),
            lines: lines(from: cuts[page], to: page + 1 < count ? cuts[page + 1] : nil))
    }

    private static func lines(_ title: DisplayText, _ mark: DisplayText, _ content: SlideBuilder) -> [DisplayText] {
        title.isEmpty ? [] : (title + mark).lines(width: content.width, ambiguous: content.glyphs.ambiguous)
    }

    private func lines(from start: Cut, to end: Cut?) -> [Sheet.Line] {
        var lines = repeatsHeader ? content.header : []
        let header = lines.count
        if start.line > 0, start.block >= 0 {
            let continuation = content.continuation(content.block(start.block))
            if Self.fits(continuation.count, rows: rows) { lines += continuation }
        }
        var place = start
        while place.block < content.blockCount {
            let block = place.block < 0 ? nil : content.block(place.block)
            let all = block.map(content.lines) ?? content.header
            let ends = end?.block == place.block ? end?.line ?? 0 : all.count
            if place.line < ends {
                if place.line == 0, block?.isApart == true, lines.count > header { lines.append(.empty) }
                lines += all[place.line..<ends]
            }
            if end?.block == place.block { break }
            place = Cut(block: place.block + 1)
        }
        return lines
    }

    /// Whether a slide has room for so many lines of continuation.
    private static func fits(_ continuation: Int, rows: Int) -> Bool { continuation + 2 <= rows }

    // MARK: Cutting

    private static func cuts(_ content: SlideBuilder, rows: Int, headerFirst: Bool) -> [Cut] {
        var paper = Paper(rows: rows, cuts: [Cut(block: headerFirst ? -1 : 0)])
        if headerFirst { paper.pour(content.header.count, ofBlock: -1) { 0 } }
        for number in 0..<content.blockCount {
            let block = content.block(number)
            guard block.height > 0 else { continue }
            paper.add(block, number, needing: needed(block, number, content, rows: rows)) {
                content.continuation(block).count
            }
        }
        return paper.cuts
    }

    /// A heading wants what it heads beside it: all of it, or its beginning where it is long.
    private static func needed(
        _ block: SlideBuilder.Block, _ number: Int, _ content: SlideBuilder, rows: Int
    ) -> Int {
        guard block.isHeading, number + 1 < content.blockCount else { return block.height }
        let headed = content.block(number + 1)
        let gap = headed.isApart ? 1 : 0
        let below = needed(headed, number + 1, content, rows: rows)
        let all = block.height + gap + below
        return all <= rows ? all : min(rows, block.height + gap + min(below, 3))
    }

    /// Lines going onto one page after the other, counted.
    private struct Paper {
        let rows: Int
        private(set) var cuts: [Cut]
        /// Lines on the last page.
        private var filled = 0

        init(rows: Int, cuts: [Cut]) {
            self.rows = rows
            self.cuts = cuts
        }

        mutating func add(_ block: SlideBuilder.Block, _ number: Int, needing needed: Int, continuation: () -> Int) {
            let gap = block.isApart && filled > 0 ? 1 : 0
            if filled + gap + needed <= rows {
                filled += gap + block.height
                return
            }
            // What fits on a slide of its own is not torn apart; what does not begins where at least a few lines fit.
            if needed <= rows || filled + gap + 4 > rows {
                turn(to: Cut(block: number))
            } else {
                filled += gap
            }
            pour(block.height, ofBlock: number, continuation: continuation)
        }

        mutating func pour(_ lines: Int, ofBlock number: Int, continuation: () -> Int) {
            for line in 0..<lines {
                if filled >= rows {
                    turn(to: Cut(block: number, line: line))
                    let repeated = continuation()
                    if fits(repeated, rows: rows) { filled += repeated }
                }
                filled += 1
            }
        }

        private mutating func turn(to cut: Cut) {
            guard filled > 0 else { return }
            cuts.append(cut)
            filled = 0
        }
    }
}
