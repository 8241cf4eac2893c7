/// How far an item is, as reported. *Not reported* is the absence of a status: unknown is never zero.
package enum Status: Equatable, Sendable {
    case notStarted
    /// `percent` is the judged progress 形象进度, 0…100, where one was given.
    case underway(percent: Double?)
    case completed(Day)
    /// 销号: closed with evidence.
    case struckOff(Day, evidence: String)
    case terminated(reason: String)

    /// The word of the trade.
    package var word: String { category.word }

    package var category: Category {
        switch self {
        case .notStarted: .notStarted
        case .underway: .underway
        case .completed: .completed
        case .struckOff: .struckOff
        case .terminated: .terminated
        }
    }

    package var isClosed: Bool { category.isClosed }

    /// What items are counted by. Raw values are the words of files.
    package enum Category: String, CaseIterable, Sendable {
        case notReported, notStarted, underway, completed, struckOff, terminated

        var isClosed: Bool {
            switch self {
            case .completed, .struckOff, .terminated: true
            case .notReported, .notStarted, .underway: false
            }
        }

        /// Its place among the counts of a tally.
        package var lane: Int {
            switch self {
            case .notReported: 0
            case .notStarted: 1
            case .underway: 2
            case .completed: 3
            case .struckOff: 4
            case .terminated: 5
            }
        }

        package var word: String {
            switch self {
            case .notReported: "未报"
            case .notStarted: "未启动"
            case .underway: "进行中"
            case .completed: "已完成"
            case .struckOff: "已销号"
            case .terminated: "已终止"
            }
        }
    }
}

/// A status that holds from a data day on: of the whole item, or of one unit's part of it.
package struct Progress: Equatable, Sendable {
    package var unit: Identifier<Unit>?
    /// The day the figure speaks of (数据日), not the day it was typed.
    package var day: Day
    package var status: Status

    package init(unit: Identifier<Unit>? = nil, day: Day, status: Status) {
        self.unit = unit
        self.day = day
        self.status = status
    }
}
