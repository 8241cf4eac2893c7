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

    /// The documents that hold a word, or whose units' names do, each with where.
    func holders(of word: WordMatcher, _ units: [Bool], among documents: [Int]) -> [(document: Int, place: Int)] {
        guard word.isPossible else { return [] }
        let isUnits = units.contains(true)
        let text = text.span
        var holders: [(document: Int, place: Int)] = []
        for document in documents {
            let (names, belongings) = ranges(document)
            if word.occurs(in: text, names) {
                holders.append((document, Cost.inside))
            } else if word.occurs(in: text, belongings) {
                holders.append((document, Cost.belonging))
            } else if isUnits, self.units(document).contains(where: { units[self.units[$0]] }) {
                holders.append((document, Cost.unit))
            }
        }
        return holders
    }

    /// The documents that hold something like a word, or the word itself.
    func looseHolders(
        of word: WordMatcher, _ units: [Bool], among documents: [Int], gap: WordMatcher.Gap?
    ) -> [Int] {
        guard let gap else { return holders(of: word, units, among: documents).map(\.document) }
        guard word.isPossible else { return [] }
        let text = text.span
        return documents.filter { document in
            word.occursLoosely(in: text, range(document), gap: gap)
                || self.units(document).contains { units[self.units[$0]] }
        }
    }

    func holds(_ document: Int, _ word: WordMatcher) -> Bool {
        word.isPossible && word.occurs(in: text.span, range(document))
    }

    /// The whole cost of a document that holds every word, the worst of them at `place`.
    func cost(
        _ document: Int, place: Int, _ literal: [WordMatcher], _ usual: [WordMatcher]?, _ spelled: [WordMatcher]
    ) -> Int {
        var place = place
        if place == Cost.inside, spelled.count == 1 { place = beginning(of: document, spelled[0]) ?? place }
        let cost = place + documents[document].kind.order
        if literal.allSatisfy({ holds(document, $0) }) { return cost }
        let isUnusual = place < Cost.unit && usual?.allSatisfy { holds(document, $0) } == false
        return cost + Cost.spelled + (isUnusual ? Cost.unusual : 0)
    }

    /// Whether one of a document's names is the word or begins with it.
    private func beginning(of document: Int, _ word: WordMatcher) -> Int? {
        let text = text.span
        var best: Int?
        for string in strings(document).prefix(Int(documents[document].names)) {
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
