extension Plan {
    /// The numbers by which an import is checked.
    package struct Counts: Equatable, Sendable {
        package var areas = 0
        package var tasks = 0
        package var subtasks = 0
        package var milestones = 0
        /// Unit strings the plan prints.
        package var units = 0
        package var reportingUnits = 0
        /// Units on subtasks, a collective unit counted once.
        package var assignments = 0
        package var assignmentsUnfolded = 0
        package var sentences = 0
        package var sentencesCovered = 0
        package var indicators = 0
        package var deliverables = 0
        package var discrepancies = 0
    }

    package var counts: Counts {
        var counts = Counts()
        for item in tree.items {
            switch item.level {
            case .area: counts.areas += 1
            case .task: counts.tasks += 1
            case .subtask:
                counts.subtasks += 1
                counts.assignments += item.assignments.count
                counts.assignmentsUnfolded += item.assignments.reduce(0) { $0 + reporters(of: $1).count }
            case .milestone: counts.milestones += 1
            }
        }
        counts.units = units.count { $0.isPrinted }
        counts.reportingUnits = reportingUnits.count
        let covered = coveredSentences
        for sentence in paragraphs.lazy.flatMap(\.sentences) {
            counts.sentences += 1
            if covered.contains(sentence.id) { counts.sentencesCovered += 1 }
        }
        counts.indicators = indicators.count
        counts.deliverables = deliverables.count
        counts.discrepancies = discrepancies.count
        return counts
    }
}
