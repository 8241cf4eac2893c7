import WorkPlan

// The tree lies in an image as its shape, in the front, and pieces of items behind it.

extension ImageWriter {
    /// - Returns: the pieces, one after the other.
    mutating func tree(_ tree: ItemTree) -> [UInt8] {
        var pieces: [UInt8] = []
        var places: [StoredItems.Place] = []
        for start in stride(from: 0, to: tree.count, by: ItemTree.pieceLength) {
            let piece = apart { writer in
                for position in start..<min(start + ItemTree.pieceLength, tree.count) { writer.item(tree[position]) }
            }
            pieces += piece
            places.append(StoredItems.Place(count: piece.count, seal: Image.seal(piece)))
        }
        data(tree.positions.map { UInt8(tree.level(of: $0).depth) })
        words(tree.parents)
        let found = tree.lastingPlaces
        words(found.slots)
        word(found.seed)
        list(places) {
            $0.integer($1.count)
            $0.word($1.seal)
        }
        return pieces
    }
}

extension ImageReader {
    /// - Parameters:
    ///   - file: where the pieces lie.
    ///   - remade: as `StoredItems` wants it.
    mutating func tree(_ file: PieceFile, remade: @escaping @Sendable () -> ItemTree?) -> ItemTree {
        let levels = levels()
        let (parents, slots, seed) = (words(), words(), word())
        let places = list { StoredItems.Place(count: $0.integer(in: 0...Int(Int32.max)), seal: $0.word()) }
        guard places.count == (levels.count + ItemTree.pieceLength - 1) / ItemTree.pieceLength else {
            fail()
            return ItemTree()
        }
        let stored = StoredItems(file, places, tables, count: levels.count, remade: remade)
        guard stored.isSound,
            let tree = ItemTree(levels: levels, parents: parents, slots: slots, seed: seed, read: { stored.piece($0) })
        else {
            fail()
            return ItemTree()
        }
        return tree
    }

    private mutating func levels() -> [Level] {
        let all = Level.allCases
        let bytes = data()
        guard bytes.allSatisfy({ $0 < all.count }) else {
            fail()
            return []
        }
        return bytes.map { all[Int($0)] }
    }
}
