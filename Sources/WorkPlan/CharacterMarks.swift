/// Which characters of an alphabet a text holds, folded into 128 marks: a text without a mark has none of its characters.
/// Two words of a machine spare four fifths of the texts the search for a Chinese character, and nearly all of them the
/// search for something like a word.
struct CharacterMarks: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    @inline(__always)
    mutating func insert(_ character: Int) {
        let mark: UInt64 = 1 << UInt64(truncatingIfNeeded: character & 63)
        // Without a branch: nobody can foretell the half a character falls into.
        let isHigh = 0 &- UInt64(truncatingIfNeeded: character >> 6 & 1)
        low |= mark & ~isHigh
        high |= mark & isHigh
    }

    @inline(__always)
    func meets(_ other: CharacterMarks) -> Bool { low & other.low | high & other.high != 0 }

    /// Whether a text with these marks has a character for each of the places.
    @inline(__always)
    func meets(all others: Span<CharacterMarks>) -> Bool {
        for place in others.indices where !meets(others[unchecked: place]) { return false }
        return true
    }
}
