import Glibc

/// The files of `history/`, whose names are read anew only where the folder has changed: with one replica that is every
/// third system call of a commit.
struct JournalFolder {
    private var names: [String] = []
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

    /// The files with their sizes.
    mutating func files(in directory: borrowing Directory) throws(LedgerError) -> [Directory.Listed] {
        let now = directory.status(of: JournalFile.folder).map { Seen($0) }
        if let now, now == seen {
            let files = names.compactMap { directory.listed($0, in: JournalFile.folder) }
            if files.count == names.count { return files }
        }
        let files = try directory.listWithSizes(JournalFile.folder)
        names = files.map(\.name)
        // A folder that has just changed may change again within the same tick of its clock, and not show it.
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        seen = now.flatMap { max($0.changed, $0.modified) < (time.tv_sec - 2) * 1_000_000_000 ? $0 : nil }
        return files
    }
}
