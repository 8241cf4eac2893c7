import Cells
import Text
import WorkPlan

/// The plan over time: a Gantt chart in cells, or a list of what is overdue and due next.
struct TimelinePage: ListPage {
    var list = ListBox()
    var folded: Set<Identifier<Item>> = []
    var cycle = ReportingCycle.quarter
    /// How many periods are scrolled out at the left; nil keeps today in sight.
    var scroll: Int?
    var isUpcoming = false
    private let outlines = Memo<FoldInputs, Outline>()
    let upcomings = Memo<Revision, [Row]>()
    let longestUnits = Memo<Revision, Int>()

    func heading(_ situation: Situation) -> DisplayText { "时序" }

    func outline(_ situation: Situation) -> Outline { outlines(situation, folded: folded) }

    func stops(_ situation: Situation) -> ListBox.Stops {
        guard !isUpcoming else { return stops(upcoming(situation), situation) }
        let tree = situation.plan.tree
        return ListBox.Stops(outline(situation).rows) { .on(.item(tree[$0.position].id)) }
    }

    var isFiltered: Bool { true }

    /// A decision leads to its meeting, with the cursor on it.
    func page(for link: Link, _ situation: Situation) -> any Page {
        guard case .decision = link else { return link.page }
        var page = MeetingsPage()
        page.view.select(link, page.laidOut(situation), height: situation.area.height)
        return page
    }

    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        isUpcoming ? drawUpcoming(&canvas, situation) : drawChart(&canvas, situation)
    }

    // MARK: Layout

    func listArea(_ situation: Situation) -> Rect { Layout(self, situation).list }

    /// Axis and phases above the rows, what is to be said about the row under the cursor below them.
    struct Layout {
        /// Rows of the phases; the axis has two more above them.
        let phases: Int
        let list: Rect
        let detail: Rect
        /// The columns at the right for the page of what the cursor stands on; 0 where there is no room.
        let pane: Int

        init(_ page: TimelinePage, _ situation: Situation) {
            var area = situation.area
            pane = page.isUpcoming && area.width >= 150 ? min(100, area.width * 2 / 5) : 0
            area.width -= pane
            phases = page.isUpcoming ? 0 : min(situation.plan.phases.count, area.height / 5)
            let top = page.isUpcoming ? 0 : 2 + phases
            let below = pane > 0 ? 0 : area.height >= 30 ? 6 : area.height >= 20 ? 4 : area.height >= 14 ? 3 : 0
            list = Rect(x: 0, y: top, width: area.width, height: max(0, area.height - top - below))
            detail = Rect(x: 0, y: area.height - below, width: area.width, height: below)
        }
    }

    /// The axis, and how many columns the titles left of it have.
    func scale(_ situation: Situation) -> (scale: TimeScale, titles: Int) {
        let width = situation.area.width
        let titles = max(21, min(64, width * 3 / 10))
        let scale = TimeScale(
            cycle, span: situation.span, columns: width - titles - 1, scroll: scroll, today: situation.briefing.today)
        // What the axis leaves over goes to the titles.
        return (scale, width - 1 - scale.columns)
    }

    // MARK: The row under the cursor

    func drawDetail(_ link: Link?, _ canvas: inout Canvas, _ situation: Situation) {
        let layout = Layout(self, situation)
        guard !layout.detail.isEmpty else { return }
        var builder = SheetBuilder(width: layout.detail.width - 2, glyphs: canvas.glyphs)
        switch link {
        case .item(let id)?:
            guard let position = situation.plan.tree.position(of: id) else { return }
            detail(of: position, &builder, situation)
        case .decision(let id)?:
            guard let decision = situation.plan.decision(id) else { return }
            detail(of: decision, &builder, situation)
        default: return
        }
        canvas.within(Rect(x: 1, y: layout.detail.y, width: layout.detail.width - 1, height: layout.detail.height)) {
            $0.preview([builder.sheet], query: list.query)
            let hidden = builder.sheet.lines.count - layout.detail.height
            guard hidden > 0 else { return }
            $0.right(DisplayText(" 另有\(hidden)行，按 Enter 看全 "), y: 0, end: $0.width - 2, role: .dim)
        }
    }

    private func detail(of position: ItemTree.Position, _ builder: inout SheetBuilder, _ situation: Situation) {
        let item = situation.plan.tree[position]
        let standing = situation.standings[position]
        builder.line([(0, .rule(label: DisplayText(situation.plan.name(of: position))))])
        if let deadline = standing.deadline {
            var words = DisplayText("\(deadline.day)　\(deadline.explanation)")
            if let before = situation.plan.deadlineBefore(item), before != deadline.day {
                words = DisplayText("\(before) ") + builder.glyphs.arrow + DisplayText(" ") + words
            }
            builder.entry("期限", words)
        }
        builder.entry("内容", DisplayText(item.wording))
        for recurrence in item.recurrences {
            let next = recurrence.next(from: situation.briefing.today).map { "，下一次 \($0)" } ?? "，日期逐年公布"
            builder.entry("时点", DisplayText(recurrence.name + next))
        }
        builder.light(standing)
    }

    func detail(of decision: Decision, _ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        let meeting = plan.meeting(decision.meeting)
        builder.line([(0, .rule(label: "议定事项"))])
        builder.entry("议定", DisplayText(decision.text))
        let status = decision.status?.word ?? "未报"
        builder.entry("办理", DisplayText("\(plan.unit(decision.unit)?.name ?? "")　\(status)"))
        let items = decision.items.compactMap(plan.tree.position).map { plan.name(of: $0) }
        if !items.isEmpty { builder.entry("关联", DisplayText(items.joined(separator: "、"))) }
        if let meeting { builder.entry("会议", DisplayText("\(meeting.day) \(meeting.name)")) }
    }
}

extension Plan {
    /// The deadline an item had before it was adjusted; nil where it was not.
    func deadlineBefore(_ item: Item) -> Day? {
        guard !item.adjustments.isEmpty else { return nil }
        return publishedDeadline(of: item)?.day ?? item.adjustments.dropLast().last?.deadline
    }
}

extension Situation {
    /// From the first to the last day a timeline shows: phases, deadlines, the plan's end, today.
    var span: ClosedRange<Day> {
        let starts = plan.phases.map(\.start) + [briefing.today]
        let ends = plan.phases.map(\.end) + plan.tree.roots.compactMap { standings[$0].deadline?.day }
        let first = starts.min() ?? briefing.today
        return first...max(first, (ends + [plan.periodEnd, briefing.today]).max() ?? first)
    }
}
