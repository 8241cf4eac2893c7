import Glibc
package import WorkPlan

extension Ledger {
    /// Appends one entry, and comes back only when it is on the disk.
    ///
    /// Whatever goes wrong, the history keeps what it had. `.outdated`: somebody else was quicker, this ledger now knows
    /// what they did. `.notSaved`, `.uncertain`: the text of the changes lies in a file that the error names.
    /// - Returns: the entry as it stands in the history.
    @discardableResult
    package mutating func commit(
        _ changes: [Change], note: String? = nil, meeting: Identifier<Meeting>? = nil,
        undoes: Identifier<Entry>? = nil, isSettling: Bool = false, at moment: Moment = .now()
    ) throws(LedgerError) -> Entry {
        guard readOnly == nil else { throw .readOnly(readOnly ?? .asked) }
        guard let store else { throw .readOnly(.asked) }
        // Who settles a conflict may confirm what stands there. An undo of what others took back already changes nothing, and is remembered all the same.
        guard undoes != nil || isSettling || !changes.allSatisfy(\.changesNothing) else {
            throw .nothingToChange
        }
        // Dropped where anything goes wrong, which gives the lock up as well.
        var open = try takeLocked(store)
        let meanwhile = try refresh(&open, store)
        untold += meanwhile
        let entry = Entry(
            id: "", moment: moment, author: author, changes: changes, note: note, meeting: meeting, undoes: undoes)
        let line = try write(entry, meanwhile, to: &open, store)
        // What is left to do costs nothing while the disk works: a commit took 64 µs longer than bare append and fdatasync
        // when it came afterwards, and takes 53.
        fold.addMade(line)
        open.signLock(author: author, at: moment)
        try sync(line, in: open)
        unsaved += 1
        replica = line.replica
        open.release()
        self.open.put(open)
        return line.entry
    }

    /// Makes an entry's changes, and sends its line on its way to the disk. Where that fails, the plan is as it was.
    private mutating func write(
        _ entry: Entry, _ meanwhile: [Entry], to open: inout OpenLedger, _ store: Store
    ) throws(LedgerError) -> JournalLine {
        let before = fold.plan
        do throws(LedgerError) {
            let mismatches = entry.changes.compactMap { fold.plan.apply($0) }
            for mismatch in mismatches {
                if case .refused(let refusal) = mismatch.reason { throw .refused(refusal) }
            }
            guard mismatches.isEmpty else { throw .outdated(mismatches, meanwhile: meanwhile, plan: before) }
            var line = try nextLine(entry, try ownReplica(open.directory), store)
            let bytes = line.seal()
            guard line.isReadable(in: bytes) else { throw .tooLarge }
            try write(bytes, line, to: &open)
            return line
        } catch {
            fold.plan = before
            throw error
        }
    }

    /// What is open since the last commit, if its directory is still the one at the path; else what is opened now.
    func takeOpen(_ store: Store) throws(LedgerError) -> OpenLedger {
        if let kept = open.take(), kept.directory.isStillThere(store.identity) { return kept }
        return OpenLedger(try openDirectory(store))
    }

    /// The same with the lock taken. Whoever cleaned the directory up took the lock file with the rest: then others lock
    /// a new one.
    private func takeLocked(_ store: Store) throws(LedgerError) -> OpenLedger {
        if var kept = open.take(), try kept.takeLock() { return kept }
        var opened = OpenLedger(try openDirectory(store))
        _ = try opened.takeLock()
        return opened
    }

    /// The directory, if it is still the one that was opened.
    func openDirectory(_ store: Store) throws(LedgerError) -> Directory {
        let opened = try Directory(path: directory)
        guard try opened.identity() == store.identity else {
            throw .system(.open, path: directory, errno: ESTALE)
        }
        return opened
    }

    /// The name to append under: a new one where the old journal is damaged or its name was copied, so that nothing is
    /// ever written behind what is not sound.
    private func ownReplica(_ directory: borrowing Directory) throws(LedgerError) -> String {
        if let replica, isSound(replica) { return replica }
        // Another process of this directory may have taken a new name already.
        if let name = try Replica.name(in: directory), isSound(name) { return name }
        return try Replica.make(in: directory)
    }

    private func isSound(_ replica: String) -> Bool {
        fold.cover.journals[replica]?.damaged ?? 0 == 0 && fold.cover.replicas[replica]?.isCopied != true
    }

    private func nextLine(_ entry: Entry, _ replica: String, _ store: Store) throws(LedgerError) -> JournalLine {
        let own = fold.cover.replicas[replica]
        var seen: [String: Int] = [:]
        for (name, other) in fold.cover.replicas where name != replica { seen[name] = other.sequence }
        let isNews = seen.contains { own?.seen[$0.key, default: 0] ?? 0 < $0.value }
        let line = JournalLine(
            replica: replica, sequence: (own?.sequence ?? 0) + 1, lamport: (fold.cover.last?.lamport ?? 0) + 1,
            seen: isNews ? seen : nil, previous: own?.hash ?? store.base.link, hash: store.base.link, entry: entry)
        guard line.lamport <= JournalLine.mostCount, line.sequence <= JournalLine.mostCount else { throw .tooLarge }
        return line
    }
}
