/// The readings of Han characters, so that `kjj` finds 科技局 without an input method. Nothing is read before the first
/// query that holds a letter.
package struct Pinyin: Sendable {
    /// No readings: letters then only find letters.
    package static let none = Pinyin { [] }

    private let read: @Sendable () -> [UInt8]

    /// `read` gives the bytes of `Data/pinyin.txt`: a line a character in the order of code points, the character and its
    /// readings without tones, separated by spaces; lines of comment begin with `#` and come first.
    package init(_ read: @escaping @Sendable () -> [UInt8]) {
        self.read = read
    }

    func table() -> Table { Table(bytes: read()) }

    /// The lines themselves, searched where they lie: nothing is parsed.
    struct Table: Sendable {
        let bytes: [UInt8]

        /// `hang`, `heng`, `xing` for 行; none for what is no Han character.
        func readings(of scalar: Unicode.Scalar) -> [[UInt8]] {
            guard scalar.value >= 0x3400, let line = line(of: scalar.value) else { return [] }
            return bytes[line].split(separator: UInt8(ascii: " ")).map(Array.init)
        }

        /// Where the line that begins with a character goes on behind it, by halving. Every character on the screen asks for
        /// its own at every letter that is typed.
        private func line(of code: UInt32) -> Range<Int>? {
            let bytes = bytes.span
            var low = 0
            var high = bytes.count
            while low < high {
                var start = (low + high) / 2
                while start > low, bytes[start - 1] != Self.lineFeed { start -= 1 }
                var end = start
                while end < bytes.count, bytes[end] != Self.lineFeed { end += 1 }
                let (found, length) = Self.character(bytes.extracting(start..<end))
                if found == code { return start + length..<end }
                if found < code { low = end + 1 } else { high = start }
            }
            return nil
        }

        /// The character that a line begins with, and its bytes; a line of comment comes before all characters.
        private static func character(_ line: Span<UInt8>) -> (code: UInt32, bytes: Int) {
            guard !line.isEmpty, line[0] >= 0xE0 else { return (0, 0) }
            let length = min(line.count, line[0] < 0xF0 ? 3 : 4)
            var code = UInt32(line[0] & (length == 3 ? 0x0F : 0x07))
            for place in 1..<length { code = code << 6 | UInt32(line[place] & 0x3F) }
            return (code, length)
        }

        private static let lineFeed = UInt8(ascii: "\n")
    }
}
