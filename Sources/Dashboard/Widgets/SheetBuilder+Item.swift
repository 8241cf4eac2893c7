import Cells
import Text
import WorkPlan

/// What is said about an item, wherever it is said: the item page and the outline's preview share these lines.
extension SheetBuilder {
    /// The light with its reason.
    mutating func light(_ standing: Standing) {
        light(standing.light, DisplayText(standing.reason.sentence))
    }

    /// The deadline and where it comes from, also the one before an adjustment, and what comes again every year.
    mutating func deadline(_ item: Item, _ standing: Standing, _ situation: Situation) {
        guard let deadline = standing.deadline else { return }
        let origin = deadline.explanation
        entry("期限", DisplayText("\(deadline.day)　\(origin)"))
        if case .adjusted = deadline.origin, let published = situation.plan.publishedDeadline(of: item) {
            entry("", DisplayText("原定 \(published.day)　\(published.explanation)"), role: .dim)
        }
        if item.isRecurrent { entry("性质", "经常性工作，每年开展") }
        for recurrence in item.recurrences {
            let day = recurrence.month.flatMap { month in recurrence.day.map { "每年\(month)月\($0)日" } } ?? "日期逐年公布"
            entry("时点", DisplayText("\(recurrence.name)　\(day)"))
        }
    }

    /// A bar and the figures beside it; for areas and tasks the counts over their rows.
    mutating func progress(_ standing: Standing, isParent: Bool) {
        let tally = standing.tally
        let barColumns = min(20, max(6, width - 40))
        let words: DisplayText
        if isParent {
            words = DisplayText(
                tally.percent.map { "\(Figure.points($0))%（\(tally.total)项中\(tally.known)项有数）" }
                    ?? "未报（\(tally.total)项均无数）")
        } else {
            let status = standing.status?.word ?? "未报"
            let actual = standing.actual.map { " \(Figure.points($0))%" } ?? ""
            let expected = standing.expected.map { "　序时应达 \(Figure.points($0))%" } ?? ""
            words = DisplayText(status + actual + expected)
        }
        let bar: (Int, Sheet.Piece) = (10, .bar(percent: standing.actual, columns: barColumns))
        line([(0, .text("进度", .dim)), bar, (11 + barColumns, .text(words, .text))])
        guard isParent else { return }
        entry("合计", tally.lightsInWords(glyphs))
        entry("", tally.statusesInWords)
    }

    /// One line a unit: role, name, and for a collective unit how many of its members have reported.
    mutating func units(of item: Item, _ situation: Situation) {
        for (number, assignment) in item.assignments.enumerated() {
            guard let unit = situation.plan.unit(assignment.unit) else { continue }
            var text = unit.name
            if assignment.role != .responsible { text += "（\(assignment.role.word)）" }
            if let status = item.status(on: situation.briefing.today, unit: unit.id) {
                text += "　\(status.word)" + (status.judgedPercent.map { " \(Figure.number($0))%" } ?? "")
            }
            if unit.isCollective {
                let heard = unit.members.count { item.hasHeard(from: $0, on: situation.briefing.today) }
                text += "　\(heard)/\(unit.members.count) 已报"
            }
            entry(number == 0 ? "责任单位" : "", DisplayText(text), role: .link, link: .unit(unit.id))
            for member in unit.members.compactMap(situation.plan.unit) {
                let status = item.status(on: situation.today, unit: member.id)
                let percent = status?.judgedPercent.map { " \(Figure.number($0))%" } ?? ""
                let heard =
                    status.map { $0.word + percent }
                    ?? (item.hasHeard(from: member.id, on: situation.today) ? "已报" : "未报")
                entry(
                    "", DisplayText("\(member.name)　\(heard)"), role: .dim, indent: 12, link: .part(item.id, member.id))
            }
        }
    }

    mutating func indicators(of item: Item, _ situation: Situation) {
        for indicator in situation.plan.indicators(of: item.id) {
            entry("指标", indicator.inWords(on: situation.briefing.today))
            if let remark = indicator.remark { entry("", DisplayText(remark), role: .remark) }
        }
    }
}

extension Indicator {
    /// 专利转让许可次数　目标 超 10,000 次　最新 3,510（2024-03-31，35.1%）
    func inWords(on today: Day) -> DisplayText {
        var text = "\(title)　目标 \(targetInWords)"
        if let reading = latest(on: today) {
            let share = attainment(on: today).map { "，\(Figure.points($0))%" } ?? ""
            text += "　最新 \(Figure.number(reading.value))（\(reading.day)\(share)）"
        } else {
            text += "　最新 未报"
        }
        return DisplayText(text)
    }
}
