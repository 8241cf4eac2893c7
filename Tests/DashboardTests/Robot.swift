import CAssets
import Cells
import Ledger
import Testing
import WorkPlan

@testable import Dashboard

/// Presses keys on a desk and reads the screen as lines of text.
struct Robot {
    private(set) var app: App
    private(set) var effects: [Effect] = []
    private var size: Size

    /// The Jiaxing plan on a day of its implementation phase.
    init(
        _ plan: Plan? = nil, width: Int = 80, height: Int = 24, today: String = "2024-03-31",
        glyphs: GlyphSet = .narrow, recent: [RecentChange] = [], readOnly: String? = nil, isAuthorKnown: Bool = true
    ) throws {
        size = Size(width: width, height: height)
        self.plan = try plan ?? Self.jiaxing()
        self.today = try #require(Day(today))
        self.readOnly = readOnly
        self.isAuthorKnown = isAuthorKnown
        let briefing = Briefing(
            plan: self.plan, today: self.today, author: "张三", isAuthorKnown: isAuthorKnown, readOnly: readOnly,
            place: "测试", recent: recent, freshName: "fresh0")
        app = App(briefing, size: size, glyphs: glyphs)
    }

    // MARK: The world

    /// The plan as the desk's submissions have made it: the Robot is a ledger without a disk.
    private(set) var plan: Plan
    private(set) var submissions: [Submission] = []
    /// What was submitted, in words.
    private(set) var sentences: [String] = []
    private let today: Day
    private let readOnly: String?
    private var isAuthorKnown: Bool

    /// How often the desk has been told how things stand since it was opened.
    private var tellings = 0

    /// As the program's clerk, every time with another name for what is added.
    private mutating func brief() -> Briefing {
        tellings += 1
        return Briefing(
            plan: plan, today: today, author: "张三", isAuthorKnown: isAuthorKnown, readOnly: readOnly, place: "测试",
            freshName: "fresh\(tellings)", entryCount: submissions.count)
    }

    mutating func type(_ key: Key) {
        carryOut(app.handle(.key(key)))
        if app.isUnsettled { carryOut(app.handle(.settled)) }
    }

    private mutating func carryOut(_ new: [Effect]) {
        effects += new
        for effect in new {
            switch effect {
            case .commit(let submission): commit(submission)
            case .introduce:
                isAuthorKnown = true
                carryOut(app.handle(.briefed(brief())))
            default: break
            }
        }
    }

    private mutating func commit(_ submission: Submission) {
        let (next, mismatches) = plan.applying(submission.changes)
        // What has no place in the plan is refused, by the ledger and here; only what differs is asked about.
        for mismatch in mismatches {
            guard case .refused(let refusal) = mismatch.reason else { continue }
            carryOut(app.handle(.refused(LedgerError.refused(refusal).sentence)))
            return
        }
        guard mismatches.isEmpty else {
            var rebased = submission
            rebased.changes = submission.changes.map { plan.rebasing($0) }
            carryOut(app.handle(.briefed(brief())) + app.handle(.outrun(rebased, "李四 改了同一处")))
            return
        }
        let words = submission.changes.map { $0.sentence(in: plan) }
        plan = next
        submissions.append(submission)
        sentences += words
        carryOut(app.handle(.saved("已保存：" + words.joined(separator: "；"), brief())))
    }

    /// Another desk reports progress in the meantime.
    mutating func somebodyElse(_ item: Identifier<Item>, percent: Double) {
        guard let position = plan.tree.position(of: item) else { return }
        somebodyElse(plan.setting(status: .underway(percent: percent), of: plan.tree[position], on: today))
    }

    mutating func somebodyElse(_ change: Change) {
        plan = plan.applying([change]).plan
        carryOut(app.handle(.briefed(brief())))
    }

    /// The published row with a 序号.
    func item(_ number: Int) -> Item {
        plan.tree.items.first { $0.number == "\(number)" } ?? Item(id: "none", level: .subtask, title: "")
    }

    func milestones(of number: Int) -> [String] {
        plan.tree.position(of: item(number).id).map { plan.tree.children(of: $0).map { plan.tree[$0].title } } ?? []
    }

    static func jiaxing() throws -> Plan { try published.get() }

    /// Read once: a debug build takes its time over it.
    private static let published = Result {
        let assets = (0..<lianxi_asset_count()).map { lianxi_asset_at($0) }
        let asset = try #require(assets.first { String(cString: $0.path).hasPrefix("Data/") })
        return try PlanFile.read(Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count)), file: "嘉兴")
    }

    /// Presses keys written as `"jj<enter>"`.
    mutating func press(_ notation: String) throws {
        for key in try #require(Key.keys(notation)) { type(key) }
    }

    mutating func resize(_ width: Int, _ height: Int) {
        size = Size(width: width, height: height)
        effects += app.handle(.resized(size))
    }

    mutating func hear(_ message: Message) { effects += app.handle(message) }

    var frame: Frame { app.draw() }
    var lines: [String] { frame.lines }
    var screen: String { lines.joined(separator: "\n") }
    var keyBar: String { lines.last ?? "" }
    /// The line above the key bar, where notices and prompts stand.
    var notice: String { lines.dropLast().last ?? "" }

    /// The text of the rows on the selected surface.
    var selected: String {
        let frame = self.frame
        let lines = frame.lines
        return (0..<frame.size.height).filter { y in frame.row(y).contains { $0.surface == .selected } }
            .map { lines[$0] }.joined(separator: "\n")
    }

    /// The text that is marked as found.
    var marked: [String] {
        let frame = self.frame
        return (0..<frame.size.height).flatMap { y -> [String] in
            var found: [String] = []
            var run = String.UnicodeScalarView()
            for cell in frame.row(y) where cell.span != .tail {
                if cell.role == .match {
                    run.append(contentsOf: cell.glyph.scalars)
                } else if !run.isEmpty {
                    found.append(String(run))
                    run = String.UnicodeScalarView()
                }
            }
            return found
        }
    }
}
