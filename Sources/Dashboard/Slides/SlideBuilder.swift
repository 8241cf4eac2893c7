import Cells
import Text
import WorkPlan

/// Gathers what one section says as blocks, which a `Chapter` cuts into slides. Of a block only its height is kept: its
/// lines are laid out again on the slide they stand on. All lines of 100,000 items took 35 MB.
struct SlideBuilder {
    /// Blocks that are made alike, each about one subject of a list.
    struct Run: Sendable {
        /// A heading: never the last thing on a slide.
        let isHeading: Bool
        let lines: @Sendable (Int, inout SheetBuilder) -> Void
        /// What the next slide begins with where a block runs over.
        let continuation: @Sendable (Int, inout SheetBuilder) -> Void
    }

    struct Block: Sendable {
        fileprivate let runNumber: Int32
        fileprivate let subjectNumber: Int32
        private let lineCount: Int32
        /// Set apart from what is above by a blank line.
        let isApart: Bool

        /// In lines; at least one.
        var height: Int { Int(lineCount) }

        fileprivate init(run: Int, subject: Int, height: Int, isApart: Bool) {
            runNumber = Int32(run)
            subjectNumber = Int32(subject)
            lineCount = Int32(height)
            self.isApart = isApart
        }
    }

    /// Which of several blocks are set apart from what is above them.
    enum Gaps {
        case all, first, none
    }

    let frame: SlideFrame
    let glyphs: GlyphSet
    private var runs: [Run] = []
    private(set) var blocks: [Block] = []
    /// Lines every slide begins with: the heads of a table.
    var header: [Sheet.Line] = []

    init(_ frame: SlideFrame, _ glyphs: GlyphSet) {
        self.frame = frame
        self.glyphs = glyphs
    }

    var width: Int { frame.width }

    /// Adds what is to stay together; nothing where no line is laid out.
    mutating func block(
        heading: Bool = false, apart: Bool = true, _ lines: @escaping @Sendable (inout SheetBuilder) -> Void
    ) {
        add(
            1, apart: apart ? .all : .none,
            Run(isHeading: heading, lines: { _, builder in lines(&builder) }, continuation: { _, _ in }))
    }

    /// Adds a block for each subject.
    mutating func blocks<Subject: Sendable>(
        _ subjects: [Subject], apart: Gaps = .all,
        continued: @escaping @Sendable (Subject, inout SheetBuilder) -> Void = { _, _ in },
        _ lines: @escaping @Sendable (Subject, inout SheetBuilder) -> Void
    ) {
        add(
            subjects.count, apart: apart,
            Run(
                isHeading: false, lines: { lines(subjects[$0], &$1) }, continuation: { continued(subjects[$0], &$1) }))
    }

    private mutating func add(_ count: Int, apart: Gaps, _ run: Run) {
        for subject in 0..<count {
            let height = laidOut { run.lines(subject, &$0) }.count
            guard height > 0 else { continue }
            let isApart = apart == .all || apart == .first && subject == 0
            blocks.append(Block(run: runs.count, subject: subject, height: height, isApart: isApart))
        }
        runs.append(run)
    }

    mutating func heading(_ text: DisplayText) {
        block(heading: true) { $0.paragraph(text, role: .heading) }
    }

    mutating func sentence(_ text: DisplayText, role: Role = .text, apart: Bool = true) {
        block(apart: apart) { $0.paragraph(text, role: role) }
    }

    // MARK: Lines

    func isHeading(_ block: Block) -> Bool { runs[Int(block.runNumber)].isHeading }

    func lines(_ block: Block) -> [Sheet.Line] {
        laidOut { runs[Int(block.runNumber)].lines(Int(block.subjectNumber), &$0) }
    }

    func continuation(_ block: Block) -> [Sheet.Line] {
        laidOut { runs[Int(block.runNumber)].continuation(Int(block.subjectNumber), &$0) }
    }

    private func laidOut(_ body: (inout SheetBuilder) -> Void) -> [Sheet.Line] {
        var builder = SheetBuilder(width: width, glyphs: glyphs)
        body(&builder)
        return builder.sheet.lines
    }
}
