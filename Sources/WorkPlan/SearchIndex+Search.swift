extension SearchIndex {
    /// What a plan holds of a query, best first: numbers and whole names, then names that begin so, then texts that hold
    /// it, then what belongs to an item, then its units, and last what is only like it. At most `limit`.
    package mutating func search(_ query: Query, limit: Int = 200) -> [Hit] {
        guard !query.isEmpty else { return [] }
        let words = words(query)
        var next = narrow(query, words, itemsOnly: false)
        // Costs are small numbers: sorting by them is dealing into heaps, which keeps the reading order in each.
        var heaps: [[SearchDocument]] = Array(repeating: [], count: SearchCost.most + 1)
        var cursor = Cursor(self)
        let cost = costs(query, words)
        for holder in next.certain {
            let place = cursor.go(to: holder.document)
            let cost = cost(holder, cursor.block)
            if heaps[cost].count < limit { heaps[cost].append(cursor.block.document(place)) }
        }
        for document in loose(query, words, enough: limit, &next) {
            let cost = SearchCost.loose + document.kind.order
            if heaps[cost].count < limit { heaps[cost].append(document) }
        }
        narrowed = next
        return heaps.joined().prefix(limit).map { hit($0, query) }
    }

    /// The whole cost of a document that holds every word.
    private mutating func costs(_ query: Query, _ words: Words) -> (Holder, SearchBlock) -> Int {
        let usual = query.readings == nil || query.words[0].count < 2 ? nil : matchers(query, .usual)
        let regions = ["市", "县", "区", "省"].compactMap { alphabet.firstIndex(of: $0) }.map { UInt16($0) }
        return { holder, block in
            let document = Int(holder.document) - block.first
            var place = block.place(of: holder)
            if place == SearchCost.inside, words.spelled.count == 1 {
                place = block.beginning(of: document, words.spelled[0], regions: regions) ?? place
            }
            let cost = place + block.document(document).kind.order
            if holder.isExact { return cost }
            let isUnusual = place < SearchCost.unit && usual.map { !block.holds(holder, all: $0) } ?? false
            return cost + SearchCost.spelled + (isUnusual ? SearchCost.unusual : 0)
        }
    }

    /// The items among it, in reading order: those that hold the words as they are; where there are none, those that
    /// hold them as pinyin; where there are none either, those that hold something like them. A 序号 means its row only.
    package mutating func items(_ query: Query) -> Positions {
        if let number = query.number {
            let rows = rows(number)
            if !rows.isEmpty { return rows }
        }
        guard !query.isEmpty else { return [] }
        let words = words(query)
        var next = narrow(query, words, itemsOnly: true)
        let loose = loose(query, words, enough: 1, &next)
        narrowed = next
        guard !next.certain.isEmpty else { return Positions(loose.lazy.map { Int($0.place) }) }
        let isAnyExact = next.certain.contains(where: \.isExact)
        var found = Positions(room: next.certain.count)
        var finder = ItemFinder(self)
        for holder in next.certain where !isAnyExact || holder.isExact { found.append(finder.item(holder.document)) }
        return found
    }

    /// The items of a 序号. An item's second text is its number.
    private func rows(_ number: String) -> Positions {
        let letters = number.unicodeScalars.compactMap { alphabet.firstIndex(of: $0).map { UInt16($0) } }
        var rows: Positions = []
        for place in blockNumbers {
            let block = block(place)
            for document in 0..<block.count where block.document(document).kind == .item {
                let item = Int(block.document(document).place)
                if block.isText(block.texts(document).lowerBound + 1, letters), plan.tree[item].number == number {
                    rows.append(item)
                }
            }
        }
        return rows
    }

    /// The documents that only hold something like the words, where there are not `enough` that hold them; what a longer
    /// query can find is narrowed down to them.
    private func loose(_ query: Query, _ words: Words, enough: Int, _ next: inout Narrowed) -> [SearchDocument] {
        let gaps = query.words.map(Query.gap)
        guard next.certain.count < enough, gaps.contains(where: { $0 != nil }) else {
            // Whatever goes on from one character holds that character.
            if query.words.count == 1, query.words[0].count == 1 { next.possible = documents(of: next.certain) }
            return []
        }
        let certain = documents(of: next.certain)
        var found: [SearchDocument] = []
        var left = (next.possible ?? DocumentSet(all: documentCount)).makeIterator()
        var possible = DocumentSet(of: documentCount)
        var number = left.next()
        while let first = number {
            // Taken out once, as in `hold`.
            let block = block(holding: Int(first))
            while let document = number, block.numbers.contains(Int(document)) {
                number = left.next()
                let place = Int(document) - block.first
                guard !next.itemsOnly || block.document(place).kind == .item,
                    words.areHeldLoosely(block, place, gaps)
                else { continue }
                if !certain.contains(document) { found.append(block.document(place)) }
                possible.insert(document)
            }
        }
        next.possible = possible
        return found
    }

    private func documents(of holders: [Holder]) -> DocumentSet {
        var documents = DocumentSet(of: documentCount)
        for holder in holders { documents.insert(holder.document) }
        return documents
    }
}

extension SearchIndex.Words {
    /// Whether a document holds something like each word, or its units' names hold the word.
    fileprivate func areHeldLoosely(
        _ block: borrowing SearchBlock, _ document: Int, _ gaps: [WordMatcher.Gap?]
    ) -> Bool {
        for word in spelled.indices {
            guard spelled[word].isPossible,
                block.holdsLoosely(document, spelled[word], gap: gaps[word])
                    || block.isHeld(document, byUnits: units[word])
            else { return false }
        }
        return true
    }
}

extension Plan {
    /// What the plan holds of a query, best first; see `SearchIndex.search`, which is to be kept where one searches often.
    package func search(_ query: Query, limit: Int = 200) -> [Hit] {
        var index = SearchIndex(self)
        return index.search(query, limit: limit)
    }

    /// The items a query finds, in reading order; see `SearchIndex.items`, which is to be kept where one searches often.
    package func find(_ query: Query) -> Positions {
        guard !query.isEmpty else { return [] }
        var index = SearchIndex(self)
        return index.items(query)
    }
}
