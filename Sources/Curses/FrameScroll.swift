import Cells

/// A stretch of rows that a new frame shows one row higher or lower than the old one, as a list does at its edge. Worth
/// finding: handing over every row of a page costs four times as much as shifting them.
struct FrameScroll: Equatable {
    /// The rows that hold the stretch both before and after.
    let rows: ClosedRange<Int>
    /// How many rows it went up: 1, or -1 for down.
    let up: Int

    /// The scroll that takes the most rows of `old` to their places in `new`; nil if it takes only a few. The frames
    /// have the same size; `changed` tells of each row whether it differs from what stood there.
    init?(from old: Frame, to new: Frame, changed: [Bool]) {
        guard changed.count(where: { $0 }) >= Self.leastRows else { return nil }
        let height = new.size.height
        var longest: (start: Int, count: Int, up: Int) = (0, Self.leastRows - 1, 0)
        for up in [1, -1] {
            var start = 0
            for y in 0...height {
                let source = y + up
                let isTaken =
                    y < height && changed[y] && (0..<height).contains(source)
                    && RowDifference.isNone(new, y, old, source)
                if isTaken { continue }
                if y - start > longest.count { longest = (start, y - start, up) }
                start = y + 1
            }
        }
        guard longest.up != 0 else { return nil }
        let last = longest.start + longest.count - 1
        rows = longest.up > 0 ? longest.start...last + 1 : longest.start - 1...last
        up = longest.up
    }

    /// Which of `rows` is blank after the scroll; the others are as they should be.
    func isBlank(_ y: Int) -> Bool { !rows.contains(y + up) }

    private static let leastRows = 6
}
