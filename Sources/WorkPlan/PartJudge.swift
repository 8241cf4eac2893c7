/// Tells the parts of items: who answers for them, and how each unit's own part stands.
package struct PartJudge: Sendable {
    private let plan: Plan
    private let standings: Standings
    private let duePeriod: Period

    package init(_ plan: Plan, _ standings: Standings) {
        self.plan = plan
        self.standings = standings
        duePeriod = plan.rules.reporting.lastDuePeriod(on: standings.today)
    }

    /// The parts of an item in printed order, a collective unit's members inside its part.
    package func parts(of position: ItemTree.Position) -> [UnitPart] {
        plan.tree.items.with(position) { parts(of: $0, at: position) }
    }

    /// - Parameter item: the one at the position.
    func parts(of item: Item, at position: ItemTree.Position) -> [UnitPart] {
        let standing =
            item.level < .subtask ? standings[position] : standings.standing(of: item, at: position)
        return item.assignments.indices.map { place in
            let unit = item.assignments[place].unit
            var part = part(of: item, standing, place, unit: unit, collective: nil)
            if let members = plan.unit(unit)?.members, !members.isEmpty {
                part.members = members.map { self.part(of: item, standing, place, unit: $0, collective: unit) }
                part.fold()
            }
            return part
        }
    }

    /// The part of one unit, as printed or as a member of a collective unit; nil where it is not on the item.
    package func part(of position: ItemTree.Position, unit: Identifier<Unit>) -> UnitPart? {
        let parts = parts(of: position)
        return parts.first { $0.unit == unit } ?? parts.lazy.flatMap(\.members).first { $0.unit == unit }
    }

    private func part(
        of item: Item, _ standing: Standing, _ place: Int, unit: Identifier<Unit>, collective: Identifier<Unit>?
    ) -> UnitPart {
        var part = UnitPart(
            unit: unit, role: item.assignments[place].role, order: place + 1, collective: collective,
            light: standing.light)
        guard item.hasParts else { return part }
        part.isHeard = item.hasHeard(from: unit, on: standings.today)
        guard let own = item.latest(of: unit, on: standings.today) else { return part }
        let reason = reason(own, item, standing)
        part.own = own
        part.reason = reason
        part.light = reason.light
        part.isOwn = true
        part.percent = own.status.percent
        return part
    }

    /// The rules of the lights for a part: its own status against the item's deadline and 序时进度.
    private func reason(_ own: Progress, _ item: Item, _ standing: Standing) -> LightReason {
        switch own.status {
        case .completed, .struckOff: return .completed(own.status)
        case .terminated(let why): return .terminated(reason: why)
        case .notStarted, .underway: break
        }
        let today = standings.today
        if let deadline = standing.deadline, deadline.day < today {
            return .overdue(deadline, days: deadline.day.days(to: today))
        }
        var lastHeard = own.day
        for report in item.reports where report.unit == own.unit && report.received <= today {
            lastHeard = max(lastHeard, min(report.period.end, today))
        }
        let hasStarted = plan.start(of: item).map { $0 <= duePeriod.end } ?? true
        if lastHeard < duePeriod.start, hasStarted { return .periodUnreported(duePeriod) }
        let thresholds = plan.rules.light
        if let expected = standing.expected, let actual = own.status.percent {
            if expected - actual >= thresholds.red {
                return .behind(expected: expected, actual: actual, light: .red)
            }
            if expected - actual >= thresholds.yellow {
                return .behind(expected: expected, actual: actual, light: .yellow)
            }
        }
        if let deadline = standing.deadline, today.days(to: deadline.day) <= thresholds.dueSoon {
            return .dueSoon(deadline, days: today.days(to: deadline.day))
        }
        return .onSchedule(expected: standing.expected, actual: own.status.percent)
    }
}

extension UnitPart {
    /// Draws a collective unit's light and figure from its members. What it reported itself counts beside them.
    fileprivate mutating func fold() {
        let parts = (own == nil ? [] : [self]) + members
        let worst = parts.map(\.light).reduce(Light.none) { $0.worse($1) }
        light = worst
        isOwn = parts.contains { $0.isOwn && $0.light == worst }
        reason = nil
        let known = parts.compactMap(\.percent)
        percent = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
}
