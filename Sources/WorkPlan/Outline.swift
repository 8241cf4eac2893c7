/// The rows of the tree that are to be seen: what is folded hides what is below it.
package struct Outline: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package var position: ItemTree.Position
        /// 0 for an area.
        package var depth: Int
        package var hasChildren: Bool
        package var isFolded: Bool
    }

    /// The folds that leave everything down to `level` visible.
    package static func folds(_ tree: ItemTree, downTo level: Level) -> Set<Identifier<Item>> {
        Set(tree.items.lazy.filter { $0.level >= level }.map(\.id))
    }

    package let rows: [Row]

    package init(_ tree: ItemTree, folded: Set<Identifier<Item>>) {
        var rows: [Row] = []
        var depths: [Int] = []
        var position = 0
        while position < tree.count {
            while let open = depths.last, open <= position { depths.removeLast() }
            let hasChildren = tree.hasChildren(position)
            let isFolded = hasChildren && folded.contains(tree[position].id)
            rows.append(Row(position: position, depth: depths.count, hasChildren: hasChildren, isFolded: isFolded))
            if isFolded {
                position = tree.end(of: position)
            } else {
                if hasChildren { depths.append(tree.end(of: position)) }
                position += 1
            }
        }
        self.rows = rows
    }

    /// The row of an item, or of the folded item that hides it; nil only in an empty tree.
    package func index(of position: ItemTree.Position) -> Int? {
        // Rows are in reading order: the last row at or before the item shows it or hides it.
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        return rows.isEmpty ? nil : max(0, low - 1)
    }
}
