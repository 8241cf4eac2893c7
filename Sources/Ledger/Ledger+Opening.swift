import Glibc
import StrictJSON
import WorkPlan

extension Ledger {
    static func readPlan(_ bytes: [UInt8], file: String) throws(LedgerError) -> Plan {
        do {
            return try PlanFile.read(bytes, file: file)
        } catch {
            throw .unreadable(error)
        }
    }

    /// Nil where there is no ledger.
    static func openExisting(
        at path: String, seed: Seed?, author: String, readOnly: Bool
    ) throws(LedgerError) -> Ledger? {
        guard let directory = try Directory(ifPresent: path) else { return nil }
        guard let bytes = try directory.read(StoreFile.name, most: 1 << 16) else {
            // Journals without a store are a ledger that lost its head: not to be taken for an empty directory.
            if try directory.list(JournalFile.folder).contains(where: { JournalFile.replica($0) != nil }) {
                throw .damaged(file: directory.name(StoreFile.name), .missing)
            }
            return nil
        }
        let store = try readStore(bytes, directory)
        let hash = Hexadecimal.decode(store.base)
        let base = Loading.Base(hash: store.base, link: EntryHash(digest: hash) ?? EntryHash(of: []))
        let identity = try directory.identity()
        var notices: [Notice] = []
        var damage: LedgerError.ReadOnlyReason?
        if !store.isSound {
            damage = .damaged(file: StoreFile.name)
            notices.append(
                Notice(level: .warning, sentence: "\(StoreFile.name) 与写入时不符，只读打开。请从备份恢复这个文件。"))
        }
        var loading = try Loading(directory, base: base)
        let fold = try loading.load { directory throws(LedgerError) in
            let (plan, size, isSound) = try Self.readBase(directory, hash: store.base, seed: seed)
            if !isSound {
                damage = .damaged(file: PlanFile.baseName)
                notices.append(Notice(level: .warning, sentence: Self.baseSentence))
            }
            let mayWrite = !readOnly && damage == nil && store.schema <= StoreFile.schema
            let isSmall = size <= CheckpointWriter.mostOnTheWay
            return (plan, mayWrite && isSmall ? CheckpointWriter(HistoryStrides()) : nil)
        }
        var ledger = Ledger(directory: path, author: author, fold: fold)
        ledger.store = Store(base: base, identity: identity)
        ledger.notices = notices + loading.notices + Self.notices(of: fold)
        ledger.readOnly = damage
        if store.schema > StoreFile.schema { ledger.readOnly = .newerSchema(store.schema) }
        if readOnly { ledger.readOnly = .asked }
        if case .newerSchema? = ledger.readOnly, let reason = ledger.readOnly {
            ledger.notices.append(Notice(level: .warning, sentence: reason.words))
        }
        ledger.unsaved = fold.cover.entries - loading.snapshotEntries
        ledger.imageSeal = loading.imageSeal
        ledger.standings = loading.standings
        if let index = loading.index { ledger.historyIndex.put(index) }
        return ledger
    }

    /// What the store says; for one that cannot be read, what the base beside it says.
    private static func readStore(
        _ bytes: [UInt8], _ directory: borrowing Directory
    ) throws(LedgerError) -> StoreFile {
        do throws(LedgerError) {
            return try StoreFile(bytes, file: directory.name(StoreFile.name))
        } catch {
            guard let base = try directory.read(PlanFile.baseName, most: PlanFile.limits.bytes),
                (try? PlanFile.read(base, file: PlanFile.baseName)) != nil
            else { throw error }
            var store = StoreFile(store: "", created: "", base: Hexadecimal.encode(SHA256.digest(base)))
            store.isSound = false
            return store
        }
    }

    private static let baseSentence =
        "\(PlanFile.baseName) 与建立时不符，只读打开；现以仍可读出的内容为准。请从备份恢复这个文件。"

    /// The base, its size in bytes, and whether it is the one the store was made for. A damaged one is read as far as it
    /// can be, and the program's own copy stands in for one that cannot.
    private static func readBase(
        _ directory: borrowing Directory, hash: String, seed: Seed?
    ) throws(LedgerError) -> (Plan, size: Int, isSound: Bool) {
        let name = directory.name(PlanFile.baseName)
        // The seed can stand in for a base that is damaged.
        func standIn() -> [UInt8]? { seed.flatMap { $0.hash == hash ? $0.bytes : nil } }
        guard let bytes = try directory.read(PlanFile.baseName, most: PlanFile.limits.bytes) else {
            guard let seed = standIn() else { throw .damaged(file: name, .missing) }
            return (try readPlan(seed, file: name), seed.count, false)
        }
        let isSeed = seed.map { $0.knownHash == hash && $0.holds(bytes) } ?? false
        if isSeed || Hexadecimal.encode(SHA256.digest(bytes)) == hash {
            return (try readPlan(bytes, file: name), bytes.count, true)
        }
        if let seed = standIn() { return (try readPlan(seed, file: name), seed.count, false) }
        do {
            return (try readPlan(bytes, file: name), bytes.count, false)
        } catch {
            throw .damaged(file: name, .wrongBase)
        }
    }

    /// What the folded history has to say.
    static func notices(of fold: Fold) -> [Notice] {
        var notices: [Notice] = []
        for (name, journal) in fold.cover.journals.sorted(by: { $0.key < $1.key }) where journal.damaged > 0 {
            notices.append(
                Notice(
                    level: .warning,
                    sentence: "\(JournalFile.path(name)) 有 \(journal.damaged) 行损坏，已跳过，文件没有改动；运行 lianxi check 看是哪几行。"))
        }
        if fold.cover.breaks > 0 {
            notices.append(
                Notice(level: .warning, sentence: "历史中有 \(fold.cover.breaks) 处前后接不上，可能缺了几行；运行 lianxi check 查看。"))
        }
        if let first = fold.refused.first {
            notices.append(
                Notice(
                    level: .warning,
                    sentence: "历史中有 \(fold.refused.count) 处修改没有生效，第一处在 \(first.entry)：\(first.refusal.words)。"))
        }
        let conflicts = fold.conflicts.count
        if conflicts > 0 {
            notices.append(
                Notice(level: .warning, sentence: "有 \(conflicts) 处被几个人同时改成不同的值，现显示后一个；再改一次即可定下。"))
        }
        return notices
    }
}
