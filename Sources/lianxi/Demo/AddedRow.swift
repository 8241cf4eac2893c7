import WorkPlan

/// 增1, 增2: subtasks of the secretariat's own making.
struct AddedRow {
    let item: Item
    let parent: Identifier<Item>
    let day: Day
    let meeting: Identifier<Meeting>?

    static let all = [
        AddedRow(
            make(
                "added-1", "增1", "组织在嘉高校院所开展存量专利盘点，形成可转化专利清单。",
                source: "联席会议第二次全体会议议定事项（2023年11月23日）", units: ["jyj", "kjj"], start: Day(2023, 11, 23),
                deadline: Day(2024, 2, 29)),
            parent: "task-3.3", day: Day(2023, 11, 23), meeting: "meeting-2"),
        AddedRow(
            make(
                "added-2", "增2", "编印《企业出海知识产权风险提示手册》。",
                source: "市领导在出口企业座谈会上的交办（2024年1月9日）", units: ["scjgj"], start: Day(2024, 1, 10),
                deadline: Day(2024, 6, 30)),
            parent: "task-4.3", day: Day(2024, 1, 10), meeting: nil),
    ]

    private init(_ item: Item, parent: Identifier<Item>, day: Day, meeting: Identifier<Meeting>?) {
        self.item = item
        self.parent = parent
        self.day = day
        self.meeting = meeting
    }

    private static func make(
        _ id: Identifier<Item>, _ number: String, _ title: String, source: String, units: [Identifier<Unit>],
        start: Day, deadline: Day
    ) -> Item {
        var item = Item(id: id, level: .subtask, number: number, title: title)
        item.addedSource = source
        item.assignments = units.map { Assignment(unit: $0) }
        item.start = start
        item.adjustments = [
            Adjustment(id: Identifier("\(id)-deadline"), deadline: deadline, basis: "交办时限", decided: start)
        ]
        return item
    }

    /// The first quarter for which anybody reports on it.
    static func firstQuarter(of item: Identifier<Item>) -> Int {
        all.first { $0.item.id == item }
            .flatMap { row in Story.quarters.firstIndex { $0.end >= row.day } } ?? 1
    }
}
