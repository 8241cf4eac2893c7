import WorkPlan

/// One change of every kind, each with a place in the published plan, and random ones.
enum Changes {
    static let day = Day(year: 2024, month: 3, day: 31) ?? Day(number: 0)
    static let period = Period(.quarter, containing: day)

    /// In an order in which each can be made after the ones before it.
    static func all(in plan: Plan) -> [Change] {
        items(plan) + others(plan)
    }

    private static func items(_ plan: Plan) -> [Change] {
        let milestone = milestone("mile-1", "提交“草案”", in: plan)
        return [
            .progress("row-15", unit: nil, day: day, Edit(was: nil, becomes: .underway(percent: 45.5))),
            .progress("row-15", unit: "scjgj", day: day, Edit(was: nil, becomes: .notStarted)),
            .progress("row-16", unit: nil, day: day, Edit(was: nil, becomes: .completed(day))),
            .progress("row-17", unit: nil, day: day, Edit(was: nil, becomes: .struckOff(day, evidence: "文件"))),
            .progress("row-18", unit: nil, day: day, Edit(was: nil, becomes: .terminated(reason: "合并到第19项"))),
            .progress("row-19", unit: nil, day: day, Edit(was: nil, becomes: .underway(percent: nil))),
            .report(
                "row-2", unit: "nanhu", period: period,
                Edit(
                    was: nil,
                    becomes: Report(
                        unit: "nanhu", period: period, progress: "进展\n两行", problems: "问题\t“引号”", next: "打算",
                        needsCoordination: true, received: day, isSignedOff: true))),
            .adjustment(
                "row-14", "adj-1",
                Edit(
                    was: nil,
                    becomes: Placed(Adjustment(id: "adj-1", deadline: day, basis: "会议纪要", decided: day), at: 0))),
            .rewording(
                "row-14", "word-1",
                Edit(
                    was: nil,
                    becomes: Placed(
                        Rewording(id: "word-1", text: "改“述”", basis: "纪要", decided: day), at: 0))),
            .assignment("row-1", unit: "kjj", Edit(was: nil, becomes: Placed(.support, at: 1))),
            .note(
                "task-1.1", "note-1", Edit(was: nil, becomes: Placed(Note(id: "note-1", day: day, text: "备注"), at: 0))),
            .evidence(
                "row-3", "ev-1",
                Edit(was: nil, becomes: Placed(Evidence(id: "ev-1", place: "a/b.pdf", about: "通知"), at: 0))),
            .lightOverride(
                "row-4", Edit(was: nil, becomes: LightOverride(light: .yellow, reason: "待核", until: day))),
            .start("row-5", Edit(was: nil, becomes: day)),
            .weight("row-6", Edit(was: 1, becomes: 2.5)),
            .item("mile-1", Edit(was: nil, becomes: milestone)),
            .place(
                "mile-1", Edit(was: ItemPlace(under: "row-15", at: 0), becomes: ItemPlace(under: "row-16", at: 0))),
            .title("mile-1", Edit(was: "提交“草案”", becomes: "提交定稿")),
            .number("mile-1", Edit(was: "", becomes: "增1")),
            .addedSource("mile-1", Edit(was: "联席会议", becomes: "第三次联席会议")),
        ]
    }

    private static func others(_ plan: Plan) -> [Change] {
        var unit = Unit(id: "tyj", name: "市体育局", short: "体育", kind: .department)
        unit.isPrinted = false
        let meeting = Meeting(id: "meet-1", name: "第一次联席会议", day: day, attendees: "各单位")
        let decision = Decision(
            id: "dec-1", meeting: "meet-1", text: "加快推进", unit: "kjj", deadline: day, items: ["row-15"],
            status: .notStarted)
        var later = decision
        later.text = "加快推进并报告"
        return [
            .reading("T3", unit: nil, day: day, Edit(was: nil, becomes: 3510)),
            .reading("T3", unit: "jyj", day: day, Edit(was: nil, becomes: 0.1)),
            .baseline("T5", Edit(was: nil, becomes: 90)),
            .unit("tyj", Edit(was: nil, becomes: Placed(unit, at: 3))),
            .unitName("tyj", Edit(was: "市体育局", becomes: "嘉兴市体育局")),
            .unitShort("tyj", Edit(was: "体育", becomes: "体局")),
            .unitAliases("tyj", Edit(was: [], becomes: ["体育局"])),
            .unitMembers(
                "xianshiqu",
                Edit(was: plan.unit("xianshiqu")?.members ?? [], becomes: ["nanhu", "xiuzhou"])),
            .unitRename("kjj", from: "2024", Edit(was: nil, becomes: Placed("市科技创新局", at: 0))),
            .contact(
                "kjj", name: "李四",
                Edit(was: nil, becomes: Placed(Contact(name: "李四", role: "科长", telephone: "0573"), at: 0))),
            .leadRule(Edit(was: .unspecified, becomes: .first)),
            .lightRule(
                Edit(was: plan.rules.light, becomes: Rules.LightThresholds(yellow: 5, red: 20.5, dueSoon: 14))),
            .reportingRule(
                Edit(was: plan.rules.reporting, becomes: Rules.Reporting(cycle: .month, dueDay: 5, isPrinted: false))),
            .deadlinePhaseRule(Edit(was: "phase-2", becomes: "phase-3")),
            .printedDeadlineRule(phrase: "年底前", Edit(was: nil, becomes: Placed(day, at: 0))),
            .meeting("meet-1", Edit(was: nil, becomes: Placed(meeting, at: 0))),
            .decision("dec-1", Edit(was: nil, becomes: Placed(decision, at: 0))),
            .decisionStatus("dec-1", Edit(was: .notStarted, becomes: .underway(percent: 10))),
            .decision("dec-1", Edit(was: Placed(decision, at: 0), becomes: Placed(later, at: 0))),
        ]
    }

    static func milestone(_ id: String, _ title: String, in plan: Plan, under row: String = "row-15") -> PlacedItem {
        var item = Item(id: Identifier(id), level: .milestone, title: title)
        item.addedSource = "联席会议"
        item.due = day
        return PlacedItem(item, under: Identifier(row), at: 0)
    }

    /// A change that holds in this plan, of the kinds that people make all day.
    static func random(in plan: Plan, using random: inout some RandomNumberGenerator) -> Change {
        let row = Identifier<Item>("row-\(Int.random(in: 1...6, using: &random))")
        guard let position = plan.tree.position(of: row) else { return .leadRule(Edit(was: .first, becomes: .first)) }
        let item = plan.tree[position]
        let day = Day(number: 19_000 + Int.random(in: 0..<3, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1, 2:
            let was = item.progress.first { $0.day == day && $0.unit == nil }?.status
            return .progress(
                row, unit: nil, day: day,
                Edit(was: was, becomes: .underway(percent: Double(Int.random(in: 0...100, using: &random)))))
        case 3:
            let id = Identifier<Note>("n\(UInt32.random(in: 0..<1_000_000, using: &random))")
            return .note(
                row, id, Edit(was: nil, becomes: Placed(Note(id: id, day: day, text: "备注 \(id)"), at: item.notes.count))
            )
        case 4:
            guard let note = item.notes.randomElement(using: &random) else { fallthrough }
            let place = item.notes.firstIndex(of: note) ?? 0
            return .note(row, note.id, Edit(was: Placed(note, at: place), becomes: nil))
        case 5:
            let id = Identifier<Item>("m\(UInt32.random(in: 0..<1_000_000, using: &random))")
            return .item(id, Edit(was: nil, becomes: milestone(id.text, "节点\(id)", in: plan, under: row.text)))
        case 6:
            let made = plan.tree.items.indices.filter { plan.tree[$0].level == .milestone }
            guard let gone = made.randomElement(using: &random) else { fallthrough }
            return .item(plan.tree[gone].id, Edit(was: plan.placed(gone), becomes: nil))
        case 7:
            let made = plan.tree.items.filter { $0.level == .milestone }
            guard let item = made.randomElement(using: &random) else { fallthrough }
            return .title(item.id, Edit(was: item.title, becomes: "改名\(Int.random(in: 0..<1000, using: &random))"))
        default: return .weight(row, Edit(was: item.weight, becomes: Double(Int.random(in: 1...9, using: &random))))
        }
    }
}
