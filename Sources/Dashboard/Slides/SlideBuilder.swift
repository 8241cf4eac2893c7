import Cells
import Text
import WorkPlan

/// Gathers what one section says as blocks, which a `Chapter` cuts into slides. Of a block only its height is kept: its
/// lines are laid out again on the slide they stand on. All lines of 100,000 items took 35 MB.
struct SlideBuilder {
    /// Blocks that are made alike, each about one subject of a list.
    private struct Run: Sendable {
        /// The number of its first block.
        let start: Int
        /// In lines; 0 where nothing is laid out. Two bytes each, because there are as many as items: the highest stands for
        /// itself and all beyond.
        let heights: [UInt16]
        let gaps: Gaps
        let isHeading: Bool
        let lines: @Sendable (Int, inout SheetBuilder) -> Void
        let continuation: @Sendable (Int, inout SheetBuilder) -> Void
    }

    struct Block: Sendable {
        fileprivate let run: Int
        fileprivate let subject: Int
        /// In lines.
        let height: Int
        /// Set apart from what is above by a blank line.
        let isApart: Bool
        /// Never the last thing on a slide.
        let isHeading: Bool
    }

    /// Which of several blocks are set apart from what is above them.
    enum Gaps {
        case all, first, none
    }

    let frame: SlideFrame
    let glyphs: GlyphSet
    private var runs: [Run] = []
    private(set) var blockCount = 0
    /// Lines every slide begins with: the heads of a table.
    var header: [Sheet.Line] = []

    init(_ frame: SlideFrame, _ glyphs: GlyphSet) {
        self.frame = frame
        self.glyphs = glyphs
    }

    var width: Int { frame.width }

    /// Adds what is to stay together.
    mutating func block(
        heading: Bool = false, apart: Bool = true, _ lines: @escaping @Sendable (inout SheetBuilder) -> Void
    ) {
        add(1, apart ? .all : .none, heading: heading, { lines(&$1) }, { _, _ in })
    }

    /// Adds a block for each subject.
    /// - Parameter continued: what the next slide begins with where a block runs over.
    mutating func blocks<Subject: Sendable>(
        _ subjects: some RandomAccessCollection<Subject> & Sendable, apart: Gaps = .all,
        continued: @escaping @Sendable (Subject, inout SheetBuilder) -> Void = { _, _ in },
        _ lines: @escaping @Sendable (Subject, inout SheetBuilder) -> Void
    ) {
        @Sendable func subject(_ number: Int) -> Subject {
            subjects[subjects.index(subjects.startIndex, offsetBy: number)]
        }
        add(subjects.count, apart, { lines(subject($0), &$1) }, { continued(subject($0), &$1) })
    }

    private mutating func add(
        _ count: Int, _ gaps: Gaps, heading: Bool = false,
        _ lines: @escaping @Sendable (Int, inout SheetBuilder) -> Void,
        _ continuation: @escaping @Sendable (Int, inout SheetBuilder) -> Void
    ) {
        let heights = (0..<count).map { subject in UInt16(clamping: laidOut { lines(subject, &$0) }.count) }
        guard heights.contains(where: { $0 > 0 }) else { return }
        runs.append(
            Run(
                start: blockCount, heights: heights, gaps: gaps, isHeading: heading, lines: lines,
                continuation: continuation))
        blockCount += count
    }

    mutating func heading(_ text: DisplayText) {
        block(heading: true) { $0.paragraph(text, role: .heading) }
    }

    mutating func sentence(_ text: DisplayText, role: Role = .text, apart: Bool = true) {
        block(apart: apart) { $0.paragraph(text, role: role) }
    }

    // MARK: What was gathered

    func block(_ number: Int) -> Block {
        let place = runs.index(fromWhich: { $0.start > number }) - 1
        let run = runs[place]
        let subject = number - run.start
        let height = run.heights[subject]
        return Block(
            run: place, subject: subject,
            height: height < .max ? Int(height) : laidOut { run.lines(subject, &$0) }.count,
            isApart: run.gaps == .all || run.gaps == .first && subject == 0, isHeading: run.isHeading)
    }

    func lines(_ block: Block) -> [Sheet.Line] {
        laidOut { runs[block.run].lines(block.subject, &$0) }
    }

    func continuation(_ block: Block) -> [Sheet.Line] {
        laidOut { runs[block.run].continuation(block.subject, &$0) }
    }

    private func laidOut(_ body: (inout SheetBuilder) -> Void) -> [Sheet.Line] {
        var builder = SheetBuilder(width: width, glyphs: glyphs)
        body(&builder)
        return builder.sheet.lines
    }
}
