/// What one unit owes and how it stands: the subtasks it is on, by itself or in a collective unit, in reading order.
package struct Workload: Equatable, Sendable {
    package let unit: Identifier<Unit>
    package private(set) var subtasks: Positions = []
    /// Those without a report for the period; for a collective unit, without one from some member.
    package private(set) var missing: Positions = []
    /// Those whose latest report asks for coordination.
    package private(set) var asking: Positions = []
    private var totals = Totals()

    /// What some of its subtasks come to.
    fileprivate struct Totals: Equatable, Sendable {
        var lights = SIMD8<Int32>()
        var lastReport: Day?

        mutating func add(_ further: Totals) {
            lights &+= further.lights
            if let day = further.lastReport { lastReport = max(lastReport ?? day, day) }
        }
    }

    package init(unit: Identifier<Unit>) {
        self.unit = unit
    }

    package func isOn(_ subtask: ItemTree.Position) -> Bool { subtasks.holds(subtask) }

    /// How many of its subtasks have a light: the item's, not that of the unit's part.
    package func count(_ light: Light) -> Int { Int(totals.lights[light.severity]) }

    /// The newest day a report of the unit was received.
    package var lastReport: Day? { totals.lastReport }

    /// Takes in the next subtask, but for the totals.
    fileprivate mutating func append(_ subtask: ItemTree.Position, _ part: ReportedPart) {
        subtasks.append(subtask)
        if part.isMissing { missing.append(subtask) }
        if part.needsCoordination { asking.append(subtask) }
    }

    /// Takes in those of an area as they were, but for the totals.
    fileprivate mutating func append(_ area: Range<ItemTree.Position>, of earlier: Workload) {
        for subtask in earlier.subtasks.within(area) { subtasks.append(subtask) }
        for subtask in earlier.missing.within(area) { missing.append(subtask) }
        for subtask in earlier.asking.within(area) { asking.append(subtask) }
    }

    fileprivate mutating func add(_ totals: Totals) { self.totals.add(totals) }

    /// Gives back the room that growing left.
    fileprivate mutating func trim() {
        (subtasks, missing, asking) = (Positions(subtasks), Positions(missing), Positions(asking))
    }
}

/// What the reports of a unit, or of a collective unit's members, say of one item.
struct ReportedPart {
    /// Whether somebody owes a report for the period and has not given it.
    fileprivate(set) var isMissing = false
    /// Whether somebody's newest report asks for coordination.
    fileprivate(set) var needsCoordination = false
    fileprivate(set) var lastReport: Day?
}

extension Plan {
    /// - Parameter units: those who report: the unit, or the members of a collective one.
    func reportedPart(
        of item: Item, by units: [Identifier<Unit>], for period: Period, on today: Day
    ) -> ReportedPart {
        var part = ReportedPart()
        for unit in units {
            var newest: Report?
            var isReported = false
            for report in item.reports where report.unit == unit && report.received <= today {
                isReported = isReported || report.period == period
                if newest.map({ $0.period < report.period }) ?? true { newest = report }
                part.lastReport = max(part.lastReport ?? report.received, report.received)
            }
            part.needsCoordination = part.needsCoordination || newest?.needsCoordination ?? false
            part.isMissing = part.isMissing || !isReported && isOwed(item, by: unit, for: period, on: today)
        }
        return part
    }
}

/// What every unit owes, by areas: after an edit only those are gone through in which something was altered.
package struct Workloads: Sendable {
    /// In the order of the plan's list of units.
    package let all: [Workload]
    /// What each area adds to the totals of the units, by their places.
    private let areas: [ItemTree.Position: [Workload.Totals]]
    private let standings: Standings

    /// - Parameter earlier: those of an earlier plan.
    package init(_ standings: Standings, after earlier: Workloads? = nil) {
        let plan = standings.plan
        let unaltered = earlier.map { standings.areasUnaltered(since: $0.standings) } ?? []
        var areas: [ItemTree.Position: [Workload.Totals]] = [:]
        var all = plan.units.map { Workload(unit: $0.id) }
        for area in plan.tree.roots {
            let items = plan.tree.subtree(of: area)
            let totals: [Workload.Totals]
            if unaltered.contains(area), let earlier, let known = earlier.areas[area] {
                totals = known
                for place in all.indices { all[place].append(items, of: earlier.all[place]) }
            } else {
                totals = plan.append(items, to: &all, standings)
            }
            for place in all.indices { all[place].add(totals[place]) }
            areas[area] = totals
        }
        for place in all.indices { all[place].trim() }
        self.all = all
        self.areas = areas
        self.standings = standings
    }

    /// Nil where there is no such unit.
    package func load(of unit: Identifier<Unit>) -> Workload? {
        standings.plan.place(of: unit).map { all[$0] }
    }
}

extension Standings {
    /// The areas that stand as they stood, on the same day: in which no item was altered, and nothing else in the plan.
    func areasUnaltered(since earlier: Standings) -> Set<ItemTree.Position> {
        guard today == earlier.today, let altered = plan.itemsAltered(since: earlier.plan) else { return [] }
        return Set(plan.tree.roots).subtracting(altered.map { plan.tree.ancestors(of: $0).first ?? $0 })
    }
}

extension Plan {
    /// The period whose reports were due last.
    package func duePeriod(on today: Day) -> Period { rules.reporting.lastDuePeriod(on: today) }

    /// Whether a unit owes a report on an item for a period: not before the work began, nor after the item or the
    /// unit's part of it was closed.
    package func isOwed(_ item: Item, by unit: Identifier<Unit>, for period: Period, on today: Day) -> Bool {
        guard item.level == .subtask, let start = start(of: item), start <= period.end else { return false }
        return item.closing(by: unit, on: today).map { period.start <= $0 } ?? true
    }

    /// Adds the subtasks among some items to the workload of every unit.
    /// - Returns: what they come to for each.
    fileprivate func append(
        _ positions: Range<ItemTree.Position>, to loads: inout [Workload], _ standings: Standings
    ) -> [Workload.Totals] {
        let today = standings.today
        let period = duePeriod(on: today)
        let reporters = units.map { self.reporters(of: $0.id) }
        var totals = units.map { _ in Workload.Totals() }
        tree.items.each(in: positions) { position, item in
            guard item.level == .subtask else { return }
            let light = standings.light(of: position)
            for place in holders(of: item) {
                let part = reportedPart(of: item, by: reporters[place], for: period, on: today)
                loads[place].append(position, part)
                totals[place].lights[light.severity] += 1
                totals[place].add(Workload.Totals(lastReport: part.lastReport))
            }
        }
        return totals
    }

    /// The places of the units on an item: those printed and the members of collective ones, each once.
    private func holders(of item: Item) -> [Int] {
        var holders: [Int] = []
        for assignment in item.assignments {
            guard let printed = place(of: assignment.unit) else { continue }
            if !holders.contains(printed) { holders.append(printed) }
            for member in units[printed].members {
                if let place = place(of: member), !holders.contains(place) { holders.append(place) }
            }
        }
        return holders
    }
}
