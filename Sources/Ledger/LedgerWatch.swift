import Glibc

/// Tells a program that waits in `poll` that somebody appended to a ledger.
package struct LedgerWatch: Sendable {
    /// Readable when something happened in `history/`; nil where the kernel cannot tell: then `refresh` every
    /// `interval` milliseconds.
    package let descriptor: Int32?
    /// How long to wait in `poll` at most; nil: as long as it takes.
    package var interval: Int32? { descriptor == nil ? 1000 : nil }

    /// Watches nothing, and asks to be polled, where the kernel has no watch left to give.
    package init(_ ledger: Ledger) {
        let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard number >= 0 else {
            descriptor = nil
            return
        }
        let mask = UInt32(IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_ONLYDIR)
        guard inotify_add_watch(number, "\(ledger.directory)/\(JournalFile.folder)", mask) >= 0 else {
            Glibc.close(number)
            descriptor = nil
            return
        }
        descriptor = number
    }

    /// Takes what has happened off the descriptor. What it was does not matter: `Ledger.refresh` looks for itself, also
    /// after an overflow.
    package func drain() {
        guard let descriptor else { return }
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while let start = buffer.baseAddress, read(descriptor, start, buffer.count) > 0 {}
        }
    }

    /// Ends the watch.
    package func close() {
        if let descriptor { Glibc.close(descriptor) }
    }
}
