import Glibc

/// Reads the lines of a journal one after the other, in pieces: a file of any length takes no more memory than its
/// longest line.
struct JournalScanner {
    struct Line {
        /// Without the line feed; empty for a line that is too long.
        var bytes: ArraySlice<UInt8>
        /// Where it begins in the file.
        var offset: Int
        /// Behind its line feed.
        var end: Int
        /// Counted from 1, from where the scanner began.
        var number: Int
        var isTooLong = false
    }

    private static let piece = 1 << 17

    /// An open file that somebody else closes.
    private let file: Int32
    /// How much of the file is read: what comes later is somebody's next write.
    let size: Int
    private var buffer: [UInt8] = []
    /// Offset in the file of the buffer's first byte.
    private var bufferStart: Int
    private var position = 0
    private var number = 0

    init(_ file: Int32, from offset: Int = 0, to end: Int = .max) throws(Errno) {
        size = min(end, Int(try Descriptor.status(file).st_size))
        self.file = file
        bufferStart = offset
    }

    /// Where the next line begins: in the end, behind the last line feed.
    var offset: Int { bufferStart + position }

    /// The next line that ends in a line feed; nil at the end.
    mutating func next() throws(Errno) -> Line? {
        var searched = 0
        while true {
            if let length = lineFeed(from: position + searched).map({ $0 - position }) { return take(length) }
            searched = buffer.count - position
            guard searched <= JournalLine.mostBytes else { return try skipLongLine() }
            guard try fill() else { return nil }
        }
    }

    private mutating func take(_ length: Int) -> Line {
        let start = position
        position += length + 1
        number += 1
        return Line(
            bytes: buffer[start..<start + length], offset: bufferStart + start, end: bufferStart + position,
            number: number)
    }

    /// Goes on to the next line feed without keeping what comes before it.
    private mutating func skipLongLine() throws(Errno) -> Line? {
        let start = offset
        while true {
            if let place = lineFeed(from: position) {
                position = place + 1
                number += 1
                return Line(bytes: [], offset: start, end: offset, number: number, isTooLong: true)
            }
            position = buffer.count
            guard try fill() else {
                // No end in sight: the line is not whole, and its beginning is where reading stopped.
                bufferStart = start
                buffer = []
                position = 0
                return nil
            }
        }
    }

    private func lineFeed(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Drops what was taken and reads on; false at the end of the file.
    private mutating func fill() throws(Errno) -> Bool {
        let next = bufferStart + buffer.count
        guard next < size else { return false }
        let read = try Descriptor.read(file, at: next, count: min(Self.piece, size - next))
        guard !read.isEmpty else { return false }
        bufferStart += position
        buffer = Array(buffer[position...]) + read
        position = 0
        return true
    }
}
