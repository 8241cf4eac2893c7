import Glibc

/// Tells a program that waits in `poll` that a file in a directory was saved, whether written in place or put there
/// whole.
struct DirectoryWatch {
    let descriptor: Int32

    /// Nil where the kernel cannot tell.
    init?(_ directory: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, directory, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)) >= 0 else {
            Glibc.close(descriptor)
            return nil
        }
    }

    /// Takes what has happened off the descriptor; false where nothing has.
    func drain() -> Bool {
        var hasHappened = false
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while let start = buffer.baseAddress, read(descriptor, start, buffer.count) > 0 { hasHappened = true }
        }
        return hasHappened
    }

    func close() { Glibc.close(descriptor) }
}
