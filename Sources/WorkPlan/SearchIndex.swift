/// A plan's texts made ready to be searched at every key. Whoever searches keeps it as long as the plan stays the same.
///
/// Made block by block: at 100,000 items the whole of it takes a tenth of a second, which no key should wait for, and
/// 10 MB, most of which lies on a shelf where there is one: read there, a letter costs a third more.
package struct SearchIndex: Sendable {
    private(set) var plan: Plan
    let belongings: [Identifier<Item>: [String]]
    private let itemsAtOnce: Int
    private let cellsInBlock: Int
    private let cellsInMemory: Int
    private let shelf: (any SearchShelf)?
    private var blocks: [Place] = []
    private var keptCells = 0
    private var letters = Letters()
    /// By character of the alphabet; worked out when the first query with letters comes.
    private var readings: [[[UInt8]]] = []
    /// What the last search left for a query that only goes on.
    var narrowed: Narrowed?

    /// Where a block is.
    private struct Place {
        /// The numbers of its documents among all.
        var numbers: Range<Int>
        /// The items whose documents are in it.
        var items: Range<ItemTree.Position>
        /// Nil where it lies on the shelf.
        var block: SearchBlock?
        var shelved = 0..<0
    }

    /// Of the first items only: see `goOn`.
    /// - Parameters:
    ///   - itemsAtOnce: of these a block has one lot or several.
    ///   - cellsInBlock: beyond so many it takes in no further lot: what was written about 128 items of a plan that has
    ///     been worked on for years would be half a megabyte.
    ///   - cellsInMemory: beyond so many the shelf is asked: all of a plan that anybody has written is less.
    ///   - shelf: an empty one.
    package init(
        beginning plan: Plan, itemsAtOnce: Int = 32, cellsInBlock: Int = 1 << 13, cellsInMemory: Int = 1 << 17,
        shelf: (any SearchShelf)? = nil
    ) {
        self.plan = plan
        belongings = plan.belongings
        self.itemsAtOnce = itemsAtOnce
        self.cellsInBlock = cellsInBlock
        self.cellsInMemory = cellsInMemory
        self.shelf = shelf
        takeInBlock()
    }

    /// The whole of it at once.
    package init(_ plan: Plan) {
        self.init(beginning: plan)
        goOn(items: plan.tree.count)
    }

    /// How many items are in it.
    private var itemCount: Int { blocks.last?.items.upperBound ?? 0 }

    package var isWhole: Bool { itemCount == plan.tree.count }

    /// Takes in the next items: so many, up to the end of a block.
    package mutating func goOn(items: Int) {
        guard !isWhole else { return }
        let end = itemCount + min(items, plan.tree.count - itemCount)
        repeat { takeInBlock() } while itemCount < end
        // Of the texts as they were.
        readings = []
        narrowed = nil
    }

    private mutating func takeInBlock() {
        let (made, items) = made(from: itemCount, &letters)
        let block = SearchBlock(made, first: documentCount)
        let shelved = keptCells < cellsInMemory ? nil : shelf?.put(block.cells)
        if shelved == nil { keptCells += block.cells.count }
        blocks.append(
            Place(
                numbers: block.numbers, items: items, block: shelved == nil ? block : nil, shelved: shelved ?? 0..<0))
    }

    /// The block that begins with an item: always the same, as long as the same is to be found in the plan.
    private func made(
        from first: ItemTree.Position, _ letters: inout Letters
    ) -> (block: SearchBlock.Maker, items: Range<ItemTree.Position>) {
        var block = SearchBlock.Maker()
        var end = first
        if first == 0 { append(plan.documentsBeforeItems, to: &block, &letters) }
        repeat {
            let lot = end..<min(end + itemsAtOnce, plan.tree.count)
            plan.eachDocument(ofItems: lot, belongings) { block.append($0, $1, units: $2, &letters) }
            end = lot.upperBound
        } while end < plan.tree.count && block.cellCount < cellsInBlock
        if end == plan.tree.count { append(plan.documentsBehindItems, to: &block, &letters) }
        return (block, first..<end)
    }

    private func append(_ documents: [SearchDocument], to block: inout SearchBlock.Maker, _ letters: inout Letters) {
        for document in documents { block.append(document, plan.texts(of: document, belongings), &letters) }
    }

    /// The index of a later plan; nil where something else is to be found in it than in this one's.
    package func carried(to later: Plan) -> SearchIndex? {
        guard let altered = later.itemsAltered(since: plan),
            altered.allSatisfy({ later.tree[$0].isFound(as: plan.tree[$0]) })
        else { return nil }
        var index = self
        index.plan = later
        return index
    }

    /// Lets go of what the last search left for the next one.
    package mutating func forgetSearch() { narrowed = nil }

    // MARK: Reading blocks

    var blockNumbers: Range<Int> { blocks.indices }

    var documentCount: Int { blocks.last?.numbers.upperBound ?? 0 }

    func block(_ number: Int) -> SearchBlock {
        let place = blocks[number]
        if let block = place.block { return block }
        let first = place.numbers.lowerBound
        if let block = shelf.flatMap({ SearchBlock(first: first, cells: $0.cells(place.shelved)) }) { return block }
        var letters = letters
        return SearchBlock(made(from: place.items.lowerBound, &letters).block, first: first)
    }

    /// The block that a document is in.
    func block(holding document: Int) -> SearchBlock {
        block(blocks.index(fromWhich: { $0.numbers.upperBound > document }))
    }

    /// Goes from document to document, and takes a block in hand when it comes to one of its documents.
    struct Cursor {
        private let index: SearchIndex
        private(set) var block = SearchBlock.empty
        private var numbers = 0..<0

        init(_ index: SearchIndex) {
            self.index = index
        }

        /// - Parameter number: a document's among all.
        /// - Returns: its place in the block.
        @inline(__always)
        mutating func go(to number: Int32) -> Int {
            if !numbers.contains(Int(number)) { take(Int(number)) }
            return Int(number) - numbers.lowerBound
        }

        private mutating func take(_ document: Int) {
            block = index.block(holding: document)
            numbers = block.numbers
        }
    }

    /// Which items documents stand for, without reading blocks where there is nothing between the items.
    struct ItemFinder {
        private let index: SearchIndex
        private var cursor: Cursor
        private var place = 0

        init(_ index: SearchIndex) {
            self.index = index
            cursor = Cursor(index)
        }

        /// - Parameter document: an item's number among all, not before the one asked for last.
        mutating func item(_ document: Int32) -> ItemTree.Position {
            while index.blocks[place].numbers.upperBound <= document { place += 1 }
            let (numbers, items) = (index.blocks[place].numbers, index.blocks[place].items)
            if numbers.count == items.count { return items.lowerBound + Int(document) - numbers.lowerBound }
            let inside = cursor.go(to: document)
            return Int(cursor.block.document(inside).place)
        }
    }

    // MARK: Words

    /// The different characters of all texts; the separator first.
    var alphabet: [Unicode.Scalar] { letters.alphabet }

    /// What letters may stand for.
    enum Spelling {
        /// Themselves; also the usual reading of a character; also every other reading of it.
        case literal, usual, every
    }

    /// The words of a query against this alphabet.
    mutating func matchers(_ query: Query, _ spelling: Spelling) -> [WordMatcher] {
        if spelling != .literal, readings.isEmpty, let table = query.readings {
            readings = alphabet.map(table.readings)
        }
        let most = spelling == .literal || query.readings == nil ? 0 : spelling == .usual ? 1 : Int.max
        return query.words.map { word in
            WordMatcher(word, alphabet: alphabet) { most == 0 ? [] : readings[$0].prefix(most) }
        }
    }
}
