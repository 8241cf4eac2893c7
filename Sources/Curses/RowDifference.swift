import Cells
import Glibc

/// Where two frames of the same size differ. Frames are compared after each key, so cells are compared by their bytes:
/// a tenth of the instructions that `==` takes from another module.
enum RowDifference {
    static func isNone(_ new: Frame, _ y: Int, _ old: Frame, _ oldY: Int) -> Bool {
        withRows(new, y, old, oldY) { new, old in
            guard let one = new.baseAddress, let other = old.baseAddress else { return true }
            return memcmp(one, other, new.count) == 0
        }
    }

    /// The columns from the first to the last cell in which two rows differ, in whole characters of the new one; nil
    /// when they are equal.
    static func columns(_ new: Frame, _ y: Int, _ old: Frame, _ oldY: Int) -> Range<Int>? {
        // Most rows are the same.
        if isNone(new, y, old, oldY) { return nil }
        let differing = withRows(new, y, old, oldY) { new, old in
            var (first, end) = (0, new.count)
            while !differ(new, old, first) { first += 16 }
            while !differ(new, old, end - 16) { end -= 16 }
            return first / 16..<end / 16
        }
        return whole(differing, in: new, y)
    }

    /// The stretches in which two rows differ, in whole characters of the new one.
    static func stretches(_ new: Frame, _ y: Int, _ old: Frame, _ oldY: Int) -> [Range<Int>] {
        guard let all = columns(new, y, old, oldY) else { return [] }
        let stretches = withRows(new, y, old, oldY) { new, old in
            var stretches: [Range<Int>] = []
            var end = -gap
            for x in all where differ(new, old, 16 * x) {
                if x < end + gap {
                    stretches[stretches.count - 1] = stretches[stretches.count - 1].lowerBound..<x + 1
                } else {
                    stretches.append(x..<x + 1)
                }
                end = x + 1
            }
            return stretches
        }
        return stretches.map { whole($0, in: new, y) }
    }

    /// Stretches with fewer equal cells between them are one: to move the cursor takes as many bytes.
    private static let gap = 6

    private static func whole(_ columns: Range<Int>, in frame: Frame, _ y: Int) -> Range<Int> {
        var (first, end) = (columns.lowerBound, columns.upperBound)
        while first > 0, case .tail = frame[first, y].span { first -= 1 }
        while end < frame.size.width, case .tail = frame[end, y].span { end += 1 }
        return first..<end
    }

    private static func withRows<Result>(
        _ new: Frame, _ y: Int, _ old: Frame, _ oldY: Int,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let width = new.size.width * 16
        return new.cells.withUnsafeBytes { new in
            old.cells.withUnsafeBytes { old in
                body(
                    UnsafeRawBufferPointer(rebasing: new[y * width..<(y + 1) * width]),
                    UnsafeRawBufferPointer(rebasing: old[oldY * width..<(oldY + 1) * width]))
            }
        }
    }

    /// - Parameter place: where a cell begins, in bytes.
    private static func differ(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        one.load(fromByteOffset: place, as: UInt64.self) != other.load(fromByteOffset: place, as: UInt64.self)
            || one.load(fromByteOffset: place + 8, as: UInt64.self)
                != other.load(fromByteOffset: place + 8, as: UInt64.self)
    }
}
