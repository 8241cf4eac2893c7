/// The items of a plan in reading order, with the arrows between them. Built by appending; always a tree.
package struct ItemTree: Equatable, Sendable {
    /// An index into `items`: valid until the tree's shape changes.
    package typealias Position = Int

    package enum Refusal: Error, Equatable {
        case duplicate(Identifier<Item>)
        case misplaced(Level, under: Level?)
        /// The parent is not on the path to the last item: reading order would break.
        case outOfOrder
    }

    /// Other rooms reach a single item by the tree's own subscript: what is generic cannot be made for them, and takes ten
    /// times as long.
    package private(set) var items = Pieces<Item>()
    private(set) var shape = TreeShape()
    private var places = ItemPlaces()

    /// How many pieces so many items are: those of one are read and altered together.
    package static func pieces(of count: Int) -> Int { Pieces<Item>.pieces(of: count) }

    /// The positions of a piece, by its number, where there are so many items in all.
    package static func piece(_ number: Int, of count: Int) -> Range<Position> { Pieces<Item>.piece(number, of: count) }

    package init() {}

    /// A tree of which only the shape is known by now.
    /// - Parameters:
    ///   - slots: those of `lastingPlaces`, made with a seed.
    ///   - names: of as many items.
    ///   - read: gives the items of a piece, by its number, always the same. Asked for each item that is
    ///     looked at: it remembers what it gave last, unless somebody is only passing.
    /// - Returns: nil where that is no tree that could have been built by appending.
    package init?(
        levels: [Level], parents: [Int32], slots: [Int32], seed: UInt64, names: ItemNames,
        read: @escaping @Sendable (_ number: Int, _ isPassing: Bool) -> [Item]
    ) {
        guard names.count == levels.count, let shape = TreeShape(levels: levels, parents: parents),
            let places = ItemPlaces(slots: slots, seed: seed, names: names)
        else { return nil }
        self.shape = shape
        items = Pieces(Pieces.Store(piece: read), count: levels.count)
        self.places = places
    }

    /// Adds an item as the last child of `parent`. Areas have no parent; every other level stands below a higher one,
    /// and nothing stands below a milestone.
    @discardableResult
    package mutating func append(_ item: consuming Item, under parent: Position?) throws(Refusal) -> Position {
        let position = count
        try shape.check(item.level, under: parent)
        guard places.append(item.id, to: items) else { throw .duplicate(item.id) }
        try shape.append(item.level, under: parent)
        items.append(item)
        return position
    }

    package static func == (left: ItemTree, right: ItemTree) -> Bool {
        left.items == right.items && left.shape == right.shape
    }

    package var count: Int { shape.count }

    package var positions: Range<Position> { 0..<count }

    /// By position.
    package var levels: [Level] { shape.levels }

    /// Known without looking at the item.
    package func level(of position: Position) -> Level { shape.levels[position] }

    /// The parents' positions; −1 for an area.
    package var parents: [Int32] { shape.parents }

    package subscript(_ position: Position) -> Item {
        _read { yield items[position] }
        set {
            // A replacement keeps its place: identifiers and levels are constant in an item's life.
            guard newValue.id == items[position].id, newValue.level == level(of: position) else { return }
            items[position] = newValue
        }
    }

    /// Alters an item in place. Identifier and level are constant in an item's life.
    mutating func update<Result>(_ position: Position, _ body: (inout Item) -> Result) -> Result {
        body(&items[position])
    }

    /// What finds the items by their identifiers, the same for the same items: to be kept in a file.
    package var lastingPlaces: ItemPlaces { places.isLasting ? places : ItemPlaces(lasting: items) }

    package func position(of id: Identifier<Item>) -> Position? { places.position(of: id, in: items) }

    package func parent(of position: Position) -> Position? {
        let above = shape.parents[position]
        return above < 0 ? nil : Int(above)
    }

    /// How many siblings stand before an item.
    package func ordinal(of position: Position) -> Int { Int(shape.ordinals[position]) }

    /// The position after the last item below `position`.
    package func end(of position: Position) -> Position { Int(shape.ends[position]) }

    /// The item itself and everything below it, in reading order.
    package func subtree(of position: Position) -> Range<Position> { position..<end(of: position) }

    /// The positions of all subtasks.
    package var subtasks: LazyFilterSequence<Range<Position>> {
        positions.lazy.filter { [levels] in levels[$0] == .subtask }
    }

    package var roots: [Position] { siblings(from: 0, to: count) }

    package func children(of position: Position) -> [Position] {
        siblings(from: position + 1, to: end(of: position))
    }

    package func hasChildren(_ position: Position) -> Bool { end(of: position) > position + 1 }

    private func siblings(from first: Position, to last: Position) -> [Position] {
        var found: [Position] = []
        var position = first
        while position < last {
            found.append(position)
            position = end(of: position)
        }
        return found
    }

    /// The areas, tasks … above an item, from the root down.
    package func ancestors(of position: Position) -> [Position] {
        var path: [Position] = []
        var above = parent(of: position)
        while let place = above {
            path.append(place)
            above = parent(of: place)
        }
        return path.reversed()
    }
}

extension ItemTree {
    /// Puts an item without children among the children of `parent`; a place behind the end means the end. Nothing
    /// happens, and false comes back, where `append` would refuse.
    mutating func insert(_ item: Item, under parent: Position, at place: Int) -> Bool {
        guard TreeShape.fits(item.level, under: level(of: parent)), self.position(of: item.id) == nil else {
            return false
        }
        let siblings = children(of: parent)
        let position = siblings.indices.contains(place) ? siblings[place] : end(of: parent)
        rearrange { $0.insert(item, at: position) }
        var parents = parents.map { $0 >= position ? $0 + 1 : $0 }
        parents.insert(Int32(parent), at: position)
        reindex(parents)
        return true
    }

    /// Takes away an item that has no children.
    mutating func remove(_ position: Position) {
        guard !hasChildren(position) else { return }
        rearrange { $0.remove(at: position) }
        var parents = parents.map { $0 > position ? $0 - 1 : $0 }
        parents.remove(at: position)
        reindex(parents)
    }

    /// Moves an item with everything below it among the children of `parent`; `place` counts the others only. False,
    /// and nothing moved, where it cannot stand there.
    mutating func move(_ position: Position, under parent: Position, at place: Int) -> Bool {
        let block = subtree(of: position)
        guard !block.contains(parent), TreeShape.fits(level(of: position), under: level(of: parent)) else {
            return false
        }
        var rest = Array(items)
        let moved = rest[block]
        let inner = parents[block].map { $0 - Int32(position) }
        rest.removeSubrange(block)
        items = Pieces(rest)
        var parents = parents.map { $0 >= block.upperBound ? $0 - Int32(block.count) : $0 }
        parents.removeSubrange(block)
        reindex(parents)
        let above = parent >= block.upperBound ? parent - block.count : parent
        let siblings = children(of: above)
        let target = siblings.indices.contains(place) ? siblings[place] : end(of: above)
        rearrange { $0.insert(contentsOf: moved, at: target) }
        parents = parents.map { $0 >= target ? $0 + Int32(block.count) : $0 }
        parents.insert(contentsOf: inner.map { $0 + Int32(target) }, at: target)
        parents[target] = Int32(above)
        reindex(parents)
        return true
    }

    private mutating func rearrange(_ body: (inout [Item]) -> Void) {
        var all = Array(items)
        body(&all)
        items = Pieces(all)
    }

    /// Whether the same positions stand below each other.
    func hasShape(of other: ItemTree) -> Bool { shape.parents == other.shape.parents }

    /// Whether the same items stand at the same places. Arrays that two trees share are not gone through.
    package func isArranged(as other: ItemTree) -> Bool { hasShape(of: other) && places == other.places }

    /// All that follows from items and parents anew.
    private mutating func reindex(_ parents: [Int32]) {
        shape = TreeShape(levels: items.map(\.level), parents: parents) ?? shape
        places = ItemPlaces(items)
    }
}
