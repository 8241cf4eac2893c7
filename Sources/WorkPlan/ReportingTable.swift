/// Which unit reported when: 已报、迟报、未报 by unit and period, counted over the subtasks the unit is on.
package struct ReportingTable: Sendable {
    package enum State: Sendable {
        /// Everything came, and by the due day.
        case onTime
        /// Everything came, some of it after the due day.
        case late
        /// Some came, some did not.
        case partial
        /// The period is due and nothing came.
        case missing

        package var word: String {
            switch self {
            case .onTime: "已报"
            case .late: "迟报"
            case .partial: "缺报"
            case .missing: "未报"
            }
        }
    }

    /// One unit in one period.
    package struct Cell: Equatable, Sendable {
        /// Subtasks the unit owes a report on.
        package internal(set) var owed = 0
        package internal(set) var onTime = 0
        package internal(set) var late = 0
        /// Whether the due day is past or today.
        package internal(set) var isDue = false

        /// Reports that are due and did not come; 0 before the due day.
        package var missing: Int { isDue ? max(0, owed - onTime - late) : 0 }

        /// Nil where nothing is owed, and where nothing came before the due day.
        package var state: State? {
            let came = onTime + late
            if owed == 0 || (came == 0 && !isDue) { return nil }
            if came == 0 { return .missing }
            if missing > 0 { return .partial }
            return late > 0 ? .late : .onTime
        }
    }

    /// From the one the plan begins in to the present one, oldest first.
    package let periods: [Period]
    private let cells: [Identifier<Unit>: [Cell]]

    /// More periods than these are no table any more: the newest are kept.
    private static let limit = 400

    package init(_ plan: Plan, on today: Day) {
        let reporting = plan.rules.reporting
        let begin = plan.deadlinePhase?.start ?? plan.phases.map(\.start).min() ?? plan.issued
        let last = Period(reporting.cycle, containing: max(today, begin)).index
        let first = max(Period(reporting.cycle, containing: begin).index, last - Self.limit + 1)
        let periods = (first...last).map { Period(cycle: reporting.cycle, index: $0) }
        var cells: [Identifier<Unit>: [Cell]] = [:]
        let blank = periods.map { period in
            var cell = Cell()
            cell.isDue = reporting.isDue(period, on: today)
            return cell
        }
        for item in plan.tree.subtasks.lazy.map({ plan.tree[$0] }) {
            for unit in Set(item.assignments.flatMap { plan.reporters(of: $0) }) {
                guard let owed = plan.owedPeriods(of: item, by: unit, on: today) else { continue }
                // Taken out, so that it is altered in place.
                var row = cells.removeValue(forKey: unit) ?? blank
                for index in first...last where owed.contains(index) { row[index - first].owed += 1 }
                for report in item.reports where report.unit == unit && report.received <= today {
                    guard report.period.cycle == reporting.cycle, owed.contains(report.period.index),
                        periods.indices.contains(report.period.index - first)
                    else { continue }
                    if report.isLate(reporting) {
                        row[report.period.index - first].late += 1
                    } else {
                        row[report.period.index - first].onTime += 1
                    }
                }
                cells[unit] = row
            }
        }
        self.periods = periods
        self.cells = cells
    }

    /// Blank where the unit owes nothing.
    package subscript(_ unit: Identifier<Unit>, _ place: Int) -> Cell {
        guard let row = cells[unit], row.indices.contains(place) else { return Cell() }
        return row[place]
    }

    /// Reports of all units that a period's due day passed without.
    package func missing(_ place: Int) -> Int { cells.values.reduce(0) { $0 + $1[place].missing } }

    package func cells(of unit: Identifier<Unit>) -> [Cell] { cells[unit] ?? periods.map { _ in Cell() } }
}

extension Rules.Reporting {
    /// The last day a period's reports are on time.
    package func dueDay(of period: Period) -> Day { period.end.adding(days: dueDay) }

    /// From when on a period's reports are missing where they have not come.
    package func missingFrom(_ period: Period) -> Day { dueDay(of: period).adding(days: 1) }

    /// Whether a period's reports are missing where they have not come.
    package func isDue(_ period: Period, on today: Day) -> Bool { missingFrom(period) <= today }
}

extension Report {
    /// Whether it came after its due day.
    package func isLate(_ reporting: Rules.Reporting) -> Bool { received > reporting.dueDay(of: period) }
}

extension Plan {
    /// The periods a unit owes reports on an item, as places of their cycle: from the one the work begins in to the one it
    /// was closed in, or without an end. Nil where the item has no beginning.
    fileprivate func owedPeriods(of item: Item, by unit: Identifier<Unit>, on today: Day) -> ClosedRange<Int>? {
        let cycle = rules.reporting.cycle
        guard let start = start(of: item) else { return nil }
        let first = Period(cycle, containing: start).index
        let last = item.closing(by: unit, on: today).map { Period(cycle, containing: $0).index } ?? .max
        return first <= last ? first...last : nil
    }
}
