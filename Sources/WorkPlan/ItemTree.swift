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
    private var parents: [Int32] = []
    private var ends: [Int32] = []
    private var places = ItemPlaces()

    package init() {}

    /// An empty tree with room for so many items.
    package init(capacity: Int) {
        items.reserveCapacity(capacity)
        parents.reserveCapacity(capacity)
        ends.reserveCapacity(capacity)
        places = ItemPlaces(capacity: capacity)
    }

    /// Adds an item as the last child of `parent`. Areas have no parent; every other level stands below a higher one,
    /// and nothing stands below a milestone.
    @discardableResult
    package mutating func append(_ item: consuming Item, under parent: Position?) throws(Refusal) -> Position {
        let level = item.level
        let above = parent.map { items[$0].level }
        let fits = above.map { $0 < level && $0 != .milestone } ?? (level == .area)
        guard fits else { throw .misplaced(level, under: above) }
        guard parent.map({ end(of: $0) == items.count }) ?? true else { throw .outOfOrder }
        let position = items.count
        guard places.append(item.id, to: items) else { throw .duplicate(item.id) }
        items.append(item)
        parents.append(Int32(parent ?? -1))
        ends.append(Int32(position + 1))
        var ancestor = parent
        while let place = ancestor {
            ends[place] = Int32(position + 1)
            ancestor = self.parent(of: place)
        }
        return position
    }

    package static func == (left: ItemTree, right: ItemTree) -> Bool {
        left.items == right.items && left.parents == right.parents
    }

    package var count: Int { items.count }

    package subscript(_ position: Position) -> Item {
        _read { yield items[position] }
        set {
            // A replacement keeps its place: identifiers and levels are constant in an item's life.
            guard newValue.id == items[position].id, newValue.level == items[position].level else { return }
            items[position] = newValue
        }
    }

    /// Alters an item in place. Identifier and level are constant in an item's life.
    mutating func update<Result>(_ position: Position, _ body: (inout Item) -> Result) -> Result {
        body(&items[position])
    }

    package func position(of id: Identifier<Item>) -> Position? { places.position(of: id, in: items) }

    package func parent(of position: Position) -> Position? {
        parents[position] < 0 ? nil : Int(parents[position])
    }

    /// The position after the last item below `position`.
    package func end(of position: Position) -> Position { Int(ends[position]) }

    /// The item itself and everything below it, in reading order.
    package func subtree(of position: Position) -> Range<Position> { position..<end(of: position) }

    /// The positions of all subtasks.
    package var subtasks: [Position] { items.places { $0.level == .subtask } }

    package var roots: [Position] { siblings(from: 0, to: items.count) }

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
        guard items[parent].level < item.level, items[parent].level != .milestone, self.position(of: item.id) == nil
        else {
            return false
        }
        let siblings = children(of: parent)
        let position = siblings.indices.contains(place) ? siblings[place] : end(of: parent)
        rearrange { $0.insert(item, at: position) }
        parents = parents.map { $0 >= position ? $0 + 1 : $0 }
        parents.insert(Int32(parent), at: position)
        reindex()
        return true
    }

    /// Takes away an item that has no children.
    mutating func remove(_ position: Position) {
        guard !hasChildren(position) else { return }
        rearrange { $0.remove(at: position) }
        parents.remove(at: position)
        parents = parents.map { $0 > position ? $0 - 1 : $0 }
        reindex()
    }

    /// Moves an item with everything below it among the children of `parent`; `place` counts the others only. False,
    /// and nothing moved, where it cannot stand there.
    mutating func move(_ position: Position, under parent: Position, at place: Int) -> Bool {
        let block = subtree(of: position)
        guard !block.contains(parent), items[parent].level < items[position].level, items[parent].level != .milestone
        else { return false }
        var rest = Array(items)
        let moved = rest[block]
        let inner = parents[block].map { $0 - Int32(position) }
        rest.removeSubrange(block)
        items = Pieces(rest)
        parents.removeSubrange(block)
        parents = parents.map { $0 >= block.upperBound ? $0 - Int32(block.count) : $0 }
        reindex()
        let above = parent >= block.upperBound ? parent - block.count : parent
        let siblings = children(of: above)
        let target = siblings.indices.contains(place) ? siblings[place] : end(of: above)
        rearrange { $0.insert(contentsOf: moved, at: target) }
        parents = parents.map { $0 >= target ? $0 + Int32(block.count) : $0 }
        parents.insert(contentsOf: inner.map { $0 + Int32(target) }, at: target)
        parents[target] = Int32(above)
        reindex()
        return true
    }

    private mutating func rearrange(_ body: (inout [Item]) -> Void) {
        var all = Array(items)
        body(&all)
        items = Pieces(all)
    }

    /// Whether the same positions stand below each other.
    func hasShape(of other: ItemTree) -> Bool { parents == other.parents }

    /// Ends and places anew, from items and parents.
    private mutating func reindex() {
        ends = items.indices.map { Int32($0 + 1) }
        for position in items.indices.reversed() {
            if let above = parent(of: position) { ends[above] = max(ends[above], ends[position]) }
        }
        places = ItemPlaces(items)
    }
}
