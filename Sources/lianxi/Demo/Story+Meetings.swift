import WorkPlan

extension Story {
    /// Two meetings: what they decided, and what became of it.
    mutating func tellMeetings() {
        let first: Identifier<Meeting> = "meeting-1"
        hold(
            Meeting(
                id: first, name: "市知识产权强市建设工作联席会议第一次全体会议", day: Day(2022, 10, 20),
                attendees: "召集人，副召集人，全体成员单位分管领导、联络员，各县（市、区）政府分管领导"), place: 0,
            from: 14 * 60 + 30)
        for (place, item) in ["row-13", "row-21"].enumerated() {
            at(
                first, Day(2022, 10, 20), minute: 15 * 60 + 12 + place * 3,
                [.assignment(Identifier(item), unit: "scjgj", Edit(was: nil, becomes: Placed(.lead, at: 9)))],
                note: "会议明确由市市场监管局牵头")
        }
        at(
            first, Day(2022, 10, 20), minute: 15 * 60 + 26, [.baseline("T5", Edit(was: nil, becomes: 90))],
            note: "会议明确：原有时限按2021年平均办理天数90天计")

        let second: Identifier<Meeting> = "meeting-2"
        hold(
            Meeting(
                id: second, name: "市知识产权强市建设工作联席会议第二次全体会议", day: Day(2023, 11, 23),
                attendees: "召集人，全体成员单位分管领导、联络员，各县（市、区）政府分管领导；市教育局请假，由联络员参加"), place: 1,
            from: 14 * 60)
        let adjustment = Adjustment(
            id: "adjustment-1", deadline: Day(2024, 12, 31), basis: "联席会议第二次全体会议议定：消防设计变更致验收推迟，同意桐乡市顺延",
            decided: Day(2023, 11, 23))
        at(
            second, Day(2023, 11, 23), minute: 14 * 60 + 48,
            [.adjustment("row-9", adjustment.id, Edit(was: nil, becomes: Placed(adjustment, at: 0)))])
        at(
            second, Day(2023, 11, 23), minute: 15 * 60 + 9,
            [
                .progress(
                    "row-12", unit: nil, day: Day(2023, 11, 23), Edit(was: nil, becomes: .underway(percent: 70)))
            ], note: "回头看抽查发现两个县窗口仍要求提交纸质材料，撤销销号，继续办理")
        for row in AddedRow.all {
            let place = plan.tree.position(of: row.parent).map { plan.tree.children(of: $0).count } ?? 0
            let changes = [
                Change.item(row.item.id, Edit(was: nil, becomes: PlacedItem(row.item, under: row.parent, at: place)))
            ]
            if let meeting = row.meeting {
                at(meeting, row.day, minute: 15 * 60 + 31, changes)
            } else {
                tell(Scene(row.day, minute: 9 * 60 + 32, by: Cast.clerk(0), changes, note: row.item.addedSource))
            }
        }
        for decision in Resolution.all { tell(decision) }
    }

    /// A meeting is opened, and closed when all has been entered.
    private mutating func hold(_ meeting: Meeting, place: Int, from minute: Int) {
        var sitting = meeting
        sitting.isOpen = true
        for (state, minute) in [(sitting, minute), (meeting, 16 * 60 + 20)] {
            at(
                meeting.id, meeting.day, minute: minute,
                [.meeting(meeting.id, Edit(was: nil, becomes: Placed(state, at: place)))])
        }
    }

    /// An entry that is made while a meeting sits.
    private mutating func at(
        _ meeting: Identifier<Meeting>, _ day: Day, minute: Int, _ changes: [Change], note: String? = nil
    ) {
        var scene = Scene(day, minute: minute, by: Cast.clerk(0), changes, note: note)
        scene.meeting = meeting
        tell(scene)
    }

    private mutating func tell(_ resolution: Resolution) {
        let decision = resolution.decision
        let place = Resolution.all.firstIndex { $0.decision.id == decision.id } ?? 0
        at(
            decision.meeting, resolution.day, minute: 15 * 60 + 40 + place * 2,
            [.decision(decision.id, Edit(was: nil, becomes: Placed(decision, at: place)))])
        for step in resolution.steps {
            tell(
                Scene(
                    WorkingDay.from(step.day), minute: 16 * 60 + place, by: Cast.clerk(place),
                    [.decisionStatus(decision.id, Edit(was: nil, becomes: step.status))], note: step.note))
        }
    }
}

/// 议定事项, and what was entered about it later. Its status has no data day: none is told after 2024-03-31.
struct Resolution {
    let decision: Decision
    let day: Day
    let steps: [(day: Day, status: Status, note: String)]

    private init(
        _ id: Identifier<Decision>, _ meeting: Identifier<Meeting>, _ day: Day, _ text: String,
        unit: Identifier<Unit>, until deadline: Day, items: [Identifier<Item>],
        _ steps: [(day: Day, status: Status, note: String)] = []
    ) {
        decision = Decision(
            id: id, meeting: meeting, text: text, unit: unit, deadline: deadline, items: items, status: nil)
        self.day = day
        self.steps = steps
    }

    static let all = [
        Resolution(
            "decision-1-1", "meeting-1", Day(2022, 10, 20), "各责任单位制定本单位实施方案，明确联络员，报联席会议办公室汇总。", unit: "scjgj",
            until: Day(2022, 11, 15), items: [], [(Day(2022, 11, 14), .completed(Day(2022, 11, 14)), "22家单位实施方案全部收齐")]),
        Resolution(
            "decision-1-2", "meeting-1", Day(2022, 10, 20), "市法院会同市检察院、市公安局、市司法局统一商标、外观设计类案件办案指引。", unit: "fy",
            until: Day(2023, 9, 30), items: ["row-20"],
            [
                (Day(2023, 4, 12), .underway(percent: 50), "初稿已征求意见"),
                (Day(2023, 9, 27), .completed(Day(2023, 9, 27)), "两类案件办案指引已印发"),
            ]),
        Resolution(
            "decision-1-3", "meeting-1", Day(2022, 10, 20), "各县（市、区）政府于2023年一季度前报送知识产权保护中心建设方案。", unit: "xianshiqu",
            until: Day(2023, 3, 31), items: ["row-19"],
            [
                (Day(2023, 3, 31), .underway(percent: 86), "已收6家，海盐县未报"),
                (Day(2023, 4, 26), .completed(Day(2023, 4, 26)), "海盐县补报，7家收齐，逾期26天"),
            ]),
        Resolution(
            "decision-1-4", "meeting-1", Day(2022, 10, 20), "市金融办会同市财政局、人民银行研究提出质押融资贴息和风险补偿办法。", unit: "jrb",
            until: Day(2023, 12, 31), items: ["row-13"], [(Day(2023, 10, 19), .underway(percent: 60), "分担比例未达成一致，继续会商")]
        ),
        Resolution(
            "decision-2-1", "meeting-2", Day(2023, 11, 23), "同意乌镇互联网知识产权运营中心建设节点顺延至2024年12月31日，桐乡市按月报送进度。",
            unit: "tongxiang", until: Day(2024, 12, 31), items: ["row-9"],
            [(Day(2024, 1, 18), .underway(percent: 30), "已按月报送两次")]),
        Resolution(
            "decision-2-2", "meeting-2", Day(2023, 11, 23), "市教育局会同市科技局完成在嘉高校院所存量专利盘点，形成可转化专利清单。", unit: "jyj",
            until: Day(2024, 2, 29), items: ["added-1", "row-15"],
            [(Day(2024, 3, 5), .underway(percent: 40), "已逾期，市教育局说明原因")]),
        Resolution(
            "decision-2-3", "meeting-2", Day(2023, 11, 23), "市农业农村局提出地标产业联农带农补短板措施，补齐农户台账。", unit: "nyncj",
            until: Day(2024, 4, 30), items: ["row-16"], [(Day(2024, 2, 27), .underway(percent: 20), "措施初稿征求意见")]),
        Resolution(
            "decision-2-4", "meeting-2", Day(2023, 11, 23), "海盐县倒排工期，确保知识产权保护中心年内挂牌，实现全覆盖。", unit: "haiyan",
            until: Day(2024, 10, 31), items: ["row-19"]),
        Resolution(
            "decision-2-5", "meeting-2", Day(2023, 11, 23), "市市场监管局会同市财政局、市金融办厘清第10、11、12、14项责任分工，提出意见。", unit: "scjgj",
            until: Day(2024, 1, 31), items: ["row-10", "row-11", "row-12", "row-14"],
            [(Day(2024, 1, 30), .completed(Day(2024, 1, 30)), "意见已报召集人，待下次会议审定")]),
    ]
}
