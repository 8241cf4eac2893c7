/// The settings of a plan: none of them is printed in the source unless it says so.
package struct Rules: Equatable, Sendable {
    /// What the order of the responsible units means.
    package enum Lead: String, CaseIterable, Sendable {
        case unspecified, first, starred

        package var word: String {
            switch self {
            case .unspecified: "未指定"
            case .first: "首位"
            case .starred: "星标"
            }
        }
    }

    /// A deadline read out of printed words: 到2025年 → 2025-12-31.
    package struct PrintedDeadline: Equatable, Sendable {
        package var phrase: String
        package var day: Day

        package init(phrase: String, day: Day) {
            self.phrase = phrase
            self.day = day
        }
    }

    package struct LightThresholds: Equatable, Sendable {
        /// Percentage points behind 序时进度 that turn a light yellow.
        package var yellow: Double
        /// Percentage points behind 序时进度 that turn a light red.
        package var red: Double
        /// Days before the deadline from which an open item is yellow.
        package var dueSoon: Int

        package init(yellow: Double = 10, red: Double = 30, dueSoon: Int = 30) {
            self.yellow = yellow
            self.red = red
            self.dueSoon = dueSoon
        }
    }

    package struct Reporting: Equatable, Sendable {
        package var cycle: ReportingCycle
        /// How many days after the end of a period its reports are due.
        package var dueDay: Int
        /// Whether the source prints this rule.
        package var isPrinted: Bool

        package init(cycle: ReportingCycle = .quarter, dueDay: Int = 10, isPrinted: Bool = false) {
            self.cycle = cycle
            self.dueDay = dueDay
            self.isPrinted = isPrinted
        }

        /// The latest period whose due day has passed.
        package func lastDuePeriod(on today: Day) -> Period {
            Period(cycle, containing: today.adding(days: -dueDay)).previous
        }
    }

    /// The phase at whose end every item without a printed deadline is due, and from whose start progress is counted.
    package var deadlinePhase: Identifier<Phase>?
    package var printedDeadlines: [PrintedDeadline] = []
    package var lead: Lead = .unspecified
    package var light = LightThresholds()
    package var reporting = Reporting()

    package init() {}
}
