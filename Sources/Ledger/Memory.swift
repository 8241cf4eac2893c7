import Glibc

/// Whether there is room for what is about to be read: an array that finds none ends the program.
package enum Memory {
    /// Room for small files is taken for granted.
    private static let least = 1 << 20

    /// For the bytes of a file, and for what a reader of JSON notes down of them: at most 20 bytes for every 16. Asked of
    /// the kernel: a `malloc` that is only given back again is left out by the compiler.
    package static func hasRoom(forFile size: Int) -> Bool {
        guard size > least else { return true }
        let count = size / 4 * 9
        let room = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let room, room != MAP_FAILED else { return false }
        munmap(room, count)
        return true
    }
}
