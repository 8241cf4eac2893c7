import Cells
import Text
import WorkPlan

/// What of the deck is shown: which sections are hidden, and to which items it is restricted.
struct DeckChoice: Sendable, Equatable {
    var hidden: Set<Slide.Section> = []
    /// Areas, units and lights; empty for all.
    var filter = Filter()
    /// What the slide of changes compares with; nil for the last meeting.
    var since: Day?

    /// What the slide of changes is made from; nil where there is nothing to compare with.
    func inquiry(_ plan: Plan) -> Inquiry? {
        if let since { return .comparison(from: .day(since), to: .now) }
        return plan.lastMeeting == nil ? nil : .comparison(from: .lastMeeting, to: .now)
    }
}

/// The slides made from the plan as it stands, with nothing prepared. What is internal to the office never gets here:
/// discrepancies, contacts, notes, and why lights were set by hand. (The plan has no mark yet that would let them.)
struct Deck: Sendable {
    let situation: Situation
    let choice: DeckChoice
    let frame: SlideFrame

    /// - Parameter situation: its area is the whole screen.
    init(_ situation: Situation, _ choice: DeckChoice) {
        self.situation = situation
        self.choice = choice
        frame = SlideFrame(situation.area)
    }

    var plan: Plan { situation.plan }
    var standings: Standings { situation.standings }
    var today: Day { situation.today }
    var glyphs: GlyphSet { situation.glyphs }

    func builder() -> SlideBuilder { SlideBuilder(frame, glyphs) }

    /// Every section there is something to say in, hidden or not, in the order shown.
    var sections: [Slide.Section] {
        let areas = plan.tree.roots.filter { area in
            choice.filter.isEmpty || subtasks(below: area).contains { isShown($0) }
        }
        return [.cover, .whole] + areas.map { .area(plan.tree[$0].id) } + [.indicators, .units]
            + (choice.inquiry(plan) == nil ? [] : [.changes]) + [.due, .coordination, .closing]
    }

    /// All slides that are shown.
    var slides: Slides { Slides(sections.filter { !choice.hidden.contains($0) }.map { chapter($0) }) }

    func slides(of section: Slide.Section) -> Slides { Slides([chapter(section)]) }

    private func chapter(_ section: Slide.Section) -> Chapter {
        var builder = builder()
        switch section {
        case .cover: cover(&builder)
        case .whole: whole(&builder)
        case .area(let id):
            if let area = plan.tree.position(of: id) { self.area(area, &builder) }
        case .indicators: indicators(&builder)
        case .units: units(&builder)
        case .changes: changes(&builder)
        case .due: due(&builder)
        case .coordination: coordination(&builder)
        case .closing: closing(&builder)
        case .large(let link): large(link, &builder)
        }
        let isBare = section == .cover || section == .closing
        return Chapter(section, title: isBare ? "" : title(of: section), builder)
    }

    func title(of section: Slide.Section) -> DisplayText {
        switch section {
        case .cover: "封面"
        case .whole: "总体情况"
        case .area(let id):
            plan.tree.position(of: id).map { DisplayText("\(plan.number(of: $0))　\(plan.tree[$0].wording)") } ?? ""
        case .indicators: "指标与目标"
        case .units: "责任单位情况"
        case .changes:
            DisplayText(choice.since.map { "\($0) 以来的变化" } ?? "上次会议以来的变化")
        case .due: "已过期限和30天内到期"
        case .coordination: "需要协调的事项"
        case .closing: "结束"
        case .large(let link): largeTitle(link)
        }
    }

    // MARK: What it is restricted to

    func subtasks(below position: ItemTree.Position) -> Positions {
        Positions(plan.tree.subtree(of: position).lazy.filter { plan.tree.level(of: $0) == .subtask })
    }

    func isShown(_ position: ItemTree.Position) -> Bool {
        choice.filter.isEmpty || choice.filter.holds(position, plan, standings)
    }

    /// Whether an item of any level, or something below it, is among what is shown.
    func touches(_ id: Identifier<Item>?) -> Bool {
        guard !choice.filter.isEmpty else { return true }
        guard let position = id.flatMap(plan.tree.position) else { return false }
        return plan.tree.subtree(of: position).contains { isShown($0) }
    }

    var shownSubtasks: LazyFilterSequence<Range<ItemTree.Position>> { plan.tree.subtasks.filter(isShown) }

    /// 只放映：黄灯或红灯; nil for the whole deck.
    var restriction: DisplayText? {
        choice.filter.isEmpty ? nil : DisplayText("只放映：\(choice.filter.words(in: plan))")
    }

    func unitNames(_ item: Item) -> String {
        item.assignments.compactMap { assignment in
            plan.unit(assignment.unit).map { unit in
                unit.name + (assignment.role == .responsible ? "" : "（\(assignment.role.word)）")
            }
        }.joined(separator: "、")
    }
}
