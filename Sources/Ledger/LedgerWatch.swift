import Glibc

/// Tells a program that waits in `poll` that somebody appended to a ledger.
package struct LedgerWatch: Sendable {
    /// Readable when something happened in `history/`; nil where the kernel cannot tell: then `refresh` every
    /// `interval` milliseconds.
    package let descriptor: Int32?
    private let folder: String
    /// The folder that is watched; nil for none.
    private var watched: Directory.Identity?
    private var watch: Int32 = -1

    /// How long to wait in `poll` at most; nil: as long as it takes.
    package var interval: Int32? { watched == nil ? 1000 : nil }

    /// Asks to be polled where the kernel has no watch left to give.
    package init(_ ledger: Ledger) {
        folder = "\(ledger.directory)/\(JournalFile.folder)"
        let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        descriptor = number < 0 ? nil : number
        watchFolder()
    }

    /// Watches the folder that is at the path now, in the place of the one that was there.
    private mutating func watchFolder() {
        guard let descriptor else { return }
        var status = stat()
        let found = stat(folder, &status) == 0 ? Directory.Identity(status) : nil
        guard found != watched else { return }
        // Fails where that folder was removed: its watch went with it.
        if watched != nil { inotify_rm_watch(descriptor, watch) }
        let changes = IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_MOVE_SELF | IN_DELETE_SELF
        watch = inotify_add_watch(descriptor, folder, UInt32(changes | IN_ONLYDIR))
        watched = watch < 0 ? nil : found
    }

    /// Takes what has happened off the descriptor. What it was does not matter: `Ledger.refresh` looks for itself, also
    /// after an overflow. A folder that was put in the place of the one that is watched, as by git, is watched from now on.
    package mutating func drain() {
        guard let descriptor else { return }
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while let start = buffer.baseAddress, read(descriptor, start, buffer.count) > 0 {}
        }
        watchFolder()
    }

    /// Ends the watch.
    package func close() {
        if let descriptor { Glibc.close(descriptor) }
    }
}
