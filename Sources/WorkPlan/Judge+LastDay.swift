extension Judge {
    /// The last day on which an item is sure to hand up the same as today, if nobody edits anything. Rather too early than
    /// too late: an item that is judged once more in vain costs a microsecond. What hangs on its milestones is not looked
    /// at: they have days of their own.
    func lastDay(of item: Item, _ standing: Standing) -> Day {
        var next = Next(after: today)
        // What is dated later counts from its day on.
        for entry in item.progress { next.change(on: entry.day) }
        for report in item.reports { next.change(on: report.received) }
        for indicator in indicators(of: item) {
            for reading in indicator.readings { next.change(on: reading.day) }
        }
        switch standing.reason {
        case .completed, .terminated, .neverReported, .overdue, .worstBelow: break
        case .override(let override, _): next.change(on: override.until.adding(days: 1))
        case .periodUnreported, .behind, .dueSoon, .onSchedule: openItem(item, standing, &next)
        }
        return Day(number: next.day - 1)
    }

    /// What time alone changes on an item that is open and was heard of.
    private func openItem(_ item: Item, _ standing: Standing, _ next: inout Next) {
        if item.level == .subtask { next.change(on: plan.rules.reporting.missingFrom(duePeriod.next)) }
        guard let deadline = standing.deadline?.day else { return }
        next.change(on: deadline)
        next.change(on: deadline.adding(days: 1))
        next.change(on: deadline.adding(days: -plan.rules.light.dueSoon))
        guard let actual = standing.actual, let start = item.start ?? deadlinePhase?.start else { return }
        let whole = start.days(to: deadline)
        // Where 序时进度 runs away from it. The division may come out a hair beside a whole day: both are taken.
        for threshold in [plan.rules.light.yellow, plan.rules.light.red] {
            let days = Double(whole) * (actual + threshold) / 100
            guard days >= 0, days < Double(whole) else { continue }
            next.change(on: start.adding(days: Int(days)))
            next.change(on: start.adding(days: Int(days) + 1))
        }
    }
}

/// The first day after today on which something may change.
private struct Next {
    private let today: Int
    private(set) var day = Int(Int32.max)

    init(after today: Day) { self.today = today.number }

    mutating func change(on day: Day) {
        if day.number > today { self.day = min(self.day, day.number) }
    }
}
