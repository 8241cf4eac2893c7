import Glibc
import StrictJSON
import WorkPlan

extension Ledger {
    /// Something that `repair` took out of the way. Nothing is ever thrown away.
    package struct Move: Equatable, Sendable {
        /// Relative to the ledger's directory.
        package let file: String
        package let bytes: Int
        package let lines: Int
        /// Where it lies now, relative to the ledger's directory.
        package let place: String

        package var sentence: String {
            "\(file)：\(lines > 0 ? "\(lines) 行损坏，" : "")\(bytes) 字节移到 \(place)"
        }
    }

    /// Moves what is damaged out of the journals and snapshots into `.local/quarantine`, and leaves every sound line as it
    /// is. Says what it moved; what it cannot mend, `check` goes on saying.
    package static func repair(at path: String, author: String) throws(LedgerError) -> [Move] {
        guard let directory = try Directory(ifPresent: path),
            let bytes = try directory.read(StoreFile.name, most: 1 << 16)
        else { throw .notFound(directory: path) }
        let store = try StoreFile(bytes, file: directory.name(StoreFile.name))
        guard store.schema <= StoreFile.schema else { throw .readOnly(.newerSchema(store.schema)) }
        let lock = try FileLock.take(directory, author: author)
        for folder in [Directory.temporaries, Quarantine.folder] { try directory.makeFolder(folder) }
        var moves: [Move] = []
        for name in try directory.list(JournalFile.folder) {
            guard let replica = JournalFile.replica(name) else { continue }
            if let move = try mend(replica, directory) { moves.append(move) }
        }
        let cached = Snapshot.checkpoints(in: directory).map { Snapshot.checkpointName($0) }
        for name in [PlanFile.snapshotName, Snapshot.imageFile] + cached {
            guard case .damaged(let bytes) = try directory.snapshot(name) else { continue }
            let place = "\(Quarantine.folder)/\(Quarantine.name(for: name, at: 0))"
            do throws(Errno) {
                try directory.rename(name, to: place)
            } catch {
                throw .system(.rename, path: directory.name(name), errno: error.code)
            }
            moves.append(Move(file: name, bytes: bytes, lines: 0, place: place))
        }
        lock.release()
        return moves
    }

    /// Takes the damaged stretches out of one journal; nil where there are none. In pieces: a journal may be long.
    private static func mend(_ replica: String, _ directory: borrowing Directory) throws(LedgerError) -> Move? {
        let path = JournalFile.path(replica)
        let kept = "\(Directory.temporaries)/\(Random.name())"
        let moved = "\(Directory.temporaries)/\(Random.name())"
        do throws(Errno) {
            let journal = try directory.openFile(path, O_RDONLY)
            let reader = try read(journal.number, replica)
            guard !reader.damaged.isEmpty || !reader.torn.isEmpty else { return nil }
            let keeping = try directory.makeFile(kept)
            let moving = try directory.makeFile(moved)
            var end = 0
            for damaged in reader.damaged {
                try journal.copy(end..<damaged.range.lowerBound, to: keeping)
                try journal.copy(damaged.range, to: moving)
                end = damaged.range.upperBound
                guard damaged.range.count <= 2 * JournalLine.mostBytes else { continue }
                // What is sound inside a damaged stretch stays, each line for itself.
                let bytes = try journal.read(at: damaged.range.lowerBound, count: damaged.range.count)
                for line in JournalReader.rescuedBytes(bytes[...]) { try keeping.write(line + [UInt8(ascii: "\n")]) }
            }
            try journal.copy(end..<reader.torn.lowerBound, to: keeping)
            try journal.copy(reader.torn, to: moving)
            try keeping.sync()
            try moving.sync()
            let place = "\(Quarantine.folder)/\(Quarantine.name(for: path, at: 0))"
            let size = Int(try moving.status().st_size)
            try directory.rename(moved, to: place)
            try directory.rename(kept, to: path)
            return Move(file: path, bytes: size, lines: reader.damaged.count, place: place)
        } catch {
            // Copies as long as the journal: where the disk is full they are the last thing to leave there.
            for copy in [kept, moved] { directory.remove(copy) }
            throw .system(.write, path: directory.name(path), errno: error.code)
        }
    }

    /// A journal read to its end.
    private static func read(_ file: Int32, _ replica: String) throws(Errno) -> JournalReader {
        do throws(LedgerError) {
            var reader = try JournalReader(file, replica)
            while try reader.next() != nil {}
            return reader
        } catch {
            guard case .system(_, _, let code) = error else { throw Errno(code: EIO) }
            throw Errno(code: code)
        }
    }
}

extension Descriptor {
    /// Copies a stretch of this file to the end of another.
    fileprivate func copy(_ range: Range<Int>, to other: borrowing Descriptor) throws(Errno) {
        var start = range.lowerBound
        while start < range.upperBound {
            let bytes = try read(at: start, count: min(1 << 20, range.upperBound - start))
            guard !bytes.isEmpty else { return }
            try other.write(bytes)
            start += bytes.count
        }
    }
}
