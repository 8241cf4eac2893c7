import WorkPlan

/// Months, quarters or years laid out on columns, as far as they fit.
struct TimeScale {
    /// The periods the scale can show: 月, 季, 年.
    static let cycles: [ReportingCycle] = [.month, .quarter, .year]

    /// The first visible period.
    let first: Period
    /// How many periods there are before the first visible one, and behind the last.
    let before: Int
    let after: Int
    /// How many are visible.
    let count: Int
    /// The columns of a period.
    let cell: Int

    /// - Parameters:
    ///   - span: the first and the last day there is anything to show of.
    ///   - columns: the room; what is not needed is left over.
    ///   - scroll: how many periods are to the left of the first visible one; nil brings `today` into sight.
    init(_ cycle: ReportingCycle, span: ClosedRange<Day>, columns: Int, scroll: Int?, today: Day) {
        let start = Period(cycle, containing: span.lowerBound)
        let all = max(1, Period(cycle, containing: span.upperBound).index - start.index + 1)
        let (least, most) = cycle == .year ? (6, 24) : cycle == .quarter ? (3, 12) : (3, 8)
        cell = max(least, min(most, columns / all))
        count = max(1, min(all, columns / cell))
        let now = Period(cycle, containing: today).index - start.index
        before = max(0, min(all - count, scroll ?? now - count / 3))
        after = all - count - before
        first = Period(cycle: cycle, index: start.index + before)
    }

    var columns: Int { count * cell }

    /// The column a day stands in; outside `0..<columns` for a day out of sight.
    func column(of day: Day) -> Int {
        let period = Period(first.cycle, containing: day)
        let length = period.start.days(to: period.end) + 1
        return (period.index - first.index) * cell + period.start.days(to: day) * cell / max(1, length)
    }

    /// The visible periods with the column each begins at.
    var periods: [(period: Period, column: Int)] {
        (0..<count).map { (Period(cycle: first.cycle, index: first.index + $0), $0 * cell) }
    }
}

extension ReportingCycle {
    /// 月, 季, 年: a period in one character.
    var shortWord: String {
        switch self {
        case .month: "月"
        case .quarter: "季"
        case .halfYear: "半年"
        case .year: "年"
        }
    }
}
