/// The rows of the tree that are to be seen: what is folded hides what is below it, and a filter what it does not keep.
package struct Outline: Equatable, Sendable {
    /// Packed: there are as many rows as items.
    package struct Row: Hashable, Sendable {
        private let place: Int32
        private let depths: UInt8
        package let hasChildren: Bool
        package let isFolded: Bool
        /// False for what stands here only because something below it is kept.
        package let isKept: Bool

        init(_ position: ItemTree.Position, depth: Int, hasChildren: Bool, isFolded: Bool, isKept: Bool) {
            place = Int32(position)
            depths = UInt8(clamping: depth)
            self.hasChildren = hasChildren
            self.isFolded = isFolded
            self.isKept = isKept
        }

        package var position: ItemTree.Position { Int(place) }
        /// 0 for an area.
        package var depth: Int { Int(depths) }
    }

    /// How the items stand below each other.
    package enum Arrangement: Hashable, Sendable {
        /// Each below what it belongs to, down to a level.
        case tree(to: Level)
        /// Every subtask in one list, whatever is folded.
        case flat
    }

    /// The folds that leave everything down to `level` visible.
    package static func folds(_ tree: ItemTree, downTo level: Level) -> Set<Identifier<Item>> {
        Set(tree.positions.lazy.filter { tree.level(of: $0) >= level }.map { tree[$0].id })
    }

    package let rows: [Row]

    /// `kept`: only these items, and what stands above them.
    package init(
        _ tree: ItemTree, _ arrangement: Arrangement = .tree(to: .milestone), folded: Set<Identifier<Item>>,
        kept: Kept? = nil
    ) {
        var rows: [Row] = []
        var open: [ItemTree.Position] = []
        var position = 0
        let (deepest, isFlat): (Level, Bool) =
            switch arrangement {
            case .tree(let level): (level, false)
            case .flat: (.subtask, true)
            }
        while position < tree.count {
            while let end = open.last, end <= position { open.removeLast() }
            let level = tree.level(of: position)
            guard level <= deepest, kept?.isShown(position) ?? true else {
                position = tree.end(of: position)
                continue
            }
            let isParent = level < deepest && (kept?.isAbove(position) ?? tree.hasChildren(position))
            let isFolded = isParent && !isFlat && !folded.isEmpty && folded.contains(tree[position].id)
            if !isFlat || level == .subtask {
                rows.append(
                    Row(
                        position, depth: isFlat ? 0 : open.count, hasChildren: isParent, isFolded: isFolded,
                        isKept: kept?.isKept(position) ?? true))
            }
            if isParent && !isFolded {
                open.append(tree.end(of: position))
                position += 1
            } else {
                position = tree.end(of: position)
            }
        }
        self.rows = rows
    }

    /// The row of an item, or of the one that hides it; below an item that has no row, the first one below it. Nil only
    /// where there are no rows.
    package func index(of position: ItemTree.Position, in tree: ItemTree) -> Int? {
        // Rows are in reading order.
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        let above = low - 1
        if rows.indices.contains(above), tree.subtree(of: rows[above].position).contains(position) { return above }
        return rows.isEmpty ? nil : max(0, min(rows.count - 1, low))
    }
}

/// What a filter leaves of a tree.
package struct Kept: Equatable, Sendable {
    private var marks: [UInt8]
    /// How many subtasks are kept, of how many.
    package private(set) var subtasks = 0
    package private(set) var allSubtasks = 0

    private static let kept: UInt8 = 1
    private static let above: UInt8 = 2

    package init(_ tree: ItemTree, keeping: (ItemTree.Position) -> Bool) {
        marks = tree.positions.map { keeping($0) ? Self.kept : 0 }
        // Children come after their parents: from the end, each hands on to its parent.
        for position in marks.indices.reversed() {
            if tree.level(of: position) == .subtask {
                allSubtasks += 1
                if isKept(position) { subtasks += 1 }
            }
            if marks[position] != 0, let parent = tree.parent(of: position) { marks[parent] |= Self.above }
        }
    }

    package func isKept(_ position: ItemTree.Position) -> Bool { marks[position] & Self.kept != 0 }
    /// Whether the item is kept, or something below it.
    package func isShown(_ position: ItemTree.Position) -> Bool { marks[position] != 0 }
    /// Whether something below the item is kept.
    package func isAbove(_ position: ItemTree.Position) -> Bool { marks[position] & Self.above != 0 }
}
