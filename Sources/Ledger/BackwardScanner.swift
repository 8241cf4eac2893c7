import CLinux
import Glibc

/// Reads the lines of a journal one after the other, the last one first, in pieces: however long the file, no more of it
/// is in memory than its longest line and a piece.
struct BackwardScanner {
    private static let piece = 1 << 16

    /// An open file that somebody else closes.
    private let file: Int32
    /// What has been read and not given out, and where in the file it begins.
    private var buffer: [UInt8] = []
    private var start: Int

    /// - Parameter end: behind a line feed.
    init(_ file: Int32, before end: Int) {
        self.file = file
        start = end
    }

    struct Line {
        /// Without the line feed.
        var bytes: ArraySlice<UInt8>
        /// Where it stands in the file, with its line feed.
        var range: Range<Int>
    }

    /// The next line towards the beginning; nil at the beginning.
    mutating func next() throws(Errno) -> Line? {
        while true {
            // The line feed that ends the line is the buffer's last byte: the one before it is sought.
            if let feed = lastFeed(before: buffer.count - 1) { return take(from: feed + 1) }
            guard start > 0 else { return buffer.isEmpty ? nil : take(from: 0) }
            let count = min(max(Self.piece, buffer.count), start)
            let read = try Descriptor.read(file, at: start - count, count: count)
            guard read.count == count else { throw Errno(code: EIO) }
            buffer = read + buffer
            start -= count
        }
    }

    private mutating func take(from place: Int) -> Line {
        let range = start + place..<start + buffer.count
        var bytes = ArraySlice(Array(buffer[place...]))
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        buffer.removeSubrange(place...)
        return Line(bytes: bytes, range: range)
    }

    private func lastFeed(before end: Int) -> Int? {
        guard end > 0 else { return nil }
        let found = buffer.withUnsafeBytes { lianxi_last_byte($0.baseAddress, Int32(UInt8(ascii: "\n")), end) }
        return found < 0 ? nil : found
    }
}
