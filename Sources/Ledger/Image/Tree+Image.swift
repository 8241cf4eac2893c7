import WorkPlan

// The tree lies in an image as its shape, in the front, and pieces of items behind it. Where a session has judged the
// plan, what it found out about the items lies with the shape.

/// What stands above light and status in the number that a share begins with.
private enum Packed {
    static let recurs = 64, deadline = 128, actual = 256, weight = 512
    static let most = 1023
}

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

    mutating func standings(_ standings: Standings) {
        day(standings.today)
        for position in standings.plan.tree.positions {
            share(standings.share(of: position), standings.weight(of: position))
        }
    }

    private mutating func share(_ share: Share, _ weight: Double) {
        guard share.level >= .subtask else { return }
        var packed = share.light.severity << 3 | share.status.lane
        if share.recurs { packed |= Packed.recurs }
        if share.deadline != nil { packed |= Packed.deadline }
        if share.actual != nil { packed |= Packed.actual }
        if weight != 1 { packed |= Packed.weight }
        integer(packed)
        if let deadline = share.deadline { day(deadline) }
        if let actual = share.actual { number(actual) }
        if weight != 1 { number(weight) }
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

    /// Nil where they are not of this plan.
    mutating func standings(of plan: Plan) -> Standings? {
        let (lights, statuses) = (Light.allCases, Status.Category.allCases)
        let day = day()
        var shares: [Share] = []
        shares.reserveCapacity(plan.tree.count)
        var weights: [ItemTree.Position: Double] = [:]
        for position in plan.tree.positions {
            let level = plan.tree.level(of: position)
            guard level >= .subtask else {
                shares.append(Share(parent: level))
                continue
            }
            let packed = integer(in: 0...Packed.most)
            let (light, status) = (packed >> 3 & 7, packed & 7)
            guard light < lights.count, status < statuses.count else {
                fail()
                return nil
            }
            shares.append(
                Share(
                    level: level, light: lights[light], status: statuses[status], recurs: packed & Packed.recurs != 0,
                    deadline: packed & Packed.deadline != 0 ? self.day() : nil,
                    actual: packed & Packed.actual != 0 ? number() : nil))
            if packed & Packed.weight != 0 { weights[position] = number() }
        }
        return Standings(plan, on: day, shares: shares, weights: weights)
    }
}
