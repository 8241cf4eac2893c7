import Glibc

/// All journals of a ledger, each from an offset on, as one sequence of lines in the total order.
struct JournalMerge: ~Copyable {
    private var files: OpenFiles
    private var sources: [Source] = []

    fileprivate struct Source {
        var reader: JournalReader
        let file: Int32
        let inode: UInt64
        /// The line that is given out next from here; nil at the end.
        var head: JournalLine?
        /// Where `head` begins in the file.
        var headStart = 0
        /// The places of the lines still to come, last first; nil while lines are taken as they stand.
        var sorted: [(order: JournalLine.Order, place: Place)]?
    }

    fileprivate enum Place {
        case range(Range<Int>)
        /// A line found inside a damaged one.
        case line(JournalLine)
    }

    /// - Parameters:
    ///   - journals: replica names and the offsets to begin at.
    ///   - limits: where to end, behind a line; not named: at the end of the file.
    ///   - sorting: the journals that are not in order.
    init(
        _ directory: borrowing Directory, _ journals: [String: Int], to limits: [String: Int] = [:],
        sorting: Set<String> = []
    ) throws(LedgerError) {
        files = OpenFiles()
        for (replica, offset) in journals.sorted(by: { $0.key < $1.key }) {
            let path = JournalFile.path(replica)
            do throws(Errno) {
                let opened = try directory.openFile(path, O_RDONLY)
                let inode = UInt64(try opened.status().st_ino)
                let file = files.add(opened)
                let reader = try Self.reader(file, replica, offset, limits[replica] ?? .max)
                sources.append(Source(reader: reader, file: file, inode: inode))
            } catch {
                throw .system(.read, path: directory.name(path), errno: error.code)
            }
        }
        for place in sources.indices {
            if sorting.contains(sources[place].reader.replica) { try sources[place].sort() }
            try sources[place].advance()
        }
    }

    private static func reader(
        _ file: Int32, _ replica: String, _ offset: Int, _ limit: Int
    ) throws(Errno) -> JournalReader {
        do {
            return try JournalReader(file, replica, from: offset, to: limit)
        } catch {
            throw Errno(code: EIO)
        }
    }

    /// The journals that have limits, from these offsets or their beginnings on.
    init(
        _ directory: borrowing Directory, from places: [String: Int], to limits: [String: Int]
    ) throws(MergeError) {
        do throws(LedgerError) {
            let offsets = Dictionary(uniqueKeysWithValues: limits.keys.map { ($0, places[$0] ?? 0) })
            try self.init(directory, offsets, to: limits)
        } catch {
            throw .ledger(error)
        }
    }

    /// The next line of all; nil at the end.
    mutating func next() throws(MergeError) -> JournalLine? {
        var first: Int?
        for place in sources.indices where sources[place].head != nil {
            if let best = first, !sources[place].comes(before: sources[best]) { continue }
            first = place
        }
        guard let first, let line = sources[first].head.take() else { return nil }
        do throws(LedgerError) {
            try sources[first].advance()
        } catch {
            throw .ledger(error)
        }
        if sources[first].comes(before: line) { throw .disorder(sources[first].reader.replica) }
        return line
    }

    /// Where each journal's next line begins.
    var places: [String: Int] {
        Dictionary(uniqueKeysWithValues: sources.map { ($0.reader.replica, $0.headStart) })
    }

    /// What was read of each journal, once `next` has come to the end.
    var journals: [String: Extent] {
        var extents: [String: Extent] = [:]
        for source in sources {
            extents[source.reader.replica] = Extent(
                end: source.reader.end, inode: source.inode, damaged: source.reader.damaged, torn: source.reader.torn)
        }
        return extents
    }

    /// All lines behind these offsets, and what was read of each journal.
    static func read(
        _ directory: borrowing Directory, _ offsets: [String: Int]
    ) throws(LedgerError) -> (lines: [JournalLine], journals: [String: Extent]) {
        var sorting: Set<String> = []
        while true {
            var merge = try JournalMerge(directory, offsets, sorting: sorting)
            var lines: [JournalLine] = []
            do throws(MergeError) {
                while let line = try merge.next() { lines.append(line) }
                return (lines, merge.journals)
            } catch {
                // Read again, this journal by its order; each one at most once.
                guard case .disorder(let replica) = error, sorting.insert(replica).inserted else {
                    throw error.ledgerError
                }
            }
        }
    }

    struct Extent {
        var end: Int
        var inode: UInt64
        var damaged: [DamagedLine]
        var torn: Range<Int>
    }
}

/// Why a merge cannot go on.
enum MergeError: Error {
    case ledger(LedgerError)
    /// The lines of this replica's journal are not in their order, as after a union merge.
    case disorder(String)
}

extension JournalMerge.Source {
    fileprivate func comes(before other: Self) -> Bool { other.head.map { comes(before: $0) } ?? true }

    /// Whether the next line from here comes before another. Most are told apart by their counters; a whole order holds
    /// the replica's name.
    fileprivate func comes(before line: JournalLine) -> Bool {
        guard let lamport = head?.lamport, lamport <= line.lamport else { return false }
        return lamport < line.lamport || head.map { $0.order < line.order } ?? false
    }

    /// Finds the order of a journal that has lost it.
    fileprivate mutating func sort() throws(LedgerError) {
        var found: [(order: JournalLine.Order, place: JournalMerge.Place)] = []
        while let line = try reader.next() {
            found.append((line.order, reader.range.map { .range($0) } ?? .line(line)))
        }
        sorted = found.sorted { $1.order < $0.order }
    }

    fileprivate mutating func advance() throws(LedgerError) {
        guard sorted != nil else {
            headStart = reader.end
            head = try reader.next()
            return
        }
        guard let next = sorted?.popLast() else {
            head = nil
            return
        }
        switch next.place {
        case .line(let line): head = line
        case .range(let range):
            do throws(Errno) {
                let bytes = try Descriptor.read(file, at: range.lowerBound, count: range.count)
                head = try? JournalLine(bytes.dropLast(), file: reader.path, number: 1)
            } catch {
                throw .system(.read, path: reader.path, errno: error.code)
            }
        }
    }
}
