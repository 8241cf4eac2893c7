/// One thing with a day: what is overdue, what is due next, what comes again.
package struct Due: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case item(ItemTree.Position)
        /// 4·26: a day of a recurrent item that comes again.
        case recurrence(ItemTree.Position, name: String)
        /// What a meeting decided.
        case decision(Decision)
        case phaseEnd(Phase)
        /// The reports of a period.
        case reports(Period)
    }

    package var day: Day
    package var kind: Kind

    /// Its place where two fall on one day: items first, in reading order.
    fileprivate var order: Int {
        switch kind {
        case .item(let position), .recurrence(let position, _): position
        case .decision: .max - 2
        case .reports: .max - 1
        case .phaseEnd: .max
        }
    }
}

/// How far off things are, for a list: overdue first, then within 7, 15, 30 and 90 days, each after the one before.
package enum Horizon: Int, CaseIterable, Comparable, Sendable {
    case overdue = -1
    case week = 7
    case fortnight = 15
    case month = 30
    case quarter = 90

    package static func < (left: Horizon, right: Horizon) -> Bool { left.rawValue < right.rawValue }

    /// Nil beyond the farthest.
    package init?(days: Int) {
        guard let horizon = Horizon.allCases.first(where: { days < 0 ? $0 == .overdue : $0.rawValue >= days }) else {
            return nil
        }
        self = horizon
    }

    package var word: String {
        switch self {
        case .overdue: "已过期限"
        case .week: "7天内"
        case .fortnight: "15天内"
        case .month: "30天内"
        case .quarter: "90天内"
        }
    }
}

extension Plan {
    /// Everything overdue or due within 90 days, earliest first: open subtasks and milestones, dates that come again,
    /// what meetings decided, ends of phases, the next reports. One pass over all items.
    package func upcoming(_ standings: Standings) -> [Due] {
        let today = standings.today
        let last = today.adding(days: Horizon.quarter.rawValue)
        var found: [Due] = []
        for position in tree.positions where tree.level(of: position) >= .subtask {
            if standings.share(of: position).recurs {
                for recurrence in tree[position].recurrences {
                    guard let day = recurrence.next(from: today), day <= last else { continue }
                    found.append(Due(day: day, kind: .recurrence(position, name: recurrence.name)))
                }
            }
            guard let day = standings.openDeadline(of: position), day <= last else { continue }
            found.append(Due(day: day, kind: .item(position)))
        }
        for decision in decisions where decision.status?.isClosed != true && isDecided(decision, on: today) {
            guard let day = decision.deadline, day <= last else { continue }
            found.append(Due(day: day, kind: .decision(decision)))
        }
        for phase in phases where phase.end >= today && phase.end <= last {
            found.append(Due(day: phase.end, kind: .phaseEnd(phase)))
        }
        let period = duePeriod(on: today).next
        let due = rules.reporting.dueDay(of: period)
        if due <= last { found.append(Due(day: due, kind: .reports(period))) }
        return found.sorted { ($0.day, $0.order) < ($1.day, $1.order) }
    }

    /// Whether the meeting that decided it has been held.
    private func isDecided(_ decision: Decision, on today: Day) -> Bool {
        meeting(decision.meeting).map { $0.day <= today } ?? true
    }
}

extension Recurrence {
    /// The first such day from `day` on; nil where the day is announced year by year.
    package func next(from day: Day) -> Day? {
        guard let month, let number = self.day else { return nil }
        let year = day.civil.year
        // Eight years hold a 29 February whatever comes.
        return (year...year + 8).lazy.compactMap { Day(year: $0, month: month, day: number) }.first { $0 >= day }
    }

    /// Such a day in one year.
    package func day(in year: Int) -> Day? {
        guard let month, let number = day else { return nil }
        return Day(year: year, month: month, day: number)
    }
}
