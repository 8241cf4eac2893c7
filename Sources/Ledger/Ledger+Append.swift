import Glibc
import WorkPlan

extension Ledger {
    /// Puts a line at the end of its journal, and on its way to the disk.
    mutating func write(_ bytes: [UInt8], _ line: JournalLine, to open: inout OpenLedger) throws(LedgerError) {
        let known = fold.cover.journals[line.replica]
        let start = known?.bytes ?? 0
        // git keeps no empty folder.
        if start == 0, !open.directory.exists(JournalFile.folder) { try open.directory.makeFolder(JournalFile.folder) }
        do throws(Errno) {
            try open.openJournal(line.replica, inode: known?.inode ?? 0)
            if start == 0 { try open.directory.syncFolder(JournalFile.folder) }
            let end = Int(try open.journal.status().st_size)
            if end > start {
                try quarantine(start..<end, of: open.journal, JournalFile.path(line.replica), open.directory)
            }
        } catch {
            throw .notSaved(errno: error.code, kept: keep(bytes, open.directory))
        }
        do throws(Errno) {
            try open.journal.write(bytes)
        } catch {
            // Cut back what was written of it. If even that fails, the next writer takes it for a torn tail.
            try? open.journal.truncate(to: start)
            throw .notSaved(errno: error.code, kept: keep(bytes, open.directory))
        }
        open.journal.startWriting()
        fold.cover.journals[line.replica] = Cover.Journal(
            bytes: start + bytes.count, damaged: known?.damaged ?? 0, inode: open.journalInode)
    }

    /// Waits until a line that was written is on the disk. If that is not certain, the plan shows it all the same, as
    /// whoever reads the journal does.
    mutating func sync(_ line: JournalLine, in open: borrowing OpenLedger) throws(LedgerError) {
        do throws(Errno) {
            try open.journal.syncData()
        } catch {
            readOnly = .syncFailed(errno: error.code)
            untold.append(line.entry)
            var line = line
            throw .uncertain(errno: error.code, kept: keep(line.seal(), open.directory))
        }
    }

    /// Takes away the torn end of this replica's own journal: copied aside first, and on the disk before it is cut.
    private mutating func quarantine(
        _ torn: Range<Int>, of journal: borrowing Descriptor, _ path: String, _ directory: borrowing Directory
    ) throws(Errno) {
        let bytes = try journal.read(at: torn.lowerBound, count: torn.count)
        let name = "\(Quarantine.folder)/\(Quarantine.name(for: path, at: torn.lowerBound))"
        do throws(LedgerError) {
            try directory.makeFolder(Quarantine.folder)
            try directory.replace(name, with: bytes)
        } catch {
            guard case .system(_, _, let code) = error else { throw Errno(code: EIO) }
            throw Errno(code: code)
        }
        try journal.truncate(to: torn.lowerBound)
        try journal.syncData()
        notices.append(
            Notice(
                level: .information,
                sentence: "\(path) 末尾有 \(torn.count) 字节没写完（上次中断所致），已移到 \(directory.name(name))，此前的内容都在。"))
    }

    /// Puts the text of what could not be saved where it can be found: in the ledger, else in the user's own directory.
    private func keep(_ bytes: [UInt8], _ directory: borrowing Directory) -> String? {
        let name = Moment.now().text.filter { $0.isNumber }.prefix(14) + "-\(Random.name(length: 4)).json"
        let inside = "\(Self.unsavedFolder)/\(name)"
        do throws(LedgerError) {
            try directory.makeFolder(Self.unsavedFolder)
            try directory.replace(inside, with: bytes)
            return directory.name(inside)
        } catch {
            return Self.keepElsewhere(bytes, String(name))
        }
    }

    static let unsavedFolder = ".local/unsaved"

    /// `$XDG_STATE_HOME/lianxi/unsaved`, else `~/.local/state/lianxi/unsaved`.
    private static func keepElsewhere(_ bytes: [UInt8], _ name: String) -> String? {
        let home = getenv("HOME").map { String(cString: $0) + "/.local/state" }
        guard let state = getenv("XDG_STATE_HOME").map({ String(cString: $0) }) ?? home, state.hasPrefix("/") else {
            return nil
        }
        let folder = "\(state)/lianxi/unsaved"
        do throws(LedgerError) {
            try makeDirectories(folder)
            let directory = try Directory(path: folder)
            do throws(Errno) {
                let file = try directory.openFile(name, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
                try file.write(bytes)
                try file.sync()
                return directory.name(name)
            } catch {
                directory.remove(name)
                return nil
            }
        } catch {
            return nil
        }
    }
}

/// Where bytes go that are taken out of the history: nothing is ever thrown away.
enum Quarantine {
    static let folder = ".local/quarantine"

    /// `history-k7f3q9x2mc.jsonl-4711-x3`: from which file, from which offset, and a few letters of its own.
    static func name(for path: String, at offset: Int) -> String {
        String(path.map { $0 == "/" ? "-" : $0 }) + "-\(offset)-\(Random.name(length: 4))"
    }
}
