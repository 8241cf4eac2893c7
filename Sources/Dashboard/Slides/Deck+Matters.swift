import Cells
import Text
import WorkPlan

// What to talk about: changes, deadlines, coordination.
extension Deck {
    func changes(_ builder: inout SlideBuilder) {
        guard let inquiry = choice.inquiry(plan) else { return }
        switch situation.answers[inquiry] {
        case .comparison(let comparison)?: changes(comparison, &builder)
        case .failure(let reason)?: builder.sentence(DisplayText(reason))
        default: builder.sentence("正在对比", role: .dim)
        }
    }

    private func changes(_ comparison: Comparison, _ builder: inout SlideBuilder) {
        let rows = comparison.rows.filter { $0.isPublic && (choice.filter.isEmpty || touches($0.item)) }
        builder.sentence(DisplayText("\(comparison.from) 至 \(comparison.to)"), role: .dim)
        guard !rows.isEmpty else { return builder.sentence("没有变化") }
        gathered(rows, &builder)
        for kind in [Comparison.Row.Kind.turned, .added, .removed, .moved, .changed] {
            let some = rows.filter { $0.kind == kind && !$0.isOneOfMany && !isOfMilestone($0) }
            guard !some.isEmpty else { continue }
            builder.heading(DisplayText("\(kind.word) \(some.count)"))
            builder.blocks(some, apart: .none) { row, builder in
                let position = row.item.flatMap(plan.tree.position)
                let link = position.map { Link.item(plan.tree[$0].id) }
                guard let turn = row.turn else { return builder.paragraph(DisplayText(row.sentence), link: link) }
                let now = position.map { standings[$0].reason.publicSentence } ?? ""
                builder.light(
                    turn.to, DisplayText("\(row.name)　由\(turn.from.word)转\(turn.to.word)　\(now)"), label: "",
                    indent: 0, link: link)
            }
        }
    }

    /// What comes by the dozen is counted, with the items it is about: nobody reads forty lines of reports on a wall.
    private func gathered(_ rows: [Comparison.Row], _ builder: inout SlideBuilder) {
        for (words, some) in [
            ("收到报送", rows.filter(\.isReport)),
            ("各单位进度更新", rows.filter { $0.isOneOfMany && !$0.isReport }),
            ("节点变化", rows.filter { isOfMilestone($0) && !$0.isOneOfMany }),
        ] where !some.isEmpty {
            let items = Set(some.compactMap(\.item).compactMap(plan.tree.position).map { subtask(of: $0) }).sorted()
            let numbers = items.map { plan.number(of: $0) }.joined(separator: "、")
            builder.sentence(DisplayText("\(words) \(some.count) 处：第\(numbers)项"))
        }
    }

    private func isOfMilestone(_ row: Comparison.Row) -> Bool {
        guard case .item(let id) = row.subject, let position = plan.tree.position(of: id) else { return false }
        return plan.tree.level(of: position) == .milestone
    }

    /// The subtask a milestone is of; anything else is itself.
    private func subtask(of position: ItemTree.Position) -> ItemTree.Position {
        plan.tree.level(of: position) == .milestone ? plan.tree.parent(of: position) ?? position : position
    }

    // MARK: Deadlines

    func due(_ builder: inout SlideBuilder) {
        let open =
            shownSubtasks
            .compactMap { position in standings.openDeadline(of: position).map { (position: position, day: $0) } }
            .filter { today.days(to: $0.day) <= 30 }
            .sorted { ($0.day, $0.position) < ($1.day, $1.position) }
        let overdue = open.count { $0.day < today }
        builder.figures([
            ("\(overdue)", "项已过期限", overdue > 0 ? .warning : .text),
            ("\(open.count - overdue)", "项30天内到期", .text),
        ])
        guard !open.isEmpty else { return builder.sentence("没有已过期限或30天内到期的事项") }
        builder.blocks(open, continued: { again($0.position, &$1) }) { matter, builder in
            let (position, day) = matter
            let item = plan.tree[position]
            let link = Link.item(item.id)
            let isDerived = standings[position].deadline?.isDerived ?? false
            builder.named(standings.light(of: position), item.number, item.wording, role: .text, link: link)
            builder.entry(
                "期限", DisplayText("\(day)\(isDerived ? "（推定）" : "")　\(today.distanceInWords(to: day))"),
                role: day < today ? .warning : .text, indent: 8, link: link)
            builder.entry("单位", DisplayText(unitNames(item)), indent: 8, link: link)
        }
    }

    // MARK: Coordination

    func coordination(_ builder: inout SlideBuilder) {
        let asking = Positions(shownSubtasks.filter { plan.needsCoordination(plan.tree[$0], on: today) })
        guard !asking.isEmpty else { return builder.sentence("没有单位提出需要协调的事项", role: .heading) }
        builder.blocks(asking, continued: again) { position, builder in
            let item = plan.tree[position]
            let link = Link.item(item.id)
            builder.named(standings.light(of: position), item.number, item.wording, link: link)
            for report in item.newestReports(on: today) where report.needsCoordination {
                let unit = plan.unit(report.unit)?.name ?? report.unit.text
                builder.entry("提出", DisplayText("\(unit)（\(report.period.word)）"), indent: 8, link: link)
                builder.written("问题", report.problems.isEmpty ? "未写" : report.problems, link: link)
                builder.written("下一步", report.next, link: link)
            }
        }
    }
}

extension Comparison.Row {
    /// Whether it may be shown on the wall. What is not known to be public is not.
    fileprivate var isPublic: Bool {
        switch subject {
        case .unit, .rules: return false
        case .meeting, .decision: return true
        case .indicator: return kind != .changed || field.contains("读数")
        case .item:
            let known = ["内容", "进度", "期限", "节点调整", "责任单位", "单位顺序", "文字调整"]
            return kind != .changed || isReport || known.contains { field.hasSuffix($0) } || field.contains("进度（数据日")
        }
    }

    /// A report's three blanks stand with its item; here it is enough that it came.
    fileprivate var isReport: Bool { kind == .changed && field.hasSuffix("报送") }

    /// A report, a unit's own progress, or a figure of an earlier day that was corrected.
    fileprivate var isOneOfMany: Bool {
        guard case .item = subject, kind == .changed else { return false }
        return isReport || (field.hasPrefix("·") && field.contains("进度")) || field.contains("进度（数据日")
    }
}
