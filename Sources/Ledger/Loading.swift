import Glibc
import StrictJSON
import WorkPlan

/// Reads a ledger's directory: the newest snapshot that fits and what came after it, or everything from the base on.
struct Loading: ~Copyable {
    let directory: Directory
    let base: Base
    /// The replicas that have a journal.
    private(set) var journals: Set<String> = []
    private(set) var notices: [Notice] = []
    /// How many entries the snapshot held that was begun with.
    private(set) var snapshotEntries = 0
    /// The seal of the image, where that was the snapshot.
    private(set) var imageSeal: UInt64?
    /// How the plan in it stood.
    private(set) var standings: Standings?
    /// The index of the history, where all of it was read and is in order.
    private(set) var index: HistoryIndex?

    /// What everything begins with.
    struct Base {
        /// SHA-256 of `plan.base.json`, in hexadecimal, as `store.json` says.
        var hash: String
        /// What the first line of each replica names as the one before it.
        var link: EntryHash
    }

    init(_ directory: consuming Directory, base: Base) throws(LedgerError) {
        self.directory = directory
        self.base = base
        for name in try self.directory.list(JournalFile.folder) {
            if let replica = JournalFile.replica(name) {
                journals.insert(replica)
            } else {
                notices.append(Notice(level: .warning, sentence: "history/\(name) 不是历史文件，没有读取。"))
            }
        }
    }

    /// Reads no other journals than these.
    mutating func limit(to replicas: Set<String>) {
        journals.formIntersection(replicas)
    }

    /// The plan as it stands.
    /// - Parameter basePlan: reads `plan.base.json`, and gives what writes checkpoints on the way from there, nil for none;
    ///   called only where no snapshot fits.
    mutating func load(
        _ basePlan: (borrowing Directory) throws(LedgerError) -> (plan: Plan, checkpoints: CheckpointWriter?)
    ) throws(LedgerError) -> Fold {
        for name in snapshotNames {
            let snapshot: Snapshot
            switch try? directory.snapshot(name, wholly: false) {
            case nil, .none?: continue
            case .damaged?:
                notices.append(
                    Notice(level: .information, sentence: "\(name) 与写入时不符或不完整，没有采用，已按历史重新算出。"))
                continue
            case .sound(let found)?: snapshot = found
            }
            guard snapshot.fits(directory, journals: journals, base: base.hash) else { continue }
            guard let fold = try extend(Fold(snapshot: snapshot.plan, snapshot.cover)) else { continue }
            snapshotEntries = snapshot.cover.entries
            guard name == Snapshot.imageFile, let seal = snapshot.seal else { return fold }
            imageSeal = seal
            standings = Standings.kept(of: snapshot.plan, image: seal, directory)
            return fold
        }
        let (plan, checkpoints) = try basePlan(directory)
        if checkpoints != nil { try? directory.makeCaches() }
        for tracks in [journals.count > 1, true] {
            var index: HistoryIndex? = HistoryIndex(base: base.hash, stride: HistoryStrides().marks)
            let start = Fold(base: plan, hash: base.hash, tracksConflicts: tracks)
            if let fold = try extend(start, indexing: &index, checkpoints) {
                self.index = index
                return fold
            }
        }
        throw .damaged(file: directory.name(JournalFile.folder), .missing)
    }

    /// The image, `plan.json`, then the checkpoints, newest first.
    private var snapshotNames: [String] {
        let newest = Snapshot.checkpoints(in: directory).suffix(16).reversed()
        return [Snapshot.imageFile, PlanFile.snapshotName] + newest.map { Snapshot.checkpointName($0) }
    }

    /// The plan as a snapshot holds it, made without any: nil where base or journals are not what they were then.
    static func plan(covered cover: Cover, in path: String) -> Plan? {
        guard let directory = try? Directory(path: path),
            let bytes = try? directory.read(PlanFile.baseName, most: PlanFile.limits.bytes),
            Hexadecimal.encode(SHA256.digest(bytes)) == cover.base,
            let base = try? PlanFile.read(bytes, file: PlanFile.baseName)
        else { return nil }
        let ends = cover.journals.mapValues(\.bytes)
        var fold = PlanFold(base)
        do throws(MergeError) {
            var merge = try JournalMerge(directory, from: [:], to: ends)
            while let line = try merge.next() { fold.add(line) }
        } catch {
            return nil
        }
        return fold.plan
    }

    /// Adds what the journals hold beyond the fold's cover. Nil where an entry belongs further back.
    func extend(_ start: Fold) throws(LedgerError) -> Fold? {
        var none: HistoryIndex?
        return try extend(start, indexing: &none)
    }

    /// - Parameter index: of what the fold covers; goes on with it, or becomes nil where there can be none.
    private func extend(
        _ start: Fold, indexing index: inout HistoryIndex?, _ checkpoints: CheckpointWriter? = nil
    ) throws(LedgerError) -> Fold? {
        var sorting: Set<String> = []
        var checkpoints = checkpoints
        while true {
            var fold = start
            do throws(MergeError) {
                return try run(&fold, sorting, &index, &checkpoints) ? fold : nil
            } catch {
                index = nil
                checkpoints = nil
                switch error {
                case .ledger(let error): throw error
                case .disorder(let replica):
                    // Read again, this journal by its order; each one at most once.
                    guard sorting.insert(replica).inserted else { return nil }
                }
            }
        }
    }

    private func run(
        _ fold: inout Fold, _ sorting: Set<String>, _ index: inout HistoryIndex?,
        _ checkpoints: inout CheckpointWriter?
    ) throws(MergeError) -> Bool {
        var offsets: [String: Int] = [:]
        for replica in journals { offsets[replica] = fold.cover.journals[replica]?.bytes ?? 0 }
        var merge: JournalMerge
        do throws(LedgerError) {
            merge = try JournalMerge(directory, offsets, sorting: sorting)
        } catch {
            throw .ledger(error)
        }
        var places = index == nil ? [:] : merge.places
        while let line = try merge.next() {
            if fold.add(line) == .outOfOrder { return false }
            index?.add(line, from: places)
            if index?.isAtMark ?? false { places = merge.places }
            // Where they cannot be written now they are made later, or never.
            let isNoted = (try? checkpoints?.note(fold, merge, directory)) != nil
            if !isNoted || checkpoints?.size ?? 0 > CheckpointWriter.mostOnTheWay { checkpoints = nil }
        }
        fold.cover.advance(merge.journals)
        index = index?.ended(by: merge)
        return true
    }
}
