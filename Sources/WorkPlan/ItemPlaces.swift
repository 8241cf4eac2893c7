/// Finds items by their identifiers. Holds only their positions, four bytes a slot, because the identifiers stand in the
/// items: a dictionary takes six times as much, 6 MB at 100,000 items.
struct ItemPlaces: Sendable {
    /// A position behind the slot that an identifier's hash says; −1 in a free one. As many as a power of two.
    private var slots: [Int32]
    private var count = 0

    /// - Parameter capacity: how many items there is room for before it grows.
    init(capacity: Int = 0) {
        var size = 16
        while !Self.hasRoom(size, for: capacity) { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    init(_ items: Pieces<Item>, capacity: Int = 0) {
        self.init(capacity: max(items.count, capacity))
        for position in items.indices { _ = items.with(position) { insert($0.id, at: position, in: items) } }
    }

    func position(of id: Identifier<Item>, in items: Pieces<Item>) -> ItemTree.Position? {
        let found = slots[slot(of: id.text, in: items)]
        return found < 0 ? nil : Int(found)
    }

    /// Takes in the item that is about to stand behind all others.
    /// - Returns: false, and nothing happens, where its identifier is taken.
    mutating func append(_ id: Identifier<Item>, to items: Pieces<Item>) -> Bool {
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
        var slot = id.hashValue & (slots.count - 1)
        while slots[slot] >= 0, !items.with(Int(slots[slot]), { $0.id.text == id }) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// A third stays free, so that a search soon comes to an end.
    private static func hasRoom(_ slots: Int, for count: Int) -> Bool { count * 3 <= slots * 2 }
}
