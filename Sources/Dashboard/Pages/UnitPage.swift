import Cells
import Text
import WorkPlan

/// One unit: what it owes, its items, its indicators, its names, members and liaison officers.
struct UnitPage: SheetPage {
    private(set) var unit: Identifier<Unit> { didSet { view.layOutAnew() } }
    var view = SheetView()
    /// The order of the list that `[` and `]` walk along.
    private let order: UnitOrder
    var isByNumber = false { didSet { view.layOutAnew() } }

    init(unit: Identifier<Unit>, order: UnitOrder = .printed) {
        self.unit = unit
        self.order = order
    }

    /// What the page adds to walking.
    static let own: [Command<UnitPage>] = [
        Command("next-unit", ["]"], label: "下一单位", help: "下一个单位，按单位列表的次序") { page, situation in
            page.walk(1, situation)
        },
        Command("previous-unit", ["["], label: "上一单位", help: "上一个单位") { page, situation in
            page.walk(-1, situation)
        },
        Command("order", ["o"], label: "排序", help: "承担事项的次序：灯重的、先到期的在前，或按序号") { page, _ in
            page.isByNumber.toggle()
            page.view.home()
            return .notice(page.isByNumber ? "按序号" : "灯重的、先到期的在前")
        },
    ]

    static let commands: [Command<UnitPage>] = walking + own

    func heading(_ situation: Situation) -> DisplayText {
        DisplayText(situation.plan.unit(unit)?.name ?? "单位")
    }

    private mutating func walk(_ step: Int, _ situation: Situation) -> Response {
        let units = order.grouped(situation).flatMap(\.loads).map(\.unit)
        guard let place = units.firstIndex(of: unit) else { return .done }
        guard units.indices.contains(place + step) else { return .notice(step > 0 ? "已是最后一个单位" : "已是第一个单位") }
        unit = units[place + step]
        view.home()
        return .done
    }

    func selection(_ situation: Situation) -> Link? { view.link(laidOut(situation)) ?? .unit(unit) }

    func sheets(_ situation: Situation) -> [Sheet] {
        guard let unit = situation.plan.unit(unit),
            let load = situation.briefing.workloads.load(of: unit.id)
        else {
            return situation.spread({ $0.paragraph("这个单位已不在方案中。", role: .warning) }, { _ in })
        }
        let items = UnitItems(unit, load, situation)
        return situation.spread(
            { left in
                left.paragraph(DisplayText(unit.name), role: .heading)
                left.gap()
                items.summary(&left)
                items.list(byNumber: isByNumber, &left)
            },
            { right in
                indicators(unit, load, &right, situation)
                names(unit, &right, situation)
                members(unit, &right, situation)
            })
    }

    private func indicators(
        _ unit: Unit, _ load: Workload, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let plan = situation.plan
        let today = situation.briefing.today
        let reporters = plan.reporters(of: Assignment(unit: unit.id))
        // What hangs on its rows, and what it has given figures for.
        let found = plan.indicators.filter { indicator in
            indicator.readings.contains { $0.unit.map(reporters.contains) ?? false }
                || plan.tree.position(of: indicator.item).map { plan.isOn(load, $0) } ?? false
        }
        guard !found.isEmpty else { return }
        builder.heading(DisplayText("指标（\(found.count)）"))
        for indicator in found {
            let own = indicator.latest(on: today, unit: unit.id)
            let whole = indicator.latest(on: today)
            let words =
                (own.map { "本单位 \(Figure.number($0.value))（\($0.day)）　" } ?? "")
                + (whole.map { "全市 \(Figure.number($0.value))" } ?? "未报") + "　目标 \(indicator.goalInWords)"
            builder.paragraph(DisplayText(indicator.title), role: .link, link: .indicator(indicator.id))
            builder.paragraph(
                DisplayText(words), role: whole == nil ? .dim : .text, indent: 2, link: .indicator(indicator.id))
        }
    }

    private func names(_ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("单位与联络")
        builder.entry("类别", DisplayText(unit.kind.word + (unit.isPrinted ? "" : "（方案中未单独列出）")))
        if !unit.aliases.isEmpty {
            let remark = unit.generalKnowledge.contains("aliases") ? "（通识，请核对）" : ""
            builder.entry("又称", DisplayText(unit.aliases.joined(separator: "、") + remark))
        }
        let remark = unit.generalKnowledge.contains("renames") ? "（通识，请核对）" : ""
        for rename in unit.renames {
            builder.entry("更名", DisplayText("\(rename.since) \(rename.name)\(remark)"))
        }
        for contact in unit.contacts {
            builder.entry("联络员", DisplayText("\(contact.name) \(contact.role) \(contact.telephone)"))
        }
        if unit.contacts.isEmpty, !unit.isCollective { builder.entry("联络员", "未登记", role: .dim) }
        for collective in situation.plan.collectives(of: unit.id) {
            builder.entry("属于", DisplayText(collective.name), role: .link, link: .unit(collective.id))
        }
    }

    private func members(_ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation) {
        guard unit.isCollective else { return }
        builder.heading(DisplayText("成员（\(unit.members.count)，通识，原文未列名）"))
        for member in unit.members.compactMap(situation.plan.unit) {
            builder.paragraph(DisplayText(member.name), role: .link, link: .unit(member.id))
        }
    }
}

extension Plan {
    /// Whether a unit is on an item, by itself or as a member of a collective unit. Of subtasks that is known without
    /// reading them.
    fileprivate func isOn(_ load: Workload, _ position: ItemTree.Position) -> Bool {
        if tree.level(of: position) == .subtask { return load.isOn(position) }
        return isOn(tree[position], load.unit)
    }
}

extension Unit.Rename {
    /// 2024年起, or 2024-03-01起: a new name is known from a year or from a day on.
    fileprivate var since: String {
        let isYear = from.count == 4 && from.allSatisfy { $0.isASCII && $0.isNumber }
        return from + (isYear ? "年起" : "起")
    }
}

extension Deadline {
    /// `2024-06-30推定`: fifteen columns at most.
    var inShort: String { "\(day)" + (isDerived ? "推定" : "") }
}
