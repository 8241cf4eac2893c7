/// The rows of the tree that are to be seen: what is folded hides what is below it, and a filter what it does not keep.
package struct Outline: Sendable {
    package struct Row: Hashable, Sendable {
        package let position: ItemTree.Position
        /// 0 for an area.
        package let depth: Int
        package let hasChildren: Bool
        package let isFolded: Bool
        /// False for what stands here only because something below it is kept.
        package let isKept: Bool
    }

    /// How the items stand below each other.
    package enum Arrangement: Hashable, Sendable {
        /// Each below what it belongs to, down to a level.
        case tree(to: Level)
        /// Every subtask in one list, whatever is folded.
        case flat

        fileprivate var deepest: Level {
            switch self {
            case .tree(let level): level
            case .flat: .subtask
            }
        }
    }

    /// The folds that leave everything down to `level` visible.
    package static func folds(_ tree: ItemTree, downTo level: Level) -> Set<Identifier<Item>> {
        Set(tree.positions.lazy.filter { tree.level(of: $0) >= level && tree.hasChildren($0) }.map { tree[$0].id })
    }

    package let rows: Rows

    /// `kept`: only these items, and what stands above them.
    package init(
        _ tree: ItemTree, _ arrangement: Arrangement = .tree(to: .milestone), folded: Set<Identifier<Item>>,
        kept: Kept? = nil
    ) {
        var rows = Rows(tree.shape, arrangement, kept)
        var position = 0
        while position < tree.count {
            guard rows.isWithin(position) else {
                position = tree.end(of: position)
                continue
            }
            let isParent = rows.isParent(position)
            let isFolded =
                isParent && arrangement != .flat && !folded.isEmpty && folded.contains(tree[position].id)
            if arrangement != .flat || tree.level(of: position) == .subtask {
                rows.append(position, isFolded: isFolded)
            }
            position = isParent && !isFolded ? position + 1 : tree.end(of: position)
        }
        self.rows = rows
    }

    /// The row of an item, or of the one that hides it; below an item that has no row, the first one below it. Nil only
    /// where there are no rows.
    package func index(of position: ItemTree.Position, in tree: ItemTree) -> Int? {
        // Rows are in reading order.
        let below = rows.index(fromWhich: { $0.position > position })
        let above = below - 1
        if rows.indices.contains(above), tree.subtree(of: rows[above].position).contains(position) { return above }
        return rows.isEmpty ? nil : max(0, min(rows.count - 1, below))
    }
}

extension Outline {
    /// Kept as runs of items that follow each other, one where nothing is hidden; what a row says of its item is worked out
    /// when it is looked at. Each row by itself took 1 MB at 100,000 items, in every page with a tree.
    package struct Rows: RandomAccessCollection, Sendable {
        private struct Run {
            let first: Int32
            /// The number of its first row.
            let row: Int32
            /// What is folded ends its run: what is below it is passed over.
            var isLastFolded = false
        }

        private let shape: TreeShape
        private let arrangement: Arrangement
        private let kept: Kept?
        private var runs: [Run] = []
        /// The position of the last row.
        private var last = -1
        package private(set) var endIndex = 0

        package var startIndex: Int { 0 }

        fileprivate init(_ shape: TreeShape, _ arrangement: Arrangement, _ kept: Kept?) {
            self.shape = shape
            self.arrangement = arrangement
            self.kept = kept
        }

        /// Whether an item has a row, unless something above it is folded.
        fileprivate func isWithin(_ position: ItemTree.Position) -> Bool {
            shape.levels[position] <= arrangement.deepest && kept?.isShown(position) ?? true
        }

        fileprivate func isParent(_ position: ItemTree.Position) -> Bool {
            shape.levels[position] < arrangement.deepest
                && (kept?.isAbove(position) ?? (shape.ends[position] > position + 1))
        }

        fileprivate mutating func append(_ position: ItemTree.Position, isFolded: Bool) {
            if runs.isEmpty || position != last + 1 { runs.append(Run(first: Int32(position), row: Int32(endIndex))) }
            if isFolded { runs[runs.count - 1].isLastFolded = true }
            last = position
            endIndex += 1
        }

        package subscript(row: Int) -> Row {
            precondition(indices.contains(row))
            let next = runs.index(fromWhich: { $0.row > row })
            let run = runs[next - 1]
            let position = Int(run.first) + row - Int(run.row)
            let end = next < runs.count ? Int(runs[next].row) : endIndex
            return Row(
                position: position, depth: arrangement == .flat ? 0 : shape.depth(of: position),
                hasChildren: isParent(position), isFolded: run.isLastFolded && row == end - 1,
                isKept: kept?.isKept(position) ?? true)
        }
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
