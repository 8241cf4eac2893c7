import Glibc

/// The journals of `history/`, whose names are read anew only where the folder has changed: with one replica that is every
/// third system call of a commit.
struct JournalFolder {
    /// A journal as the kernel sees it.
    struct Journal {
        var replica: String
        var size: Int
        var inode: UInt64
        var isFile: Bool

        init(_ replica: String, _ status: stat) {
            self.replica = replica
            size = Int(status.st_size)
            inode = UInt64(status.st_ino)
            isFile = status.st_mode & S_IFMT == S_IFREG
        }
    }

    private var names: [(replica: String, path: String)] = []
    private var seen: Seen?

    /// The folder as it was when its names were read.
    private struct Seen: Equatable {
        var identity: Directory.Identity
        var changed: Int
        var modified: Int

        init(_ status: stat) {
            identity = Directory.Identity(status)
            changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
            modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        }
    }

    mutating func journals(in directory: borrowing Directory) throws(LedgerError) -> [Journal] {
        let now = directory.status(of: JournalFile.folder).map { Seen($0) }
        if now == nil || now != seen {
            names = try directory.list(JournalFile.folder).compactMap(JournalFile.replica)
                .map { ($0, JournalFile.path($0)) }
            // A folder that has just changed may change again within the same tick of its clock, and not show it.
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            seen = now.flatMap { max($0.changed, $0.modified) < (time.tv_sec - 2) * 1_000_000_000 ? $0 : nil }
        }
        return names.compactMap { name in directory.status(of: name.path).map { Journal(name.replica, $0) } }
    }
}
