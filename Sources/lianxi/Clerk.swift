import Dashboard
import Ledger
import WorkPlan

/// Carries out what the desk asks of the ledger, and tells it how things stand.
struct Clerk {
    var source: PlanSource
    /// The day of the arithmetic in the present.
    var today: Day
    /// Where in the history the plan is shown; nil for the present.
    var past: Past?
    /// The filters that were given a name.
    private(set) var filters = FilterFile.read()

    init(_ source: PlanSource, today: Day) {
        self.source = source
        self.today = today
        look()
    }

    /// How many of the newest edits the overview shows.
    private static let recentChanges = 8
    /// The newest entries until today, newest first. Kept, because reading them anew would be most of what a key costs.
    private var recent: [Entry] = []

    /// Reads the newest entries anew: others have written, or the day has changed.
    mutating func look() {
        // A history that cannot be read is told by the ledger's notices and by `check`.
        recent = (try? newest(until: today)) ?? []
    }

    /// Adds an entry that this clerk has just made.
    mutating func note(_ entry: Entry) {
        guard entry.day <= today || recent.first.map({ $0.day > today }) ?? true else { return }
        recent = [entry] + recent.prefix(Self.recentChanges - 1)
    }

    private var told: Briefing?

    /// How things stand now.
    mutating func brief() -> Briefing {
        let day = past?.day ?? today
        let recent = past == nil ? recent : (try? newest(until: day)) ?? []
        let plan = past?.plan ?? source.plan
        let briefing = Briefing(
            plan: plan, today: day, author: source.author.name, isAuthorKnown: source.author.isPerson,
            readOnly: past.map { "现在看的是\($0.words)的方案，只看不改；按 T 再按 n 回到现在" } ?? source.readOnly,
            place: source.place,
            recent: recent.map { entry in
                RecentChange(at: entry.moment.minute, by: entry.author, sentence: entry.sentences(in: plan))
            },
            asOf: past?.words, disputes: source.ledger.conflicts.map { Dispute($0) }, freshName: Ledger.freshName(),
            pinyin: Assets.pinyin, filters: filters, entryCount: source.ledger.entryCount,
            after: told?.standings ?? source.ledger.standings, told?.knownSums, told?.knownWorkloads)
        told = briefing
        return briefing
    }
}

extension Clerk {
    /// The newest entries written until a day; of a history that goes on long after it only the end is looked at.
    private func newest(until day: Day) throws(LedgerError) -> [Entry] {
        let recent = try source.ledger.recent(Self.recentChanges)
        guard recent.contains(where: { $0.day > day }) else { return recent }
        var found: [Entry] = []
        var looked = 0
        try source.ledger.eachBackwards { entry in
            looked += 1
            if entry.day <= day { found.append(entry) }
            return found.count < Self.recentChanges && looked < Self.mostLooked
        }
        return found.isEmpty ? recent : found
    }

    private static let mostLooked = 200

    /// Remembers a filter under its name, in the place of one that had it.
    mutating func keep(_ filter: NamedFilter) -> Message {
        filters.removeAll { $0.name == filter.name }
        filters.append(filter)
        do throws(Complaint) {
            try FilterFile.write(filters)
            return .briefed(brief())
        } catch {
            return .notice("筛选“\(filter.name)”没有记住：\(error.sentence)")
        }
    }
}

extension Dispute {
    fileprivate init(_ conflict: Conflict) {
        self.init(
            slot: conflict.slot,
            sides: conflict.sides.map { Side(author: $0.author, moment: $0.moment, change: $0.change) })
    }
}
