extension SearchBlock {
    /// Where a document holds a word first, from `start` on.
    @inline(__always)
    func first(_ word: WordMatcher, in document: Int, from start: Int = 0) -> Int? {
        guard mayHold(document, word) else { return nil }
        let range = range(document)
        return word.first(in: cells.span, max(start, range.lowerBound)..<range.upperBound)
    }

    /// How far into a document a word stands first, as `SearchIndex.Holder` has it, where the one before stood so far.
    @inline(__always)
    func distance(of word: WordMatcher, in document: Int, from distance: UInt16) -> UInt16? {
        guard distance != SearchIndex.Holder.inUnits, mayHold(document, word) else { return nil }
        let range = range(document)
        let rest = range.lowerBound + Int(distance)..<range.upperBound
        guard let place = word.first(in: cells.span, rest) else { return nil }
        return UInt16(min(place - range.lowerBound, Int(SearchIndex.Holder.inUnits) - 1))
    }

    /// Whether a document holds something like a word; without a gap, the word itself.
    func holdsLoosely(_ document: Int, _ word: WordMatcher, gap: WordMatcher.Gap?) -> Bool {
        guard mayHold(document, word) else { return false }
        let range = range(document)
        guard let gap else { return word.first(in: cells.span, range) != nil }
        return word.occursLoosely(in: cells.span, range, gap: gap)
    }

    /// Whether a document that holds the words of a query, as they are or as pinyin, also holds them as `words` has them.
    func holds(_ holder: SearchIndex.Holder, all words: [WordMatcher]) -> Bool {
        // What a unit's name holds, the document does not.
        guard place(of: holder) < SearchCost.unit else { return false }
        // What is spelled stands no sooner than where the last word is known to stand, in any spelling.
        return words.indices.allSatisfy { word in
            let start = word == words.count - 1 ? start(of: holder) ?? 0 : 0
            return words[word].isPossible && first(words[word], in: Int(holder.document) - first, from: start) != nil
        }
    }

    /// Where the last word stands first, or before that in a text of more than 65,000 characters; nil where only the
    /// document's units hold it.
    @inline(__always)
    func start(of holder: SearchIndex.Holder) -> Int? {
        holder.distance == SearchIndex.Holder.inUnits
            ? nil : range(Int(holder.document) - first).lowerBound + Int(holder.distance)
    }

    /// The worst place of a word in a document that holds them all.
    func place(of holder: SearchIndex.Holder) -> Int { max(Int(holder.worst), placeOfLast(holder)) }

    /// Where a document holds the last word: in its names, in what belongs to it, only in its units' names.
    func placeOfLast(_ holder: SearchIndex.Holder) -> Int {
        guard let start = start(of: holder) else { return SearchCost.unit }
        let isName = start < endOfNames(Int(holder.document) - first)
        return isName ? SearchCost.inside : SearchCost.belonging
    }

    /// Whether one of a document's names is the word or begins with it.
    /// - Parameter regions: the characters that most units begin with, and that nobody types.
    func beginning(of document: Int, _ word: WordMatcher, regions: [UInt16]) -> Int? {
        let text = cells.span
        var best: Int?
        for string in texts(document).prefix(self.document(document).names) {
            let range = range(ofText: string)
            var end = word.end(from: range.lowerBound, in: text, upTo: range.upperBound)
            if end == nil, let first = range.first, regions.contains(text[first]) {
                end = word.end(from: first + 1, in: text, upTo: range.upperBound)
            }
            if end == range.upperBound { return SearchCost.whole }
            if end != nil { best = SearchCost.beginning }
        }
        return best
    }

    /// Whether a text is these letters.
    func isText(_ place: Int, _ letters: [UInt16]) -> Bool {
        cells[range(ofText: place)].elementsEqual(letters)
    }
}

/// How far a match is from what was meant: the lower, the sooner.
enum SearchCost {
    /// As pinyin, or only something like it, instead of as it is.
    static let spelled = 80
    static let loose = 160
    /// By a reading that is not the usual one: 强 as jiang.
    static let unusual = 7
    /// Where in a document: the whole of a name, its beginning, inside, in what belongs to it, its unit.
    static let whole = 0, beginning = 8, inside = 14, belonging = 30, unit = 40
    static let most = 200
}
