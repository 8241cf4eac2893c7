/// What a unit owes for a period: a report on one of its items.
package struct ReportDuty: Sendable {
    package let position: ItemTree.Position
    /// The day it came; nil where it has not.
    package internal(set) var received: Day?
    package internal(set) var isSignedOff = false
}

extension Plan {
    /// The units that owe a report on an item for a period, collective units unfolded, in printed order.
    package func reporters(
        of position: ItemTree.Position, for period: Period, on today: Day
    ) -> [Identifier<Unit>] {
        tree.items.with(position) { reporters(of: $0, for: period, on: today) }
    }

    private func reporters(of item: Item, for period: Period, on today: Day) -> [Identifier<Unit>] {
        var found: [Identifier<Unit>] = []
        for assignment in item.assignments {
            for unit in reporters(of: assignment) where !found.contains(unit) {
                if isOwed(item, by: unit, for: period, on: today) { found.append(unit) }
            }
        }
        return found
    }

    /// What every unit owes for a period, in the order of the plan's list of units.
    package func duties(in period: Period, on today: Day) -> [(unit: Unit, duties: [ReportDuty])] {
        var duties: [[ReportDuty]] = units.map { _ in [] }
        for position in tree.subtasks {
            tree.items.with(position) { item in
                for unit in reporters(of: item, for: period, on: today) {
                    guard let place = place(of: unit) else { continue }
                    var duty = ReportDuty(position: position)
                    for report in item.reports
                    where duty.received == nil && report.unit == unit && report.period == period
                        && report.received <= today
                    {
                        duty.received = report.received
                        duty.isSignedOff = report.isSignedOff
                    }
                    duties[place].append(duty)
                }
            }
        }
        return zip(units, duties).map { (unit: $0, duties: $1) }
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
