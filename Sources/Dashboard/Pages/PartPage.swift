import Cells
import Text
import WorkPlan

/// A unit's part of an item: what it reported, when, and where that leaves it. Of an area or a task the unit's rows.
struct PartPage: SheetPage {
    let item: Identifier<Item>
    let unit: Identifier<Unit>
    var view = SheetView()

    init(item: Identifier<Item>, unit: Identifier<Unit>) {
        self.item = item
        self.unit = unit
    }

    static let commands: [Command<PartPage>] = walking

    func heading(_ situation: Situation) -> DisplayText {
        let name = situation.plan.tree.position(of: item).map { situation.plan.name(of: $0) } ?? "事项"
        return DisplayText("\(name) \(situation.plan.unit(unit)?.name ?? "")")
    }

    func sheets(_ situation: Situation) -> [Sheet] {
        guard let position = situation.plan.tree.position(of: item), let unit = situation.plan.unit(unit) else {
            return situation.spread({ $0.paragraph("这一项或这个单位已不在方案中。", role: .warning) }, { _ in })
        }
        let item = situation.plan.tree[position]
        return situation.spread(
            { left in
                left.paragraph(DisplayText(unit.name), role: .heading, link: .unit(unit.id))
                left.gap()
                if item.level >= .subtask {
                    part(position, unit, &left, situation)
                    reports(item, unit, &left, situation)
                    readings(item, unit, &left, situation)
                } else {
                    rows(position, unit, &left, situation)
                }
            },
            { right in whole(item, position, &right, situation) })
    }

    // MARK: The unit's own

    private func part(
        _ position: ItemTree.Position, _ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let standing = situation.standings[position]
        guard let part = PartJudge(situation.plan, situation.standings).part(of: position, unit: unit.id) else {
            builder.paragraph("这个单位不是这一项的责任单位。", role: .dim)
            return
        }
        builder.entry("承担", part.roleInWords(situation.plan))
        builder.entry(
            part.members.isEmpty ? "本单位" : "成员",
            part.members.isEmpty || part.own != nil ? own(part) : part.inWords(standing))
        let reason = part.reason?.sentence ?? (part.isOwn ? "取成员中最重者" : "本单位未单独报送，随事项 → \(part.light.word)")
        builder.light(part.light, DisplayText(reason))
        if !part.members.isEmpty { members(part.members, &builder, situation) }
        history(position, unit, &builder, situation)
    }

    private func own(_ part: UnitPart) -> DisplayText {
        part.own.map { DisplayText("\($0.status.inShort)（\($0.day)）") } ?? "未报"
    }

    private func members(_ members: [UnitPart], _ builder: inout SheetBuilder, _ situation: Situation) {
        let heard = members.count { $0.isHeard }
        builder.heading(DisplayText("成员 \(heard)/\(members.count) 已报"))
        for member in members {
            let mark = builder.glyphs.mark(member.light, isOwn: member.isOwn) + DisplayText(member.light.word)
            builder.line(
                [
                    (0, .text(mark, member.light.role)),
                    (4, .cut(DisplayText(situation.plan.unit(member.unit)?.name ?? ""), .link, columns: 12)),
                    (18, .text(member.isOwn ? own(member) : member.isHeard ? "已报" : "未报", .text)),
                ], link: .part(item, member.unit))
        }
    }

    /// Every status the unit gave, newest first.
    private func history(
        _ position: ItemTree.Position, _ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let today = situation.briefing.today
        let own = situation.plan.tree[position].progress.enumerated()
            .filter { $0.element.unit == unit.id && $0.element.day <= today }
            .sorted { ($0.element.day, $0.offset) > ($1.element.day, $1.offset) }.map(\.element)
        guard !own.isEmpty else { return }
        builder.heading("本单位进度")
        for entry in own {
            builder.line([
                (0, .text(DisplayText("\(entry.day)"), .dim)),
                (12, .bar(percent: entry.status.percent, columns: 10)),
                (23, .text(DisplayText(entry.status.inShort), .text)),
            ])
        }
    }

    private func reports(_ item: Item, _ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation) {
        let reports = item.reports.filter { $0.unit == unit.id && $0.received <= situation.briefing.today }
            .sorted { ($0.period.start, $0.received) > ($1.period.start, $1.received) }
        // A collective unit's members report for themselves.
        if reports.isEmpty, unit.isCollective { return }
        builder.heading("本单位报送")
        if reports.isEmpty { builder.paragraph("没有报送过。", role: .dim) }
        let reporting = situation.plan.rules.reporting
        for (number, report) in reports.enumerated() {
            if number > 0 { builder.gap() }
            let state: ReportingTable.State = report.isLate(reporting) ? .late : .onTime
            let signed = report.isSignedOff ? "，主要领导已审" : ""
            builder.paragraph(
                DisplayText("\(report.period.word)　\(state.word)（\(report.received) 收到\(signed)）"), role: .heading)
            if report.needsCoordination { builder.paragraph("需协调", role: .warning) }
            builder.entry("进展情况", DisplayText(report.progress))
            builder.entry("存在问题", DisplayText(report.problems))
            builder.entry("下一步", DisplayText(report.next))
        }
    }

    private func readings(_ item: Item, _ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation) {
        let today = situation.briefing.today
        for indicator in situation.plan.indicators(of: item.id) {
            let readings = indicator.readings.filter { $0.unit == unit.id && $0.day <= today }
                .sorted { $0.day > $1.day }
            builder.heading(DisplayText("指标 \(indicator.title)"))
            if readings.isEmpty { builder.paragraph("本单位没有单独的数。", role: .dim) }
            for reading in readings {
                builder.entry(
                    DisplayText("\(reading.day)"), DisplayText("\(Figure.number(reading.value)) \(indicator.unit)"),
                    indent: 12)
            }
        }
    }

    // MARK: The item

    /// The unit's subtasks below an area or a task.
    private func rows(
        _ position: ItemTree.Position, _ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let plan = situation.plan
        let judge = PartJudge(plan, situation.standings)
        let parts = plan.tree.subtree(of: position).filter { plan.tree.level(of: $0) == .subtask }
            .compactMap { place in judge.part(of: place, unit: unit.id).map { (place, $0) } }
        builder.heading(DisplayText("\(plan.name(of: position))中承担 \(parts.count) 项"))
        for (place, part) in parts {
            let item = plan.tree[place]
            let mark = builder.glyphs.mark(part.light, isOwn: part.isOwn) + DisplayText(part.light.word)
            let lines = DisplayText(item.wording).lines(width: builder.width - 8, ambiguous: builder.glyphs.ambiguous)
            for (row, line) in lines.enumerated() {
                let marked: [(Int, Sheet.Piece)] =
                    row == 0 ? [(0, .text(mark, part.light.role)), (4, .text(DisplayText(item.number), .number))] : []
                builder.line(marked + [(8, .text(line, .text))], link: .part(item.id, unit.id))
            }
        }
    }

    private func whole(
        _ item: Item, _ position: ItemTree.Position, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        builder.heading(DisplayText(situation.plan.name(of: position)))
        builder.paragraph(DisplayText(item.wording), role: .link, link: .item(item.id))
        builder.gap()
        let standing = situation.standings[position]
        builder.light(standing)
        builder.progress(standing, isParent: item.level < .subtask)
        builder.deadline(item, standing, situation)
        builder.units(of: item, situation)
        builder.indicators(of: item, situation)
    }
}
