import Testing
import WorkPlan

struct SpokenDayTests {
    private let today = Day(year: 2024, month: 3, day: 31) ?? Day(number: 0)

    @Test(
        arguments: [
            ("2024-06-30", "2024-06-30"), ("6月30日", "2024-06-30"), ("月底", "2024-03-31"), ("+30", "2024-04-30"),
            ("２０２４年６月３０日", "2024-06-30"), ("2024/6/3", "2024-06-03"), ("6月底前", "2024-06-30"), ("2月底", "2025-02-28"),
            ("年底", "2024-12-31"), ("2025年底", "2025-12-31"), ("2025年2月末", "2025-02-28"), ("明天", "2024-04-01"),
            ("1-5", "2025-01-05"), ("-7", "2024-03-24"), ("下月底", "2024-04-30"), ("3月31号", "2024-03-31"),
        ])
    func dayIsReadAsPeopleTypeIt(_ typed: String, _ day: String) {
        #expect(Day(spoken: typed, today: today)?.description == day)
    }

    @Test(
        arguments: [
            ("3月15日", "2024-03-15"), ("6月30日", "2023-06-30"), ("3月31日", "2024-03-31"), ("4-1", "2023-04-01"),
            ("月底", "2024-03-31"), ("2月底", "2024-02-29"), ("12月末", "2023-12-31"), ("年底", "2023-12-31"),
            ("2月29日", "2024-02-29"), ("2025年底", "2025-12-31"), ("2024-06-30", "2024-06-30"), ("本月底", "2024-03-31"),
            ("明天", "2024-04-01"),
        ])
    func dayThatHasBeenIsTheLastOne(_ typed: String, _ day: String) {
        #expect(Day(spoken: typed, today: today, isPast: true)?.description == day)
        #expect(Day(spoken: "月底", today: today.adding(days: 4), isPast: true) == today)
    }

    @Test(arguments: ["", "2月30日", "13月1日", "2024-02-30", "底", "年", "+", "+x", "30", "明后天", "99999999999", "+99999999"])
    func whatIsNoDayIsNotReadAsOne(_ typed: String) {
        #expect(Day(spoken: typed, today: today) == nil)
    }

    @Test func weekdaysAreThoseOfTheCalendar() {
        #expect(today.weekday == "周日")
        #expect(Day(number: 0).weekday == "周四")
        #expect(Day(number: -1).weekday == "周三")
    }
}
