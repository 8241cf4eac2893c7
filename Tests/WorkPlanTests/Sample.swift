import WorkPlan

/// A small plan whose arithmetic can be done in the head: two areas, three subtasks, phase 2023-01-01 to 2024-12-31.
enum Sample {
    static func plan() -> Plan {
        var plan = Plan(
            id: "sample", title: "样例方案", shortTitle: "样例", issuer: "市政府办公室", issued: day("2022-12-01"),
            period: "2023-2024年", periodEnd: day("2024-12-31"), goal: "到2024年完成。")
        plan.phases = [
            Phase(
                id: "main", number: "（一）", title: "实施阶段", printed: "2023年至2024年", start: day("2023-01-01"),
                end: day("2024-12-31"), text: "实施。")
        ]
        plan.rules.deadlinePhase = "main"
        plan.rules.printedDeadlines = [.init(phrase: "到2024年6月", day: day("2024-06-30"))]
        for unit in [
            Unit(id: "a", name: "市甲局", short: "甲", kind: .department),
            collective(), Unit(id: "x", name: "东县", short: "东", kind: .county),
            Unit(id: "y", name: "西县", short: "西", kind: .county),
        ] { _ = plan.add(unit) }
        let first = append(Item(id: "area-1", level: .area, number: "（一）", title: "第一领域"), under: nil, to: &plan)
        let task = append(Item(id: "task-1", level: .task, title: "任务甲"), under: first, to: &plan)
        var one = Item(id: "row-1", level: .subtask, number: "1", title: "培育企业100家。")
        one.assignments = [Assignment(unit: "a")]
        append(one, under: task, to: &plan)
        var two = Item(id: "row-2", level: .subtask, number: "2", title: "各县建成中心。")
        two.assignments = [Assignment(unit: "a"), Assignment(unit: "all")]
        two.printedDeadline = "到2024年6月"
        append(two, under: task, to: &plan)
        let second = append(Item(id: "area-2", level: .area, number: "（二）", title: "第二领域"), under: nil, to: &plan)
        let other = append(Item(id: "task-2", level: .task, title: "任务乙"), under: second, to: &plan)
        append(Item(id: "row-3", level: .subtask, number: "3", title: "开展宣传。"), under: other, to: &plan)
        return plan
    }

    /// The sample with one item changed.
    static func plan(_ id: Identifier<Item>, _ change: (inout Item) -> Void) -> Plan {
        var plan = Sample.plan()
        if let position = plan.tree.position(of: id) { change(&plan.tree[position]) }
        return plan
    }

    static func standing(_ id: Identifier<Item>, in plan: Plan, on today: String) -> Standing? {
        plan.tree.position(of: id).map { Standings(plan, on: day(today))[$0] }
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    private static func collective() -> Unit {
        var unit = Unit(id: "all", name: "各县政府", short: "县", kind: .collective)
        unit.members = ["x", "y"]
        return unit
    }

    @discardableResult
    private static func append(_ item: Item, under parent: Int?, to plan: inout Plan) -> Int? {
        try? plan.tree.append(item, under: parent)
    }
}
