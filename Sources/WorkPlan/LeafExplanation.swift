/// The explanation of a subtask's or a milestone's light, from the same figures that judged it.
struct LeafExplanation {
    let judge: Judge
    let standing: Standing
    let item: Item
    let milestones: Milestones
    let lastHeard: Day?
    let override: LightOverride?

    var today: Day { judge.today }
    var thresholds: Rules.LightThresholds { judge.plan.rules.light }
    /// Days to the deadline; negative behind it.
    var daysLeft: Int? { standing.deadline.map { today.days(to: $0.day) } }
    /// The percent that has to be exceeded so as not to be behind.
    var greenAbove: Double? { standing.expected.map { $0 - thresholds.yellow } }

    init(judge: Judge, position: ItemTree.Position, standings: Standings) {
        self.judge = judge
        standing = standings[position]
        item = judge.plan.tree[position]
        milestones = standings.milestones(of: position)
        lastHeard = judge.lastHeard(of: item)
        override = item.lightOverride.flatMap { $0.until >= judge.today ? $0 : nil }
    }

    var whole: LightExplanation {
        let rules = rules
        let computed = rules.first { $0.holds }?.light ?? standing.light
        var explanation = LightExplanation(
            light: standing.light, computed: computed, reason: standing.reason, override: override)
        explanation.rules = rules
        explanation.inputs = inputs
        explanation.remedies = remedies(computed)
        explanation.outlook = outlook(computed)
        return explanation
    }

    // MARK: The rules, in the order of `Judge`

    private var rules: [LightExplanation.Rule] {
        [
            .init(words: "已完成或已销号", light: .green, holds: isDone, figures: "状态为\(statusInWords)"),
            .init(words: "已终止", light: .none, holds: isTerminated, figures: "状态为\(statusInWords)"),
            .init(words: "从未报送", light: .grey, holds: lastHeard == nil, figures: heardInWords),
            .init(words: "已过期限", light: .red, holds: daysLeft.map { $0 < 0 } ?? false, figures: deadlineInWords),
            .init(words: "应报的一期未报", light: .grey, holds: isPeriodMissing, figures: periodInWords),
            behind(by: thresholds.red, light: .red), behind(by: thresholds.yellow, light: .yellow),
            .init(
                words: "\(thresholds.dueSoon)天内到期", light: .yellow,
                holds: daysLeft.map { $0 <= thresholds.dueSoon } ?? false, figures: deadlineInWords),
            .init(words: "以上都不是", light: .green, holds: true, figures: ""),
        ]
    }

    private func behind(by points: Double, light: Light) -> LightExplanation.Rule {
        let isBehind = standing.pointsBehind.map { $0 >= points } ?? false
        return .init(
            words: "落后满\(Figure.number(points))个百分点", light: light, holds: isBehind && !isDone,
            figures: differenceInWords)
    }

    private var isDone: Bool {
        switch standing.status {
        case .completed?, .struckOff?: true
        default: false
        }
    }

    private var isTerminated: Bool {
        if case .terminated? = standing.status { true } else { false }
    }

    private var isPeriodMissing: Bool {
        guard let lastHeard, item.level == .subtask else { return false }
        return lastHeard < judge.duePeriod.start && judge.started(item)
    }

    // MARK: Figures in words

    private var statusInWords: String { standing.status?.word ?? "未报" }

    private var heardInWords: String { lastHeard.map { "最近一次的数据日为 \($0)" } ?? "没有状态、进展或读数" }

    private var deadlineInWords: String {
        guard let deadline = standing.deadline, let daysLeft else { return "没有期限" }
        let rest = daysLeft < 0 ? "已过\(-daysLeft)天" : daysLeft == 0 ? "今天到期" : "还有\(daysLeft)天"
        return "期限 \(deadline.day)，\(rest)"
    }

    private var periodInWords: String {
        guard item.level == .subtask else { return "节点不单独报送" }
        guard judge.started(item) else { return "\(judge.duePeriod.word)在起算日之前" }
        return "\(judge.duePeriod.word)自 \(judge.duePeriod.start) 起；\(heardInWords)"
    }

    var differenceInWords: String {
        guard let expected = standing.expected else { return "没有序时进度可比" }
        guard let actual = standing.actual else { return "实际进度未报，不能比" }
        let points = expected - actual
        return "\(Figure.points(expected)) − \(Figure.points(actual)) = \(Figure.points(points))"
    }
}
