import Cells
import Text
import WorkPlan

/// Lays out what one section says as blocks, and cuts them into slides: between blocks where it can, between lines where
/// a block is longer than a slide. Nothing is made smaller, cut or left out.
struct SlideBuilder {
    private struct Block {
        var lines: [Sheet.Line]
        /// A heading: never the last thing on a slide.
        var isHeading: Bool
        /// Set apart from what is above by a blank line.
        var isApart: Bool
        /// What the next slide begins with where the block runs over.
        var continuation: [Sheet.Line]
    }

    let frame: SlideFrame
    let glyphs: GlyphSet
    private var blocks: [Block] = []
    /// Lines every slide begins with: the heads of a table.
    var header: [Sheet.Line] = []

    init(_ frame: SlideFrame, _ glyphs: GlyphSet) {
        self.frame = frame
        self.glyphs = glyphs
    }

    var width: Int { frame.width }

    /// Adds what is to stay together; nothing where no line was laid out.
    mutating func block(
        heading: Bool = false, apart: Bool = true, continued: DisplayText = "", link: Link? = nil,
        _ body: (inout SheetBuilder) -> Void
    ) {
        var builder = SheetBuilder(width: width, glyphs: glyphs)
        body(&builder)
        guard !builder.sheet.lines.isEmpty else { return }
        var continuation = SheetBuilder(width: width, glyphs: glyphs)
        continuation.paragraph(continued, role: .dim, link: link)
        blocks.append(
            Block(
                lines: builder.sheet.lines, isHeading: heading, isApart: apart,
                continuation: continuation.sheet.lines))
    }

    mutating func heading(_ text: DisplayText) {
        block(heading: true) { $0.paragraph(text, role: .heading) }
    }

    mutating func sentence(_ text: DisplayText, role: Role = .text, apart: Bool = true) {
        block(apart: apart) { $0.paragraph(text, role: role) }
    }

    // MARK: Pages

    /// The slides of the section, each with the title and, where there are several, which of them it is.
    func slides(_ section: Slide.Section, title: DisplayText) -> [Slide] {
        // The room of the page's number is known only when the pages are: it is tried with one digit, then with more.
        for digits in 1...6 {
            let widest = String(repeating: "8", count: digits)
            let reserved = isTitled(title) ? titleLines(title + DisplayText("（\(widest)/\(widest)）")).count : 0
            let pages = pages(rows: frame.textRows(titleLines: reserved))
            guard String(pages.count).count <= digits || digits == 6 else { continue }
            return pages.enumerated().map { number, lines in
                let mark = pages.count > 1 ? DisplayText("（\(number + 1)/\(pages.count)）") : ""
                return Slide(
                    place: Slide.Place(section: section, page: number),
                    title: isTitled(title) ? titleLines(title + mark) : [], lines: lines)
            }
        }
        return []
    }

    private func isTitled(_ title: DisplayText) -> Bool { !title.isEmpty }

    private func titleLines(_ title: DisplayText) -> [DisplayText] {
        title.lines(width: width, ambiguous: glyphs.ambiguous)
    }

    private func pages(rows: Int) -> [[Sheet.Line]] {
        // Where the heads of a table would take half the slide they stand on the first one only.
        let isRepeated = header.count * 2 <= rows
        let rows = max(1, rows - (isRepeated ? header.count : 0))
        var paper = Paper(rows: rows)
        if !isRepeated { paper.pour(header, continuation: []) }
        for (place, block) in blocks.enumerated() {
            paper.add(
                block.lines, apart: block.isApart, needing: needed(place, rows: rows),
                continuation: block.continuation)
        }
        let pages = paper.finished
        return isRepeated ? pages.map { header + $0 } : pages
    }

    /// A heading wants what it heads beside it: all of it, or its beginning where it is long.
    private func needed(_ place: Int, rows: Int) -> Int {
        let block = blocks[place]
        guard block.isHeading, place + 1 < blocks.count else { return block.lines.count }
        let gap = blocks[place + 1].isApart ? 1 : 0
        let below = needed(place + 1, rows: rows)
        let all = block.lines.count + gap + below
        return all <= rows ? all : min(rows, block.lines.count + gap + min(below, 3))
    }

    /// Lines going onto one page after the other.
    private struct Paper {
        let rows: Int
        private var pages: [[Sheet.Line]] = []
        private var page: [Sheet.Line] = []

        init(rows: Int) {
            self.rows = rows
        }

        var finished: [[Sheet.Line]] { page.isEmpty && !pages.isEmpty ? pages : pages + [page] }

        mutating func add(_ lines: [Sheet.Line], apart: Bool, needing needed: Int, continuation: [Sheet.Line]) {
            let gap = apart && !page.isEmpty ? 1 : 0
            if page.count + gap + needed <= rows {
                page += Array(repeating: .empty, count: gap) + lines
                return
            }
            // What fits on a slide of its own is not torn apart; what does not begins where at least a few lines fit.
            if needed <= rows || page.count + gap + 4 > rows {
                turn()
            } else if gap > 0 {
                page.append(.empty)
            }
            pour(lines, continuation: continuation)
        }

        mutating func pour(_ lines: [Sheet.Line], continuation: [Sheet.Line]) {
            for line in lines {
                if page.count >= rows {
                    turn()
                    if continuation.count + 2 <= rows { page += continuation }
                }
                page.append(line)
            }
        }

        private mutating func turn() {
            guard !page.isEmpty else { return }
            pages.append(page)
            page = []
        }
    }
}
