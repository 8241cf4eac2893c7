extension Plan {
    /// The units that answer for `assignment`: the members of a collective unit, else the unit itself.
    package func reporters(of assignment: Assignment) -> [Identifier<Unit>] { reporters(of: assignment.unit) }

    /// The members of a collective unit, else the unit itself.
    func reporters(of unit: Identifier<Unit>) -> [Identifier<Unit>] {
        let members = place(of: unit).map { units[$0].members } ?? []
        return members.isEmpty ? [unit] : members
    }

    /// Whether a unit is on an item, by itself or as a member of a collective unit.
    package func isOn(_ item: Item, _ unit: Identifier<Unit>) -> Bool {
        item.assignments.contains { $0.unit == unit || reporters(of: $0).contains(unit) }
    }

    /// Every unit that reports, collective units unfolded, in the order of the plan's list of units.
    package var reportingUnits: [Unit] {
        var named: Set<Identifier<Unit>> = []
        tree.items.each(in: tree.positions) { _, item in
            guard item.level == .subtask else { return }
            for assignment in item.assignments { named.formUnion(reporters(of: assignment)) }
        }
        return units.filter { named.contains($0.id) }
    }

    /// The subtasks a unit is on, by itself or as a member of a collective unit, in reading order.
    package func subtasks(of unit: Identifier<Unit>) -> [ItemTree.Position] {
        let holders = [unit] + collectives(of: unit).map(\.id)
        return tree.items.places { item in
            item.level == .subtask && item.assignments.contains { holders.contains($0.unit) }
        }
    }

    /// The collective units a unit is a member of.
    package func collectives(of unit: Identifier<Unit>) -> [Unit] {
        units.filter { $0.members.contains(unit) }
    }

    /// A unit by identifier, printed name, short name or alias.
    package func unit(named name: String) -> Unit? {
        units.first { $0.name == name || $0.id.text == name }
            ?? units.first { $0.short == name || $0.aliases.contains(name) }
    }
}
