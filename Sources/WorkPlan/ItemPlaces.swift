/// Finds items by their identifiers. Holds only their positions, four bytes a slot, because the identifiers stand in the
/// items: a dictionary takes six times as much, 6 MB at 100,000 items.
package struct ItemPlaces: Equatable, Sendable {
    /// A position behind the slot that an identifier's hash says; −1 in a free one.
    package private(set) var slots: [Int32]
    /// What makes the hashes others than anybody could choose identifiers for.
    package let seed: UInt64
    private var count = 0
    /// Those of the first items, where these lie in a file: to look for an item is no reason to read it.
    private var names = ItemNames()
    /// Whether they are the ones that are always made of the same items.
    private(set) var isLasting = false

    /// - Parameter capacity: how many items there is room for before it grows.
    init(capacity: Int = 0, seed: UInt64 = freshSeed) {
        slots = Array(repeating: -1, count: max(16, (3 * capacity + 1) / 2))
        self.seed = seed
    }

    private static let freshSeed = UInt64.random(in: 0 ... .max)

    init(_ items: Pieces<Item>, capacity: Int = 0, seed: UInt64 = freshSeed) {
        self.init(capacity: max(items.count, capacity), seed: seed)
        for position in items.indices { _ = items.with(position) { insert($0.id, at: position, in: items) } }
    }

    /// The same for the same items: with a seed that follows from all their identifiers.
    init(lasting items: Pieces<Item>) {
        let seed = items.indices.reduce(UInt64(items.count) | 1) { seed, position in
            items.with(position) { Self.hash(of: $0.id.text, seed) }
        }
        self.init(capacity: items.count, seed: seed)
        for position in items.indices {
            var slot = items.with(position) { self.slot(of: Self.hash(of: $0.id.text, seed)) }
            // No two are the same: which identifiers stand in the slots need not be looked at.
            while slots[slot] >= 0 { slot = self.slot(behind: slot) }
            slots[slot] = Int32(position)
        }
        count = items.count
        isLasting = true
    }

    /// The slots of lasting places of the items with these names; nil where they cannot be that.
    init?(slots: [Int32], seed: UInt64, names: ItemNames) {
        guard Self.hasRoom(slots.count, for: names.count), slots.allSatisfy({ $0 >= -1 && $0 < names.count })
        else { return nil }
        self.slots = slots
        self.seed = seed
        self.names = names
        count = names.count
        isLasting = true
    }

    func position(of id: Identifier<Item>, in items: Pieces<Item>) -> ItemTree.Position? {
        let found = slots[slot(of: id.text, in: items)]
        return found < 0 ? nil : Int(found)
    }

    /// Takes in the item that is about to stand behind all others.
    /// - Returns: false, and nothing happens, where its identifier is taken.
    mutating func append(_ id: Identifier<Item>, to items: Pieces<Item>) -> Bool {
        isLasting = false
        if !Self.hasRoom(slots.count, for: count + 1) {
            self = ItemPlaces(items, capacity: 2 * count + 1)
        }
        return insert(id, at: items.count, in: items)
    }

    private mutating func insert(_ id: Identifier<Item>, at position: ItemTree.Position, in items: Pieces<Item>) -> Bool
    {
        let slot = slot(of: id.text, in: items)
        guard slots[slot] < 0 else { return false }
        slots[slot] = Int32(position)
        count += 1
        return true
    }

    /// Its own slot, or the free one where it would be.
    private func slot(of id: String, in items: Pieces<Item>) -> Int {
        var slot = self.slot(of: Self.hash(of: id, seed))
        while slots[slot] >= 0, !isCalled(id, Int(slots[slot]), in: items) { slot = self.slot(behind: slot) }
        return slot
    }

    private func isCalled(_ id: String, _ position: ItemTree.Position, in items: Pieces<Item>) -> Bool {
        position < names.count ? names.isCalled(id, position) : items.with(position) { $0.id.text == id }
    }

    private func slot(of hash: UInt64) -> Int { Int(hash.multipliedFullWidth(by: UInt64(slots.count)).high) }

    private func slot(behind slot: Int) -> Int { slot + 1 < slots.count ? slot + 1 : 0 }

    /// The same in every run, as the library's are not: the slots can be kept in a file.
    private static func hash(of id: String, _ seed: UInt64) -> UInt64 {
        var hash = seed
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)).multipliedAndFolded(by: 0x9E37_79B9_7F4A_7C15) }
        return hash.multipliedAndFolded(by: seed | 1)
    }

    /// A third stays free, so that a search soon comes to an end.
    private static func hasRoom(_ slots: Int, for count: Int) -> Bool { slots > 0 && count * 3 <= slots * 2 }
}

extension UInt64 {
    /// Both halves of the product in one: every bit of either factor reaches every other.
    fileprivate func multipliedAndFolded(by factor: UInt64) -> UInt64 {
        let (high, low) = multipliedFullWidth(by: factor)
        return high ^ low
    }
}
