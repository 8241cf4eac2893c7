import WorkPlan

/// A plan being folded from its base, entry after entry in the total order. Folding never refuses an entry.
struct Fold {
    var plan: Plan
    var cover: Cover
    /// For each slot the changes that no later one has seen; empty while there is one replica, which cannot disagree.
    var heads: [Change.Slot: [Conflict.Side]] = [:]
    /// What was taken away, to be brought back by an edit that did not know of it.
    var graves: [Change.Slot: Conflict.Side] = [:]
    /// Per replica, where what it had seen grew.
    private var horizons: [String: [(sequence: Int, seen: [String: Int])]] = [:]
    /// Whether all that is needed to find conflicts is remembered since the base. If not, only entries that have seen
    /// everything before them can be added.
    let tracksConflicts: Bool
    /// Changes that had no place in the plan, and the entries they came with; at most `mostRefused` are kept.
    private(set) var refused: [(entry: Identifier<Entry>, refusal: Refusal)] = []
    static let mostRefused = 100

    init(base plan: Plan, hash: String, tracksConflicts: Bool) {
        self.plan = plan
        self.tracksConflicts = tracksConflicts
        cover = Cover(base: hash)
    }

    init(snapshot plan: Plan, _ cover: Cover) {
        self.plan = plan
        self.cover = cover
        tracksConflicts = false
        for conflict in cover.conflicts { heads[conflict.slot] = conflict.sides }
        for grave in cover.graves ?? [] { graves[grave.change.slot] = grave }
        self.cover.graves = nil
        for (name, replica) in cover.replicas where !replica.seen.isEmpty {
            horizons[name] = [(replica.sequence, replica.seen)]
        }
    }

    enum Outcome {
        case folded
        /// The same entry was folded just before.
        case duplicate
        /// It belongs before what is folded, or beside it: folding has to begin again, further back.
        case outOfOrder
    }

    mutating func add(_ line: JournalLine) -> Outcome {
        if let last = cover.last {
            if line.order == last { return .duplicate }
            guard last < line.order else { return .outOfOrder }
        }
        let seen = horizon(of: line)
        guard tracksConflicts || hasSeenAll(line.replica, seen) else { return .outOfOrder }
        note(line, seen)
        for change in line.entry.changes { make(change, line, Horizon(line, seen)) }
        return .folded
    }

    /// Adds a line whose changes are in the plan already: this program's own next line.
    mutating func addMade(_ line: JournalLine) {
        let seen = horizon(of: line)
        note(line, seen)
        for change in line.entry.changes { noteMade(change, line, Horizon(line, seen)) }
    }

    // MARK: Who has seen what

    /// What the line's replica had read of the others when it wrote the line, and they in their turn.
    private func horizon(of line: JournalLine) -> [String: Int] {
        let before = cover.replicas[line.replica]?.seen ?? [:]
        guard let news = line.seen else { return before }
        var seen = before.merging(news, uniquingKeysWith: max)
        for (name, sequence) in news {
            guard let further = horizons[name]?.last(where: { $0.sequence <= sequence })?.seen else { continue }
            seen.merge(further, uniquingKeysWith: max)
        }
        seen[line.replica] = nil
        return seen
    }

    private func hasSeenAll(_ replica: String, _ seen: [String: Int]) -> Bool {
        cover.replicas.allSatisfy { $0.key == replica || seen[$0.key, default: 0] >= $0.value.sequence }
    }

    private mutating func note(_ line: JournalLine, _ seen: [String: Int]) {
        let before = cover.replicas[line.replica]
        if before?.seen ?? [:] != seen { horizons[line.replica, default: []].append((line.sequence, seen)) }
        let isNext = line.sequence == (before?.sequence ?? 0) + 1
        if !isNext || before.map({ $0.hash != line.previous }) ?? false { cover.breaks += 1 }
        cover.replicas[line.replica] = Cover.Replica(
            sequence: line.sequence, hash: line.hash, seen: seen,
            isCopied: before.map { $0.isCopied || $0.sequence >= line.sequence } ?? false)
        cover.last = line.order
        cover.entries += 1
        let day = line.entry.day
        cover.latestDay = max(cover.latestDay ?? day, day)
    }

    mutating func refuse(_ refusal: Refusal, _ line: JournalLine) {
        if refused.count < Self.mostRefused { refused.append((line.entry.id, refusal)) }
    }
}

/// What an entry had seen.
struct Horizon {
    private let replica: String
    private let sequence: Int
    private let seen: [String: Int]

    init(_ line: JournalLine, _ seen: [String: Int]) {
        replica = line.replica
        sequence = line.sequence
        self.seen = seen
    }

    func holds(_ side: Conflict.Side) -> Bool {
        side.order.replica == replica
            ? side.order.sequence < sequence : seen[side.order.replica, default: 0] >= side.order.sequence
    }
}
