extension SearchIndex {
    /// A document that holds every word of a query.
    struct Holder: Sendable {
        var document: Int32
        /// Where in `text` the last word stands first; negative where only the document's units hold it.
        var start: Int32
        /// The worst place of the words before it.
        var worst: Int32 = 0
    }

    /// What the last search found, for a query that only goes on where that one ended: it can find nothing else, and no
    /// word sooner than what it begins with. A key so costs a look at what the last one left, and not at the whole plan.
    struct Narrowed: Sendable {
        var words: [[Unicode.Scalar]]
        var itemsOnly: Bool
        /// The documents that hold the words.
        var certain: [Holder]
        /// These and all that can hold something like a longer query.
        var possible: [Int32]

        /// Whether `query` is that query with more typed at its end.
        func leads(to query: Query, itemsOnly: Bool) -> Bool {
            guard let last = words.last, query.words.count >= words.count else { return false }
            return self.itemsOnly == itemsOnly && zip(words.dropLast(), query.words).allSatisfy { $0 == $1 }
                && query.words[words.count - 1].starts(with: last)
        }
    }

    /// The words of a query as they are matched, and for each the units whose names hold it.
    struct Words {
        var spelled: [WordMatcher]
        var units: [[Bool]]
    }

    mutating func words(_ query: Query) -> Words {
        let spelled = matchers(query, .every)
        return Words(spelled: spelled, units: spelled.map { word in plan.units.indices.map { holds($0, word) } })
    }

    /// The documents that hold all words of a query, in reading order, narrowed down from what the last search left.
    func narrowed(_ query: Query, _ words: Words, itemsOnly: Bool) -> Narrowed {
        var next = Narrowed(words: query.words, itemsOnly: itemsOnly, certain: [], possible: [])
        var first = 0
        if let last = narrowed, last.leads(to: query, itemsOnly: itemsOnly) {
            next.certain = last.certain
            next.possible = last.possible
            first = last.words.count - 1
            if query.words[first] != last.words[first] {
                next.certain = holders(of: words.spelled[first], words.units[first], among: next.certain)
            }
            first += 1
        } else {
            next.possible = documents.indices.lazy.filter { !itemsOnly || documents[$0].kind == .item }.map(Int32.init)
            let all = next.possible.lazy.map { Holder(document: $0, start: Int32(range(Int($0)).lowerBound)) }
            next.certain = holders(of: words.spelled[0], words.units[0], among: all)
            first = 1
        }
        for word in first..<query.words.count {
            for holder in next.certain.indices { finishWord(&next.certain[holder]) }
            next.certain = holders(of: words.spelled[word], words.units[word], among: next.certain)
        }
        return next
    }

    /// Looks for the next word from the beginning.
    private func finishWord(_ holder: inout Holder) {
        holder.worst = Int32(place(of: holder))
        holder.start = Int32(range(Int(holder.document)).lowerBound)
    }

    /// Those among `holders` that hold a word where they held its beginning or behind it, or whose units' names do.
    private func holders(of word: WordMatcher, _ units: [Bool], among holders: some Sequence<Holder>) -> [Holder] {
        guard word.isPossible else { return [] }
        let isUnits = units.contains(true)
        let text = text.span
        let documentMarks = self.marks.span
        var found: [Holder] = []
        // Room that nobody touches costs nothing; growing leaves holes.
        found.reserveCapacity(holders.underestimatedCount)
        for var holder in holders {
            let document = Int(holder.document)
            if holder.start >= 0, documentMarks[document].meets(all: word.marks.span),
                let start = word.first(in: text, Int(holder.start)..<range(document).upperBound)
            {
                holder.start = Int32(start)
                found.append(holder)
            } else if isUnits, isHeld(byUnitsOf: document, units) {
                holder.start = -1
                found.append(holder)
            }
        }
        return found
    }
}
