/// Which items are to be seen. Every kind that asks for something must agree; within a kind one of its values is enough.
package struct Filter: Hashable, Sendable {
    package enum Due: Hashable, Sendable {
        /// Past its deadline and not closed.
        case overdue
        /// Due today or within so many days, and not closed.
        case within(days: Int)
    }

    /// Of the period whose reports were last due. Raw values are the words of filters as text.
    package enum Reporting: String, CaseIterable, Sendable {
        case missing, complete

        package var word: String {
            switch self {
            case .missing: "本期未报"
            case .complete: "本期已报"
            }
        }
    }

    package var lights: Set<Light> = []
    package var statuses: Set<Status.Category> = []
    package var units: [Identifier<Unit>] = []
    package var areas: [Identifier<Item>] = []
    /// Without one, subtasks and milestones: what stands above them is shown for their sake.
    package var levels: Set<Level> = []
    package var dues: [Due] = []
    package var reporting: Set<Reporting> = []
    package var needsCoordination = false
    /// Only what was changed on or after this day.
    package var changedSince: Day?

    package init() {}

    package var isEmpty: Bool { self == Filter() }

    /// Whether an item is one of those asked for. `changed` holds the items with an edit since `changedSince`: the history
    /// knows them, the plan does not.
    package func holds(
        _ position: ItemTree.Position, _ plan: Plan, _ standings: Standings, changed: Set<Identifier<Item>> = []
    ) -> Bool {
        let level = plan.tree.level(of: position)
        let today = standings.today
        // What can be told without looking at the item comes first.
        guard levels.isEmpty ? level >= .subtask : levels.contains(level) else { return false }
        guard lights.isEmpty || lights.contains(standings.light(of: position)) else { return false }
        guard statuses.isEmpty || holdsStatus(standings.share(of: position)) else { return false }
        guard dues.isEmpty || holdsDue(standings.openDeadline(of: position), today) else { return false }
        guard changedSince == nil || changed.contains(plan.tree[position].id) else { return false }
        guard !needsCoordination || plan.needsCoordination(plan.tree[position], on: today) else { return false }
        guard units.isEmpty || holdsUnit(position, plan) else { return false }
        guard areas.isEmpty || areas.contains(plan.tree[Self.area(of: position, plan)].id) else { return false }
        guard reporting.isEmpty || holdsReporting(position, plan, today) else { return false }
        return true
    }

    /// Areas and tasks have no status of their own.
    private func holdsStatus(_ share: Share) -> Bool {
        share.level >= .subtask && statuses.contains(share.status)
    }

    private func holdsDue(_ deadline: Day?, _ today: Day) -> Bool {
        guard let deadline else { return false }
        return dues.contains { due in
            switch due {
            case .overdue: deadline < today
            case .within(let days): deadline >= today && today.days(to: deadline) <= days
            }
        }
    }

    /// By itself or as a member of a collective unit; a milestone without units is its subtask's.
    private func holdsUnit(_ position: ItemTree.Position, _ plan: Plan) -> Bool {
        var place: ItemTree.Position? = position
        while let position = place {
            let assignments = plan.tree[position].assignments
            if !assignments.isEmpty {
                return assignments.contains { assignment in
                    units.contains(assignment.unit) || plan.reporters(of: assignment).contains(where: units.contains)
                }
            }
            place = plan.tree.parent(of: position)
        }
        return false
    }

    private static func area(of position: ItemTree.Position, _ plan: Plan) -> ItemTree.Position {
        var position = position
        while let above = plan.tree.parent(of: position) { position = above }
        return position
    }

    private func holdsReporting(_ position: ItemTree.Position, _ plan: Plan, _ today: Day) -> Bool {
        let period = plan.duePeriod(on: today)
        guard !plan.reporters(of: position, for: period, on: today).isEmpty else { return false }
        let isMissing = !plan.missingReporters(of: position, for: period, on: today).isEmpty
        return reporting.contains(isMissing ? .missing : .complete)
    }
}
