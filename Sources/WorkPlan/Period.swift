/// How often units report. Raw values are the words of plan files.
package enum ReportingCycle: String, CaseIterable, Sendable {
    case month, quarter, halfYear, year

    package var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }

    package var word: String {
        switch self {
        case .month: "按月"
        case .quarter: "按季"
        case .halfYear: "每半年"
        case .year: "按年"
        }
    }
}

/// One reporting period: the `index`-th of its cycle, counted from year 0.
package struct Period: Hashable, Sendable, Comparable {
    package let cycle: ReportingCycle
    package let index: Int

    package init(cycle: ReportingCycle, index: Int) {
        self.cycle = cycle
        self.index = index
    }

    package init(_ cycle: ReportingCycle, containing day: Day) {
        let (year, month, _) = day.civil
        self.init(cycle: cycle, index: (year * 12 + month - 1) / cycle.months)
    }

    /// Reads `2024-03`, `2024Q1`, `2024H1`, `2024`; nil for anything else.
    package init?(_ text: String) {
        let year = text.prefix(4)
        guard year.utf8.count == 4, let number = Int(year), (1...9999).contains(number) else { return nil }
        let rest = text.dropFirst(4)
        let cycle: ReportingCycle
        switch rest.first {
        case nil: cycle = .year
        case "-": cycle = .month
        case "Q": cycle = .quarter
        case "H": cycle = .halfYear
        default: return nil
        }
        let part = cycle == .year ? 1 : Int(rest.dropFirst()) ?? 0
        guard (1...12 / cycle.months).contains(part) else { return nil }
        self.init(cycle: cycle, index: number * (12 / cycle.months) + part - 1)
    }

    package static func < (left: Period, right: Period) -> Bool { left.start < right.start }

    package var start: Day { Self.firstDay(ofMonth: index * cycle.months) }
    /// The last day of the period.
    package var end: Day { Self.firstDay(ofMonth: (index + 1) * cycle.months).adding(days: -1) }
    package var previous: Period { Period(cycle: cycle, index: index - 1) }
    package var next: Period { Period(cycle: cycle, index: index + 1) }

    private static func firstDay(ofMonth months: Int) -> Day {
        Day(year: max(1, min(9999, months / 12)), month: months % 12 + 1, day: 1) ?? Day(number: 0)
    }

    private var parts: (year: Int, part: Int) {
        let perYear = 12 / cycle.months
        return (index / perYear, index % perYear + 1)
    }

    /// `2024年第1季度`
    package var word: String {
        let (year, part) = parts
        return switch cycle {
        case .month: "\(year)年\(part)月"
        case .quarter: "\(year)年第\(part)季度"
        case .halfYear: "\(year)年\(part == 1 ? "上" : "下")半年"
        case .year: "\(year)年"
        }
    }
}

extension Period: CustomStringConvertible {
    /// The form files use; `init(_:)` reads it.
    package var description: String {
        let (year, part) = parts
        let digits = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
        return switch cycle {
        case .month: digits + (part < 10 ? "-0" : "-") + String(part)
        case .quarter: digits + "Q" + String(part)
        case .halfYear: digits + "H" + String(part)
        case .year: digits
        }
    }
}
