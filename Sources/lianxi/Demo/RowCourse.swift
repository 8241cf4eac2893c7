import WorkPlan

/// How far a row comes: judged progress 形象进度 at the quarter ends and how it ends.
struct RowCourse {
    enum Ending {
        case open
        case completed(Day)
        case struckOff(Day, evidence: String)
    }

    let item: Identifier<Item>
    /// The judged percent on 2024-03-31; nil for work that comes again every year.
    let percent: Double?
    let ending: Ending
    /// Quarters, counted as `Story.quarters`, for which nobody says how far the row is.
    var silent: Set<Int> = []

    init(_ item: Identifier<Item>, _ percent: Double?, _ ending: Ending = .open, silent: Set<Int> = []) {
        self.item = item
        self.percent = percent
        self.ending = ending
        self.silent = silent
    }

    /// The day of the ending; nil for a row that stays open.
    var closed: Day? {
        switch ending {
        case .open: nil
        case .completed(let day), .struckOff(let day, _): day
        }
    }

    /// Share of the percent of 2024-03-31 that is reached by the end of each quarter; the seventh is that day.
    private static let pace = [0, 0.2, 0.36, 0.52, 0.69, 0.84, 1, 1.1, 1.15, 1.2, 1.24, 1.28]

    /// The judged percent at the end of a quarter, never quite done before the ending.
    func percent(in quarter: Int) -> Double? {
        percent.map { min(98, ($0 * Self.pace[min(quarter, Self.pace.count - 1)]).rounded()) }
    }

    static let all: [RowCourse] = [
        RowCourse("row-1", 95, .completed(Day(2023, 9, 22))),
        RowCourse("row-2", 85, .completed(Day(2024, 6, 26))),
        RowCourse("row-3", 72, .completed(Day(2024, 8, 30))),
        RowCourse("row-4", 84, .completed(Day(2024, 6, 27))),
        RowCourse("row-5", 88, .completed(Day(2024, 6, 12))),
        RowCourse("row-6", 86, .completed(Day(2024, 6, 28))),
        RowCourse("row-7", 80, .completed(Day(2024, 6, 7))),
        RowCourse("row-8", 97, .completed(Day(2024, 1, 12))),
        RowCourse("row-9", 62, .completed(Day(2024, 12, 25))),
        RowCourse("row-10", 70, .completed(Day(2024, 12, 20)), silent: [5, 6]),
        RowCourse("row-11", 86, .completed(Day(2024, 6, 24))),
        RowCourse("row-12", 75, .struckOff(Day(2024, 6, 21), evidence: "佐证/2024Q2/第12项/七县市窗口复核表.pdf")),
        RowCourse("row-13", 70, .completed(Day(2024, 9, 25))),
        RowCourse("row-14", 88, .completed(Day(2024, 6, 19))),
        RowCourse("row-15", 40),
        RowCourse("row-16", 55),
        RowCourse("row-17", 85, .completed(Day(2024, 6, 25))),
        RowCourse("row-18", 84, .completed(Day(2024, 6, 18))),
        RowCourse("row-19", 84, .completed(Day(2024, 11, 29))),
        RowCourse("row-20", 84, .completed(Day(2024, 6, 20))),
        RowCourse("row-21", 90, .completed(Day(2024, 6, 28))),
        RowCourse("row-22", 50, .completed(Day(2025, 3, 28))),
        RowCourse("row-23", 65, .completed(Day(2025, 4, 30))),
        RowCourse("row-24", 96, .struckOff(Day(2023, 12, 15), evidence: "佐证/2023Q4/第24项/专家库入库名单及聘书.pdf")),
        RowCourse("row-25", 82, .completed(Day(2024, 6, 14))),
        RowCourse("row-26", 55),
        RowCourse("row-27", 87, .completed(Day(2024, 6, 6))),
        RowCourse("row-28", 72, .completed(Day(2024, 11, 29)), silent: [5, 6]),
        RowCourse("row-29", nil),
        RowCourse("row-30", nil),
        RowCourse("added-1", 60, .completed(Day(2024, 7, 31))),
        RowCourse("added-2", 88, .completed(Day(2024, 6, 25))),
    ]

    static func of(_ item: Identifier<Item>) -> RowCourse? { all.first { $0.item == item } }
}
