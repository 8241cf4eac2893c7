/// The rows of a matrix: the tree down to the subtasks with its folds, or the subtasks alone.
package struct MatrixRows: Sendable {
    package let rows: [Outline.Row]

    /// Areas, tasks and subtasks; milestones have no rows. One pass, since every key makes them anew.
    package init(_ tree: ItemTree, folded: Set<Identifier<Item>>) {
        var rows: [Outline.Row] = []
        rows.reserveCapacity(folded.isEmpty ? tree.count : 0)
        var open: [ItemTree.Position] = []
        var position = 0
        while position < tree.count {
            while let end = open.last, end <= position { open.removeLast() }
            let end = tree.end(of: position)
            let level = tree.items[position].level
            let hasChildren = level < .subtask && end > position + 1
            let isFolded = hasChildren && !folded.isEmpty && folded.contains(tree.items[position].id)
            if level != .milestone {
                rows.append(
                    Outline.Row(
                        position: position, depth: open.count, hasChildren: hasChildren, isFolded: isFolded))
            }
            if hasChildren && !isFolded {
                open.append(end)
                position += 1
            } else {
                position = end
            }
        }
        self.rows = rows
    }

    /// The flat arrangement: every subtask, whatever is folded.
    package init(flat tree: ItemTree) {
        rows = tree.items.indices.compactMap { position in
            tree.items[position].level == .subtask ? Self.row(position) : nil
        }
    }

    /// The areas alone.
    package init(areas tree: ItemTree) {
        rows = tree.roots.map { Self.row($0) }
    }

    private static func row(_ position: ItemTree.Position) -> Outline.Row {
        Outline.Row(position: position, depth: 0, hasChildren: false, isFolded: false)
    }

    /// The row of an item, or of the one that hides it; in the flat arrangement that of the first subtask below it.
    package func index(of position: ItemTree.Position, in tree: ItemTree) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        // The item itself or what hides it stands before; below an item that has no row stand its subtasks.
        let above = low - 1
        if rows.indices.contains(above), tree.subtree(of: rows[above].position).contains(position) { return above }
        return max(0, min(rows.count - 1, low))
    }
}
