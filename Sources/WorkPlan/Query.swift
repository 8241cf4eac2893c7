/// What somebody looks for: a 序号, or words that must all occur. Full-width and half-width forms, upper and lower
/// case and the variants of quotes, dashes and brackets are one; letters also stand for pinyin, initials or full, where
/// readings are given. The plan's own text is never changed for it.
package struct Query: Sendable {
    /// Folded, none empty, each of at most `WordMatcher.mostScalars`.
    let words: [[Unicode.Scalar]]
    /// `15` or `第15项`: then rows of this number come before rows whose text holds it.
    package let number: String?
    /// Read only where there are letters to spell.
    let readings: Pinyin.Table?

    package init(_ text: String, pinyin: Pinyin = .none) {
        let words = text.unicodeScalars.map(Self.folded).split(separator: " ").map(Array.init)
        self.words = words.flatMap { word in
            stride(from: 0, to: word.count, by: WordMatcher.mostScalars).map {
                Array(word[$0..<min(word.count, $0 + WordMatcher.mostScalars)])
            }
        }
        let digits = words.count == 1 ? words[0].filter { $0 != "第" && $0 != "项" } : []
        let isNumber = !digits.isEmpty && digits.count <= 6 && digits.allSatisfy { ("0"..."9").contains($0) }
        number = isNumber ? String(String.UnicodeScalarView(digits)) : nil
        readings = words.contains(where: Self.hasLetters) ? pinyin.table() : nil
    }

    /// One word of another query.
    private init(_ word: [Unicode.Scalar], of query: Query) {
        words = [word]
        number = nil
        readings = query.readings
    }

    package var isEmpty: Bool { words.isEmpty }

    static func hasLetters(_ word: some Sequence<Unicode.Scalar>) -> Bool {
        word.contains { ("a"..."z").contains($0) }
    }

    /// How far apart a word's characters may stand in a fuzzy match; nil where the word is too short for one. Letters fit
    /// many characters, so that they must come closer.
    static func gap(_ word: [Unicode.Scalar]) -> WordMatcher.Gap? {
        hasLetters(word) ? (word.count >= 4 ? .near : nil) : (word.count >= 2 ? .wide : nil)
    }

    /// The stretches of `text` that the query's words match, as offsets of Unicode scalars, in order; empty when no
    /// word matches. With `loosely`, words that do not occur as they are mark the characters of a fuzzy match.
    /// - Parameter limit: only stretches that begin among so many scalars are wanted, as on a line that ends there.
    package func stretches(in text: String, loosely: Bool = false, within limit: Int? = nil) -> [Range<Int>] {
        // A match is longer than its word where blanks stand between the characters.
        let most = limit.map { max(0, $0) + 2 * (words.map(\.count).max() ?? 0) } ?? .max
        let alphabet = [" "] + text.unicodeScalars.prefix(most).map(Self.folded)
        let haystack = (1..<UInt32(alphabet.count)).map { $0 }
        let spellings = alphabet.map { readings?.readings(of: $0)[...] ?? [] }
        var found: [Range<Int>] = []
        for word in words {
            let matcher = WordMatcher(word, alphabet: alphabet) { spellings[$0] }
            var stretches = matcher.stretches(in: haystack.span)
            if stretches.isEmpty, loosely, let gap = Self.gap(word) {
                stretches = matcher.looseStretches(in: haystack.span, gap: gap)
            }
            found += stretches
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether every word occurs in one of the texts.
    package func matches(_ texts: [String]) -> Bool {
        !words.isEmpty
            && words.allSatisfy { word in texts.contains { !Query(word, of: self).stretches(in: $0).isEmpty } }
    }
}

extension Query: Equatable {
    package static func == (left: Query, right: Query) -> Bool {
        left.words == right.words && left.number == right.number
    }
}
