extension Item {
    /// What most items of a large plan lack.
    package struct Extras: Equatable, Sendable {
        package var addedSource: String?
        package var paragraph: Identifier<Paragraph>?
        package var sentences: [Identifier<Sentence>] = []
        package var unitsPrinted: String?
        package var printedDeadline: String?
        package var start: Day?
        package var due: Day?
        package var recurrences: [Recurrence] = []
        package var rewordings: [Rewording] = []
        package var adjustments: [Adjustment] = []
        package var progress: [Progress] = []
        package var reports: [Report] = []
        package var evidence: [Evidence] = []
        package var notes: [Note] = []
        package var lightOverride: LightOverride?

        package init() {}
    }

    /// Holds the extras by reference: an item is 88 bytes instead of some 300, and copying one counts five references
    /// instead of twenty. Never altered, only replaced.
    final class Rare: Sendable {
        let extras: Extras

        init(_ extras: Extras) { self.extras = extras }
    }

    /// All of it at once, for who writes an item to a file; nil as long as none of it was ever set.
    package var extras: Extras? { rare?.extras }

    private mutating func write(isDefault: Bool, _ body: (inout Extras) -> Void) {
        if isDefault, rare == nil { return }
        var extras = rare?.extras ?? Extras()
        body(&extras)
        rare = Rare(extras)
    }

    /// Where an item that is not in the published plan comes from; nil for published ones.
    package var addedSource: String? {
        get { rare?.extras.addedSource }
        set { write(isDefault: newValue == nil) { $0.addedSource = newValue } }
    }
    /// The paragraph of the plan's text behind a task.
    package var paragraph: Identifier<Paragraph>? {
        get { rare?.extras.paragraph }
        set { write(isDefault: newValue == nil) { $0.paragraph = newValue } }
    }
    /// The sentences of the plan's text behind a subtask.
    package var sentences: [Identifier<Sentence>] {
        get { rare?.extras.sentences ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.sentences = newValue } }
    }
    /// The cell 责任单位 verbatim, separators and all.
    package var unitsPrinted: String? {
        get { rare?.extras.unitsPrinted }
        set { write(isDefault: newValue == nil) { $0.unitsPrinted = newValue } }
    }
    /// The words of the row that print a deadline: 到2025年.
    package var printedDeadline: String? {
        get { rare?.extras.printedDeadline }
        set { write(isDefault: newValue == nil) { $0.printedDeadline = newValue } }
    }
    /// The day progress counts from, where it is not the start of the rules' phase.
    package var start: Day? {
        get { rare?.extras.start }
        set { write(isDefault: newValue == nil) { $0.start = newValue } }
    }
    /// The deadline an added item was given when it was added.
    package var due: Day? {
        get { rare?.extras.due }
        set { write(isDefault: newValue == nil) { $0.due = newValue } }
    }
    package var recurrences: [Recurrence] {
        get { rare?.extras.recurrences ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.recurrences = newValue } }
    }
    /// 文字调整 of published items, oldest first: the last one is the wording that holds; `title` stays as published.
    package var rewordings: [Rewording] {
        get { rare?.extras.rewordings ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.rewordings = newValue } }
    }
    /// 节点调整, oldest first: the last one is the deadline that holds.
    package var adjustments: [Adjustment] {
        get { rare?.extras.adjustments ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.adjustments = newValue } }
    }
    package var progress: [Progress] {
        get { rare?.extras.progress ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.progress = newValue } }
    }
    package var reports: [Report] {
        get { rare?.extras.reports ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.reports = newValue } }
    }
    package var evidence: [Evidence] {
        get { rare?.extras.evidence ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.evidence = newValue } }
    }
    package var notes: [Note] {
        get { rare?.extras.notes ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.notes = newValue } }
    }
    package var lightOverride: LightOverride? {
        get { rare?.extras.lightOverride }
        set { write(isDefault: newValue == nil) { $0.lightOverride = newValue } }
    }
}
