import WorkPlan

// The tree lies in an image as its shape, in the front; behind it all pieces of items, and behind these their extras.

extension ImageWriter {
    /// - Parameters:
    ///   - pieces, extras: take what lies behind the front.
    mutating func tree(_ tree: ItemTree, pieces: FilePieces, extras: FilePieces) {
        var places: [StoredItems.Place] = []
        for number in 0..<ItemTree.pieces(of: tree.count) {
            var rest: [UInt8] = []
            let piece = apart { writer in
                for position in ItemTree.piece(number, of: tree.count) {
                    let item = tree[position]
                    let extras = item.extras.map { extras in writer.apart { $0.extras(extras) } } ?? []
                    writer.item(item, extras: extras.count)
                    rest += extras
                }
            }
            pieces.add(piece)
            extras.add(rest)
            places.append(StoredItems.Place(items: StoredItems.Part(piece), extras: StoredItems.Part(rest)))
        }
        data(tree.positions.map { UInt8(tree.level(of: $0).depth) })
        words(tree.parents)
        let found = tree.lastingPlaces
        words(found.slots)
        word(found.seed)
        let names = ItemNames(tree)
        data(names.bytes)
        list(places) { writer, place in
            for part in [place.items, place.extras] {
                writer.integer(part.count)
                writer.word(part.seal)
            }
        }
    }
}

extension ImageReader {
    /// - Parameters:
    ///   - file: where the pieces lie.
    ///   - wholly: whether the extras are looked at.
    ///   - remade: as `StoredItems` wants it.
    mutating func tree(_ file: PieceFile, wholly: Bool, remade: @escaping @Sendable () -> ItemTree?) -> ItemTree {
        let levels = levels()
        let (parents, slots, seed) = (words(), words(), word())
        let names = ItemNames(bytes: Array(data()), count: levels.count)
        let places = list { StoredItems.Place(items: $0.part(), extras: $0.part()) }
        guard places.count == ItemTree.pieces(of: levels.count) else {
            fail()
            return ItemTree()
        }
        let stored = StoredItems(file, places, tables, count: levels.count, remade: remade)
        let recent = Recent<[Item]>(most: 64)
        guard stored.isSound(wholly: wholly), let names,
            let tree = ItemTree(
                levels: levels, parents: parents, slots: slots, seed: seed, names: names,
                read: { number, isPassing in
                    isPassing ? stored.piece(number) : recent.value(number) { stored.piece(number) }
                })
        else {
            fail()
            return ItemTree()
        }
        return tree
    }

    private mutating func part() -> StoredItems.Part {
        StoredItems.Part(count: natural(), seal: word())
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
