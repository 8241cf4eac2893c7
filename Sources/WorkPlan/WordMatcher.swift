/// One word of a query, worked out against every character of a set of texts, so that a text is searched by shifting
/// bits: bit `i` of the states says that the first `i` scalars of the word stand right before the next character.
///
/// A character takes the scalar that it is; a Han character also takes the letters of its pinyin: the first, all of them,
/// the pairs zh, ch and sh, and, at the end of the word, as many as were typed. A blank takes nothing and breaks nothing.
struct WordMatcher: Sendable {
    /// The number of a character in its alphabet.
    typealias Letter = FixedWidthInteger & UnsignedInteger

    /// The most scalars of a word: longer ones are split by `Query`.
    static let mostScalars = 60
    /// The character of every alphabet that stands between two texts.
    static let separator = 0
    /// The most letters of a syllable (zhuang).
    private static let mostLetters = 6
    /// By character: the states from which it takes one scalar; the highest bit says that `strides` must be asked.
    private(set) var singles: [UInt64]
    /// By character: the states from which it takes 0…6 scalars.
    private(set) var strides: [UInt64]
    /// By character: whether a word can begin with it.
    private(set) var beginnings: [Bool] = []
    /// By place of the word: the characters that can stand there. A text that has none of them for one place does not hold
    /// the word, nor anything like it.
    private(set) var marks: [CharacterMarks] = []
    private static let lanes = mostLetters + 1
    private static let long: UInt64 = 1 << 63

    /// The state in which the whole word has been found.
    let found: UInt64
    /// Whether the alphabet has a character for every scalar of the word: otherwise no text holds it.
    private(set) var isPossible = false

    /// `alphabet` begins with the separator, whatever scalar that is; `readings` gives a character's pinyin.
    init(_ word: [Unicode.Scalar], alphabet: [Unicode.Scalar], readings: (Int) -> ArraySlice<[UInt8]>) {
        found = 1 << UInt64(word.count)
        singles = Array(repeating: 0, count: alphabet.count)
        strides = Array(repeating: 0, count: alphabet.count * Self.lanes)
        let letters: [UInt8] = word.map { ("a"..."z").contains($0) ? UInt8($0.value) : 0 }
        let isSpelled = letters.contains { $0 != 0 }
        for character in alphabet.indices.dropFirst() {
            let scalar = alphabet[character]
            // A blank before the word is no part of it: state 0 does not stay.
            if scalar == " " {
                strides[character * Self.lanes] = (found - 1) & ~1
                singles[character] = Self.long
            }
            for place in word.indices where word[place] == scalar { take(1, from: place, character) }
            guard isSpelled, scalar.value >= 0x3400 else { continue }
            for reading in readings(character) { spell(reading, letters, character) }
        }
        var taken: UInt64 = 0
        for (place, states) in strides.enumerated() where (1...Self.mostLetters).contains(place % Self.lanes) {
            for reach in 0..<UInt64(place % Self.lanes) { taken |= states << reach }
        }
        isPossible = taken & (found - 1) == found - 1
        beginnings = alphabet.indices.map { character in
            (1...Self.mostLetters).contains { strides[character * Self.lanes + $0] & 1 != 0 }
        }
        marks = everyMark(word.count)
    }

    private func everyMark(_ count: Int) -> [CharacterMarks] {
        var marks = Array(repeating: CharacterMarks(), count: count)
        for (place, states) in strides.enumerated() where states != 0 {
            let (character, taken) = place.quotientAndRemainder(dividingBy: Self.lanes)
            for start in marks.indices where taken > 0 && states & 1 << UInt64(start) != 0 {
                for place in start..<min(count, start + taken) { marks[place].insert(character) }
            }
        }
        return marks
    }

    private mutating func take(_ count: Int, from place: Int, _ character: Int) {
        guard count <= Self.mostLetters else { return }
        strides[character * Self.lanes + count] |= 1 << UInt64(place)
        singles[character] |= count == 1 ? 1 << UInt64(place) : Self.long
    }

    private mutating func spell(_ reading: [UInt8], _ word: [UInt8], _ character: Int) {
        guard let initial = reading.first else { return }
        let isDouble = reading.count > 1 && reading[1] == UInt8(ascii: "h")
        for place in word.indices where word[place] == initial {
            var count = 1
            while count < reading.count, place + count < word.count, Self.sounds(word[place + count], reading[count]) {
                count += 1
            }
            take(1, from: place, character)
            if isDouble, count > 1 { take(2, from: place, character) }
            if count == reading.count || place + count == word.count { take(count, from: place, character) }
        }
    }

    /// ü is typed as v, and by some as u.
    private static func sounds(_ typed: UInt8, _ letter: UInt8) -> Bool {
        typed == letter || (letter == UInt8(ascii: "v") && typed == UInt8(ascii: "u"))
    }

    /// The states after a character of the alphabet, from those before it. Unchecked, because every character of a text was
    /// given its number by the alphabet.
    @inline(__always)
    static func step(
        _ states: UInt64, _ character: Int, _ singles: Span<UInt64>, _ strides: Span<UInt64>
    ) -> UInt64 {
        let single = singles[unchecked: character]
        guard single & long != 0 else { return (states & single) << 1 }
        var next: UInt64 = 0
        for count in 0..<lanes {
            next |= (states & strides[unchecked: character * lanes + count]) << UInt64(count)
        }
        return next
    }
}

extension WordMatcher {
    /// Where in `text[range]` the word stands first; nil where it does not.
    @inline(__always)
    func first(in text: Span<UInt16>, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        let beginnings = beginnings.span
        for place in range where beginnings[unchecked: Int(text[unchecked: place])] {
            if end(from: place, in: text, upTo: range.upperBound) != nil { return place }
        }
        return nil
    }

    /// Where the word that begins right at `start` ends; nil where it does not stand there.
    @inline(__always)
    func end(from start: Int, in text: Span<some Letter>, upTo limit: Int) -> Int? {
        let singles = singles.span
        let strides = strides.span
        var states: UInt64 = 1
        for place in start..<limit {
            states = Self.step(states, Int(text[place]), singles, strides)
            if states & found != 0 { return place + 1 }
            if states == 0 { return nil }
        }
        return nil
    }

    /// Every place where the word stands, one after the other.
    func stretches(in text: Span<some Letter>) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        var start = 0
        while start < text.count {
            if let end = end(from: start, in: text, upTo: text.count) {
                stretches.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return stretches
    }
}
