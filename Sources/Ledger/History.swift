import StrictJSON
package import WorkPlan

/// The history of a ledger as it was when asked for: every entry by its number, and the plan at any of them. Entries are
/// read from the journals when they are asked for; what is kept in memory is the index.
package struct History: Sendable {
    /// How many entries there are, numbered from 0 in the order of all.
    package let count: Int
    let ledger: Ledger
    /// Nil where a journal is damaged or has lost its order: then everything is read from the beginning each time.
    let index: HistoryIndex?
    /// How far the ledger has read each journal.
    let ends: [String: Int]
    /// Journals that have lost their order.
    private let sorting: Set<String>

    init(_ ledger: Ledger) throws(LedgerError) {
        self.ledger = ledger
        count = ledger.entryCount
        ends = ledger.fold.cover.journals.mapValues(\.bytes)
        index = try ledger.index()
        sorting = index == nil ? try Self.disorder(ledger, ends) : []
    }

    /// The journals whose lines are not in order.
    private static func disorder(_ ledger: Ledger, _ ends: [String: Int]) throws(LedgerError) -> Set<String> {
        guard let store = ledger.store else { return [] }
        var sorting: Set<String> = []
        while true {
            do throws(MergeError) {
                var merge = try merge(ledger, store, [:], ends, sorting)
                while try merge.next() != nil {}
                return sorting
            } catch {
                guard case .disorder(let replica) = error, sorting.insert(replica).inserted else {
                    throw error.ledgerError
                }
            }
        }
    }

    /// All journals from these places on, as far as the ledger has read them.
    func merge(from places: [String: Int] = [:]) throws(MergeError) -> JournalMerge {
        guard let store = ledger.store else { throw .ledger(.notFound(directory: ledger.directory)) }
        return try Self.merge(ledger, store, places, ends, sorting)
    }

    private static func merge(
        _ ledger: Ledger, _ store: Ledger.Store, _ places: [String: Int], _ ends: [String: Int],
        _ sorting: Set<String>
    ) throws(MergeError) -> JournalMerge {
        do throws(LedgerError) {
            let offsets = Dictionary(uniqueKeysWithValues: ends.keys.map { ($0, places[$0] ?? 0) })
            return try JournalMerge(try ledger.openDirectory(store), offsets, to: ends, sorting: sorting)
        } catch {
            throw .ledger(error)
        }
    }

    // MARK: Entries

    /// The entries with these numbers, oldest first.
    package func entries(_ range: Range<Int>) throws(LedgerError) -> [Entry] {
        var entries: [Entry] = []
        try each(from: range.lowerBound) { number, entry in
            guard number < range.upperBound else { return false }
            entries.append(entry)
            return true
        }
        return entries
    }

    /// The number of an entry, by its identifier or the beginning of it; nil where none or several begin so.
    package func number(of id: String) throws(LedgerError) -> Int? {
        // With the index, the line is found by the hash at its end; without it, every entry is looked at.
        guard let index, let store = ledger.store else { return try number(of: id, from: 0) }
        guard let found = try LineSearch(try ledger.openDirectory(store), ends).only(id) else { return nil }
        return try number(of: found.id, from: index.number(before: found.place, in: found.journal))
    }

    private func number(of id: String, from first: Int) throws(LedgerError) -> Int? {
        var found: [Int] = []
        try each(from: first) { number, entry in
            if entry.id.text.hasPrefix(id) { found.append(number) }
            // A whole identifier is nobody else's.
            return found.count < (id.utf8.count == EntryHash.length ? 1 : 2)
        }
        return found.count == 1 ? found.first : nil
    }

    /// Goes through the entries in order until `body` has had enough.
    private func each(from first: Int, _ body: (Int, Entry) -> Bool) throws(LedgerError) {
        guard (0..<count).contains(first) else { return }
        let start = index?.mark(before: first)
        var number = start?.number ?? 0
        var last = start?.mark.after
        do throws(MergeError) {
            var merge = try merge(from: start?.mark.places ?? [:])
            while number < count, let line = try merge.next() {
                guard line.order != last else { continue }
                last = line.order
                if number >= first, !body(number, line.entry) { return }
                number += 1
            }
        } catch {
            throw error.ledgerError
        }
    }
}

extension Ledger {
    /// The history as it stands now.
    package func history() throws(LedgerError) -> History { try History(self) }

    /// The plan as it was loaded.
    package func basePlan() throws(LedgerError) -> Plan {
        guard let store else { return plan }
        let directory = try openDirectory(store)
        let name = directory.name(PlanFile.baseName)
        guard let bytes = try directory.read(PlanFile.baseName, most: PlanFile.limits.bytes) else {
            throw .damaged(file: name, .missing)
        }
        return try Self.readPlan(bytes, file: name)
    }
}

extension MergeError {
    /// For where a journal has been sorted already.
    var ledgerError: LedgerError {
        switch self {
        case .ledger(let error): error
        case .disorder(let replica): .damaged(file: JournalFile.path(replica), .brokenSeal)
        }
    }
}
