import Glibc

/// What somebody made of a ledger and keeps in its cache: good for as long as the files it was made of are the same.
/// Looking for it reads none of them, however large plan and history are.
package enum Keepsake {
    private static let file = "\(Snapshot.cacheFolder)/keepsake"
    private static let mostBytes = 1 << 20

    /// What is kept with the ledger at `path`; nil where that is nothing, or of a ledger that has changed since.
    package static func find(at path: String) -> ArraySlice<UInt8>? {
        guard let directory = try? Directory(path: path), let bytes = try? directory.read(file, most: mostBytes),
            let front = Image.onlyFront(bytes), let files = try? files(directory)
        else { return nil }
        let length = front.withUnsafeBytes { bytes -> Int? in
            var reader = ImageReader(bytes)
            let (traces, content) = (reader.data(), reader.data())
            return reader.isComplete && traces.elementsEqual(Self.traces(files)) ? content.count : nil
        }
        return length.map { front.suffix($0) }
    }

    /// Keeps `content` with a ledger it was made of, in the place of what was kept there; nothing where somebody has written
    /// to the ledger meanwhile. What goes wrong here harms nothing and is not said.
    package static func keep(_ content: [UInt8], with ledger: Ledger) {
        guard let store = ledger.store, let directory = try? ledger.openDirectory(store),
            let files = try? files(directory), areRead(files, by: ledger)
        else { return }
        var writer = ImageWriter()
        writer.data(traces(files))
        writer.data(content)
        try? directory.makeFolder(Snapshot.cacheFolder)
        try? directory.replace(file, with: Image.file(writer.bytes))
    }

    /// What a plan is made of: the store, the base, and everything that lies among the journals.
    private static func files(_ directory: borrowing Directory) throws(LedgerError) -> [(name: String, status: stat)] {
        let journals = try directory.list(JournalFile.folder).map { "\(JournalFile.folder)/\($0)" }
        var files: [(name: String, status: stat)] = []
        for name in [StoreFile.name, PlanFile.baseName] + journals {
            if let status = directory.status(of: name) { files.append((name: name, status: status)) }
        }
        return files
    }

    /// Tells files from what they were. The time of the last change of a file is the kernel's: nobody can choose it.
    private static func traces(_ files: [(name: String, status: stat)]) -> [UInt8] {
        var writer = ImageWriter()
        for (name, status) in files {
            writer.text(name)
            writer.integer(Int(truncatingIfNeeded: status.st_ino))
            writer.integer(Int(status.st_size))
            writer.integer(status.st_ctim.tv_sec)
            writer.integer(status.st_ctim.tv_nsec)
        }
        return writer.bytes
    }

    /// Whether a ledger has read the journals to their ends, and has nothing to say about them.
    private static func areRead(_ files: [(name: String, status: stat)], by ledger: Ledger) -> Bool {
        guard ledger.readOnly == nil, ledger.notices.isEmpty else { return false }
        let sizes = ledger.fold.cover.journals.map { (JournalFile.path($0), $1.bytes) }
        let found = files.filter { $0.name.hasPrefix(JournalFile.folder) }.map { ($0.name, Int($0.status.st_size)) }
        return found.elementsEqual(sizes.sorted { $0.0 < $1.0 }, by: ==)
    }
}
