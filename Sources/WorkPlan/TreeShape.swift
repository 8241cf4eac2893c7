/// Which items stand below which: all that is known of a tree without looking at its items. Always one that could have
/// been built by appending.
struct TreeShape: Equatable, Sendable {
    typealias Position = ItemTree.Position

    /// As the items themselves say.
    private(set) var levels: [Level] = []
    /// −1 for an area.
    private(set) var parents: [Int32] = []
    /// The positions behind the last item below each.
    private(set) var ends: [Int32] = []
    /// How many siblings stand before each.
    private(set) var ordinals: [Int32] = []

    init() {}

    /// All at once, two fifths of what appending one by one takes. Nil where that would refuse one.
    init?(levels: [Level], parents: [Int32]) {
        guard levels.count == parents.count, levels.count < Int32.max else { return nil }
        self.levels = levels
        self.parents = parents
        ends = levels.indices.map { Int32($0 + 1) }
        ordinals = Array(repeating: 0, count: levels.count)
        for position in levels.indices {
            let above = parents[position]
            guard above >= -1, above < position else { return nil }
            guard Self.fits(levels[position], under: above < 0 ? nil : levels[Int(above)]) else { return nil }
            let before = climb(from: position, to: above)
            guard before >= above else { return nil }
            if before > above { ordinals[position] = ordinals[Int(before)] + 1 }
        }
        for position in levels.indices.reversed() where parents[position] >= 0 {
            let above = Int(parents[position])
            ends[above] = max(ends[above], ends[position])
        }
    }

    static func == (left: TreeShape, right: TreeShape) -> Bool {
        left.parents == right.parents && left.levels == right.levels
    }

    var count: Int { levels.count }

    /// How many items stand above an item.
    func depth(of position: Position) -> Int {
        var depth = 0
        var above = parents[position]
        while above >= 0 {
            depth += 1
            above = parents[Int(above)]
        }
        return depth
    }

    /// Takes a further item behind all others.
    mutating func append(_ level: Level, under parent: Position?) throws(ItemTree.Refusal) {
        try check(level, under: parent)
        let position = count
        let above = parent ?? -1
        let before = Int(climb(from: position, to: Int32(above)))
        ordinals.append(before > above ? ordinals[before] + 1 : 0)
        levels.append(level)
        parents.append(Int32(above))
        ends.append(Int32(position + 1))
        var ancestor = above
        while ancestor >= 0 {
            ends[ancestor] = Int32(position + 1)
            ancestor = Int(parents[ancestor])
        }
    }

    /// Up from the item before a position: to `above` itself, or to its last child so far. Beyond `above` where that is not
    /// on the way.
    private func climb(from position: Position, to above: Int32) -> Int32 {
        var place = Int32(position) - 1
        while place > above, parents[Int(place)] != above { place = parents[Int(place)] }
        return place
    }

    /// Whether an item can stand behind all others.
    func check(_ level: Level, under parent: Position?) throws(ItemTree.Refusal) {
        guard parent ?? -1 < count else { throw .outOfOrder }
        let above = parent.map { levels[$0] }
        guard Self.fits(level, under: above) else { throw .misplaced(level, under: above) }
        guard parent.map({ Int(ends[$0]) == count }) ?? true else { throw .outOfOrder }
    }

    static func fits(_ level: Level, under above: Level?) -> Bool {
        above.map { $0 < level && $0 != .milestone } ?? (level == .area)
    }
}
