import Glibc

/// Finds a line by the hash at its end, without reading what it says: 1e5 entries in 20 ms instead of a second.
struct LineSearch: ~Copyable {
    private let directory: Directory
    private let ends: [String: Int]

    init(_ directory: consuming Directory, _ ends: [String: Int]) {
        self.directory = directory
        self.ends = ends
    }

    struct Found {
        var journal: String
        /// Where the line begins in the journal.
        var place: Int
        /// The whole identifier.
        var id: String
    }

    /// The one entry whose identifier begins so; nil where there is none, or several.
    func only(_ beginning: String) throws(LedgerError) -> Found? {
        let wanted = Array(beginning.utf8)
        var found: Found?
        for (journal, end) in ends.sorted(by: { $0.key < $1.key }) {
            let path = JournalFile.path(journal)
            do throws(Errno) {
                let file = try directory.openFile(path, O_RDONLY)
                var scanner = try JournalScanner(file.number, to: end)
                while let line = try scanner.next() {
                    let hash = line.bytes.suffix(EntryHash.length + 2).dropLast(2)
                    guard hash.starts(with: wanted), let (_, hash) = Seal.parts(line.bytes.span) else { continue }
                    if let found, found.id != hash.description { return nil }
                    found = Found(journal: journal, place: line.offset, id: hash.description)
                }
            } catch {
                throw .system(.read, path: directory.name(path), errno: error.code)
            }
        }
        return found
    }
}
