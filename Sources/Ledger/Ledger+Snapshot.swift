import Glibc
import WorkPlan

extension Ledger {
    /// Entries without a snapshot from which `tidy` writes one.
    private static let mostUnsaved = 200
    /// Entries from one checkpoint to the next, and how many are kept.
    private static let checkpointStride = 4096
    private static let mostCheckpoints = 8

    /// Writes `plan.json` where enough has come since the last one, or with `always` whenever anything has. Never part of
    /// an edit: called when the session ends or has nothing to do. What goes wrong here harms nothing and is not said.
    package mutating func tidy(always: Bool = false) {
        guard readOnly == nil, unsaved >= (always ? 1 : Self.mostUnsaved) else { return }
        try? saveSnapshot()
    }

    /// Writes `plan.json`, the plan as it stands.
    package mutating func saveSnapshot() throws(LedgerError) {
        guard readOnly == nil, let store else { throw .readOnly(readOnly ?? .asked) }
        let directory = try openDirectory(store)
        let lock = try FileLock.take(directory, author: author)
        try refresh(directory, store)
        var cover = fold.cover
        cover.conflicts = fold.conflicts
        for (name, journal) in cover.journals {
            cover.journals[name]?.mark = Snapshot.mark(directory, name, at: journal.bytes)
        }
        try keepCheckpoint(directory)
        try directory.replace(PlanFile.snapshotName, with: Snapshot(plan: plan, cover: cover).bytes)
        unsaved = 0
        lock.release()
    }

    /// Keeps the old snapshot as a checkpoint now and then, and thins the checkpoints out: the older, the fewer.
    private func keepCheckpoint(_ directory: borrowing Directory) throws(LedgerError) {
        guard fold.cover.entries >= Self.checkpointStride else { return }
        try directory.makeFolder(Snapshot.cacheFolder)
        var kept = try directory.list(Snapshot.cacheFolder).compactMap { Int($0.dropLast(5)) }
            .filter { (0...JournalLine.mostCount).contains($0) }.sorted()
        guard (kept.last ?? 0) + Self.checkpointStride <= fold.cover.entries - unsaved else { return }
        let count = fold.cover.entries - unsaved
        try? directory.rename(PlanFile.snapshotName, to: "\(Snapshot.cacheFolder)/\(count).json")
        kept.append(count)
        while kept.count > Self.mostCheckpoints {
            // The one whose neighbours lie closest together, measured by their age.
            let inner = kept.indices.dropFirst().dropLast()
            let age = { (place: Int) in Double(count - kept[place] + Self.checkpointStride) }
            guard let least = inner.min(by: { age($0 - 1) / age($0 + 1) < age($1 - 1) / age($1 + 1) }) else { break }
            directory.remove("\(Snapshot.cacheFolder)/\(kept.remove(at: least)).json")
        }
    }
}
