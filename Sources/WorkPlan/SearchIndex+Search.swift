extension SearchIndex {
    /// What the last search found, for a query that only goes on where that one ended: it can find nothing else.
    struct Narrowed: Sendable {
        var words: [[Unicode.Scalar]]
        var itemsOnly: Bool
        /// The documents that hold the words.
        var certain: [Int]
        /// These and all that can hold something like a longer query.
        var possible: [Int]

        /// Whether `query` is that query with more typed at its end.
        func leads(to query: Query, itemsOnly: Bool) -> Bool {
            guard let last = words.last, query.words.count >= words.count else { return false }
            return self.itemsOnly == itemsOnly && zip(words.dropLast(), query.words).allSatisfy { $0 == $1 }
                && query.words[words.count - 1].starts(with: last)
        }
    }

    /// What a plan holds of a query, best first: numbers and whole names, then names that begin so, then texts that hold
    /// it, then what belongs to an item, then its units, and last what is only like it. At most `limit`.
    package mutating func search(_ query: Query, limit: Int = 200) -> [Hit] {
        let found = found(query, enough: limit, itemsOnly: false)
        // Costs are small numbers: sorting by them is dealing into heaps, which keeps the reading order in each.
        var heaps: [[Int]] = Array(repeating: [], count: Cost.most + 1)
        for (document, cost) in found where heaps[cost].count < limit { heaps[cost].append(document) }
        return heaps.joined().prefix(limit).map { hit($0, query) }
    }

    /// The items among it, in reading order: those that hold the words as they are; where there are none, those that
    /// hold them as pinyin; where there are none either, those that hold something like them. A 序号 means its row only.
    package mutating func items(_ query: Query) -> [ItemTree.Position] {
        if plan.isNumbered(query) { return plan.tree.items.indices.filter { plan.tree[$0].number == query.number } }
        let found = found(query, enough: 1, itemsOnly: true)
        let best = found.map { Cost.manner($0.cost) }.min()
        return found.filter { Cost.manner($0.cost) == best }.map { Int(documents[$0.document].place) }.sorted()
    }

    /// The documents that hold all words, in reading order; behind them those that only hold something like them, where
    /// there are not `enough` of the first.
    private mutating func found(_ query: Query, enough: Int, itemsOnly: Bool) -> [(document: Int, cost: Int)] {
        guard !query.isEmpty else { return [] }
        var base = Narrowed(words: [], itemsOnly: itemsOnly, certain: [], possible: [])
        if let narrowed, narrowed.leads(to: query, itemsOnly: itemsOnly) {
            base = narrowed
        } else {
            base.possible = documents.indices.filter { !itemsOnly || documents[$0].kind == .item }
            base.certain = base.possible
        }
        let spelled = matchers(query, .every)
        let units = spelled.map { word in plan.units.indices.map { holds($0, word) } }
        let literal = query.readings == nil ? spelled : matchers(query, .literal)
        let usual = query.readings == nil || query.words[0].count < 2 ? nil : matchers(query, .usual)
        base.words = query.words
        var places: [Int: Int] = [:]
        var holders: [(document: Int, place: Int)] = []
        for word in spelled.indices {
            holders = self.holders(of: spelled[word], units[word], among: base.certain)
            base.certain = holders.map(\.document)
            if spelled.count > 1 { places.merge(holders.map { ($0.document, $0.place) }, uniquingKeysWith: max) }
        }
        var found = holders.map { holder in
            let place = places[holder.document] ?? holder.place
            return (document: holder.document, cost: cost(holder.document, place: place, literal, usual, spelled))
        }
        let gaps = query.words.map(Query.gap)
        if found.count < enough, gaps.contains(where: { $0 != nil }) {
            for word in spelled.indices {
                base.possible = looseHolders(of: spelled[word], units[word], among: base.possible, gap: gaps[word])
            }
            let certain = Set(base.certain)
            found += base.possible.lazy.filter { !certain.contains($0) }.map { document in
                (document, Cost.loose + documents[document].kind.order)
            }
        } else if query.words.count == 1, query.words[0].count == 1 {
            // Whatever goes on from one character holds that character.
            base.possible = base.certain
        }
        narrowed = base
        return found
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

    /// Whether a query names an item by its 序号: then nothing else is meant, also where a text holds the digits.
    package func isNumbered(_ query: Query) -> Bool {
        query.number.map { number in tree.items.contains { $0.number == number } } ?? false
    }
}
