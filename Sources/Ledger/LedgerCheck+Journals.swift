import Glibc
import WorkPlan

extension Checking {
    /// Every line of every journal, and the chain of each replica.
    mutating func checkJournals() throws(LedgerError) {
        for name in try directory.list(JournalFile.folder) {
            if let replica = JournalFile.replica(name) {
                replicas.insert(replica)
            } else {
                note(.warning, "\(JournalFile.folder)/\(name)", "不是历史文件，没有读取")
            }
        }
        var sorting: Set<String> = []
        while try !run(sorting: &sorting) {}
        for (entry, refusal) in fold.refused { note(.warning, JournalFile.folder, "\(entry) 的修改没有生效：\(refusal.words)") }
        for conflict in fold.conflicts {
            let sides = conflict.sides.map { "\($0.author) \($0.change.sentence(in: fold.plan))" }
            note(.information, JournalFile.folder, "同时改成了不同的值，等人定下：\(sides.joined(separator: " ｜ "))")
        }
    }

    /// False where a journal has to be sorted and everything read again.
    private mutating func run(sorting: inout Set<String>) throws(LedgerError) -> Bool {
        var offsets: [String: Int] = [:]
        for replica in replicas { offsets[replica] = 0 }
        let hash = base.hash
        var fold = Fold(base: basePlan ?? .empty, hash: hash, tracksConflicts: true)
        var chains = Chains(link: base.link)
        var merge = try JournalMerge(directory, offsets, sorting: sorting)
        let before = findings
        var checkpoints = Set(Snapshot.checkpoints(in: directory))
        do throws(MergeError) {
            while let line = try merge.next() {
                let file = JournalFile.path(line.replica)
                switch fold.add(line) {
                case .folded:
                    chains.follow(line)
                    if checkpoints.remove(fold.cover.entries) != nil { checkCheckpoint(fold) }
                case .duplicate: chains.found.append((.information, "\(line.entry.id) 在文件里出现了不止一次，只算一次", file))
                case .outOfOrder: break
                }
                if !replicas.contains(line.replica) {
                    chains.found.append((.warning, "\(line.entry.id) 不在自己的文件里（应在 \(file)）", JournalFile.folder))
                }
            }
        } catch {
            guard case .disorder(let replica) = error, sorting.insert(replica).inserted else { throw error.ledgerError }
            findings = before
            return false
        }
        for count in checkpoints.sorted() { noteStranger(Snapshot.checkpointName(count)) }
        for replica in sorting { note(.information, JournalFile.path(replica), "各行不在原来的顺序上，可能由 git 合并而来；不影响内容") }
        for (replica, extent) in merge.journals.sorted(by: { $0.key < $1.key }) {
            for damaged in extent.damaged {
                note(.warning, damaged.file, damaged.damage.words + "；已跳过，文件没有改动", line: damaged.number)
            }
            guard !extent.torn.isEmpty else { continue }
            note(.warning, JournalFile.path(replica), "末尾有 \(extent.torn.count) 字节不是完整的一行，是没写完或正在写；此前的内容不受影响")
        }
        for (level, words, file) in chains.found { note(level, file, words) }
        if let last = fold.cover.last, last.lamport > fold.cover.entries {
            note(.information, JournalFile.folder, "计数比找到的条目多，可能还有别处的历史文件没有收到")
        }
        self.fold = fold
        return true
    }
}

/// Whether each replica's entries follow one another.
private struct Chains {
    /// What the first line of each replica names.
    let link: EntryHash
    var found: [(Notice.Level, String, String)] = []
    private var ends: [String: (sequence: Int, hash: EntryHash)] = [:]

    init(link: EntryHash) {
        self.link = link
    }

    mutating func follow(_ line: JournalLine) {
        let file = JournalFile.path(line.replica)
        let end = ends[line.replica] ?? (0, link)
        if line.sequence == end.sequence {
            found.append((.warning, "第 \(line.sequence) 条有两个不同的版本：副本号被复制过，两条都保留", file))
        } else if line.sequence != end.sequence + 1 {
            found.append((.warning, "缺第 \(end.sequence + 1) 至 \(line.sequence - 1) 条", file))
        } else if line.previous != end.hash {
            found.append((.warning, "第 \(line.sequence) 条与前一条接不上", file))
        }
        if line.version > JournalLine.version { found.append((.information, "\(line.entry.id) 是较新程序写的", file)) }
        ends[line.replica] = (line.sequence, line.hash)
    }
}
