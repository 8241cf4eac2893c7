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
            guard scalar.value >= 0x3400, let line = line(of: Array(String(scalar).utf8)) else { return [] }
            return line.split(separator: UInt8(ascii: " ")).map(Array.init)
        }

        /// What follows `key` in the line that begins with it, by halving: UTF-8 sorts as code points do.
        private func line(of key: [UInt8]) -> ArraySlice<UInt8>? {
            var low = bytes.startIndex
            var high = bytes.endIndex
            while low < high {
                var start = (low + high) / 2
                while start > low, bytes[start - 1] != Self.lineFeed { start -= 1 }
                let end = bytes[start...].firstIndex(of: Self.lineFeed) ?? bytes.endIndex
                let line = bytes[start..<end]
                if line.starts(with: key) { return line.dropFirst(key.count) }
                if line.lexicographicallyPrecedes(key) { low = end + 1 } else { high = start }
            }
            return nil
        }

        private static let lineFeed = UInt8(ascii: "\n")
    }
}
