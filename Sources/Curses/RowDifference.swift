import Cells

/// Where two frames of the same size differ. Frames are compared after each key, so cells are compared by their bytes:
/// a tenth of the instructions that `==` takes from another module.
enum RowDifference {
    /// The columns from the first to the last cell in which two rows differ, in whole characters of the new one; nil
    /// when they are equal.
    static func columns(_ new: Frame, _ y: Int, _ old: Frame, _ oldY: Int) -> Range<Int>? {
        let width = new.size.width
        let differing = new.cells.withUnsafeBytes { new in
            old.cells.withUnsafeBytes { old in
                cells(
                    UnsafeRawBufferPointer(rebasing: new[y * width * 16..<(y + 1) * width * 16]),
                    UnsafeRawBufferPointer(rebasing: old[oldY * width * 16..<(oldY + 1) * width * 16]))
            }
        }
        guard let differing else { return nil }
        var (first, end) = (differing.lowerBound, differing.upperBound)
        while first > 0, case .tail = new[first, y].span { first -= 1 }
        while end < width, case .tail = new[end, y].span { end += 1 }
        return first..<end
    }

    private static func cells(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Range<Int>? {
        let mask = tailMask
        func differ(_ place: Int) -> Bool {
            one.load(fromByteOffset: place, as: UInt64.self) != other.load(fromByteOffset: place, as: UInt64.self)
                || (one.load(fromByteOffset: place + 8, as: UInt64.self)
                    ^ other.load(fromByteOffset: place + 8, as: UInt64.self)) & mask != 0
        }
        var (first, end) = (0, one.count)
        while first < end, !differ(first) { first += 16 }
        if first == end { return nil }
        while end > first + 16, !differ(end - 16) { end -= 16 }
        return first / 16..<end / 16
    }

    /// The bytes of a cell's second half that are its own; those behind them hold nothing, and anything.
    private static let tailMask = UInt64.max.littleEndian >> UInt64(8 * (16 - MemoryLayout<Cell>.size))
}
