package import WorkPlan

/// All a page may know of the world: the plan, the day of the arithmetic, and who is at the keyboard.
package final class Briefing: Sendable {
    package let plan: Plan
    /// 数据截止日: the day of the arithmetic, which `--today` sets.
    package let today: Day
    package let standings: Standings
    private let allSums = Once<MatrixSums>()
    private let earlierSums: MatrixSums?
    private let allWorkloads = Once<Workloads>()
    private let earlierWorkloads: Workloads?
    /// Who edits; shown in the title line. Empty where nobody does.
    package let author: String
    /// False where the name says nothing of a person (root): then the first edit asks for it.
    package let isAuthorKnown: Bool
    /// Why edits are refused, as a sentence; nil where they are not.
    package let readOnly: String?
    /// Where the plan was read from: a directory, or words for the plan inside the program.
    package let place: String
    /// The newest edits first, as many as the overview may show.
    package let recent: [RecentChange]
    /// Where in the history the plan is shown, in words; nil for the present.
    package let asOf: String?
    /// The fields that several people or replicas changed without knowing of each other.
    package let disputes: [Dispute]
    /// A name nobody else makes: what is added is named after it. The next briefing has another one.
    package let freshName: String
    /// The readings of Han characters, for finding by pinyin.
    package let pinyin: Pinyin
    /// The filters that were given a name, in the order of their making.
    package let filters: [NamedFilter]
    /// How many entries the history has.
    package let entryCount: Int

    /// - Parameters:
    ///   - standings: how this plan or an earlier one stood: only what has changed since is judged again.
    ///   - sums: what its units came to, and what they owed.
    package init(
        plan: Plan, today: Day, author: String, isAuthorKnown: Bool = true, readOnly: String?, place: String,
        recent: [RecentChange] = [], asOf: String? = nil, disputes: [Dispute] = [], freshName: String = "fresh",
        pinyin: Pinyin = .none, filters: [NamedFilter] = [], entryCount: Int = 0, after standings: Standings? = nil,
        _ sums: MatrixSums? = nil, _ workloads: Workloads? = nil
    ) {
        self.plan = plan
        self.today = today
        self.author = author
        self.isAuthorKnown = isAuthorKnown
        self.readOnly = readOnly
        self.place = place
        self.recent = recent
        self.asOf = asOf
        self.disputes = disputes
        self.freshName = freshName
        self.pinyin = pinyin
        self.filters = filters
        self.entryCount = entryCount
        self.standings = standings.map { Standings(plan, on: today, after: $0) } ?? Standings(plan, on: today)
        earlierSums = sums
        earlierWorkloads = workloads
    }

    /// What units come to, for the matrix.
    var sums: MatrixSums { allSums { MatrixSums(plan, standings, after: earlierSums) } }

    /// The same, where somebody has asked for it.
    package var knownSums: MatrixSums? { allSums.known ?? earlierSums }

    /// What units owe.
    var workloads: Workloads { allWorkloads { Workloads(standings, after: earlierWorkloads) } }

    /// The same, where somebody has asked for it.
    package var knownWorkloads: Workloads? { allWorkloads.known ?? earlierWorkloads }
}

/// A filter that was given a name, to be chosen again.
package struct NamedFilter: Equatable, Sendable {
    package var name: String
    package var filter: Filter

    package init(name: String, filter: Filter) {
        self.name = name
        self.filter = filter
    }
}

/// One line about an edit: when (as written in the history), who, what.
package struct RecentChange: Sendable {
    package var at: String
    package var by: String
    package var sentence: String

    package init(at: String, by: String, sentence: String) {
        self.at = at
        self.by = by
        self.sentence = sentence
    }
}
