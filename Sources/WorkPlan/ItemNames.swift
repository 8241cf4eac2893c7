/// The identifiers of a plan's items as they lie in a file: each behind its length, which is a byte.
package struct ItemNames: Equatable, Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where every 32nd begins. To say it of each would take half as much as the names themselves.
    private var starts: [Int32] = []
    private(set) var count = 0

    private static var stride: Int { 32 }

    package init() {}

    package init(_ tree: ItemTree) {
        tree.items.each(in: tree.positions) { _, item in
            if count.isMultiple(of: Self.stride) { starts.append(Int32(bytes.count)) }
            count += 1
            // None that is well-formed is longer than a byte tells; of others there is no image.
            bytes.append(UInt8(truncatingIfNeeded: item.id.text.utf8.count))
            bytes += Array(item.id.text.utf8)
        }
    }

    /// Nil where these are not the names of so many items.
    package init?(bytes: [UInt8], count: Int) {
        var place = 0
        while place < bytes.count {
            if self.count.isMultiple(of: Self.stride) { starts.append(Int32(place)) }
            self.count += 1
            place += 1 + Int(bytes[place])
        }
        guard place == bytes.count, self.count == count else { return nil }
        self.bytes = bytes
    }

    func isCalled(_ id: String, _ position: ItemTree.Position) -> Bool {
        var place = Int(starts[position / Self.stride])
        for _ in 0..<position % Self.stride { place += 1 + Int(bytes[place]) }
        return bytes[place + 1..<place + 1 + Int(bytes[place])].elementsEqual(id.utf8)
    }
}
