/// What an item hands up to those above it, in 16 bytes: there are as many as items.
package struct Share: Sendable {
    package let level: Level
    package let light: Light
    package let status: Status.Category
    /// Whether it has days that come again.
    package let recurs: Bool
    /// The number of the deadline's day, or where the sum of an area or a task stands; the least number for neither.
    private let number: Int32
    private let percent: Double

    /// Of a subtask or a milestone.
    /// - Parameters:
    ///   - deadline: whether or not it is closed.
    ///   - actual: in percent; nil where no figure is known.
    package init(level: Level, light: Light, status: Status.Category, recurs: Bool, deadline: Day?, actual: Double?) {
        self.level = level
        self.light = light
        self.status = status
        self.recurs = recurs
        number = deadline.map { Int32(clamping: $0.number) } ?? .min
        percent = actual ?? .nan
    }

    init(_ item: Item, _ standing: Standing) {
        self.init(
            level: item.level, light: standing.light, status: standing.status?.category ?? .notReported,
            recurs: !item.recurrences.isEmpty, deadline: standing.deadline?.day, actual: standing.actual)
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
    }

    package var isClosed: Bool { status.isClosed }
    /// None of an area or a task.
    package var deadline: Day? { level < .subtask || number == .min ? nil : Day(number: Int(number)) }
    /// Of what is not closed.
    var openDeadline: Day? { isClosed ? nil : deadline }
    package var actual: Double? { percent.isNaN ? nil : percent }

    var sum: Int? { level >= .subtask || number == .min ? nil : Int(number) }
}
