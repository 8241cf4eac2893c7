import Glibc
package import WorkPlan

extension Ledger {
    /// Goes through the history from the newest entry towards the oldest, until `body` has had enough and says false.
    /// Reads no more of the journals than that takes.
    package func eachBackwards(_ body: (Entry) -> Bool) throws(LedgerError) {
        guard let store else { return }
        var merge = try BackwardMerge(try openDirectory(store), fold.cover.journals)
        while let line = try merge.next() {
            guard body(line.entry) else { return }
        }
    }
}

/// All journals of a ledger as one sequence of lines, the newest first.
struct BackwardMerge: ~Copyable {
    private let directory: Directory
    private var files = OpenFiles()
    private var journals: [BackwardJournal] = []
    private var last: JournalLine.Order?

    init(_ directory: consuming Directory, _ journals: [String: Cover.Journal]) throws(LedgerError) {
        self.directory = directory
        for (replica, journal) in journals.sorted(by: { $0.key < $1.key }) {
            do throws(Errno) {
                let file = files.add(try self.directory.openFile(JournalFile.path(replica), O_RDONLY))
                self.journals.append(try BackwardJournal(file, replica, before: journal.bytes))
            } catch {
                throw .system(.read, path: self.directory.name(JournalFile.path(replica)), errno: error.code)
            }
        }
    }

    mutating func next() throws(LedgerError) -> JournalLine? {
        while let newest, let line = journals[newest].head {
            do throws(Errno) {
                try journals[newest].advance()
            } catch {
                throw .system(.read, path: directory.name(JournalFile.path(line.replica)), errno: error.code)
            }
            guard line.order != last else { continue }
            last = line.order
            return line
        }
        return nil
    }

    private var newest: Int? {
        var newest: Int?
        for place in journals.indices {
            guard let head = journals[place].head else { continue }
            if let best = newest.flatMap({ journals[$0].head }), head.order <= best.order { continue }
            newest = place
        }
        return newest
    }
}

/// A journal read from its end, one sound line ahead.
private struct BackwardJournal {
    private var scanner: BackwardScanner
    private let path: String
    private(set) var head: JournalLine?

    init(_ file: Int32, _ replica: String, before end: Int) throws(Errno) {
        scanner = BackwardScanner(file, before: end)
        path = JournalFile.path(replica)
        try advance()
    }

    mutating func advance() throws(Errno) {
        head = nil
        while head == nil, let line = try scanner.next() {
            head = try? JournalLine(line.bytes, file: path, number: 1)
        }
    }
}
