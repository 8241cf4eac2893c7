import WorkPlan

/// The days on which offices are open: no weekends and no holidays that fall on fixed dates.
enum WorkingDay {
    static func isOpen(_ day: Day) -> Bool {
        let (_, month, date) = day.civil
        let isHoliday =
            switch month {
            case 1: date == 1
            case 4: (4...5).contains(date)
            case 5: date <= 3
            case 10: date <= 7
            default: false
            }
        // 1970-01-01 was a Thursday; 5 and 6 are Saturday and Sunday.
        return !isHoliday && (day.number + 3) % 7 < 5
    }

    /// The day itself, or the next one that is open.
    static func from(_ day: Day) -> Day {
        var day = day
        while !isOpen(day) { day = day.adding(days: 1) }
        return day
    }

    /// An open day out of a span; the last open one before its end where the span holds none.
    static func random(in span: ClosedRange<Day>, using generator: inout SeededGenerator) -> Day {
        let days = (span.lowerBound.number...span.upperBound.number).map { Day(number: $0) }.filter(isOpen)
        if let day = days.randomElement(using: &generator) { return day }
        var day = span.upperBound
        while !isOpen(day) { day = day.adding(days: -1) }
        return day
    }
}
