import WorkPlan

/// 节点: a step of a row with its due day and what became of it.
struct Milestone {
    let title: String
    let start: Day
    let due: Day
    /// Nil where it is never reported done.
    let done: Day?

    init(_ title: String, _ start: Day, _ due: Day, done: Day?) {
        self.title = title
        self.start = start
        self.due = due
        self.done = done
    }

    static let all: [(item: Identifier<Item>, steps: [Milestone])] = [
        (
            "row-7",
            [
                Milestone("完成系统升级需求评审", Day(2022, 10, 10), Day(2022, 12, 31), done: Day(2022, 12, 20)),
                Milestone("商标、数据知识产权评估模块上线", Day(2023, 1, 1), Day(2023, 5, 31), done: Day(2023, 5, 26)),
                Milestone("接入全部试点银行", Day(2023, 4, 1), Day(2023, 9, 30), done: Day(2023, 10, 19)),
                Milestone("完成评估模型行业校准", Day(2023, 9, 1), Day(2024, 2, 29), done: Day(2024, 2, 27)),
                Milestone("系统终验", Day(2024, 2, 1), Day(2024, 6, 15), done: Day(2024, 6, 7)),
            ]
        ),
        (
            "row-9",
            [
                Milestone("建设方案通过论证", Day(2022, 10, 10), Day(2022, 12, 31), done: Day(2022, 12, 28)),
                Milestone("交易系统完成招标", Day(2023, 1, 1), Day(2023, 4, 30), done: Day(2023, 5, 12)),
                Milestone("交易系统联调完成", Day(2023, 5, 1), Day(2023, 12, 31), done: Day(2024, 1, 25)),
                Milestone("主体装修消防验收", Day(2023, 6, 1), Day(2024, 9, 30), done: Day(2024, 9, 13)),
                Milestone("中心试运行并完成首批交易", Day(2024, 6, 1), Day(2024, 12, 31), done: Day(2024, 12, 20)),
            ]
        ),
        (
            "row-18",
            [
                Milestone("平台建设方案和场地落实", Day(2022, 10, 1), Day(2022, 11, 30), done: Day(2022, 11, 29)),
                Milestone("维权、调解窗口对外服务", Day(2022, 12, 1), Day(2023, 3, 31), done: Day(2023, 3, 22)),
                Milestone("与法院诉调对接", Day(2023, 3, 1), Day(2023, 6, 30), done: Day(2023, 6, 28)),
                Milestone("专利预审服务开通", Day(2023, 6, 1), Day(2023, 10, 31), done: Day(2023, 11, 8)),
                Milestone("服务扩展到高端装备产业", Day(2023, 10, 1), Day(2024, 2, 29), done: Day(2024, 2, 22)),
                Milestone("平台验收", Day(2024, 2, 15), Day(2024, 6, 20), done: Day(2024, 6, 18)),
            ]
        ),
        (
            "row-19",
            [
                Milestone("国家级保护中心申报材料报省局", Day(2022, 11, 1), Day(2023, 3, 31), done: Day(2023, 3, 30)),
                Milestone("通过省局推荐", Day(2023, 4, 1), Day(2023, 8, 31), done: Day(2023, 8, 24)),
                Milestone("配合国家知识产权局现场考察", Day(2023, 10, 1), Day(2024, 5, 31), done: Day(2024, 6, 13)),
                Milestone("七个县（市、区）中心全部挂牌", Day(2022, 12, 1), Day(2024, 10, 31), done: Day(2024, 10, 31)),
            ]
        ),
        (
            "row-25",
            [
                Milestone("确定培育园区和站（点）名单", Day(2022, 10, 10), Day(2022, 12, 31), done: Day(2022, 12, 27)),
                Milestone("首批示范站（点）挂牌", Day(2023, 1, 1), Day(2023, 5, 31), done: Day(2023, 5, 30)),
                Milestone("省级示范区中期评估", Day(2023, 5, 1), Day(2023, 10, 31), done: Day(2023, 10, 27)),
                Milestone("示范站（点）实现县（市、区）全覆盖", Day(2023, 8, 1), Day(2024, 3, 15), done: Day(2024, 3, 14)),
                Milestone("省级验收", Day(2024, 3, 1), Day(2024, 6, 20), done: Day(2024, 6, 14)),
            ]
        ),
    ]
}

extension Story {
    /// Milestones under several rows, begun, under way and done.
    mutating func tellMilestones() {
        for (item, steps) in Milestone.all {
            for (place, step) in steps.enumerated() {
                let id = Identifier<Item>("\(item)-step-\(place + 1)")
                var milestone = Item(id: id, level: .milestone, title: step.title)
                milestone.addedSource = "联席会议办公室分解"
                milestone.start = step.start
                milestone.adjustments = [
                    Adjustment(
                        id: Identifier("\(id)-deadline"), deadline: step.due, basis: "节点分解", decided: Day(2022, 10, 25))
                ]
                tell(
                    Scene(
                        WorkingDay.from(Day(2022, 10, 25)), minute: 9 * 60 + Milestone.minute(item, place),
                        by: Cast.clerk(1),
                        [.item(id, Edit(was: nil, becomes: PlacedItem(milestone, under: item, at: place)))]))
                tellCourse(of: step, id, in: item)
            }
        }
    }

    private mutating func tellCourse(of step: Milestone, _ id: Identifier<Item>, in item: Identifier<Item>) {
        let done = step.done ?? Self.end
        for (index, quarter) in Self.quarters.enumerated() where quarter.end < done {
            let isBegun = quarter.end > step.start
            // One word that a step has not begun is enough.
            guard isBegun || index == 1 || quarter.end == Day(2024, 3, 31) else { continue }
            let share = Double(step.start.days(to: quarter.end)) / Double(max(1, step.start.days(to: step.due)))
            let status = isBegun ? Status.underway(percent: min(95, (share * 95).rounded())) : .notStarted
            tell(
                Scene(
                    compilingDay(index), minute: officeMinute(), by: clerk(),
                    [.progress(id, unit: nil, day: quarter.end, Edit(was: nil, becomes: status))]))
        }
        guard let done = step.done else { return }
        var changes: [Change] = [.progress(id, unit: nil, day: done, Edit(was: nil, becomes: .completed(done)))]
        if done <= Day(2024, 3, 31) {
            let evidence = Evidence(
                id: Identifier("evidence-\(id)"), place: "佐证/节点/\(item)/\(done).pdf", about: "\(step.title)的证明材料")
            changes.append(.evidence(item, evidence.id, Edit(was: nil, becomes: Placed(evidence, at: 99))))
        }
        tell(
            Scene(
                WorkingDay.from(done.adding(days: 1)), minute: officeMinute(), by: clerk(), changes,
                note: done > step.due ? "比计划晚 \(step.due.days(to: done)) 天" : nil))
    }
}

extension Milestone {
    /// Steps are entered one after the other.
    fileprivate static func minute(_ item: Identifier<Item>, _ place: Int) -> Int {
        (all.firstIndex { $0.item == item } ?? 0) * 15 + place * 2
    }
}
