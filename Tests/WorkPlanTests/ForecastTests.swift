import Testing
import WorkPlan

/// Targets against time. The sample's rows run from 2023-01-01 to 2024-12-31: 730 days.
@Suite struct ForecastTests {
    private func indicator(
        _ target: Indicator.Target, _ readings: [(String, Double)], unit: String = "家",
        item: Identifier<Item> = "row-1"
    ) -> Indicator {
        var indicator = Indicator(
            id: "T1", item: item, title: "企业", printed: "企业100家", target: target, unit: unit)
        indicator.readings = readings.map { .init(day: Sample.day($0.0), value: $0.1) }
        return indicator
    }

    private func pace(
        _ target: Indicator.Target, _ readings: [(String, Double)], unit: String = "家", on today: String,
        item: Identifier<Item> = "row-1"
    ) -> Pace {
        Sample.plan().pace(of: indicator(target, readings, unit: unit, item: item), on: Sample.day(today))
    }

    @Test("Half of the time gone, half of the target is expected, and the rest is spread over the months left")
    func expected() throws {
        let pace = pace(.atLeast(100), [("2023-12-31", 40)], unit: "亿元", on: "2024-01-01")
        #expect(pace.expectedPercent == 50)
        #expect(pace.expected == 50)
        #expect(pace.attainment == 40)
        #expect(pace.pointsAhead == -10)
        #expect(pace.missing == 60)
        #expect(pace.daysLeft == 365)
        // 365 days are 11.99… months.
        let needed = try #require(pace.neededPerMonth)
        #expect(abs(needed - 60 / (365 / 30.4375)) < 1e-9)
        #expect(abs(needed - 5.0034) < 1e-4)
    }

    @Test("Of what is counted, what is needed is rounded up and what is foreseen down; amounts keep their decimals")
    func whole() throws {
        let readings = [("2023-01-01", 0.0), ("2023-01-21", 1)]
        for (unit, expected, needed, foreseen) in [
            ("家", 3.0, 5.0, 36.0), ("人次", 3, 5, 36), ("亿元", 2.7397, 4.2441, 36.5), ("万件", 2.7397, 4.2441, 36.5),
        ] {
            let pace = pace(.atLeast(100), readings, unit: unit, on: "2023-01-21")
            guard case .value(let value, _, _) = pace.forecast else {
                Issue.record("\(pace.forecast)")
                return
            }
            #expect(abs(try #require(pace.expected) - expected) < 1e-4, "\(unit)")
            #expect(abs(try #require(pace.neededPerMonth) - needed) < 1e-4, "\(unit)")
            #expect(abs(value - foreseen) < 1e-4, "\(unit)")
        }
        // What is whole stays so: 60 in twelve months of 30.4375 days would be 5, and 50 of 100 is 50.
        #expect(pace(.atLeast(100), [("2023-12-31", 40)], on: "2024-01-01").expected == 50)
        // A percent of reduction is no count, whatever its unit.
        #expect(abs(try #require(pace(.reduceBy(percent: 50), readings, on: "2023-01-21").expected) - 1.3699) < 1e-4)
    }

    @Test("The line through readings that lie on a line goes on along it")
    func straight() throws {
        let pace = pace(
            .atLeast(100), [("2023-01-01", 0), ("2023-01-11", 1), ("2023-01-31", 3)], on: "2023-02-01")
        guard case .value(let value, let readings, let reached) = pace.forecast else {
            Issue.record("\(pace.forecast)")
            return
        }
        // A tenth a day, 730 days.
        #expect(abs(value - 73) < 1e-9)
        #expect(readings == 3)
        #expect(reached == Sample.day("2023-01-01").adding(days: 1000))
    }

    @Test("The line through readings that scatter is the one of the least squares")
    func scattered() throws {
        // Days 0, 10, 20 with 0, 30, 30: slope 1.5, mean 20 at day 10, so 5 at day 0.
        let trend = try #require(
            Trend(
                [("2023-01-01", 0.0), ("2023-01-11", 30.0), ("2023-01-21", 30.0)].map {
                    Indicator.Reading(day: Sample.day($0.0), value: $0.1)
                }))
        #expect(abs(trend.slope - 1.5) < 1e-12)
        #expect(abs(trend.value(on: Sample.day("2023-01-01")) - 5) < 1e-9)
        #expect(abs(trend.value(on: Sample.day("2023-01-31")) - 50) < 1e-9)
    }

    @Test("A falling or level trend never reaches what lies ahead")
    func falling() {
        for last in [10.0, 20] {
            let pace = pace(.atLeast(100), [("2023-01-01", 20), ("2023-06-01", last)], on: "2023-07-01")
            guard case .value(_, _, let reached) = pace.forecast else {
                Issue.record("\(pace.forecast)")
                return
            }
            #expect(reached == nil)
        }
    }

    @Test("Nothing is foreseen from fewer than two readings, and it is said why")
    func tooFew() {
        #expect(pace(.atLeast(100), [], on: "2024-01-01").forecast == .impossible(.tooFewReadings(0)))
        #expect(
            pace(.atLeast(100), [("2023-06-01", 9)], on: "2024-01-01").forecast == .impossible(.tooFewReadings(1)))
        // The second one speaks of a day after today.
        let early = pace(.atLeast(100), [("2023-06-01", 9), ("2024-02-01", 20)], on: "2024-01-01")
        #expect(early.forecast == .impossible(.tooFewReadings(1)))
        #expect(Forecast.Obstacle.tooFewReadings(1).reason == "只有1次读数，至少要两次")
        let passed = pace(.atLeast(100), [("2023-06-01", 9), ("2024-02-01", 20)], on: "2025-01-01")
        #expect(passed.forecast == .impossible(.deadlinePassed(Sample.day("2024-12-31"))))
        #expect(passed.neededPerMonth == nil)
    }

    @Test("What was not read is unknown and not zero")
    func unknown() {
        let pace = pace(.atLeast(100), [], on: "2024-01-01")
        #expect(pace.latest == nil)
        #expect(pace.attainment == nil)
        #expect(pace.missing == nil)
        #expect(pace.neededPerMonth == nil)
        #expect(pace.isReached == nil)
        #expect(pace.expected == 50)
    }

    @Test("超 asks for more than the number, 至少 for the number itself")
    func beyond() {
        #expect(pace(.moreThan(100), [("2023-06-01", 100)], on: "2024-01-01").isReached == false)
        #expect(pace(.moreThan(100), [("2023-06-01", 101)], on: "2024-01-01").isReached == true)
        #expect(pace(.atLeast(100), [("2023-06-01", 100)], on: "2024-01-01").isReached == true)
    }

    @Test("压减 50% is reached when the reduction is 50 or more, and grows towards it")
    func downward() throws {
        let pace = pace(.reduceBy(percent: 50), [("2023-01-01", 0), ("2023-12-31", 20)], on: "2024-01-01")
        #expect(pace.expected == 25)
        #expect(pace.missing == 30)
        #expect(pace.isReached == false)
        guard case .value(let value, _, _) = pace.forecast else {
            Issue.record("\(pace.forecast)")
            return
        }
        #expect(value > 39 && value < 41)
        #expect(self.pace(.reduceBy(percent: 50), [("2023-06-01", 55)], on: "2024-01-01").isReached == true)
    }

    @Test("A trend does not lead beyond all there are")
    func capped() {
        let pace = pace(.all(of: 7, members: nil), [("2023-01-01", 0), ("2023-07-01", 6)], on: "2023-08-01")
        guard case .value(let value, _, _) = pace.forecast else {
            Issue.record("\(pace.forecast)")
            return
        }
        #expect(value == 7)
    }

    @Test("争创 and 定性 have no pace")
    func notCounted() {
        let yes = pace(.achieved, [("2023-01-01", 0), ("2023-06-01", 1)], on: "2024-01-01")
        #expect(yes.forecast == .impossible(.notCounted))
        #expect(yes.isReached == true)
        #expect(yes.expected == nil)
        let some = pace(.qualitative(wording: "一批"), [], on: "2024-01-01")
        #expect(some.isReached == nil)
        #expect(some.forecast == .impossible(.notCounted))
    }

    @Test("The series of an indicator that units report is the sum of their latest on each day")
    func split() {
        var indicator = indicator(.all(of: 2, members: "all"), [])
        indicator.readings = [
            .init(day: Sample.day("2023-03-01"), unit: "x", value: 1),
            .init(day: Sample.day("2023-06-01"), unit: "y", value: 0),
            .init(day: Sample.day("2023-09-01"), unit: "y", value: 1),
        ]
        #expect(indicator.series(on: Sample.day("2023-09-01")).map(\.value) == [1, 1, 2])
        #expect(indicator.latest(on: Sample.day("2023-06-30"), unit: "y")?.value == 0)
        #expect(indicator.latest(on: Sample.day("2023-05-31"), unit: "y") == nil)
        #expect(indicator.isReached(on: Sample.day("2023-09-01")) == true)
    }
}
