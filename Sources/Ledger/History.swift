import Glibc
import StrictJSON
package import WorkPlan

/// The history of a ledger as it was when asked for: every entry by its number, and the plan at any of them. Entries are
/// read from the journals when they are asked for; what is kept in memory is a mark every `stride` entries.
package struct History: Sendable {
    /// How many entries there are, numbered from 0 in the order of all.
    package let count: Int
    private let ledger: Ledger
    /// For every `stride`-th entry, where each journal stands when it comes; empty where that says too little.
    private let marks: [[Int]]
    private let journals: [String]
    /// Journals that have lost their order are read whole each time.
    private let sorting: Set<String>

    private static let stride = 512

    init(_ ledger: Ledger) throws(LedgerError) {
        self.ledger = ledger
        guard ledger.store != nil else {
            // A plan that is only shown has no history yet.
            (count, marks, journals, sorting) = (0, [], [], [])
            return
        }
        journals = ledger.fold.cover.journals.keys.sorted()
        var sorting: Set<String> = []
        while true {
            do throws(MergeError) {
                (count, marks) = try Self.scan(ledger, journals, sorting)
                self.sorting = sorting
                return
            } catch {
                guard case .disorder(let replica) = error, sorting.insert(replica).inserted else {
                    throw error.ledgerError
                }
            }
        }
    }

    private static func scan(
        _ ledger: Ledger, _ journals: [String], _ sorting: Set<String>
    ) throws(MergeError) -> (Int, [[Int]]) {
        var merge = try Self.merge(ledger, offsets(journals, nil, sorting), sorting)
        var count = 0
        var marks: [[Int]] = []
        var last: JournalLine.Order?
        var places = merge.places
        while let line = try merge.next() {
            if line.order != last {
                if count.isMultiple(of: stride) { marks.append(places) }
                count += 1
            }
            last = line.order
            if count.isMultiple(of: stride) { places = merge.places }
        }
        // A journal that is damaged or sorted is read from its beginning each time.
        let isSound = sorting.isEmpty && merge.journals.values.allSatisfy(\.damaged.isEmpty)
        return (count, isSound ? marks : [])
    }

    private static func offsets(
        _ journals: [String], _ mark: [Int]?, _ sorting: Set<String>
    ) -> [String: Int] {
        var offsets: [String: Int] = [:]
        for (place, name) in journals.enumerated() {
            offsets[name] = sorting.contains(name) ? 0 : mark?[place] ?? 0
        }
        return offsets
    }

    private static func merge(
        _ ledger: Ledger, _ offsets: [String: Int], _ sorting: Set<String>
    ) throws(MergeError) -> JournalMerge {
        do throws(LedgerError) {
            guard let store = ledger.store else { throw .notFound(directory: ledger.directory) }
            return try JournalMerge(try ledger.openDirectory(store), offsets, sorting: sorting)
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

    /// The entries written on these days, oldest first.
    package func entries(days: ClosedRange<Day>) throws(LedgerError) -> [Entry] {
        var entries: [Entry] = []
        try each(from: 0) { _, entry in
            if days.contains(entry.day) { entries.append(entry) }
            return true
        }
        return entries
    }

    /// The number of an entry, by its identifier or the beginning of it; nil where none or several begin so.
    package func number(of id: String) throws(LedgerError) -> Int? {
        var found: [Int] = []
        try each(from: 0) { number, entry in
            if entry.id.text.hasPrefix(id) { found.append(number) }
            return found.count < 2
        }
        return found.count == 1 ? found.first : nil
    }

    /// Goes through the entries in order until `body` has had enough.
    private func each(from first: Int, _ body: (Int, Entry) -> Bool) throws(LedgerError) {
        guard first < count else { return }
        let block = marks.isEmpty ? 0 : first / Self.stride
        var number = block * Self.stride
        do throws(MergeError) {
            var merge = try Self.merge(
                ledger, Self.offsets(journals, marks.isEmpty ? nil : marks[block], sorting), sorting)
            var last: JournalLine.Order?
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

    // MARK: Time travel

    /// The plan after the entries with the numbers below `number`.
    package func plan(before number: Int) throws(LedgerError) -> Plan {
        try plan { index, _ in index < number ? .take : .stop }
    }

    /// The plan after every entry that was written on or before a day, by the date its author's computer had.
    package func plan(on day: Day) throws(LedgerError) -> Plan {
        try plan { _, line in line.entry.day <= day ? .take : .skip }
    }

    private enum Choice {
        case take, skip, stop
    }

    private func plan(_ choose: (Int, JournalLine) -> Choice) throws(LedgerError) -> Plan {
        var fold = Fold(base: try ledger.basePlan(), hash: "", tracksConflicts: true)
        guard count > 0 else { return fold.plan }
        var index = 0
        do throws(MergeError) {
            var merge = try Self.merge(ledger, Self.offsets(journals, nil, sorting), sorting)
            var last: JournalLine.Order?
            while index < count, let line = try merge.next() {
                guard line.order != last else { continue }
                last = line.order
                switch choose(index, line) {
                case .take: _ = fold.add(line)
                case .skip: break
                case .stop: return fold.plan
                }
                index += 1
            }
        } catch {
            throw error.ledgerError
        }
        return fold.plan
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
