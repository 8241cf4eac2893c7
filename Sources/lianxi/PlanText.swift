import Text
import WorkPlan

/// The plan, an item or a unit as lines of text, for pipes and for people without a screen.
struct PlanText {
    private let plan: Plan
    private let standings: Standings

    init(_ plan: Plan, _ standings: Standings) {
        self.plan = plan
        self.standings = standings
    }

    func lines(_ subject: Subject) -> [DisplayText] {
        let raw =
            switch subject {
            case .plan: whole()
            case .item(let position): item(position)
            case .unit(let unit): self.unit(unit)
            }
        return raw.map { DisplayText($0) }
    }

    private func whole() -> [String] {
        let tally = standings.whole
        var lines = [
            plan.title, "\(plan.issuer)　\(plan.issued.inWords)", "截至 \(standings.today)",
            "共\(tally.total)项：\(counts(tally))",
        ]
        for area in plan.tree.roots {
            lines.append("")
            lines += tree(area, indent: "")
        }
        return lines
    }

    /// An item and everything below it, a line each.
    private func tree(_ position: ItemTree.Position, indent: String) -> [String] {
        let item = plan.tree[position]
        let standing = standings[position]
        var line = "\(indent)\(plan.number(of: position)) \(item.title)　\(standing.light.word)"
        line += standing.actual.map { " \(Figure.points($0))%" } ?? " 未报"
        if item.level >= .subtask {
            line += standing.deadline.map { "　\($0.day)\($0.isDerived ? "（推定）" : "")" } ?? ""
            line += "　" + units(item)
        } else {
            line += "　\(standing.tally.total)项"
        }
        return [line] + plan.tree.children(of: position).flatMap { tree($0, indent: indent + "  ") }
    }

    private func item(_ position: ItemTree.Position) -> [String] {
        let item = plan.tree[position]
        let standing = standings[position]
        var lines = ["\(plan.name(of: position))　\(item.title)"]
        for above in plan.tree.ancestors(of: position) {
            lines.append("\(plan.tree.level(of: above).word)：\(plan.number(of: above)) \(plan.tree[above].title)")
        }
        lines.append("亮灯：\(standing.light.word)（\(standing.reason.sentence)）")
        if item.level >= .subtask {
            lines.append(
                "状态：\(standing.status?.word ?? "未报")" + (standing.actual.map { " \(Figure.points($0))%" } ?? ""))
        } else {
            lines.append("合计：\(standing.tally.total)项，\(counts(standing.tally))")
        }
        if let expected = standing.expected { lines.append("序时应达：\(Figure.points(expected))%") }
        if let deadline = standing.deadline { lines.append("期限：\(deadline.day)（\(deadline.explanation)）") }
        if !item.assignments.isEmpty { lines.append("责任单位：\(units(item))") }
        for indicator in plan.indicators(of: item.id) {
            let reading = indicator.latest(on: standings.today)
            let latest = reading.map { "\(Figure.number($0.value))（\($0.day)）" } ?? "未报"
            lines.append("指标：\(indicator.title)，目标 \(indicator.targetInWords)，最新 \(latest)")
        }
        lines += plan.deliverables(of: item.id).map { "\($0.kind)：\($0.name)" }
        let sentences = item.level == .task ? item.paragraph.flatMap(plan.paragraph)?.sentences : nil
        for sentence in sentences ?? item.sentences.compactMap(plan.sentence) {
            lines.append("原文 \(sentence.id)：\(sentence.text)")
        }
        lines += plan.discrepancies(of: item.id).map { "核对 \($0.code)：\($0.text)" }
        for child in plan.tree.children(of: position) { lines += tree(child, indent: "  ") }
        return lines
    }

    private func unit(_ unit: Unit) -> [String] {
        let subtasks = plan.subtasks(of: unit.id)
        var lines = ["\(unit.name)（\(unit.kind.word)）"]
        if !unit.aliases.isEmpty { lines.append("又称：\(unit.aliases.joined(separator: "、"))") }
        if unit.isCollective {
            lines.append("成员：\(unit.members.compactMap { plan.unit($0)?.name }.joined(separator: "、"))（通识，原文未列名）")
        }
        lines.append("承担\(subtasks.count)项：")
        return lines + subtasks.flatMap { tree($0, indent: "  ") }
    }

    private func units(_ item: Item) -> String {
        item.unitsPrinted ?? item.assignments.compactMap { plan.unit($0.unit)?.name }.joined(separator: "、")
    }

    private func counts(_ tally: Tally) -> String {
        let lights = Light.reported.map { "\($0.word)\(tally.count($0))" }.joined(separator: "、")
        let statuses = Status.Category.allCases.filter { tally.count($0) > 0 }.map { "\($0.word)\(tally.count($0))" }
        return "\(lights)；\(statuses.joined(separator: "、"))"
    }
}
