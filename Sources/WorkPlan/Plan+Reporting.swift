extension Plan {
    /// The units that owe a report on an item for a period, collective units unfolded, in printed order.
    package func reporters(
        of position: ItemTree.Position, for period: Period, on today: Day
    ) -> [Identifier<Unit>] {
        let item = tree[position]
        var found: [Identifier<Unit>] = []
        for unit in item.assignments.flatMap(reporters) where !found.contains(unit) {
            if isOwed(item, by: unit, for: period, on: today) { found.append(unit) }
        }
        return found
    }

    /// Those of them from whom nothing has been received by a day.
    package func missingReporters(
        of position: ItemTree.Position, for period: Period, on today: Day
    ) -> [Identifier<Unit>] {
        let heard = tree[position].reports.lazy.filter { $0.received <= today && $0.period == period }.map(\.unit)
        return reporters(of: position, for: period, on: today).filter { !heard.contains($0) }
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
