import Testing
import WorkPlan

@Suite struct DayTests {
    @Test("Every day from 1600 to 2400 survives the way to a calendar date and back")
    func roundTrip() throws {
        let first = try #require(Day(year: 1600, month: 1, day: 1))
        let last = try #require(Day(year: 2400, month: 12, day: 31))
        for number in first.number...last.number {
            let (year, month, day) = Day(number: number).civil
            #expect(Day(year: year, month: month, day: day)?.number == number)
        }
        #expect(last.number - first.number + 1 == 801 * 365 + 195)
    }

    @Test(
        "1970-01-01 is day 0 and text reads back", arguments: ["1970-01-01", "2022-09-29", "2024-02-29", "0001-01-01"])
    func text(_ written: String) {
        #expect(Day(written)?.description == written)
        #expect(Day("1970-01-01")?.number == 0)
    }

    @Test(
        "Days that are not in the calendar are refused",
        arguments: [
            "2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-4-3", "20230403", "2023-04-03 ", "０年",
        ])
    func impossible(_ written: String) {
        #expect(Day(written) == nil)
    }

    @Test(
        "Periods know their first and last day and read back",
        arguments: [
            ("2024Q1", "2024-01-01", "2024-03-31", "2024年第1季度"), ("2024-12", "2024-12-01", "2024-12-31", "2024年12月"),
            ("2023H2", "2023-07-01", "2023-12-31", "2023年下半年"), ("2024", "2024-01-01", "2024-12-31", "2024年"),
        ])
    func periods(_ text: String, _ start: String, _ end: String, _ word: String) throws {
        let period = try #require(Period(text))
        #expect(period.description == text)
        #expect(period.start.description == start)
        #expect(period.end.description == end)
        #expect(period.word == word)
        #expect(period.next.previous == period)
        #expect(Period(period.cycle, containing: period.end) == period)
    }

    @Test("What is no period is refused", arguments: ["2024Q5", "2024Q0", "2024-13", "Q1", "24Q1", "2024H3", ""])
    func noPeriod(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test(
        "A report is missing from the day after the last on which it is on time, also where the next period has ended",
        arguments: [
            (ReportingCycle.quarter, 10, "2024-04-10", "2023Q4"), (.quarter, 10, "2024-04-11", "2024Q1"),
            (.month, 31, "2024-03-02", "2023-12"), (.month, 31, "2024-03-03", "2024-01"),
            (.month, 366, "2024-03-31", "2023-02"), (.year, 1, "2024-01-02", "2023"),
        ])
    func due(_ cycle: ReportingCycle, _ days: Int, _ day: String, _ period: String) throws {
        let rules = Rules.Reporting(cycle: cycle, dueDay: days)
        let found = rules.lastDuePeriod(on: Sample.day(day))
        #expect(found.description == period)
        #expect(rules.isDue(found, on: Sample.day(day)) && !rules.isDue(found.next, on: Sample.day(day)))
        #expect(!rules.isDue(found, on: rules.dueDay(of: found)))
    }

    @Test("Figures are written as an office writes them")
    func figures() {
        #expect(Figure.number(10_000) == "10,000")
        #expect(Figure.number(999) == "999")
        #expect(Figure.number(-1234.56) == "-1,234.6")
        #expect(Figure.points(12.34) == "12.3")
        #expect(Figure.points(-0.05) == "-0.1")
        #expect(Figure.points(.infinity) == "0.0")
        #expect(Figure.number(1e300) == "10,000,000,000,000,000")
    }
}
