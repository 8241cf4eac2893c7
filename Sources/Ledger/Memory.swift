import Glibc

/// Whether there is room for what is about to be read: an array that finds none ends the program.
package enum Memory {
    /// For the bytes of a file, and for what a reader of JSON notes down of them: at most 20 bytes for every 16.
    package static func hasRoom(forFile size: Int) -> Bool {
        guard let room = malloc(max(1, size / 4 * 9)) else { return false }
        free(room)
        return true
    }
}
