import Glibc
import StrictJSON
package import WorkPlan

extension Ledger {
    /// Reads what others appended since this ledger last looked.
    /// - Returns: their entries that nobody was told of yet, also those that a commit came across.
    @discardableResult
    package mutating func refresh() throws(LedgerError) -> [Entry] {
        try catchUp()
        defer { untold = [] }
        return untold
    }

    /// The same, and leaves what is new for `refresh` to tell.
    package mutating func catchUp() throws(LedgerError) {
        guard let store else { return }
        var open = try takeOpen(store)
        untold += try refresh(&open, store)
        self.open.put(open)
    }

    mutating func refresh(_ open: inout OpenLedger, _ store: Store) throws(LedgerError) -> [Entry] {
        switch try news(try open.journals()) {
        case .none: return []
        case .replaced: return try reload(open.directory, store)
        case .appended(let offsets): return try extend(from: offsets, &open, store)
        }
    }

    /// Adds what was appended behind these offsets. Read to its end first, so that the plan can be altered in place.
    private mutating func extend(
        from offsets: [String: Int], _ open: inout OpenLedger, _ store: Store
    ) throws(LedgerError) -> [Entry] {
        let known = Set(Self.notices(of: fold).map(\.sentence))
        let (lines, extents) = try JournalMerge.read(open.directory, offsets)
        var entries: [Entry] = []
        for line in lines {
            switch fold.add(line) {
            case .folded: entries.append(line.entry)
            case .duplicate: break
            case .outOfOrder: return try reload(open.directory, store)
            }
        }
        fold.cover.advance(extents)
        notices += Self.notices(of: fold).filter { !known.contains($0.sentence) }
        unsaved += entries.count
        return entries
    }

    private enum News {
        case none
        /// Where the journals that have grown go on.
        case appended([String: Int])
        /// A journal is another file than before, shorter, or gone: git was here, or somebody with a backup.
        case replaced
    }

    /// Looks at the sizes only.
    private func news(_ journals: [JournalFolder.Journal]) throws(LedgerError) -> News {
        var known = 0
        var offsets: [String: Int] = [:]
        for file in journals {
            guard file.isFile else {
                throw .system(.read, path: "\(directory)/\(JournalFile.path(file.replica))", errno: EINVAL)
            }
            guard let journal = fold.cover.journals[file.replica] else {
                offsets[file.replica] = 0
                continue
            }
            known += 1
            let isSame = journal.inode == 0 || journal.inode == file.inode
            guard isSame, file.size >= journal.bytes else { return .replaced }
            if file.size > journal.bytes { offsets[file.replica] = journal.bytes }
        }
        guard known == fold.cover.journals.count else { return .replaced }
        return offsets.isEmpty ? .none : .appended(offsets)
    }

    /// Reads everything anew, from the newest snapshot that fits.
    @discardableResult
    mutating func reload(_ directory: borrowing Directory, _ store: Store) throws(LedgerError) -> [Entry] {
        let before = fold.cover.replicas
        _ = historyIndex.take()
        var loading = try Loading(try directory.again(), base: store.base)
        let loaded = try loading.load { directory throws(LedgerError) in
            guard let bytes = try directory.read(PlanFile.baseName, most: PlanFile.limits.bytes),
                Hexadecimal.encode(SHA256.digest(bytes)) == store.base.hash
            else { throw .damaged(file: directory.name(PlanFile.baseName), .wrongBase) }
            return (try Self.readPlan(bytes, file: directory.name(PlanFile.baseName)), nil)
        }
        note(loaded)
        if let index = loading.index { historyIndex.put(index) }
        unsaved = loaded.cover.entries - loading.snapshotEntries
        for (name, replica) in before.sorted(by: { $0.key < $1.key }) {
            let sequence = loaded.cover.replicas[name]?.sequence ?? 0
            guard sequence < replica.sequence else { continue }
            let missing = "\(JournalFile.path(name)) 少了第 \(sequence + 1) 至 \(replica.sequence) 条：文件不见了，或被换成了旧的。"
            notices.append(Notice(level: .warning, sentence: missing + "请从备份或别处的副本恢复；程序没有改动它。"))
        }
        return try lines(since: before, directory).map(\.entry)
    }

    /// Most entries of a replica that `refresh` tells of.
    private static let mostNews = 1000

    /// The newest lines of each replica, behind where it was, in the order of all.
    private func lines(
        since before: [String: Cover.Replica], _ directory: borrowing Directory
    ) throws(LedgerError) -> [JournalLine] {
        var lines: [JournalLine] = []
        for (name, replica) in fold.cover.replicas {
            let known = before[name]?.sequence ?? 0
            guard replica.sequence > known, let journal = fold.cover.journals[name] else { continue }
            let count = min(replica.sequence - known, Self.mostNews)
            lines += try Self.lastLines(count, of: name, before: journal.bytes, directory)
                .filter { $0.sequence > known }
        }
        return lines.sorted { $0.order < $1.order }
    }

    /// Takes a newer fold, and says what is new about its state.
    private mutating func note(_ newer: Fold) {
        let known = Set(Self.notices(of: fold).map(\.sentence))
        fold = newer
        notices += Self.notices(of: newer).filter { !known.contains($0.sentence) }
    }
}

extension Directory {
    /// Another handle on the same directory.
    func again() throws(LedgerError) -> Directory {
        try Directory(path: path)
    }
}
