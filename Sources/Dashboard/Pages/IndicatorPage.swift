import Cells
import Text
import WorkPlan

/// One indicator: its target, how it does against time, a chart, and every reading.
struct IndicatorPage: SheetPage {
    let indicator: Identifier<Indicator>
    var view = SheetView()

    init(indicator: Identifier<Indicator>) {
        self.indicator = indicator
    }

    static let commands: [Command<IndicatorPage>] = walking

    func heading(_ situation: Situation) -> DisplayText { DisplayText("指标\(indicator)") }

    func selection(_ situation: Situation) -> Link? { view.link(laidOut(situation)) ?? .indicator(indicator) }

    func sheets(_ situation: Situation) -> [Sheet] {
        guard let indicator = situation.plan.indicators.first(where: { $0.id == indicator }) else {
            return situation.spread({ $0.paragraph("这个指标已不在方案中。", role: .warning) }, { _ in })
        }
        let pace = situation.plan.pace(of: indicator, on: situation.briefing.today)
        return situation.spread(
            { left in
                left.paragraph(DisplayText(indicator.title), role: .heading)
                left.gap()
                left.pace(of: indicator, pace)
                // Gap, heading, axis and legend are four lines; where so few are left, the page scrolls anyway.
                let rows = situation.area.height - left.sheet.lines.count - 4
                left.chart(
                    of: indicator, pace, on: situation.briefing.today, height: rows < 5 ? 10 : min(rows, 10))
            },
            { right in
                readings(indicator, &right, situation)
                source(indicator, &right, situation)
            })
    }

    // MARK: The readings

    private func readings(_ indicator: Indicator, _ builder: inout SheetBuilder, _ situation: Situation) {
        let today = situation.briefing.today
        units(indicator, &builder, situation)
        let series = indicator.series(on: today)
        builder.heading(DisplayText("读数（\(series.count)）"))
        if series.isEmpty { builder.paragraph("未报：尚无读数，不等于零。", role: .dim) }
        var last: Double?
        var lines: [(Indicator.Reading, Double?)] = []
        for reading in series {
            lines.append((reading, last.map { reading.value - $0 }))
            last = reading.value
        }
        for (reading, change) in lines.reversed() {
            let share = indicator.goal.flatMap { $0 > 0 ? "\(Figure.points(reading.value / $0 * 100))%" : nil } ?? ""
            let changed = change.map { ($0 < 0 ? "" : "+") + Figure.number($0) } ?? "首次"
            builder.line([
                (0, .text(DisplayText("\(reading.day)"), .dim)),
                (12, .text(DisplayText(indicator.inWords(reading.value)), .text)),
                (26, .text(DisplayText(share), .text)), (35, .text(DisplayText(changed), .dim)),
            ])
        }
        let later = indicator.readings.count { $0.day > today }
        if later > 0 { builder.paragraph(DisplayText("另有 \(later) 个读数在数据截止日之后，不计"), role: .dim) }
    }

    /// One line a unit where the indicator is split: the members of 全覆盖, or whoever gave figures.
    private func units(_ indicator: Indicator, _ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        let today = situation.briefing.today
        var ids: [Identifier<Unit>] = []
        if case .all(_, let collective?) = indicator.target { ids = plan.unit(collective)?.members ?? [] }
        let reporting = Set(indicator.readings.compactMap(\.unit))
        ids += plan.units.map(\.id).filter { reporting.contains($0) && !ids.contains($0) }
        guard !ids.isEmpty else { return }
        let figures = ids.map { indicator.latest(on: today, unit: $0) }
        let sum = figures.reduce(0) { $0 + ($1?.value ?? 0) }
        builder.heading(DisplayText("分单位（\(ids.count)家中\(figures.count { $0 != nil })家已报）"))
        for (id, reading) in zip(ids, figures) {
            let name = DisplayText(plan.unit(id)?.name ?? id.text)
            var pieces: [(Int, Sheet.Piece)] = [(0, .cut(name, .link, columns: 18))]
            if let reading {
                let share = sum > 0 ? "占 \(Figure.points(reading.value / sum * 100))%" : ""
                pieces.append((19, .text(DisplayText(indicator.inWords(reading.value)), .text)))
                pieces.append((31, .text(DisplayText(share), .text)))
                pieces.append((41, .text(DisplayText("\(reading.day)"), .dim)))
            } else {
                pieces.append((19, .text("未报", .dim)))
            }
            builder.line(pieces, link: .unit(id))
        }
    }

    // MARK: Where it comes from

    private func source(_ indicator: Indicator, _ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("出处")
        if let position = situation.plan.tree.position(of: indicator.item) {
            builder.entry(
                DisplayText(situation.plan.name(of: position)), DisplayText(situation.plan.tree[position].wording),
                role: .link, link: .item(indicator.item))
        }
        builder.entry("原文", DisplayText(indicator.printed))
        if let counting = indicator.counting { builder.entry("口径", DisplayText(counting.word)) }
        builder.entry("基数", DisplayText(indicator.baseline.map { Figure.number($0) } ?? "未登记"))
        if let remark = indicator.remark { builder.entry("说明", DisplayText(remark), role: .remark) }
    }
}

extension Indicator {
    /// A reading in the words of its target: 有, 压减 12.5%, 3,510 次
    func inWords(_ value: Double) -> String {
        switch target {
        case .achieved: value >= 1 ? "有" : "无"
        case .reduceBy: "\(Figure.number(value))%"
        case .atLeast, .moreThan, .all, .qualitative: Figure.number(value) + (unit.isEmpty ? "" : " \(unit)")
        }
    }
}
