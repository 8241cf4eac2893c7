import WorkPlan

/// The demonstration's history, 2022-09 … 2025-06: everything that is told is a scene, and the scenes of a plan are
/// always the same.
struct Story {
    let plan: Plan
    var random = SeededGenerator(seed: 20_220_929)
    private(set) var scenes: [Scene] = []

    /// All scenes in the order in which they happen.
    static func scenes(of plan: Plan) -> [Scene] {
        var story = Story(plan: plan)
        story.tellUnits()
        story.tellMeetings()
        story.tellMilestones()
        story.tellReports()
        story.tellProgress()
        story.tellReadings()
        story.tellRemarks()
        story.tellMistakes()
        return story.scenes.enumerated()
            .sorted { ($0.element.day, $0.element.minute, $0.offset) < ($1.element.day, $1.element.minute, $1.offset) }
            .map(\.element)
    }

    /// The reporting periods of the story, from that in which the plan was issued.
    static let quarters: [Period] = {
        var quarters = [Period(.quarter, containing: Day(2022, 9, 29))]
        while let last = quarters.last, last < Period(.quarter, containing: Day(2025, 6, 30)) {
            quarters.append(last.next)
        }
        return quarters
    }()
    /// The last day of the story.
    static let end: Day = Day(2025, 6, 30)

    mutating func tell(_ scene: Scene) { scenes.append(scene) }

    /// A minute of the morning or the afternoon in which offices work.
    mutating func officeMinute() -> Int {
        random.happens(55)
            ? Int.random(in: 8 * 60 + 45...11 * 60 + 40, using: &random)
            : Int.random(in: 14 * 60...17 * 60 + 30, using: &random)
    }

    mutating func clerk() -> String { Cast.clerk(Int.random(in: 0..<Cast.secretariat.count, using: &random)) }

    /// A day on which the secretariat works through what came for a quarter.
    mutating func compilingDay(_ quarter: Int) -> Day {
        let end = Self.quarters[quarter].end
        guard end < Self.end else {
            return WorkingDay.random(in: Day(2025, 6, 24)...Day(2025, 6, 30), using: &random)
        }
        return WorkingDay.random(in: end.adding(days: 11)...end.adding(days: 16), using: &random)
    }

    /// The subtasks of the plan and those that the secretariat adds, each with the units that report on it.
    var rows: [(item: Identifier<Item>, units: [Identifier<Unit>])] {
        let published = plan.tree.items.filter { $0.level == .subtask }
        return (published + AddedRow.all.map(\.item)).map { item in
            (item.id, item.assignments.flatMap { plan.reporters(of: $0) })
        }
    }
}
