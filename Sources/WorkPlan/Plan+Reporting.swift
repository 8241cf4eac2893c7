/// What a unit owes for a period: a report on one of its items.
package struct ReportDuty: Sendable {
    package let position: ItemTree.Position
    /// The day it came; nil where it has not.
    package let received: Day?
    package let isLate: Bool
    package let isSignedOff: Bool
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
        tree.items.each(in: tree.positions) { position, item in
            guard item.level == .subtask else { return }
            for unit in reporters(of: item, for: period, on: today) {
                guard let place = place(of: unit) else { continue }
                let report = item.report(by: unit, for: period).flatMap { $0.received <= today ? $0 : nil }
                duties[place].append(
                    ReportDuty(
                        position: position, received: report?.received,
                        isLate: report?.isLate(rules.reporting) ?? false, isSignedOff: report?.isSignedOff ?? false))
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

extension Item {
    /// What a unit reports for a period, whenever it was received.
    package func report(by unit: Identifier<Unit>, for period: Period) -> Report? {
        reports.first { $0.unit == unit && $0.period == period }
    }

    /// The day from which a unit owes nothing more: the item, or the unit's part of it, was closed.
    func closing(by unit: Identifier<Unit>, on today: Day) -> Day? {
        guard let whole = closing(of: nil, on: today) else { return closing(of: unit, on: today) }
        return min(whole, closing(of: unit, on: today) ?? whole)
    }

    /// - Parameter unit: whose part is meant; nil for the whole.
    private func closing(of unit: Identifier<Unit>?, on today: Day) -> Day? {
        guard let newest = latest(of: unit, on: today), newest.status.isClosed else { return nil }
        switch newest.status {
        case .completed(let day), .struckOff(let day, _): return day
        case .notStarted, .underway, .terminated: return newest.day
        }
    }
}
