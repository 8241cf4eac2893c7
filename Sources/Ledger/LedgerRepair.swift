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
        try directory.makeFolder(Quarantine.folder)
        var moves: [Move] = []
        for name in try directory.list(JournalFile.folder) {
            guard let replica = JournalFile.replica(name) else { continue }
            if let move = try mend(replica, directory) { moves.append(move) }
        }
        let cached = try directory.list(Snapshot.cacheFolder).map { "\(Snapshot.cacheFolder)/\($0)" }
        for name in [PlanFile.snapshotName] + cached {
            guard let bytes = try directory.read(name, most: Int.max), Snapshot(bytes, file: name) == nil else {
                continue
            }
            let place = "\(Quarantine.folder)/\(Quarantine.name(for: name, at: 0))"
            do throws(Errno) {
                try directory.rename(name, to: place)
            } catch {
                throw .system(.rename, path: directory.name(name), errno: error.code)
            }
            moves.append(Move(file: name, bytes: bytes.count, lines: 0, place: place))
        }
        lock.release()
        return moves
    }

    /// Takes the damaged stretches out of one journal; nil where there are none.
    private static func mend(_ replica: String, _ directory: borrowing Directory) throws(LedgerError) -> Move? {
        let path = JournalFile.path(replica)
        var kept: [UInt8] = []
        var moved: [UInt8] = []
        let lines: Int
        do throws(Errno) {
            let file = try directory.openFile(path, O_RDONLY)
            let whole = try file.read(at: 0, count: Int(try file.status().st_size))
            var reader: JournalReader
            do throws(LedgerError) {
                reader = try JournalReader(file.number, replica)
                while try reader.next() != nil {}
            } catch {
                throw Errno(code: EIO)
            }
            lines = reader.damaged.count
            var end = 0
            for damaged in reader.damaged {
                kept += whole[end..<damaged.range.lowerBound]
                moved += whole[damaged.range]
                // What is sound inside a damaged stretch stays, each line for itself.
                for line in JournalReader.rescuedBytes(whole[damaged.range]) { kept += line + [UInt8(ascii: "\n")] }
                end = damaged.range.upperBound
            }
            kept += whole[end..<reader.torn.lowerBound]
            moved += whole[reader.torn]
        } catch {
            throw .system(.read, path: directory.name(path), errno: error.code)
        }
        guard !moved.isEmpty else { return nil }
        let place = "\(Quarantine.folder)/\(Quarantine.name(for: path, at: 0))"
        try directory.replace(place, with: moved)
        try directory.replace(path, with: kept)
        return Move(file: path, bytes: moved.count, lines: lines, place: place)
    }
}
