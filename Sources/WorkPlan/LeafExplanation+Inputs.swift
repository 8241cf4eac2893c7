extension LeafExplanation {
    /// What the rules look at, each with where it comes from.
    var inputs: [LightExplanation.Input] {
        let found: [(String, String?)] = [
            ("状态", statusInput), ("最近报送", lastHeard.map { "数据日 \($0)" } ?? "从未报送"), ("起算日", startInput),
            ("期限", deadlineInput), ("应达", expectedInput), ("实际", actualInput), ("相差", differenceInput),
            ("应报", dueInput),
        ]
        return found.compactMap { label, text in text.map { LightExplanation.Input(label: label, text: $0) } }
    }

    private var statusInput: String {
        guard let newest = item.latest(on: today) else { return "未报" }
        return "\(newest.status.word)，数据日 \(newest.day)"
    }

    private var startInput: String? {
        if let start = item.start { return "\(start)，单独设定" }
        return judge.plan.deadlinePhase.map { "\($0.start)，\($0.title)开始日" }
    }

    private var deadlineInput: String {
        guard let deadline = standing.deadline else { return "没有期限" }
        var text = "\(deadline.day)，\(deadline.explanation)"
        if case .adjusted = deadline.origin, let published = judge.plan.publishedDeadline(of: item) {
            text += "；原定 \(published.day)"
        }
        return text
    }

    /// 2022-09-01 至 2024-03-31 为 577 天 ÷ 至期限 668 天 = 86.4%
    private var expectedInput: String? {
        guard let start = judge.plan.start(of: item), let end = standing.deadline?.day,
            let expected = standing.expected
        else { return nil }
        let gone = start.days(to: today)
        let all = start.days(to: end)
        if gone < 0 { return "\(Figure.points(expected))%：还没有到起算日" }
        if gone > all { return "\(Figure.points(expected))%：期限已过" }
        return "已过 \(gone) 天 ÷ 共 \(all) 天 = \(Figure.points(expected))%"
    }

    private var actualInput: String {
        switch standing.status {
        case .completed?, .struckOff?: return "100%：已办结"
        case .terminated?: return "已终止，不计"
        default: break
        }
        guard let actual = standing.actual else { return "未报：没有读数、节点或形象进度" }
        let percent = "\(Figure.points(actual))%"
        let read = indicators.compactMap { indicator in indicator.attainment(on: today).map { (indicator, $0) } }
        if let lowest = read.min(by: { $0.1 < $1.1 }), let value = lowest.0.latest(on: today)?.value,
            let goal = lowest.0.goal
        {
            let which = read.count > 1 ? "，\(read.count)个指标中最低的" : ""
            return "指标“\(lowest.0.title)” \(Figure.number(value)) ÷ \(Figure.number(goal)) = \(percent)\(which)"
        }
        if milestones.total > 0 { return "节点完成 \(milestones.done) ÷ 共 \(milestones.total) = \(percent)" }
        return standing.status == .notStarted ? "0%：未启动" : "\(percent)，形象进度"
    }

    private var differenceInput: String? {
        guard let points = standing.pointsBehind else { return nil }
        let word = points > 0 ? "落后" : "超前"
        return "应达 − 实际 = \(differenceInWords)：\(word) \(Figure.points(abs(points))) 个百分点"
    }

    private var dueInput: String? {
        guard item.level == .subtask else { return nil }
        let period = judge.duePeriod
        return "\(period.word)，\(judge.plan.rules.reporting.dueDay(of: period)) 前报"
    }

    var indicators: [Indicator] { judge.indicators(of: item) }

}
