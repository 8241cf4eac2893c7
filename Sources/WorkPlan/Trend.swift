/// A straight line through figures by day, fitted by least squares.
package struct Trend: Equatable, Sendable {
    /// The middle of the days the line was fitted to; may lie between two days.
    private let centre: Double
    /// The value at the middle.
    private let level: Double
    /// How much the value grows a day.
    package let slope: Double

    /// Nil for fewer than two days: one figure has no direction.
    package init?(_ readings: [Indicator.Reading]) {
        guard Set(readings.map(\.day)).count > 1 else { return nil }
        let count = Double(readings.count)
        let middle = readings.reduce(0) { $0 + Double($1.day.number) } / count
        let mean = readings.reduce(0) { $0 + $1.value } / count
        var covariance = 0.0
        var variance = 0.0
        for reading in readings {
            let days = Double(reading.day.number) - middle
            covariance += days * (reading.value - mean)
            variance += days * days
        }
        centre = middle
        level = mean
        slope = covariance / variance
    }

    package func value(on day: Day) -> Double { level + slope * (Double(day.number) - centre) }

    /// The first day on which the line is at a value or beyond it; nil for a line that falls or stands still.
    package func day(reaching value: Double) -> Day? {
        guard slope > 0 else { return nil }
        let number = (centre + (value - level) / slope).rounded(.up)
        // Beyond the calendar nothing is a forecast any more.
        guard number.isFinite, abs(number) < 1_000_000 else { return nil }
        return Day(number: Int(number))
    }
}
