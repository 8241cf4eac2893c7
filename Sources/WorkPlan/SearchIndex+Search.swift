extension SearchIndex {
    /// What a plan holds of a query, best first: numbers and whole names, then names that begin so, then texts that hold
    /// it, then what belongs to an item, then its units, and last what is only like it. At most `limit`.
    package mutating func search(_ query: Query, limit: Int = 200) -> [Hit] {
        guard !query.isEmpty else { return [] }
        let words = words(query)
        var next = narrowed(query, words, itemsOnly: false)
        let literal = query.readings.map { _ in matchers(query, .literal) }
        let usual = query.readings == nil || query.words[0].count < 2 ? nil : matchers(query, .usual)
        // Costs are small numbers: sorting by them is dealing into heaps, which keeps the reading order in each.
        var heaps: [[Int]] = Array(repeating: [], count: Cost.most + 1)
        for holder in next.certain {
            let cost = cost(holder, literal, usual, words.spelled)
            if heaps[cost].count < limit { heaps[cost].append(Int(holder.document)) }
        }
        for document in loose(query, words, enough: limit, &next) {
            let cost = Cost.loose + documents[document].kind.order
            if heaps[cost].count < limit { heaps[cost].append(document) }
        }
        narrowed = next
        return heaps.joined().prefix(limit).map { hit($0, query, words.spelled) }
    }

    /// The items among it, in reading order: those that hold the words as they are; where there are none, those that
    /// hold them as pinyin; where there are none either, those that hold something like them. A 序号 means its row only.
    package mutating func items(_ query: Query) -> [ItemTree.Position] {
        if let number = query.number {
            let rows = rows(number)
            if !rows.isEmpty { return rows }
        }
        guard !query.isEmpty else { return [] }
        let words = words(query)
        var next = narrowed(query, words, itemsOnly: true)
        let loose = loose(query, words, enough: 1, &next)
        narrowed = next
        guard !next.certain.isEmpty else { return loose.map { Int(documents[$0].place) } }
        let literal = query.readings.map { _ in matchers(query, .literal) }
        if literal?.allSatisfy(\.isPossible) ?? true {
            var exact: [ItemTree.Position] = []
            exact.reserveCapacity(next.certain.count)
            for holder in next.certain {
                let isExact = literal.map { holds(holder, all: $0) } ?? (place(of: holder) < Cost.unit)
                if isExact { exact.append(Int(documents[Int(holder.document)].place)) }
            }
            if !exact.isEmpty { return exact }
        }
        return next.certain.map { Int(documents[Int($0.document)].place) }
    }

    /// The items of a 序号. An item's second text is its number.
    private func rows(_ number: String) -> [ItemTree.Position] {
        let letters = number.unicodeScalars.compactMap { alphabet.firstIndex(of: $0).map { UInt16($0) } }
        return documents.indices.lazy
            .filter { documents[$0].kind == .item && holds(letters, at: strings($0).lowerBound + 1) }
            .map { Int(documents[$0].place) }.filter { plan.tree[$0].number == number }
    }

    /// Whether a text is these letters.
    private func holds(_ letters: [UInt16], at string: Int) -> Bool {
        let range = range(ofString: string)
        return range.count == letters.count && zip(range, letters).allSatisfy { text[$0] == $1 }
    }

    /// The documents that only hold something like the words, where there are not `enough` that hold them; what a longer
    /// query can find is narrowed down to them.
    private func loose(_ query: Query, _ words: Words, enough: Int, _ next: inout Narrowed) -> [Int] {
        let gaps = query.words.map(Query.gap)
        if next.certain.count < enough, gaps.contains(where: { $0 != nil }) {
            for word in words.spelled.indices {
                next.possible = looseHolders(
                    of: words.spelled[word], words.units[word], among: next.possible, gap: gaps[word])
            }
            let certain = Set(next.certain.map(\.document))
            return next.possible.lazy.filter { !certain.contains($0) }.map(Int.init)
        }
        // Whatever goes on from one character holds that character.
        if query.words.count == 1, query.words[0].count == 1 { next.possible = next.certain.map(\.document) }
        return []
    }
}

extension Plan {
    /// What the plan holds of a query, best first; see `SearchIndex.search`, which is to be kept where one searches often.
    package func search(_ query: Query, limit: Int = 200) -> [Hit] {
        var index = SearchIndex(self)
        return index.search(query, limit: limit)
    }

    /// The items a query finds, in reading order; see `SearchIndex.items`, which is to be kept where one searches often.
    package func find(_ query: Query) -> [ItemTree.Position] {
        guard !query.isEmpty else { return [] }
        var index = SearchIndex(self)
        return index.items(query)
    }
}
