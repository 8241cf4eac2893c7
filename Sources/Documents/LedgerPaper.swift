package import WorkPlan

extension Paper {
    /// 台账: every subtask with who, when, how far, why its light is lit, and what was last reported on it; with `period`,
    /// only what was reported for that.
    package static func ledger(_ plan: Plan, _ standings: Standings, period: Period? = nil) -> Paper {
        var paper = Paper(title: plan.title + "工作台账")
        let reported = period.map { "，报送情况为\($0.word)" } ?? ""
        paper.paragraphs = ["截至\(standings.today.inWords)\(reported)。"]
        paper.table.headings = [
            "序号", "工作领域", "任务", "事项", "责任单位", "完成时限", "时限由来", "状态", "进度（%）", "序时应达（%）", "亮灯", "亮灯原因", "指标", "进展情况",
            "存在问题", "下一步打算", "需协调",
        ]
        for position in plan.tree.subtasks {
            paper.table.rows.append(row(position, plan, standings, period))
        }
        return paper
    }

    private static func row(
        _ position: ItemTree.Position, _ plan: Plan, _ standings: Standings, _ period: Period?
    ) -> [String] {
        let item = plan.tree[position]
        let standing = standings[position]
        let above = plan.tree.ancestors(of: position).map { plan.tree[$0] }
        let reports = newestReports(item, plan, on: standings.today, period)
        let blank = { (words: (Report) -> String) in
            reports.filter { !words($0).isEmpty }.map { report in
                (reports.count > 1 ? "\(plan.unit(report.unit)?.name ?? "")：" : "") + words(report)
            }.joined(separator: "\n")
        }
        return [
            plan.number(of: position), above.first { $0.level == .area }?.title ?? "",
            above.first { $0.level == .task }?.title ?? "", item.wording, unitNames(item, plan),
            standing.deadline.map { "\($0.day)" } ?? "", standing.deadline?.explanation ?? "",
            standing.status?.word ?? "未报", standing.actual.map(Figure.points) ?? "",
            standing.expected.map(Figure.points) ?? "", standing.light.word, standing.reason.sentence,
            plan.indicators(of: item.id).map { indicator(of: $0, on: standings.today) }.joined(separator: "\n"),
            blank(\.progress), blank(\.problems), blank(\.next),
            plan.needsCoordination(item, on: standings.today) ? "是" : "",
        ]
    }

    /// Each unit's newest report, in the order of the plan's units.
    private static func newestReports(_ item: Item, _ plan: Plan, on today: Day, _ period: Period?) -> [Report] {
        plan.units.compactMap { unit in
            item.reports.filter { $0.unit == unit.id && $0.received <= today && (period == nil || $0.period == period) }
                .max { $0.period < $1.period }
        }
    }

    private static func indicator(of indicator: Indicator, on today: Day) -> String {
        let latest = indicator.latest(on: today).map { "\(Figure.number($0.value))（\($0.day)）" } ?? "未报"
        return "\(indicator.title)：目标 \(indicator.targetInWords)，最新 \(latest)"
    }

    static func unitNames(_ item: Item, _ plan: Plan) -> String {
        item.assignments.compactMap { plan.unit($0.unit)?.name }.joined(separator: "、")
    }
}
