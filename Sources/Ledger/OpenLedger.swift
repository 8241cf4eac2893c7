import Glibc
import WorkPlan

/// What a ledger keeps open from one commit to the next: its directory, the lock file and its own journal. Opening them
/// anew was half of what a commit cost beside its write. Each is used only while it is still what its path names.
struct OpenLedger: ~Copyable {
    let directory: Directory
    private var lock: FileLock?
    /// The replica's that appended last; no file as long as none has.
    private(set) var journal = Descriptor(-1)
    private(set) var journalInode: UInt64 = 0
    private var replica = ""
    private var folder = JournalFolder()

    init(_ directory: consuming Directory) {
        self.directory = directory
    }

    /// Takes the lock.
    /// - Returns: whether the lock file is the one at the path.
    mutating func takeLock() throws(LedgerError) -> Bool {
        let kept = lock.take()
        let lock: FileLock = if let kept { kept } else { try FileLock(directory) }
        try lock.take()
        let isStillThere = lock.isStillThere
        self.lock = consume lock
        return isStillThere
    }

    /// Writes down who holds the lock.
    mutating func signLock(author: String, at moment: Moment) { lock?.sign(author: author, at: moment) }

    func release() { lock?.giveUp() }

    /// The journals with their sizes.
    mutating func journals() throws(LedgerError) -> [JournalFolder.Journal] { try folder.journals(in: directory) }

    /// Opens a replica's journal for appending, unless it is open.
    /// - Parameter inode: which file it is by now; 0 where that is not known.
    mutating func openJournal(_ replica: String, inode: UInt64) throws(Errno) {
        if self.replica == replica, journalInode == inode { return }
        self.replica = ""
        journal = try directory.openOrMake(JournalFile.path(replica), O_APPEND)
        journalInode = UInt64(try journal.status().st_ino)
        self.replica = replica
    }
}
