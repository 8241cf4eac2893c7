/// When an item is due and how we know.
package struct Deadline: Equatable, Sendable {
    package enum Origin: Equatable, Sendable {
        /// Moved by a recorded adjustment.
        case adjusted(basis: String)
        /// Set when the office added the item.
        case set
        /// Read out of printed words: 到2025年.
        case printed(phrase: String)
        /// The end of a phase, because the row prints none.
        case phase(title: String)
        /// The latest below a parent.
        case below
    }

    package var day: Day
    package var origin: Origin

    /// 推定: the source prints no day for it, only words or nothing.
    package var isDerived: Bool {
        switch origin {
        case .phase, .printed: true
        case .adjusted, .set, .below: false
        }
    }

    /// Where it comes from, as a sentence.
    package var explanation: String {
        switch origin {
        case .adjusted(let basis): basis.isEmpty ? "节点调整" : "节点调整，依据：\(basis)"
        case .set: "增列时确定"
        case .printed(let phrase): "推定：原文写“\(phrase)”，按年末计"
        case .phase(let title): "推定：原文未写期限，按\(title)结束日计"
        case .below: "下属事项中最晚的期限"
        }
    }
}

extension Plan {
    package var deadlinePhase: Phase? {
        rules.deadlinePhase.flatMap { id in phases.first { $0.id == id } }
    }

    /// The deadline of a subtask or a milestone; for a task or an area the latest below it.
    package func deadline(of position: ItemTree.Position) -> Deadline? {
        let item = tree[position]
        guard item.adjustments.isEmpty, item.level < .subtask else { return deadline(of: item, deadlinePhase) }
        return tree.children(of: position).compactMap { deadline(of: $0)?.day }.max()
            .map { Deadline(day: $0, origin: .below) }
    }

    /// The deadline of a subtask or a milestone.
    /// - Parameter phase: `deadlinePhase`, for who asks for many items.
    func deadline(of item: Item, _ phase: Phase?) -> Deadline? {
        if let adjustment = item.adjustments.last {
            return Deadline(day: adjustment.deadline, origin: .adjusted(basis: adjustment.basis))
        }
        return publishedDeadline(of: item, phase)
    }

    /// The deadline before any adjustment, by the plan's rule.
    package func publishedDeadline(of item: Item) -> Deadline? { publishedDeadline(of: item, deadlinePhase) }

    private func publishedDeadline(of item: Item, _ phase: Phase?) -> Deadline? {
        if let due = item.due { return Deadline(day: due, origin: .set) }
        if let words = item.printedDeadline,
            let rule = rules.printedDeadlines.first(where: { $0.phrase == words })
        {
            return Deadline(day: rule.day, origin: .printed(phrase: rule.phrase))
        }
        return phase.map { Deadline(day: $0.end, origin: .phase(title: $0.title)) }
    }

    /// The day from which an item's progress is counted.
    package func start(of item: Item) -> Day? {
        item.start ?? deadlinePhase?.start
    }

    /// 序时进度 in percent: days gone ÷ days from start to deadline, 0…100. Nil without a start or a deadline.
    package func expectedProgress(of position: ItemTree.Position, on today: Day) -> Double? {
        Self.expectedProgress(from: start(of: tree[position]), to: deadline(of: position)?.day, on: today)
    }

    static func expectedProgress(from start: Day?, to deadline: Day?, on today: Day) -> Double? {
        guard let start, let deadline else { return nil }
        let whole = start.days(to: deadline)
        guard whole > 0 else { return today >= deadline ? 100 : 0 }
        return max(0, min(100, Double(start.days(to: today)) / Double(whole) * 100))
    }
}
