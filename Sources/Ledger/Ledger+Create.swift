import Glibc
import WorkPlan

extension Ledger {
    /// The files of an exchange: git keeps journals as they are, joins two of one name by lines, and leaves alone what
    /// belongs to this computer.
    static let gitFiles = [
        ".gitattributes": "history/*.jsonl -text merge=union\nplan.base.json -text\nstore.json -text\n",
        ".gitignore": "/plan.json\n/.local/\n",
    ]

    /// What may stand in a ledger's directory.
    static let ownNames = [
        ".local", JournalFile.folder, StoreFile.name, PlanFile.baseName, PlanFile.snapshotName, ".gitattributes",
        ".gitignore", ".git",
    ]

    /// Makes a ledger: `store.json` comes last, so that a directory is a ledger entirely or not at all.
    static func create(at path: String, seed: [UInt8]) throws(LedgerError) {
        try makeDirectories(path)
        let directory = try Directory(path: path)
        let found = try directory.list(".")
        guard found.allSatisfy(ownNames.contains), try directory.list("history").isEmpty else {
            throw .notALedger(directory: path)
        }
        for folder in [".local", ".local/tmp", "history"] { try directory.makeFolder(folder) }
        let lock = try FileLock.take(directory, author: "")
        // Somebody else may have been quicker.
        if try directory.read(StoreFile.name, most: 1 << 16) == nil { try fill(directory, seed, found) }
        lock.release()
    }

    private static func fill(
        _ directory: borrowing Directory, _ seed: [UInt8], _ found: [String]
    ) throws(LedgerError) {
        for (name, text) in gitFiles.sorted(by: { $0.key < $1.key }) where !found.contains(name) {
            try directory.replace(name, with: Array(text.utf8))
        }
        try directory.replace(PlanFile.baseName, with: seed)
        let store = StoreFile(
            store: Random.name(length: 16), created: Moment.now().text,
            base: Hexadecimal.encode(SHA256.digest(seed)))
        try directory.replace(StoreFile.name, with: store.bytes)
    }

    /// Makes the directory and those above it that are missing.
    static func makeDirectories(_ path: String) throws(LedgerError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw .system(.create, path: path, errno: errno)
        }
        try makeDirectories(String(path[..<slash]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .system(.create, path: path, errno: errno)
        }
    }
}

extension PlanFile {
    static let baseName = "plan.base.json"
    static let snapshotName = "plan.json"
}

extension Directory {
    /// Nil where there is nothing at the path.
    init?(ifPresent path: String) throws(LedgerError) {
        do {
            try self.init(path: path)
        } catch {
            guard case .system(_, _, ENOENT) = error else { throw error }
            return nil
        }
    }
}
