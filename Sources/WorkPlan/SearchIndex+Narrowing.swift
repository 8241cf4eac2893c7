extension SearchIndex {
    /// A document that holds every word of a query. Eight bytes: where a letter stands in every title, there are as many
    /// as items.
    struct Holder: Sendable {
        /// Its number among all.
        var document: Int32
        /// How far into its text the last word stands first, or further; `inUnits` where only its units hold it.
        var distance: UInt16 = 0
        /// The worst place of the words before it.
        var worst: UInt8 = 0
        /// Whether it holds all words as they are.
        var isExact = false

        static let inUnits = UInt16.max
    }

    /// What the last search found, for a query that only goes on where that one ended: it can find nothing else, and no
    /// word sooner than what it begins with. A key so costs a look at what the last one left, and not at the whole plan.
    struct Narrowed: Sendable {
        var words: [[Unicode.Scalar]]
        var itemsOnly: Bool
        /// The documents that hold the words.
        var certain: [Holder]
        /// These and all that can hold something like a longer query; nil for every document.
        var possible: DocumentSet?

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
        /// As they are; nil where no word has another spelling.
        var literal: [WordMatcher]?
        var units: [[Bool]]
    }

    mutating func words(_ query: Query) -> Words {
        let spelled = matchers(query, .every)
        var cursor = Cursor(self)
        let units = spelled.map { word in
            plan.units.indices.map { unit in
                let document = cursor.go(to: Int32(unit))
                return word.isPossible && cursor.block.first(word, in: document) != nil
            }
        }
        return Words(spelled: spelled, literal: query.readings.map { _ in matchers(query, .literal) }, units: units)
    }

    /// The documents that hold all words of a query, in reading order, narrowed down from what the last search left, which
    /// is used up: of 100,000 holders two lists are 1.6 MB.
    mutating func narrow(_ query: Query, _ words: Words, itemsOnly: Bool) -> Narrowed {
        var next = narrowed.take() ?? Narrowed(words: [], itemsOnly: itemsOnly, certain: [], possible: nil)
        var first = next.words.count
        if next.leads(to: query, itemsOnly: itemsOnly) {
            let isLonger = query.words[first - 1] != next.words[first - 1]
            next.words = query.words
            if isLonger { words.hold(&next.certain, word: first - 1, self) }
        } else {
            // What the last search left goes before this one's comes.
            next = Narrowed(words: query.words, itemsOnly: itemsOnly, certain: [], possible: nil)
            next.certain = words.holders(self, itemsOnly: itemsOnly)
            first = 1
        }
        for word in first..<query.words.count {
            // Looked for from the beginning.
            var cursor = Cursor(self)
            for holder in next.certain.indices {
                _ = cursor.go(to: next.certain[holder].document)
                next.certain[holder].worst = UInt8(cursor.block.place(of: next.certain[holder]))
                next.certain[holder].distance = 0
            }
            words.hold(&next.certain, word: word, self)
        }
        return next
    }
}

extension SearchIndex.Words {
    /// A holder that also holds a word where it held its beginning or behind it, or whose units' names do.
    @inline(__always)
    fileprivate func held(
        _ holder: SearchIndex.Holder, word: Int, _ block: borrowing SearchBlock
    ) -> SearchIndex.Holder? {
        guard spelled[word].isPossible else { return nil }
        let document = Int(holder.document) - block.first
        var holder = holder
        if let distance = block.distance(of: spelled[word], in: document, from: holder.distance) {
            holder.distance = distance
        } else if block.isHeld(document, byUnits: units[word]) {
            holder.distance = SearchIndex.Holder.inUnits
        } else {
            return nil
        }
        // While the block is in hand: to read all of a large plan's once more for it would be another few milliseconds.
        if word == spelled.count - 1 { holder.isExact = isExact(holder, block) }
        return holder
    }

    /// All that hold the first word.
    fileprivate func holders(_ index: SearchIndex, itemsOnly: Bool) -> [SearchIndex.Holder] {
        var holders: [SearchIndex.Holder] = []
        // Room that nobody touches costs nothing; growing takes twice as much.
        holders.reserveCapacity(index.documentCount)
        for number in index.blockNumbers {
            let block = index.block(number)
            for place in 0..<block.count {
                guard !itemsOnly || block.document(place).kind == .item else { continue }
                let holder = SearchIndex.Holder(document: Int32(block.first + place))
                if let holder = held(holder, word: 0, block) { holders.append(holder) }
            }
        }
        return holders
    }

    private func isExact(_ holder: SearchIndex.Holder, _ block: borrowing SearchBlock) -> Bool {
        guard let literal else { return block.place(of: holder) < SearchCost.unit }
        return literal.allSatisfy(\.isPossible) && block.holds(holder, all: literal)
    }

    /// Leaves those that also hold a word.
    fileprivate func hold(_ holders: inout [SearchIndex.Holder], word: Int, _ index: SearchIndex) {
        var (next, count) = (0, 0)
        while next < holders.count {
            // Taken out once: a copy for each document would count the references to all its arrays.
            let block = index.block(holding: Int(holders[next].document))
            let end = block.numbers.upperBound
            while next < holders.count, holders[next].document < end {
                if let held = held(holders[next], word: word, block) {
                    holders[count] = held
                    count += 1
                }
                next += 1
            }
        }
        holders.removeLast(holders.count - count)
    }
}
