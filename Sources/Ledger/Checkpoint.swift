import StrictJSON
import WorkPlan

// The checkpoints in `.local/cache/`: snapshots of the plan after so many entries, which their names say.
extension Snapshot {
    static func checkpointName(_ count: Int) -> String { "\(cacheFolder)/\(count).image" }

    /// After how many entries there is a checkpoint, in ascending order.
    static func checkpoints(in directory: borrowing Directory) -> [Int] {
        let names = (try? directory.list(cacheFolder)) ?? []
        return names.compactMap { name in
            let count = Int(name.dropLast(6))
            return count.flatMap { (1...JournalLine.mostCount).contains($0) && name == "\($0).image" ? $0 : nil }
        }.sorted()
    }

    /// A checkpoint that the history can go on from; nil for one that is damaged, of another history, or made before
    /// checkpoints held what had been taken away.
    static func checkpoint(
        _ count: Int, in directory: borrowing Directory, journals: [String: Int], base: String
    ) -> Snapshot? {
        let name = checkpointName(count)
        guard case .sound(let snapshot)? = try? directory.snapshot(name, wholly: false), snapshot.cover.graves != nil,
            snapshot.cover.entries == count,
            snapshot.cover.journals.allSatisfy({ $0.value.bytes <= journals[$0.key] ?? 0 }),
            snapshot.fits(directory, journals: Set(journals.keys), base: base)
        else { return nil }
        return snapshot
    }
}

/// Writes checkpoints while a history is folded.
struct CheckpointWriter {
    private let strides: HistoryStrides
    /// How many entries the next one has.
    private var due: Int
    private var room = CheckpointWriter.most
    /// Of the last one, in bytes.
    private(set) var size = 0

    static let most = 256
    /// What may be written while a start waits: to write more takes longer than to read the entries.
    static let mostOnTheWay = 1 << 18

    /// - Parameters:
    ///   - entries: how many have been folded already.
    ///   - planBytes: as it is now, or as it becomes.
    init(_ strides: HistoryStrides, after entries: Int = 0, planBytes: Int = 0) {
        self.strides = strides
        due = entries + strides.checkpoints(planBytes: planBytes)
    }

    /// To be called behind every line. No checkpoint lies behind a damaged one: who begins with it would not know.
    mutating func note(
        _ fold: borrowing Fold, _ merge: borrowing JournalMerge, _ directory: borrowing Directory
    ) throws(LedgerError) {
        let entries = fold.cover.entries
        guard entries >= due, room > 0 else { return }
        guard merge.journals.values.allSatisfy(\.damaged.isEmpty) else {
            room = 0
            return
        }
        room -= 1
        let snapshot = snapshot(fold, merge, directory)
        // Whether one is whole, its seal says: to wait for the disk 200 times would take seconds.
        size = try directory.replace(Snapshot.checkpointName(entries), durably: false) { (file) throws(Errno) in
            try snapshot.writeImage(to: file, directory)
            return file.count
        }
        due = entries + strides.checkpoints(planBytes: size)
    }

    private func snapshot(
        _ fold: borrowing Fold, _ merge: borrowing JournalMerge, _ directory: borrowing Directory
    ) -> Snapshot {
        var cover = fold.cover
        cover.conflicts = fold.conflicts
        cover.graves = fold.graves.values.sorted { ($0.order, $0.change.slot) < ($1.order, $1.change.slot) }
        cover.journals = [:]
        for (name, place) in merge.places where place > 0 {
            cover.journals[name] = Cover.Journal(bytes: place, mark: Snapshot.mark(directory, name, at: place))
        }
        return Snapshot(plan: fold.plan, cover: cover)
    }
}

/// Makes the checkpoints that a history lacks. What goes wrong here harms nothing.
struct Checkpointing: ~Copyable {
    /// Entries that are replayed for it at once: about a second.
    private static let mostReplayed = 1 << 17

    private let directory: Directory
    private let base: Loading.Base
    /// How far the ledger has read each journal.
    private let ends: [String: Int]
    private let strides: HistoryStrides
    private let planBytes: Int

    init(
        _ directory: consuming Directory, base: Loading.Base, ends: [String: Int], _ strides: HistoryStrides,
        planBytes: Int
    ) {
        self.directory = directory
        self.base = base
        self.ends = ends
        self.strides = strides
        self.planBytes = planBytes
    }

    /// Entries from one checkpoint to the next.
    private var stride: Int { strides.checkpoints(planBytes: planBytes) }

    /// - Parameters:
    ///   - entries: how many the history has.
    ///   - basePlan: read where there is no checkpoint to go on from.
    func run(entries: Int, basePlan: () throws(LedgerError) -> Plan) throws(LedgerError) {
        var kept = Snapshot.checkpoints(in: directory).filter { $0 <= entries }
        guard entries - (kept.last ?? 0) >= stride else { return thinOut() }
        while let count = kept.popLast() {
            if let start = Snapshot.checkpoint(count, in: directory, journals: ends, base: base.hash),
                try fill(Fold(snapshot: start.plan, start.cover))
            {
                return thinOut()
            }
            // Something came in before it, or it is not sound.
            directory.remove(Snapshot.checkpointName(count))
        }
        _ = try fill(Fold(base: try basePlan(), hash: base.hash, tracksConflicts: true))
        thinOut()
    }

    /// False where the fold cannot be gone on from.
    private func fill(_ start: Fold) throws(LedgerError) -> Bool {
        var fold = start
        var writer = CheckpointWriter(strides, after: fold.cover.entries, planBytes: planBytes)
        do throws(MergeError) {
            var merge = try JournalMerge(directory, from: fold.cover.journals.mapValues(\.bytes), to: ends)
            while fold.cover.entries - start.cover.entries < Self.mostReplayed, let line = try merge.next() {
                if fold.add(line) == .outOfOrder { return false }
                do throws(LedgerError) {
                    try writer.note(fold, merge, directory)
                } catch {
                    throw MergeError.ledger(error)
                }
            }
            return true
        } catch {
            throw error.ledgerError
        }
    }

    /// The older, the fewer.
    private func thinOut() {
        // As checkpoints were called when they were JSON.
        for name in (try? directory.list(Snapshot.cacheFolder)) ?? []
        where Int(name.dropLast(5)) != nil && name.hasSuffix(".json") {
            directory.remove("\(Snapshot.cacheFolder)/\(name)")
        }
        let stride = stride
        var kept = Snapshot.checkpoints(in: directory)
        while kept.count > CheckpointWriter.most, let newest = kept.last {
            // The one whose neighbours lie closest together, measured by their age.
            let inner = kept.indices.dropFirst().dropLast()
            let age = { (place: Int) in Double(newest - kept[place] + stride) }
            guard let least = inner.min(by: { age($0 - 1) / age($0 + 1) < age($1 - 1) / age($1 + 1) }) else { break }
            directory.remove(Snapshot.checkpointName(kept.remove(at: least)))
        }
    }
}
