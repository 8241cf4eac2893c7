/// What an item hands up to those above it, in 24 bytes: there may be as many as items.
package struct Share: Sendable {
    package let level: Level
    package let light: Light
    package let status: Status.Category
    /// Whether it has days that come again.
    package let recurs: Bool
    /// The number of the deadline's day, or where the sum of an area or a task stands; the least number for neither.
    private let number: Int32
    private let lastNumber: Int32
    private let percent: Double

    /// Of a subtask or a milestone.
    /// - Parameters:
    ///   - deadline: whether or not it is closed.
    ///   - actual: in percent; nil where no figure is known.
    ///   - lastDay: see `lastDay`.
    package init(
        level: Level, light: Light, status: Status.Category, recurs: Bool, deadline: Day?, actual: Double?, lastDay: Day
    ) {
        self.level = level
        self.light = light
        self.status = status
        self.recurs = recurs
        number = deadline.map { Int32(clamping: $0.number) } ?? .min
        percent = actual ?? .nan
        lastNumber = Int32(clamping: lastDay.number)
    }

    init(_ item: Item, _ standing: Standing, lastDay: Day) {
        self.init(
            level: item.level, light: standing.light, status: standing.status?.category ?? .notReported,
            recurs: !item.recurrences.isEmpty, deadline: standing.deadline?.day, actual: standing.actual,
            lastDay: lastDay)
    }

    /// Of an area or a task.
    /// - Parameter sum: nil as long as nothing is known of what stands below it.
    package init(parent level: Level, light: Light = .none, sum: Int? = nil) {
        self.level = level
        self.light = light
        status = .notReported
        recurs = false
        number = sum.map { Int32(clamping: $0) } ?? .min
        percent = .nan
        lastNumber = .max
    }

    package var isClosed: Bool { status.isClosed }
    /// None of an area or a task.
    package var deadline: Day? { level < .subtask || number == .min ? nil : Day(number: Int(number)) }
    /// Of what is not closed.
    var openDeadline: Day? { isClosed ? nil : deadline }
    package var actual: Double? { percent.isNaN ? nil : percent }
    /// On which it is sure to be the same if nobody edits anything: judging 100,000 items took the first start of every day
    /// a fifth of a second. Far off for an area or a task.
    package var lastDay: Day { Day(number: Int(lastNumber)) }

    /// Where the sum of an area or a task stands among those of all.
    package var sum: Int? { level >= .subtask || number == .min ? nil : Int(number) }
}
