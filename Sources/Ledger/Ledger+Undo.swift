import Glibc
package import WorkPlan

extension Ledger {
    /// The newest entry of this author on this replica that can be taken back; nil where there is none.
    package func nextUndo() throws(LedgerError) -> Entry? {
        try walk { (walk) throws(Errno) in try walk.nextUndo() }
    }

    /// The newest undo of this author on this replica that can be taken back in its turn, which its reversal does; nil
    /// where there is none, or where something was edited after it.
    package func nextRedo() throws(LedgerError) -> Entry? {
        try walk { (walk) throws(Errno) in try walk.nextRedo() }
    }

    private func walk(_ body: (inout UndoWalk) throws(Errno) -> Entry?) throws(LedgerError) -> Entry? {
        guard let store else { return nil }
        let directory = try openDirectory(store)
        guard let replica = try replicaName(directory), let journal = fold.cover.journals[replica] else { return nil }
        do throws(Errno) {
            let file = try directory.openFile(JournalFile.path(replica), O_RDONLY)
            var walk = UndoWalk(file, replica, journal, author: author)
            return try body(&walk)
        } catch {
            throw .system(.read, path: directory.name(JournalFile.path(replica)), errno: error.code)
        }
    }

    /// The name this directory has appended under; nil where it has not.
    private func replicaName(_ directory: borrowing Directory) throws(LedgerError) -> String? {
        if let replica { return replica }
        return try Replica.name(in: directory)
    }

    /// How an entry can be taken back now. `.refused`: one of its changes has no place any more.
    package func reversal(of entry: Entry) throws(LedgerError) -> Reversal {
        var plan = self.plan
        var changes: [Change] = []
        var contested: [Change] = []
        for change in entry.inverse {
            let rebased: Change?
            do throws(Refusal) {
                rebased = try plan.rebased(change)
            } catch {
                throw .refused(error)
            }
            guard let rebased else { continue }
            if !plan.applying([change]).mismatches.isEmpty { contested.append(rebased) }
            _ = plan.apply(rebased)
            changes.append(rebased)
        }
        return Reversal(entry: entry, changes: changes, overwrites: try overwrites(contested, since: entry))
    }

    /// Takes an entry back.
    /// - Returns: the entry that does.
    @discardableResult
    package mutating func commit(_ reversal: Reversal, at moment: Moment = .now()) throws(LedgerError) -> Entry {
        try commit(reversal.changes, undoes: reversal.entry.id, at: moment)
    }

    /// Who changed what is to be overwritten, by the newest entry since.
    private func overwrites(_ contested: [Change], since entry: Entry) throws(LedgerError) -> [Reversal.Overwrite] {
        guard !contested.isEmpty, let store else { return [] }
        var culprits: [Int: Entry] = [:]
        var neutralised: Set<Identifier<Entry>> = []
        let directory = try openDirectory(store)
        let replica = try replicaName(directory)
        var merge = try BackwardMerge(directory, fold.cover.journals)
        while culprits.count < contested.count, let line = try merge.next(), line.entry.id != entry.id {
            let later = line.entry
            // What this author took back here, and the taking back, left others' values as they were.
            if line.replica == replica, later.author == author {
                if let target = later.undoes, !neutralised.contains(later.id) { neutralised.insert(target) }
                if later.undoes != nil || neutralised.contains(later.id) { continue }
            }
            for (place, change) in contested.enumerated() where culprits[place] == nil {
                if later.changes.contains(where: { $0.touches(change) }) { culprits[place] = later }
            }
        }
        return contested.enumerated().compactMap { place, change in
            // Places shift when neighbours come and go: that is nobody's edit.
            if culprits[place] == nil, case .place = change { return nil }
            return Reversal.Overwrite(change: change, by: culprits[place])
        }
    }
}

/// How an entry is taken back: the changes to commit, rebased on what is there now.
package struct Reversal: Equatable, Sendable {
    /// What is taken back.
    package let entry: Entry
    /// Empty where somebody took everything back already: committed nevertheless, so that the entry counts as taken
    /// back.
    package let changes: [Change]
    /// Changes that would take away more than the entry brought, because somebody came after it. Ask before committing.
    package let overwrites: [Overwrite]

    package struct Overwrite: Equatable, Sendable {
        /// As it would be committed: its “what was” is the other's value.
        package let change: Change
        /// The newest entry that changed the same since; nil where the history does not say.
        package let by: Entry?
    }
}

extension Change {
    /// Whether this one changed what `other` is about to change. A removal takes away every field.
    fileprivate func touches(_ other: Change) -> Bool {
        slot == other.slot || (other.isRemoval && slot.target == other.slot.target)
    }
}
