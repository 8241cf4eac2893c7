/// The rows of the tree that are to be seen: what is folded hides what is below it, and a filter what it does not keep.
package struct Outline: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package var position: ItemTree.Position
        /// 0 for an area.
        package var depth: Int
        package var hasChildren: Bool
        package var isFolded: Bool
        /// False for what stands here only because something below it is kept.
        package var isKept = true
    }

    /// The folds that leave everything down to `level` visible.
    package static func folds(_ tree: ItemTree, downTo level: Level) -> Set<Identifier<Item>> {
        Set(tree.items.lazy.filter { $0.level >= level }.map(\.id))
    }

    package let rows: [Row]

    package init(_ tree: ItemTree, folded: Set<Identifier<Item>>) {
        self.init(tree, folded: folded, isShown: { _ in true }, hasChildren: tree.hasChildren, isKept: { _ in true })
    }

    /// Only the items that are kept, and what stands above them.
    package init(
        _ tree: ItemTree, folded: Set<Identifier<Item>>, keeping: (ItemTree.Position) -> Bool
    ) {
        let kept = (0..<tree.count).map(keeping)
        var shown = kept
        var above = Array(repeating: false, count: tree.count)
        // Children come after their parents: from the end, each hands on to its parent.
        for position in shown.indices.reversed() where shown[position] {
            guard let parent = tree.parent(of: position) else { continue }
            shown[parent] = true
            above[parent] = true
        }
        self.init(tree, folded: folded, isShown: { shown[$0] }, hasChildren: { above[$0] }, isKept: { kept[$0] })
    }

    private init(
        _ tree: ItemTree, folded: Set<Identifier<Item>>, isShown: (ItemTree.Position) -> Bool,
        hasChildren: (ItemTree.Position) -> Bool, isKept: (ItemTree.Position) -> Bool
    ) {
        var rows: [Row] = []
        var depths: [Int] = []
        var position = 0
        while position < tree.count {
            while let open = depths.last, open <= position { depths.removeLast() }
            guard isShown(position) else {
                position = tree.end(of: position)
                continue
            }
            let isParent = hasChildren(position)
            let isFolded = isParent && folded.contains(tree[position].id)
            rows.append(
                Row(
                    position: position, depth: depths.count, hasChildren: isParent, isFolded: isFolded,
                    isKept: isKept(position)))
            if isFolded {
                position = tree.end(of: position)
            } else {
                if isParent { depths.append(tree.end(of: position)) }
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
