extension SearchIndex {
    /// How far a match is from what was meant: the lower, the sooner.
    enum Cost {
        /// As pinyin, or only something like it, instead of as it is.
        static let spelled = 80
        static let loose = 160
        /// By a reading that is not the usual one: 强 as jiang.
        static let unusual = 7
        /// Where in a document: the whole of a name, its beginning, inside, in what belongs to it, its unit.
        static let whole = 0, beginning = 8, inside = 14, belonging = 30, unit = 40
        static let most = 200

        /// 0 as it is, 1 as pinyin, 2 only something like it.
        static func manner(_ cost: Int) -> Int { cost / spelled }
    }

    /// The documents that hold something like a word, or the word itself.
    func looseHolders(
        of word: WordMatcher, _ units: [Bool], among documents: [Int32], gap: WordMatcher.Gap?
    ) -> [Int32] {
        guard word.isPossible else { return [] }
        let text = text.span
        let documentMarks = self.marks.span
        return documents.filter { number in
            let document = Int(number)
            let range = range(document)
            if documentMarks[document].meets(all: word.marks.span) {
                let isHeld = gap.map { word.occursLoosely(in: text, range, gap: $0) }
                if isHeld ?? (word.first(in: text, range) != nil) { return true }
            }
            return isHeld(byUnitsOf: document, units)
        }
    }

    /// Whether one of these units is on the item that a document stands for.
    func isHeld(byUnitsOf document: Int, _ units: [Bool]) -> Bool {
        self.units(document).contains { units[Int(self.units[$0])] }
    }

    /// Whether a document holds a word, from `start` on.
    func holds(_ document: Int, _ word: WordMatcher, from start: Int? = nil) -> Bool {
        let range = range(document)
        return word.isPossible && marks[document].meets(all: word.marks.span)
            && word.first(in: text.span, (start ?? range.lowerBound)..<range.upperBound) != nil
    }

    /// Whether a document that holds the words of a query, as they are or as pinyin, also holds them as `words` has them.
    func holds(_ holder: Holder, all words: [WordMatcher]) -> Bool {
        // What a unit's name holds, the document does not.
        guard place(of: holder) < Cost.unit else { return false }
        let document = Int(holder.document)
        // What is spelled stands no sooner than where the last word is known to stand, in any spelling.
        return words.indices.allSatisfy { word in
            holds(document, words[word], from: word == words.count - 1 ? Int(holder.start) : nil)
        }
    }

    /// The worst place of a word in a document that holds them all.
    func place(of holder: Holder) -> Int { max(Int(holder.worst), placeOfLast(holder)) }

    /// Where a document holds the last word: in its names, in what belongs to it, only in its units' names.
    func placeOfLast(_ holder: Holder) -> Int {
        guard holder.start >= 0 else { return Cost.unit }
        return Int(holder.start) < endOfNames(Int(holder.document)) ? Cost.inside : Cost.belonging
    }

    /// The whole cost of a document that holds every word; `literal` nil where no word has another spelling.
    func cost(
        _ holder: Holder, _ literal: [WordMatcher]?, _ usual: [WordMatcher]?, _ spelled: [WordMatcher]
    ) -> Int {
        let document = Int(holder.document)
        var place = place(of: holder)
        if place == Cost.inside, spelled.count == 1 { place = beginning(of: document, spelled[0]) ?? place }
        let cost = place + documents[document].kind.order
        if literal.map({ holds(holder, all: $0) }) ?? (place < Cost.unit) { return cost }
        let isUnusual = place < Cost.unit && usual.map { !holds(holder, all: $0) } ?? false
        return cost + Cost.spelled + (isUnusual ? Cost.unusual : 0)
    }

    /// Whether one of a document's names is the word or begins with it.
    private func beginning(of document: Int, _ word: WordMatcher) -> Int? {
        let text = text.span
        var best: Int?
        for string in strings(document).prefix(documents[document].names) {
            let range = range(ofString: string)
            var end = word.end(from: range.lowerBound, in: text, upTo: range.upperBound)
            if end == nil, isRegion(range) {
                end = word.end(from: range.lowerBound + 1, in: text, upTo: range.upperBound)
            }
            if end == range.upperBound { return Cost.whole }
            if end != nil { best = Cost.beginning }
        }
        return best
    }

    /// Whether a text begins with 市, 县, 区 or 省: most units do, and nobody types it.
    private func isRegion(_ range: Range<Int>) -> Bool {
        guard let first = range.first.map({ alphabet[Int(text[$0])] }) else { return false }
        return first == "市" || first == "县" || first == "区" || first == "省"
    }
}
