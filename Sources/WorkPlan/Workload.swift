/// What one unit owes and how it stands: counts over the subtasks it is on, by itself or in a collective unit.
package struct Workload: Equatable, Sendable {
    package let unit: Identifier<Unit>
    /// The subtasks it is on.
    package var items = 0
    /// Of these, how many have no report for the period; for a collective unit, none from some member.
    package var missing = 0
    /// Of these, how many whose latest report asks for coordination.
    package var coordination = 0
    /// The newest day a report of the unit was received.
    package var lastReport: Day?
    private var lights = SIMD8<Int32>()

    package init(unit: Identifier<Unit>) {
        self.unit = unit
    }

    /// How many of its subtasks have a light: the item's, not that of the unit's part.
    package func count(_ light: Light) -> Int { Int(lights[light.severity]) }

    mutating func add(_ light: Light) {
        items += 1
        lights[light.severity] += 1
    }

    mutating func add(_ part: ReportedPart) {
        if part.isMissing { missing += 1 }
        if part.needsCoordination { coordination += 1 }
        lastReport = [lastReport, part.lastReport].compactMap { $0 }.max()
    }
}

/// What the reports of a unit, or of a collective unit's members, say of one item.
struct ReportedPart {
    var isMissing: Bool
    var needsCoordination: Bool
    var lastReport: Day?

    init(_ item: Item, of unit: Identifier<Unit>, for period: Period, in plan: Plan, on today: Day) {
        let units = plan.reporters(of: Assignment(unit: unit))
        let reports = item.reports.filter { units.contains($0.unit) && $0.received <= today }
        isMissing = units.contains { unit in
            plan.isOwed(item, by: unit, for: period, on: today)
                && !reports.contains { $0.unit == unit && $0.period == period }
        }
        needsCoordination = units.contains { unit in
            reports.filter { $0.unit == unit }.max { $0.period < $1.period }?.needsCoordination ?? false
        }
        lastReport = reports.map(\.received).max()
    }
}

extension Plan {
    /// The period whose reports were due last.
    package func duePeriod(on today: Day) -> Period { rules.reporting.lastDuePeriod(on: today) }

    /// Whether a unit owes a report on an item for a period: not before the work began, nor after the item or the
    /// unit's part of it was closed.
    package func isOwed(_ item: Item, by unit: Identifier<Unit>, for period: Period, on today: Day) -> Bool {
        guard item.level == .subtask, let start = start(of: item), start <= period.end else { return false }
        let closings = [item.closing(on: today), item.closing(on: today, unit: unit)].compactMap { $0 }
        return closings.allSatisfy { period.start <= $0 }
    }

    /// Whether a unit, or some member of a collective unit, has not reported on an item for a period.
    package func isMissing(_ item: Item, from unit: Identifier<Unit>, for period: Period, on today: Day) -> Bool {
        ReportedPart(item, of: unit, for: period, in: self, on: today).isMissing
    }

    /// Whether the newest report of a unit, or of some member of a collective unit, on an item asks for coordination.
    package func needsCoordination(_ item: Item, from unit: Identifier<Unit>, on today: Day) -> Bool {
        ReportedPart(item, of: unit, for: duePeriod(on: today), in: self, on: today).needsCoordination
    }

    /// The workload of every unit, in the order of the plan's list: one pass over all items.
    package func workloads(_ standings: Standings) -> [Workload] {
        let today = standings.today
        let period = duePeriod(on: today)
        var loads = units.map { Workload(unit: $0.id) }
        let places = Dictionary(zip(units.map(\.id), units.indices)) { first, _ in first }
        for position in tree.items.indices where tree[position].level == .subtask {
            let item = tree[position]
            for unit in holders(of: item) {
                guard let place = places[unit] else { continue }
                loads[place].add(standings[position].light)
                loads[place].add(ReportedPart(item, of: unit, for: period, in: self, on: today))
            }
        }
        return loads
    }

    /// The units on an item: those printed and the members of collective ones, each once.
    private func holders(of item: Item) -> [Identifier<Unit>] {
        var holders: [Identifier<Unit>] = []
        for assignment in item.assignments {
            for unit in [assignment.unit] + (unit(assignment.unit)?.members ?? []) where !holders.contains(unit) {
                holders.append(unit)
            }
        }
        return holders
    }
}

extension Item {
    /// The day from which nothing more is to be said of the item, or of a unit's part of it.
    fileprivate func closing(on today: Day, unit: Identifier<Unit>? = nil) -> Day? {
        let newest = progress.filter { $0.unit == unit && $0.day <= today }.max { $0.day < $1.day }
        guard let newest, newest.status.isClosed else { return nil }
        switch newest.status {
        case .completed(let day), .struckOff(let day, _): return day
        case .notStarted, .underway, .terminated: return newest.day
        }
    }
}
