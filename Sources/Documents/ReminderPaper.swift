package import WorkPlan

extension Paper {
    /// 催报: which units have not reported on which subtasks for a period, and whom to call. The members of a
    /// collective unit are listed one by one.
    package static func reminder(_ plan: Plan, period: Period, today: Day) -> Paper {
        var paper = Paper(title: "\(plan.shortTitle)进展情况催报名单（\(period.word)）")
        var owed: [Identifier<Unit>: Int] = [:]
        var missing: [Identifier<Unit>: [String]] = [:]
        for position in plan.tree.positions {
            for unit in plan.reporters(of: position, for: period, on: today) { owed[unit, default: 0] += 1 }
            for unit in plan.missingReporters(of: position, for: period, on: today) {
                missing[unit, default: []].append(plan.number(of: position))
            }
        }
        let due = plan.rules.reporting.dueDay(of: period)
        let late = due < today ? "，已过\(due.days(to: today))天" : ""
        paper.paragraphs = [
            "\(period.word)进展情况应于\(due.inWords)前报送\(late)。截至\(today.inWords)，应报\(owed.count)家，"
                + "已报齐\(owed.count - missing.count)家，未报齐\(missing.count)家"
                + (missing.isEmpty ? "。" : "，共缺\(missing.values.reduce(0) { $0 + $1.count })件。")
        ]
        paper.table.headings = ["单位", "应报件数", "未报件数", "未报事项", "联络员", "职务", "电话"]
        for unit in plan.units {
            guard let numbers = missing[unit.id] else { continue }
            let contact = { (words: (Contact) -> String) in
                unit.contacts.isEmpty ? "未登记" : unit.contacts.map(words).joined(separator: "；")
            }
            paper.table.rows.append([
                unit.name, "\(owed[unit.id] ?? 0)", "\(numbers.count)", "第\(numbers.joined(separator: "、"))项",
                contact(\.name), contact(\.role), contact(\.telephone),
            ])
        }
        return paper
    }
}
