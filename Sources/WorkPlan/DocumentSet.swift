/// Documents of an index, one bit each: of 100,000 that hold a letter a list would be 400 KB.
struct DocumentSet: Sequence, Sendable {
    private var words: [UInt64]

    /// None of so many.
    init(of count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    /// All of so many.
    init(all count: Int) {
        self.init(of: count)
        for document in 0..<Int32(count) { insert(document) }
    }

    mutating func insert(_ document: Int32) { words[Int(document) / 64] |= 1 << UInt64(document % 64) }

    func contains(_ document: Int32) -> Bool { words[Int(document) / 64] & 1 << UInt64(document % 64) != 0 }

    /// Their numbers from the first to the last.
    struct Iterator: IteratorProtocol {
        fileprivate let words: [UInt64]
        fileprivate var place = 0
        fileprivate var rest: UInt64

        mutating func next() -> Int32? {
            while rest == 0 {
                place += 1
                guard place < words.count else { return nil }
                rest = words[place]
            }
            defer { rest &= rest - 1 }
            return Int32(place * 64 + rest.trailingZeroBitCount)
        }
    }

    func makeIterator() -> Iterator { Iterator(words: words, rest: words.first ?? 0) }
}
