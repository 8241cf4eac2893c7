/// What the trend of an indicator's readings gives for its deadline, or why it gives nothing.
package enum Forecast: Equatable, Sendable {
    /// The value on the deadline, a count rounded down, from so many readings; and the day the target is reached, if the trend leads there.
    case value(Double, readings: Int, reached: Day?)
    case impossible(Obstacle)

    package enum Obstacle: Equatable, Sendable {
        /// 争创, 定性: nothing to draw a line through.
        case notCounted
        case tooFewReadings(Int)
        case noDeadline
        case deadlinePassed(Day)

        /// Why nothing can be foreseen, as half a sentence.
        package var reason: String {
            switch self {
            case .notCounted: "不是数量指标"
            case .tooFewReadings(0): "尚无读数，至少要两次"
            case .tooFewReadings(let count): "只有\(count)次读数，至少要两次"
            case .noDeadline: "没有期限"
            case .deadlinePassed(let day): "期限 \(day) 已过"
            }
        }
    }
}

/// How an indicator does against time on a day: what was reached, what should be, what is needed, what is to be expected.
package struct Pace: Equatable, Sendable {
    /// Nil where nothing was read: unknown, not zero.
    package var latest: Indicator.Reading?
    /// Percent of the target, not capped.
    package var attainment: Double?
    package var start: Day?
    package var deadline: Deadline?
    /// 序时进度 of the indicator's item in percent, and as a value of the indicator: a count is the least whole one.
    package var expectedPercent: Double?
    package var expected: Double?
    /// Whether the latest reading is at the target (beyond it, for 超); nil where that is unknown or cannot be said.
    package var isReached: Bool?
    /// What is missing from the target; 0 where it is reached.
    package var missing: Double?
    /// Days to the deadline; negative behind it.
    package var daysLeft: Int?
    /// What has to be added in each month from here to the deadline, a count rounded up; nil where it cannot be said or
    /// is over.
    package var neededPerMonth: Double?
    package var forecast: Forecast

    /// The days of a month in this arithmetic: a twelfth of 365.25.
    package static let daysPerMonth = 30.4375

    /// Percentage points ahead of 序时进度; negative behind it.
    package var pointsAhead: Double? {
        guard let attainment, let expectedPercent else { return nil }
        return attainment - expectedPercent
    }
}

extension Plan {
    package func pace(of indicator: Indicator, on today: Day) -> Pace {
        let position = tree.position(of: indicator.item)
        let deadline = position.flatMap { self.deadline(of: $0) }
        var pace = Pace(forecast: indicator.forecast(for: deadline?.day, on: today))
        pace.latest = indicator.latest(on: today)
        pace.attainment = indicator.attainment(on: today)
        pace.start = position.flatMap { start(of: tree[$0]) }
        pace.deadline = deadline
        pace.daysLeft = deadline.map { today.days(to: $0.day) }
        guard indicator.target.isCounted, let goal = indicator.goal else {
            pace.isReached = indicator.isReached(on: today)
            return pace
        }
        pace.expectedPercent = position.flatMap { expectedProgress(of: $0, on: today) }
        pace.expected = pace.expectedPercent.map { indicator.needed(goal * $0 / 100) }
        pace.isReached = indicator.isReached(on: today)
        guard let latest = pace.latest else { return pace }
        pace.missing = max(0, goal - latest.value)
        if let missing = pace.missing, missing > 0, let days = pace.daysLeft, days > 0 {
            pace.neededPerMonth = indicator.needed(missing / (Double(days) / Pace.daysPerMonth))
        }
        return pace
    }
}

extension Indicator {
    /// One figure a day on which anything was read, up to `today`: that of the whole, as `latest(on:)` gives it.
    package func series(on today: Day) -> [Reading] {
        Set(readings.lazy.map(\.day).filter { $0 <= today }).sorted().compactMap { day in
            latest(on: day).map { Reading(day: day, value: $0.value) }
        }
    }

    /// The latest reading of one unit whose data day is not after `today`.
    package func latest(on today: Day, unit: Identifier<Unit>) -> Reading? {
        readings.filter { $0.unit == unit && $0.day <= today }.max { $0.day < $1.day }
    }

    /// Nil where nothing was read, or where no number can be compared.
    package func isReached(on today: Day) -> Bool? {
        goal == nil ? nil : latest(on: today).map { reaches($0.value) }
    }

    /// Whether a value is at the target; for 超 it has to be beyond it.
    package func reaches(_ value: Double) -> Bool {
        guard let goal else { return false }
        if case .moreThan = target { return value > goal }
        return value >= goal
    }

    package func forecast(for deadline: Day?, on today: Day) -> Forecast {
        guard target.isCounted, let goal else { return .impossible(.notCounted) }
        let series = series(on: today)
        guard let trend = Trend(series) else { return .impossible(.tooFewReadings(series.count)) }
        guard let deadline else { return .impossible(.noDeadline) }
        guard deadline >= today else { return .impossible(.deadlinePassed(deadline)) }
        let value = whole(min(trend.value(on: deadline), most), .down)
        return .value(value, readings: series.count, reached: trend.day(reaching: goal))
    }

    /// What a reading cannot exceed: all of so many, a reduction by all there was.
    private var most: Double {
        switch target {
        case .all(let count, _): Double(count)
        case .reduceBy: 100
        case .atLeast, .moreThan, .achieved, .qualitative: .infinity
        }
    }
}

extension Indicator.Target {
    /// Whether its readings are amounts that grow: 争创 and 定性 are not.
    package var isCounted: Bool {
        switch self {
        case .atLeast, .moreThan, .reduceBy, .all: true
        case .achieved, .qualitative: false
        }
    }

    /// Whether what is measured has to go down. Its readings, percents of reduction, still go up.
    package var isDownward: Bool {
        if case .reduceBy = self { true } else { false }
    }

    /// 至少, 超, 压减 …
    package var kindWord: String {
        switch self {
        case .atLeast: "至少"
        case .moreThan: "超"
        case .reduceBy: "压减"
        case .all: "全覆盖"
        case .achieved: "争创"
        case .qualitative: "定性"
        }
    }
}

extension Indicator {
    /// The target with its kind: 至少 300 家, 超 10,000 次, 压减 50%, 定性：一批
    package var goalInWords: String {
        switch target {
        case .atLeast: "至少 \(targetInWords)"
        case .moreThan, .reduceBy, .all, .achieved: targetInWords
        case .qualitative(let wording): "定性：\(wording)"
        }
    }
}
