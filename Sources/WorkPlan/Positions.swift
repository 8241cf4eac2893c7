/// Positions of items, four bytes each: lists that are kept are as long as a plan.
package struct Positions: RandomAccessCollection, Equatable, Sendable, ExpressibleByArrayLiteral {
    private var packed: [Int32] = []

    package init(_ positions: some Sequence<ItemTree.Position>) {
        let grown = positions.map { Int32($0) }
        // Without the room that growing leaves.
        packed = grown.withUnsafeBufferPointer { Array($0) }
    }

    /// None, and room for so many. Room that nobody touches costs nothing.
    init(room: Int) {
        packed.reserveCapacity(room)
    }

    package init(arrayLiteral positions: ItemTree.Position...) {
        self.init(positions)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { packed.count }

    package subscript(index: Int) -> ItemTree.Position { Int(packed[index]) }

    mutating func append(_ position: ItemTree.Position) {
        packed.append(Int32(position))
    }

    // MARK: In reading order

    /// The index of the first that is not before `position`.
    package func firstIndex(notBefore position: ItemTree.Position) -> Int {
        packed.index(fromWhich: { $0 >= position })
    }

    /// Those among some neighbours.
    func within(_ range: Range<ItemTree.Position>) -> Slice<Positions> {
        self[firstIndex(notBefore: range.lowerBound)..<firstIndex(notBefore: range.upperBound)]
    }

    package func holds(_ position: ItemTree.Position) -> Bool {
        let index = firstIndex(notBefore: position)
        return index < count && packed[index] == position
    }
}
