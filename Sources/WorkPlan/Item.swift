/// One node of the plan's tree: an area, a task, a subtask or a milestone.
package struct Item: Equatable, Sendable {
    package let id: Identifier<Item>
    package let level: Level
    /// As printed: （一） for areas, 15 for rows. Empty for tasks, which the source does not number.
    package var number: String
    /// Verbatim: 工作领域, 任务分解, 具体内容.
    package var title: String
    /// Where an item that is not in the published plan comes from; nil for published ones.
    package var addedSource: String?
    /// The paragraph of the plan's text behind a task.
    package var paragraph: Identifier<Paragraph>?
    /// The sentences of the plan's text behind a subtask.
    package var sentences: [Identifier<Sentence>] = []
    /// The cell 责任单位 verbatim, separators and all.
    package var unitsPrinted: String?
    package var assignments: [Assignment] = []
    /// The words of the row that print a deadline: 到2025年.
    package var printedDeadline: String?
    /// The day progress counts from, where it is not the start of the rules' phase.
    package var start: Day?
    /// The deadline an added item was given when it was added.
    package var due: Day?
    /// Work that comes again every year and is never “done”.
    package var isRecurrent = false
    package var recurrences: [Recurrence] = []
    /// How much it weighs in its parents' percent; 1 unless set.
    package var weight: Double = 1

    /// 文字调整 of published items, oldest first: the last one is the wording that holds; `title` stays as published.
    package var rewordings: [Rewording] = []
    /// 节点调整, oldest first: the last one is the deadline that holds.
    package var adjustments: [Adjustment] = []
    package var progress: [Progress] = []
    package var reports: [Report] = []
    package var evidence: [Evidence] = []
    package var notes: [Note] = []
    package var lightOverride: LightOverride?

    package init(id: Identifier<Item>, level: Level, number: String = "", title: String) {
        self.id = id
        self.level = level
        self.number = number
        self.title = title
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
