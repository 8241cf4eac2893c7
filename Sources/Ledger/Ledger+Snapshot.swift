import Glibc
package import WorkPlan

/// How closely what finds the way in a history lies.
struct HistoryStrides: Sendable {
    /// Entries from one mark of the index to the next.
    var marks = 256
    /// Entries from one checkpoint to the next: replaying them takes about 6 ms.
    var checkpoints = 512
    /// Bytes of plan for each of these entries: a large plan takes longer to read than many entries to replay, and each
    /// checkpoint as much room as the plan.
    var bytesPerEntry = 2048

    func checkpoints(planBytes: Int) -> Int { max(checkpoints, planBytes / bytesPerEntry) }
}

extension Ledger {
    /// Entries without a snapshot from which `tidy` writes one.
    private static let mostUnsaved = 200

    /// Writes `plan.json` where enough has come since the last one, or with `always` whenever anything has. Never part of
    /// an edit: called when the session ends or has nothing to do. What goes wrong here harms nothing and is not said.
    /// - Parameter standings: how the plan, or an earlier one, stands; kept for the next start on the same day.
    package mutating func tidy(always: Bool = false, standings: Standings? = nil) {
        guard readOnly == nil else { return }
        if unsaved >= (always ? 1 : Self.mostUnsaved) {
            try? saveSnapshot()
        } else if always, !hasImage, unsaved == 0 {
            try? saveImage()
        }
        if always, let standings, unsaved == 0, standings.today != self.standings?.today { try? save(standings) }
    }

    /// Writes the image of the plan as it stands, by which the next start comes sooner.
    private mutating func saveImage() throws(LedgerError) {
        guard let store else { return }
        let directory = try openDirectory(store)
        try save(image: Snapshot(plan: plan, cover: markedCover(directory)), directory)
    }

    private mutating func save(image: Snapshot, _ directory: borrowing Directory) throws(LedgerError) {
        try directory.makeCaches()
        imageSeal = try directory.replace(Snapshot.imageFile) { (file) throws(Errno) in
            try image.writeImage(to: file, directory)
        }
        standings = nil
    }

    private mutating func save(_ standings: Standings) throws(LedgerError) {
        guard let store, let imageSeal else { return }
        let known = Standings(plan, on: standings.today, after: standings)
        try known.keep(image: imageSeal, try openDirectory(store))
        self.standings = known
    }

    /// The cover with what tells later whether the journals still begin with what was read of them.
    private func markedCover(_ directory: borrowing Directory) -> Cover {
        var cover = fold.cover
        cover.conflicts = fold.conflicts
        for (name, journal) in cover.journals {
            cover.journals[name]?.mark = Snapshot.mark(directory, name, at: journal.bytes)
        }
        return cover
    }

    /// Writes `plan.json`, the plan as it stands, and what finds the way in a long history.
    package mutating func saveSnapshot() throws(LedgerError) {
        guard readOnly == nil, let store else { throw .readOnly(readOnly ?? .asked) }
        let directory = try openDirectory(store)
        let lock = try FileLock.take(directory, author: author)
        try directory.makeCaches()
        try catchUp()
        let snapshot = Snapshot(plan: plan, cover: markedCover(directory))
        let planBytes = try directory.replace(PlanFile.snapshotName) { file in
            snapshot.write(to: file)
            return file.count
        }
        directory.sweepTemporaries()
        unsaved = 0
        lock.release()
        // Without the lock: nobody waits for it, and two who do it at once write the same.
        try? save(image: snapshot, directory)
        try? keepHistory(directory, store, planBytes: planBytes)
    }

    private func keepHistory(
        _ directory: borrowing Directory, _ store: Store, planBytes: Int
    ) throws(LedgerError) {
        guard entryCount >= strides.marks, let index = try index() else { return }
        if let bytes = index.bytes(directory) { try directory.replace(HistoryIndex.file, with: bytes) }
        let checkpointing = Checkpointing(
            try directory.again(), base: store.base, ends: index.ends, strides, planBytes: planBytes)
        try checkpointing.run(entries: index.count) { () throws(LedgerError) in try basePlan() }
    }

    /// The index of the history as far as this ledger has read it; nil where a journal is damaged or out of order.
    func index() throws(LedgerError) -> HistoryIndex? {
        guard let store, fold.cover.journals.values.allSatisfy({ $0.damaged == 0 }) else { return nil }
        let ends = fold.cover.journals.mapValues(\.bytes)
        let directory = try openDirectory(store)
        let (base, stride) = (store.base.hash, strides.marks)
        func usable(_ known: HistoryIndex?) -> HistoryIndex? {
            known.flatMap { $0.stride == stride && $0.isWithin(ends) ? $0 : nil }
        }
        var index =
            usable(historyIndex.take()) ?? usable(HistoryIndex.kept(directory, base: base))
            ?? HistoryIndex(base: base, stride: stride)
        guard try index.extend(to: ends, directory), index.count == entryCount else { return nil }
        historyIndex.put(index)
        return index
    }
}
