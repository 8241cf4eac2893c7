/// One node of the plan's tree: an area, a task, a subtask or a milestone.
package struct Item: Equatable, Sendable {
    package let id: Identifier<Item>
    package let level: Level
    /// As printed: （一） for areas, 15 for rows. Empty for tasks, which the source does not number.
    package var number: String
    /// Verbatim: 工作领域, 任务分解, 具体内容.
    package var title: String
    package var assignments: [Assignment]
    /// Work that comes again every year and is never “done”.
    package var isRecurrent: Bool
    /// How much it weighs in its parents' percent; 1 unless set.
    package var weight: Double
    /// What most items of a large plan lack. Nil as long as none of it was ever set.
    var shelf: Shelf?

    package init(
        id: Identifier<Item>, level: Level, number: String = "", title: String, assignments: [Assignment] = [],
        isRecurrent: Bool = false, weight: Double = 1, extras: Shelf? = nil
    ) {
        self.id = id
        self.level = level
        self.number = number
        self.title = title
        self.assignments = assignments
        self.isRecurrent = isRecurrent
        self.weight = weight
        shelf = extras
    }

    package static func == (left: Item, right: Item) -> Bool {
        left.id == right.id && left.level == right.level && left.number == right.number && left.title == right.title
            && left.assignments == right.assignments && left.isRecurrent == right.isRecurrent
            && left.weight == right.weight
            && (left.shelf === right.shelf || (left.extras ?? Extras()) == (right.extras ?? Extras()))
    }

    package var isPublished: Bool { addedSource == nil }

    /// The title, or what the last rewording made of it.
    package var wording: String { rewordings.last?.text ?? title }
}

/// A date that comes again: 4月26日, or a week whose days are announced each year.
package struct Recurrence: Equatable, Sendable {
    package var name: String
    /// Nil where the day is announced year by year.
    package var month: Int?
    package var day: Int?

    package init(name: String, month: Int?, day: Int?) {
        self.name = name
        self.month = month
        self.day = day
    }
}

/// 节点调整: a deadline moved, with its basis.
package struct Adjustment: Equatable, Sendable {
    package let id: Identifier<Adjustment>
    package var deadline: Day
    package var basis: String
    /// The day of the decision.
    package var decided: Day

    package init(id: Identifier<Adjustment>, deadline: Day, basis: String, decided: Day) {
        self.id = id
        self.deadline = deadline
        self.basis = basis
        self.decided = decided
    }
}

/// 文字调整: published words that are to be read otherwise from a day on, with its basis.
package struct Rewording: Equatable, Sendable {
    package let id: Identifier<Rewording>
    package var text: String
    package var basis: String
    /// The day of the decision.
    package var decided: Day

    package init(id: Identifier<Rewording>, text: String, basis: String, decided: Day) {
        self.id = id
        self.text = text
        self.basis = basis
        self.decided = decided
    }
}

/// A light set by hand; the computed one stays visible beside it.
package struct LightOverride: Equatable, Sendable {
    package var light: Light
    package var reason: String
    /// The last day it holds.
    package var until: Day

    package init(light: Light, reason: String, until: Day) {
        self.light = light
        self.reason = reason
        self.until = until
    }
}
