import StrictJSON
import WorkPlan

// Targets against time: what was read, and what is reckoned from it.
extension PlanJSON {
    func indicator(_ indicator: Indicator, _ writer: inout JSONWriter) {
        let today = standings.today
        writer.member("id", indicator.id.text)
        writer.member("title", indicator.title)
        writer.member("printed", indicator.printed)
        writer.member("target", indicator.targetInWords)
        writer.member("kind", indicator.target.kindWord)
        optional("goal", indicator.goal, &writer)
        writer.member("unit", indicator.unit)
        writer.member("count", indicator.isCount)
        let pace = plan.pace(of: indicator, on: today)
        optional("latest", pace.latest?.value, &writer)
        if let latest = pace.latest { writer.member("latestDay", "\(latest.day)") }
        writer.member("start", ifPresent: pace.start.map { "\($0)" })
        writer.member("deadline", ifPresent: pace.deadline.map { "\($0.day)" })
        optional("attainment", pace.attainment, &writer)
        optional("expected", pace.expected, &writer)
        optional("expectedPercent", pace.expectedPercent, &writer)
        optional("missing", pace.missing, &writer)
        optional("neededPerMonth", pace.neededPerMonth, &writer)
        forecast(pace.forecast, &writer)
        let readings = indicator.readings.filter { $0.day <= today }
        guard !readings.isEmpty else { return }
        writer.member(
            "readings",
            array: { list in
                for reading in readings {
                    list.object { writer in
                        writer.member("day", "\(reading.day)")
                        writer.member("unit", ifPresent: reading.unit?.text)
                        writer.member("value", reading.value)
                    }
                }
            })
    }

    /// The value on the deadline; null where nothing can be foreseen, with the reason.
    private func forecast(_ forecast: Forecast, _ writer: inout JSONWriter) {
        switch forecast {
        case .value(let value, _, let reached):
            writer.member("forecast", value)
            writer.member("reached", ifPresent: reached.map { "\($0)" })
        case .impossible(let obstacle):
            optional("forecast", nil, &writer)
            writer.member("noForecast", obstacle.reason)
        }
    }
}
