extension Plan {
    /// The period whose reports were last due: what “本期” means.
    package func duePeriod(on today: Day) -> Period { rules.reporting.lastDuePeriod(on: today) }

    /// The units that owe a report on an item for a period, collective units unfolded, in printed order: those of a
    /// subtask that had begun by the period's end and was not closed before it began.
    package func reporters(of position: ItemTree.Position, for period: Period) -> [Identifier<Unit>] {
        let item = tree[position]
        guard item.level == .subtask, start(of: item).map({ $0 <= period.end }) ?? true,
            item.status(on: period.start.adding(days: -1))?.isClosed != true
        else { return [] }
        var found: [Identifier<Unit>] = []
        for unit in item.assignments.flatMap(reporters) where !found.contains(unit) { found.append(unit) }
        return found
    }

    /// Those of them from whom nothing has been received by a day. A collective unit's report answers for its members.
    package func missingReporters(
        of position: ItemTree.Position, for period: Period, on today: Day
    ) -> [Identifier<Unit>] {
        let heard = Set(tree[position].reports.lazy.filter { $0.period == period && $0.received <= today }.map(\.unit))
        let answered = heard.union(heard.flatMap { unit($0)?.members ?? [] })
        return reporters(of: position, for: period).filter { !answered.contains($0) }
    }

    /// 需协调: whether the newest report of one of its units asks for it.
    package func needsCoordination(_ item: Item, on today: Day) -> Bool {
        var newest: [Identifier<Unit>: Report] = [:]
        for report in item.reports where report.received <= today {
            if newest[report.unit].map({ $0.period <= report.period }) ?? true { newest[report.unit] = report }
        }
        return newest.values.contains { $0.needsCoordination }
    }
}
