import Cells
import Text
import WorkPlan

/// What an edit of progress is about: an item, or a unit's part of it.
struct Part: Sendable {
    let position: ItemTree.Position
    let item: Item
    let unit: Identifier<Unit>?

    init?(_ link: Link, in plan: Plan) {
        switch link {
        case .item(let id):
            guard let position = plan.tree.position(of: id) else { return nil }
            self.init(position, in: plan, unit: nil)
        case .part(let id, let unit):
            guard let position = plan.tree.position(of: id) else { return nil }
            self.init(position, in: plan, unit: unit)
        default: return nil
        }
    }

    init(_ position: ItemTree.Position, in plan: Plan, unit: Identifier<Unit>?) {
        self.position = position
        item = plan.tree[position]
        self.unit = unit
    }

    /// 第15项, or 第15项·市科技局
    func name(in plan: Plan) -> String {
        plan.name(of: position) + (unit.flatMap(plan.unit).map { "·\($0.name)" } ?? "")
    }

    /// Names the part among the forms.
    var key: String { "\(item.id) \(unit?.text ?? "")" }

    func status(on today: Day) -> Status? { item.status(on: today, unit: unit) }
}

extension [Part] {
    /// Names all of them among the forms: a form that was opened for three parts is not the one for the first of them.
    var key: String { map(\.key).joined(separator: ",") }
}

extension App {
    func selection(_ situation: Situation) -> Link? { situation.cursor ?? page.selection(situation) }

    /// What an edit would be about: the marked rows, else what the cursor stands on.
    func parts(_ situation: Situation) -> [Part] {
        let plan = situation.plan
        if !marked.isEmpty {
            return plan.tree.positions.filter { marked.contains(plan.tree[$0].id) }
                .map { Part($0, in: plan, unit: nil) }
        }
        return selection(situation).flatMap { Part($0, in: plan) }.map { [$0] } ?? []
    }

    /// The single part that a form is about; the first of several.
    func part(_ situation: Situation) -> Part? { parts(situation).first }

    // MARK: Why not

    static func locked(_ app: App, _ situation: Situation) -> DisplayText? {
        situation.briefing.readOnly.map { DisplayText($0) }
    }

    /// Progress, reports, deadlines … are of subtasks and milestones; areas and tasks derive theirs.
    static func noProgress(_ app: App, _ situation: Situation) -> DisplayText? {
        if let reason = noItem(app, situation) { return reason }
        let derived = app.parts(situation).first { $0.item.level < .subtask }
        return derived.map { DisplayText("\($0.item.level.word)由下属事项汇总得出，请把光标移到事项上") }
    }

    static func noItem(_ app: App, _ situation: Situation) -> DisplayText? {
        locked(app, situation) ?? (app.parts(situation).isEmpty ? "光标不在事项上：把光标移到要改的一项" : nil)
    }

    static func noItemAtAll(_ app: App, _ situation: Situation) -> DisplayText? {
        app.selection(situation) == nil ? "光标处没有可看的内容" : nil
    }
}
