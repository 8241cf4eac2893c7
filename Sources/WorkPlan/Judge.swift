/// Applies the rules of the lights: the first rule that holds decides.
struct Judge {
    let plan: Plan
    let today: Day
    let duePeriod: Period
    let deadlinePhase: Phase?
    /// By the text of the item's identifier.
    private let indicators: [String: [Indicator]]

    /// - Parameter earlier: one of a plan with the same indicators.
    init(plan: Plan, today: Day, after earlier: Judge? = nil) {
        self.plan = plan
        self.today = today
        duePeriod = plan.rules.reporting.lastDuePeriod(on: today)
        deadlinePhase = plan.deadlinePhase
        indicators = earlier?.indicators ?? Dictionary(grouping: plan.indicators) { $0.item.text }
    }

    func indicators(of item: Item) -> [Indicator] { indicators[item.id.text] ?? [] }

    /// A subtask or a milestone.
    func leaf(_ item: Item, milestones: Milestones) -> Standing {
        let status = item.status(on: today)
        let deadline = plan.deadline(of: item, deadlinePhase)
        let expected = Plan.expectedProgress(
            from: item.start ?? deadlinePhase?.start, to: deadline?.day, on: today)
        let actual = actual(item, status: status, milestones: milestones)
        var reason = reason(item, status: status, deadline: deadline, expected: expected, actual: actual)
        var light = reason.light
        if let override = item.lightOverride, override.until >= today {
            reason = .override(override, computed: light)
            light = override.light
        }
        var tally = Tally()
        if item.level == .subtask {
            tally.add(light: light, status: status?.category ?? .notReported, actual: actual, weight: item.weight)
        }
        return Standing(
            light: light, reason: reason, status: status, actual: actual, expected: expected, deadline: deadline,
            tally: tally)
    }

    private func reason(
        _ item: Item, status: Status?, deadline: Deadline?, expected: Double?, actual: Double?
    ) -> LightReason {
        switch status {
        case .completed?, .struckOff?: return .completed(status ?? .notStarted)
        case .terminated(let why)?: return .terminated(reason: why)
        case .notStarted?, .underway?, nil: break
        }
        let lastHeard = lastHeard(of: item)
        guard let lastHeard else { return .neverReported(deadline: deadline, today: today) }
        if let deadline, deadline.day < today {
            return .overdue(deadline, days: deadline.day.days(to: today))
        }
        if item.level == .subtask, lastHeard < duePeriod.start, started(item) { return .periodUnreported(duePeriod) }
        let thresholds = plan.rules.light
        if let expected, let actual {
            if expected - actual >= thresholds.red {
                return .behind(expected: expected, actual: actual, light: .red)
            }
            if expected - actual >= thresholds.yellow {
                return .behind(expected: expected, actual: actual, light: .yellow)
            }
        }
        if let deadline, today.days(to: deadline.day) <= thresholds.dueSoon {
            return .dueSoon(deadline, days: today.days(to: deadline.day))
        }
        return .onSchedule(expected: expected, actual: actual)
    }

    /// A period that ended before the work began is owed by nobody.
    func started(_ item: Item) -> Bool {
        plan.start(of: item).map { $0 <= duePeriod.end } ?? true
    }

    /// The newest day any report, status or reading of the item speaks of.
    func lastHeard(of item: Item) -> Day? {
        var newest = item.progress.lazy.map(\.day).filter { $0 <= today }.max()
        for report in item.reports where report.received <= today {
            newest = max(newest ?? report.period.end, min(report.period.end, today))
        }
        for indicator in indicators(of: item) {
            if let reading = indicator.latest(on: today) { newest = max(newest ?? reading.day, reading.day) }
        }
        return newest
    }

    /// The lowest of the indicators' attainment, else the share of milestones done, else the judged percent.
    func actual(_ item: Item, status: Status?, milestones: Milestones) -> Double? {
        switch status {
        case .completed?, .struckOff?: return 100
        case .terminated?: return nil
        case .notStarted?, .underway?, nil: break
        }
        if let lowest = indicators(of: item).compactMap({ $0.attainment(on: today) }).min() { return lowest }
        if milestones.total > 0 { return Double(milestones.done) / Double(milestones.total) * 100 }
        return switch status {
        case .underway(let percent)?: percent
        case .notStarted?: 0
        default: nil
        }
    }
}

extension Item {
    /// What was said last by a day: of the whole item, or by a unit of its part. There is one entry for a day at most.
    package func latest(of unit: Identifier<Unit>? = nil, on today: Day) -> Progress? {
        var newest: Progress?
        for entry in progress where entry.unit == unit && entry.day <= today {
            if newest.map({ $0.day <= entry.day }) ?? true { newest = entry }
        }
        return newest
    }

    package func status(on today: Day, unit: Identifier<Unit>? = nil) -> Status? { latest(of: unit, on: today)?.status }
}

extension LightReason {
    /// The light the rule gives.
    var light: Light {
        switch self {
        case .completed, .onSchedule: .green
        case .terminated: .none
        case .neverReported, .periodUnreported: .grey
        case .overdue: .red
        case .behind(_, _, let light): light
        case .dueSoon: .yellow
        case .override(let override, _): override.light
        case .worstBelow(let light, _): light
        }
    }
}
