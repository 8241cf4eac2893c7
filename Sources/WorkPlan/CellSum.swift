/// What many cells of a matrix come to: a folded row, or a whole column.
package struct CellSum: Equatable, Sendable {
    /// How many cells there are: units on subtasks.
    package private(set) var marks = 0
    /// How many of them are in the role 牵头.
    package fileprivate(set) var leads = 0
    /// A lane for every light; of all cells, and of those whose light is the unit's own.
    private var lights = SIMD8<Int32>()
    private var ownLights = SIMD8<Int32>()
    private var percents = 0.0
    /// How many cells have a figure of the unit's own.
    package private(set) var known = 0

    package init() {}

    package func count(_ light: Light) -> Int { Int(lights[light.severity]) }

    package var worst: Light {
        Light.allCases.reduce(Light.none) { count($1) > 0 ? $0.worse($1) : $0 }
    }

    /// Whether a unit's own report is among the cells with the worst light.
    package var isWorstOwn: Bool { ownLights[worst.severity] > 0 }

    /// Cells that need attention.
    package var behind: Int { count(.yellow) + count(.red) }

    /// The mean of the figures units reported of their own parts; nil where there is none.
    package var percent: Double? { known > 0 ? percents / Double(known) : nil }

    mutating func add(_ part: UnitPart) {
        add(part.light)
        if part.isOwn { ownLights[part.light.severity] += 1 }
        guard let percent = part.percent else { return }
        known += 1
        percents += max(0, min(100, percent))
    }

    /// A cell whose light is the item's.
    mutating func add(_ inherited: Light) {
        marks += 1
        lights[inherited.severity] += 1
    }

    package mutating func add(_ other: CellSum) {
        marks += other.marks
        leads += other.leads
        lights &+= other.lights
        ownLights &+= other.ownLights
        percents += other.percents
        known += other.known
    }
}

/// The sums of every area and unit, computed in one pass over the plan.
package struct MatrixSums: Sendable {
    /// One row of sums: what units come to, collective units folded, and what they come to unfolded.
    struct Row: Equatable, Sendable {
        var folded: [Identifier<Unit>: CellSum] = [:]
        var unfolded: [Identifier<Unit>: CellSum] = [:]

        func sum(of unit: Identifier<Unit>, isUnfolded: Bool) -> CellSum {
            (isUnfolded ? unfolded[unit] : folded[unit]) ?? CellSum()
        }
    }

    private let areas: [ItemTree.Position: Row]
    private let whole: Row
    package let subtasks: Int
    private let kept: Kept?
    /// What they were made of.
    private let standings: Standings

    /// - Parameters:
    ///   - kept: of these items alone.
    ///   - earlier: those of an earlier plan, of the same items: only areas in which something was altered are gone
    ///     through.
    package init(_ plan: Plan, _ standings: Standings, _ kept: Kept? = nil, after earlier: MatrixSums? = nil) {
        self.kept = kept
        self.standings = standings
        let judge = PartJudge(plan, standings)
        let unaltered = earlier.map { standings.areasUnaltered(since: $0.standings) } ?? []
        var areas: [ItemTree.Position: Row] = [:]
        var whole = Row()
        for area in plan.tree.roots {
            let known = kept == nil && unaltered.contains(area) ? earlier?.areas[area] : nil
            let row = known ?? Self.row(plan, standings, judge, plan.tree.subtree(of: area), kept)
            whole.folded.merge(row.folded) { $0.adding($1) }
            whole.unfolded.merge(row.unfolded) { $0.adding($1) }
            areas[area] = row
        }
        self.areas = areas
        self.whole = whole
        subtasks = standings.whole.total
    }

    /// Over the whole plan.
    package func sum(of unit: Identifier<Unit>, isUnfolded: Bool) -> CellSum {
        whole.sum(of: unit, isUnfolded: isUnfolded)
    }

    /// The row of an area or a task.
    func row(of position: ItemTree.Position, _ plan: Plan, _ standings: Standings, _ judge: PartJudge) -> Row {
        areas[position] ?? Self.row(plan, standings, judge, plan.tree.subtree(of: position), kept)
    }

    /// The sums over a stretch of the tree.
    private static func row(
        _ plan: Plan, _ standings: Standings, _ judge: PartJudge, _ positions: Range<ItemTree.Position>, _ kept: Kept?
    ) -> Row {
        // Units are counted in arrays, by their places in the plan.
        let members = plan.units.map { $0.members.map(plan.place) }
        var folded = Array(repeating: CellSum(), count: plan.units.count)
        var unfolded = folded
        plan.tree.items.each(in: positions) { position, item in
            guard item.level == .subtask, kept?.isShown(position) ?? true else { return }
            let inherited = standings.light(of: position)
            let assigned = item.assignments.map { plan.place(of: $0.unit) }
            let parts = item.hasParts ? judge.parts(of: item, at: position) : []
            var counted = assigned
            for (order, place) in assigned.enumerated() {
                guard let place else { continue }
                let part = parts.isEmpty ? nil : parts[order]
                folded[place].add(part, else: inherited)
                if item.assignments[order].role == .lead {
                    folded[place].leads += 1
                    unfolded[place].leads += 1
                }
                if members[place].isEmpty { unfolded[place].add(part, else: inherited) }
                for (number, member) in members[place].enumerated() {
                    guard let member, !counted.contains(member) else { continue }
                    counted.append(member)
                    unfolded[member].add(part?.members[number], else: inherited)
                }
            }
        }
        var row = Row()
        for (place, unit) in plan.units.enumerated() {
            if folded[place].marks > 0 { row.folded[unit.id] = folded[place] }
            if unfolded[place].marks + unfolded[place].leads > 0 { row.unfolded[unit.id] = unfolded[place] }
        }
        return row
    }
}

extension CellSum {
    fileprivate mutating func add(_ part: UnitPart?, else inherited: Light) {
        if let part { add(part) } else { add(inherited) }
    }

    fileprivate func adding(_ other: CellSum) -> CellSum {
        var sum = self
        sum.add(other)
        return sum
    }
}
