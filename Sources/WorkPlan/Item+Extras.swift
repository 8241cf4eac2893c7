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

    /// Extras by reference: an item is 88 bytes instead of some 300, and copying one counts five references instead of
    /// twenty. Never altered, only replaced.
    package final class Rare: Sendable {
        package let extras: Extras

        package init(_ extras: Extras) { self.extras = extras }
    }

    /// Gives an item its extras. Those that lie in a file are read when they are first asked for: the reports of a few
    /// years are nine tenths of a plan.
    package final class Shelf: Sendable {
        private let take: @Sendable () -> Rare
        /// Whether there are rewordings, known without reading them: every row of a list asks for its item's wording.
        package let isReworded: Bool

        package init(_ extras: Extras) {
            let rare = Rare(extras)
            take = { rare }
            isReworded = !extras.rewordings.isEmpty
        }

        /// - Parameter take: always gives the same.
        package init(isReworded: Bool, take: @escaping @Sendable () -> Rare) {
            self.isReworded = isReworded
            self.take = take
        }

        fileprivate var extras: Extras {
            _read {
                let rare = take()
                yield rare.extras
            }
        }
    }

    /// All of it at once, for who writes an item to a file; nil as long as none of it was ever set.
    package var extras: Extras? { shelf?.extras }

    private mutating func write(isDefault: Bool, _ body: (inout Extras) -> Void) {
        if isDefault, shelf == nil { return }
        var extras = shelf?.extras ?? Extras()
        body(&extras)
        shelf = Shelf(extras)
    }

    /// Where an item that is not in the published plan comes from; nil for published ones.
    package var addedSource: String? {
        get { shelf?.extras.addedSource }
        set { write(isDefault: newValue == nil) { $0.addedSource = newValue } }
    }
    /// The paragraph of the plan's text behind a task.
    package var paragraph: Identifier<Paragraph>? {
        get { shelf?.extras.paragraph }
        set { write(isDefault: newValue == nil) { $0.paragraph = newValue } }
    }
    /// The sentences of the plan's text behind a subtask.
    package var sentences: [Identifier<Sentence>] {
        get { shelf?.extras.sentences ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.sentences = newValue } }
    }
    /// The cell 责任单位 verbatim, separators and all.
    package var unitsPrinted: String? {
        get { shelf?.extras.unitsPrinted }
        set { write(isDefault: newValue == nil) { $0.unitsPrinted = newValue } }
    }
    /// The words of the row that print a deadline: 到2025年.
    package var printedDeadline: String? {
        get { shelf?.extras.printedDeadline }
        set { write(isDefault: newValue == nil) { $0.printedDeadline = newValue } }
    }
    /// The day progress counts from, where it is not the start of the rules' phase.
    package var start: Day? {
        get { shelf?.extras.start }
        set { write(isDefault: newValue == nil) { $0.start = newValue } }
    }
    /// The deadline an added item was given when it was added.
    package var due: Day? {
        get { shelf?.extras.due }
        set { write(isDefault: newValue == nil) { $0.due = newValue } }
    }
    package var recurrences: [Recurrence] {
        get { shelf?.extras.recurrences ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.recurrences = newValue } }
    }
    /// 文字调整 of published items, oldest first: the last one is the wording that holds; `title` stays as published.
    package var rewordings: [Rewording] {
        get { shelf.flatMap { $0.isReworded ? $0.extras.rewordings : nil } ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.rewordings = newValue } }
    }
    /// 节点调整, oldest first: the last one is the deadline that holds.
    package var adjustments: [Adjustment] {
        get { shelf?.extras.adjustments ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.adjustments = newValue } }
    }
    package var progress: [Progress] {
        get { shelf?.extras.progress ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.progress = newValue } }
    }
    package var reports: [Report] {
        get { shelf?.extras.reports ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.reports = newValue } }
    }
    package var evidence: [Evidence] {
        get { shelf?.extras.evidence ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.evidence = newValue } }
    }
    package var notes: [Note] {
        get { shelf?.extras.notes ?? [] }
        set { write(isDefault: newValue.isEmpty) { $0.notes = newValue } }
    }
    package var lightOverride: LightOverride? {
        get { shelf?.extras.lightOverride }
        set { write(isDefault: newValue == nil) { $0.lightOverride = newValue } }
    }
}
