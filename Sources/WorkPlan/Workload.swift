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

    init(_ item: Item, units: [Identifier<Unit>], period: Period, isOwed: Bool, today: Day) {
        let reports = item.reports.filter { units.contains($0.unit) && $0.received <= today }
        isMissing = isOwed && units.contains { unit in !reports.contains { $0.unit == unit && $0.covers(period) } }
        needsCoordination = units.contains { unit in
            reports.filter { $0.unit == unit }.max { $0.period < $1.period }?.needsCoordination ?? false
        }
        lastReport = reports.map(\.received).max()
    }
}

extension Report {
    /// Whether it speaks of the end of a period: a report of the period itself, or of a shorter one that closes it.
    package func covers(_ period: Period) -> Bool {
        self.period.start <= period.end && period.end <= self.period.end
    }
}

extension Plan {
    /// The period whose reports were due last.
    package func duePeriod(on today: Day) -> Period { rules.reporting.lastDuePeriod(on: today) }

    /// Whether anybody owes a report on an item for a period: not before the work began, nor after it was closed.
    package func isOwed(_ item: Item, for period: Period) -> Bool {
        guard item.level == .subtask, start(of: item).map({ $0 <= period.end }) ?? true else { return false }
        return item.status(on: period.start.adding(days: -1))?.isClosed != true
    }

    /// Whether a unit, or some member of a collective unit, has not reported on an item for a period.
    package func isMissing(_ item: Item, from unit: Identifier<Unit>, for period: Period, on today: Day) -> Bool {
        ReportedPart(
            item, units: reporters(of: Assignment(unit: unit)), period: period, isOwed: isOwed(item, for: period),
            today: today
        ).isMissing
    }

    /// The workload of every unit, in the order of the plan's list: one pass over all items.
    package func workloads(_ standings: Standings) -> [Workload] {
        let today = standings.today
        let period = duePeriod(on: today)
        var loads = units.map { Workload(unit: $0.id) }
        let places = Dictionary(zip(units.map(\.id), units.indices)) { first, _ in first }
        for position in tree.items.indices where tree[position].level == .subtask {
            let item = tree[position]
            let isOwed = isOwed(item, for: period)
            for unit in holders(of: item) {
                guard let place = places[unit] else { continue }
                loads[place].add(standings[position].light)
                loads[place].add(
                    ReportedPart(
                        item, units: reporters(of: Assignment(unit: unit)), period: period, isOwed: isOwed,
                        today: today))
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
