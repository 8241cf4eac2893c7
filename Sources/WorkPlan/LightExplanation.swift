/// A light told in reasons: the rules in their order, what went into them, and what would turn it green.
package struct LightExplanation: Equatable, Sendable {
    /// One rule, with the figures it was held against.
    package struct Rule: Equatable, Sendable {
        package var words: String
        /// The light it gives where it decides.
        package var light: Light
        package var holds: Bool
        package var figures: String
    }

    /// One thing the rules look at, and how it came about.
    package struct Input: Equatable, Sendable {
        package var label: String
        package var text: String
    }

    /// The light shown.
    package var light: Light
    /// The light the rules give; another one than `light` only under an override.
    package var computed: Light
    package var reason: LightReason
    /// A light set by hand that holds today.
    package var override: LightOverride?
    /// In the order in which they are tried: the first that holds decides. Empty for areas and tasks.
    package var rules: [Rule] = []
    package var inputs: [Input] = []
    /// What would turn it green, each by itself enough.
    package var remedies: [String] = []
    /// What turns a green light when nothing new is heard, soonest first.
    package var outlook: [String] = []
    /// Areas and tasks: the subtasks below that have the worst light.
    package var worst: [ItemTree.Position] = []

    /// The place of the rule that decides.
    package var deciding: Int? { rules.firstIndex { $0.holds } }
}

extension Plan {
    /// Why an item has its light.
    package func explanation(of position: ItemTree.Position, _ standings: Standings) -> LightExplanation {
        let judge = Judge(plan: self, today: standings.today)
        return tree.level(of: position) >= .subtask
            ? LeafExplanation(judge: judge, position: position, standings: standings).whole
            : parentExplanation(position, standings)
    }

    private func parentExplanation(_ position: ItemTree.Position, _ standings: Standings) -> LightExplanation {
        let standing = standings[position]
        var explanation = LightExplanation(light: standing.light, computed: standing.light, reason: standing.reason)
        let counts = Light.allCases.reversed().map { "\($0.word) \(standing.tally.count($0))" }
        explanation.inputs = [
            .init(label: "下属", text: "\(standing.tally.total)项：\(counts.joined(separator: "、"))"),
            .init(label: "取法", text: "取最重的一盏：红重于黄，黄重于灰，灰重于绿"),
        ]
        explanation.worst = tree.subtree(of: position).filter {
            tree.level(of: $0) == .subtask && standings.light(of: $0) == standing.light
        }
        switch standing.light {
        case .green: explanation.remedies = ["已是绿灯"]
        case .none: explanation.remedies = ["下属事项均已终止，不亮灯"]
        default: explanation.remedies = ["下属不是绿灯的事项都转绿"]
        }
        return explanation
    }
}
