extension LeafExplanation {
    /// What would turn the light green: each sentence by itself enough.
    func remedies(_ computed: Light) -> [String] {
        guard computed != .green else {
            return override == nil ? ["已是绿灯"] : ["撤销人工定灯，或等它在 \(override?.until ?? today) 后失效"]
        }
        guard computed != .none else { return ["已终止的事项不亮灯；恢复时重新报状态"] }
        var found: [String] = []
        let moved = "经批准调整期限（节点调整），并按新期限不落后"
        if daysLeft.map({ $0 < 0 }) ?? false {
            found = ["报为已完成或已销号", moved]
        } else if let daysLeft, daysLeft <= thresholds.dueSoon {
            found = ["报为已完成或已销号：距期限只有\(daysLeft)天，不完成就是黄灯", moved]
        } else {
            found = [progressRemedy, "报为已完成或已销号"]
            if let behind = standing.pointsBehind, behind >= thresholds.yellow { found.append(moved) }
        }
        // A report comes first where none was heard.
        guard computed == .grey, let first = found.first else { return overridden(found) }
        found[0] = lastHeard == nil ? "报送一次，并\(first)" : "补报\(judge.duePeriod.word)，并\(first)"
        return overridden(found)
    }

    private func overridden(_ remedies: [String]) -> [String] {
        guard let override else { return remedies }
        return remedies.map {
            override.light == .green ? "人工定的绿灯 \(override.until) 后失效，此后要\($0)" : "撤销人工定灯，并\($0)"
        }
    }

    /// 进度高于 37.4%（应达 47.4% − 10）, or what that means for an indicator or for milestones.
    private var progressRemedy: String {
        guard let expected = standing.expected, let above = greenAbove, above >= 0 else { return "报一个进度" }
        let arithmetic = "应达 \(Figure.points(expected))% − \(Figure.number(thresholds.yellow))"
        let low = indicators.filter { indicator in indicator.attainment(on: today).map { $0 <= above } ?? false }
        if !low.isEmpty {
            let goals = low.map { indicator in
                guard indicator.target.isCounted else { return "“\(indicator.title)”为有" }
                let value = Figure.number(indicator.whole((indicator.goal ?? 0) * above / 100, .down))
                return "“\(indicator.title)”高于 \(value)\(indicator.unit.isEmpty ? "" : " \(indicator.unit)")"
            }
            return "读数\(goals.joined(separator: "，"))（即 \(Figure.points(above))%：\(arithmetic)）"
        }
        if milestones.total > 0 {
            let wanted = min(milestones.total, Int(above / 100 * Double(milestones.total)) + 1)
            return "完成节点 \(wanted) 个（现 \(milestones.done) 个，高于 \(Figure.points(above))%：\(arithmetic)）"
        }
        return "进度高于 \(Figure.points(above))%（\(arithmetic)）"
    }

    /// What turns a green light when nothing new is heard, soonest first.
    func outlook(_ computed: Light) -> [String] {
        guard computed == .green, standing.status?.isClosed != true else { return [] }
        var found: [(Day, String)] = []
        if let day = dayBehind { found.append((day, "落后满 \(Figure.number(thresholds.yellow)) 个百分点，转黄")) }
        if let deadline = standing.deadline?.day {
            let soon = deadline.adding(days: -thresholds.dueSoon)
            if soon > today { found.append((soon, "距期限 \(thresholds.dueSoon) 天，转黄")) }
            found.append((deadline.adding(days: 1), "逾期，转红"))
        }
        if item.level == .subtask, let lastHeard {
            var period = judge.duePeriod.next
            if lastHeard >= period.start { period = Period(period.cycle, containing: lastHeard).next }
            found.append((judge.plan.rules.reporting.missingFrom(period), "\(period.word)未报，转灰"))
        }
        return found.sorted { $0.0 < $1.0 }.map { "\($0) 起：\($1)" }
    }

    /// The first day on which progress as it stands is behind by the points that turn a light yellow.
    private var dayBehind: Day? {
        guard let actual = standing.actual, let start = judge.plan.start(of: item),
            let deadline = standing.deadline?.day
        else { return nil }
        let all = start.days(to: deadline)
        let share = (actual + thresholds.yellow) / 100
        guard all > 0, share <= 1 else { return nil }
        return start.adding(days: Int((share * Double(all)).rounded(.up)))
    }
}
