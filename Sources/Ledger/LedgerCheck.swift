import Glibc
import StrictJSON
package import WorkPlan

/// What a look at every byte of a ledger found, as `git fsck` does for a repository.
package struct LedgerCheck: Sendable {
    package struct Finding: Equatable, Sendable {
        package let level: Notice.Level
        /// Relative to the ledger's directory.
        package let file: String
        /// Counted from 1.
        package let line: Int?
        package let words: String

        /// `history/k7f3q9x2mc.jsonl 第12行：…`
        package var sentence: String { file + (line.map { " 第\($0)行" } ?? "") + "：\(words)。" }
    }

    package internal(set) var findings: [Finding] = []
    /// The plan that the base and the journals give.
    package let plan: Plan
    package let entries: Int
    package let journals: Int
    package let conflicts: [Conflict]

    /// Whether nothing is damaged or missing.
    package var isSound: Bool { !findings.contains { $0.level == .warning } }
}

extension Ledger {
    /// Verifies everything: seals, the base, every line and its place in its chain, the folded plan against `plan.json`.
    /// Writes nothing. Throws only where there is no ledger or not even its base can be read.
    package static func check(at path: String) throws(LedgerError) -> LedgerCheck {
        guard let directory = try Directory(ifPresent: path) else { throw .notFound(directory: path) }
        var checking = Checking(directory)
        try checking.checkHead()
        try checking.checkJournals()
        try checking.checkSnapshots()
        try checking.checkRest()
        return LedgerCheck(
            findings: checking.findings, plan: checking.fold.plan, entries: checking.fold.cover.entries,
            journals: checking.replicas.count, conflicts: checking.fold.conflicts)
    }
}

/// The work of `Ledger.check`.
struct Checking: ~Copyable {
    let directory: Directory
    var findings: [LedgerCheck.Finding] = []
    var base = Loading.Base(hash: "", link: EntryHash(of: []))
    var basePlan: Plan?
    var replicas: Set<String> = []
    var fold: Fold

    init(_ directory: consuming Directory) {
        self.directory = directory
        fold = Fold(base: .empty, hash: "", tracksConflicts: true)
    }

    mutating func note(_ level: Notice.Level, _ file: String, _ words: String, line: Int? = nil) {
        findings.append(LedgerCheck.Finding(level: level, file: file, line: line, words: words))
    }

    mutating func checkHead() throws(LedgerError) {
        guard let bytes = try directory.read(StoreFile.name, most: 1 << 16) else {
            throw .damaged(file: directory.name(StoreFile.name), .missing)
        }
        do throws(LedgerError) {
            let store = try StoreFile(bytes, file: StoreFile.name)
            base.hash = store.base
            base.link = EntryHash(digest: Hexadecimal.decode(store.base)) ?? base.link
            if !store.isSound { note(.warning, StoreFile.name, "与写入时不符（封签不对）") }
            if store.schema > StoreFile.schema {
                note(.information, StoreFile.name, "是较新程序写的（第 \(store.schema) 版），只能核对本程序认识的部分")
            }
        } catch {
            guard case .unreadable(let json) = error else { throw error }
            note(.warning, StoreFile.name, "读不出来：\(json.reason.words)")
        }
        guard let plan = try directory.read(PlanFile.baseName, most: PlanFile.limits.bytes) else {
            throw .damaged(file: directory.name(PlanFile.baseName), .missing)
        }
        if Hexadecimal.encode(SHA256.digest(plan)) != base.hash {
            note(.warning, PlanFile.baseName, "不是建立数据目录时的那一份（校验值不符）")
        }
        let start = try Ledger.readPlan(plan, file: directory.name(PlanFile.baseName))
        basePlan = start
        fold = Fold(base: start, hash: base.hash, tracksConflicts: true)
    }

    // MARK: Snapshots

    mutating func checkSnapshots() throws(LedgerError) {
        for name in [PlanFile.snapshotName, Snapshot.imageFile] {
            guard let snapshot = try readSnapshot(name) else { continue }
            var loading = try Loading(try directory.again(), base: base)
            loading.limit(to: replicas)
            let extended = try loading.extend(Fold(snapshot: snapshot.plan, snapshot.cover))
            if let extended, extended.plan != fold.plan { noteDifference(name) }
        }
    }

    /// Compares a checkpoint with the plan folded so far.
    mutating func checkCheckpoint(_ fold: Fold) {
        let name = Snapshot.checkpointName(fold.cover.entries)
        guard let snapshot = try? readSnapshot(name) else { return }
        guard snapshot.cover.last == fold.cover.last else { return noteStranger(name) }
        if snapshot.plan != fold.plan { noteDifference(name) }
    }

    /// A snapshot of this history; nil where there is none, and after a note where it is not sound.
    private mutating func readSnapshot(_ name: String) throws(LedgerError) -> Snapshot? {
        let snapshot: Snapshot
        switch try directory.snapshot(name) {
        case .none: return nil
        case .damaged:
            note(.warning, name, "与写入时不符或不完整；它可由历史重新算出，lianxi repair 会把它移开")
            return nil
        case .sound(let found): snapshot = found
        }
        guard snapshot.fits(directory, journals: replicas, base: base.hash) else {
            noteStranger(name)
            return nil
        }
        return snapshot
    }

    mutating func noteStranger(_ name: String) { note(.information, name, "与现在的历史对不上，不会采用") }

    private mutating func noteDifference(_ name: String) {
        note(.warning, name, "与按历史逐条算出的方案不一致；lianxi repair 会把它移开")
    }

    // MARK: What lies around

    mutating func checkRest() throws(LedgerError) {
        for (name, text) in Ledger.gitFiles.sorted(by: { $0.key < $1.key }) {
            let found = try directory.read(name, most: 1 << 20) ?? []
            let lines = Set(found.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
            for line in text.split(separator: "\n") where !lines.contains(String(line)) {
                note(.warning, name, "缺少这一行：\(line)")
            }
        }
        let known = Set(Ledger.ownNames)
        for name in try directory.list(".") where !known.contains(name) { note(.information, name, "不是数据目录的文件，没有读取") }
        if let bytes = try directory.read(Replica.file, most: 4096), !Seal.holds(bytes) {
            note(.warning, Replica.file, "与写入时不符；下次保存时会另起一个副本号")
        }
        for folder in [Quarantine.folder, Ledger.unsavedFolder] {
            for name in try directory.list(folder) {
                note(
                    .information, "\(folder)/\(name)",
                    folder == Quarantine.folder ? "是从历史里移出来的内容" : "是没能保存的修改，请核对后再录入一次")
            }
        }
    }
}
