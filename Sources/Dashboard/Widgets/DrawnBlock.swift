import Cells
import Synchronization

/// A part of the screen as it was drawn last, to be copied as long as what it is made from stays the same.
/// `Equatable` is asked for as in `Memo`.
final class DrawnBlock<Look: Sendable>: Sendable {
    private let drawn = Mutex<(look: Look, rows: [[Cell]])?>(nil)
}

extension DrawnBlock where Look: Equatable {
    /// Draws the whole of the bounds, which are part of `look` by their size.
    func draw(_ look: Look, _ canvas: inout Canvas, _ body: (inout Canvas) -> Void) {
        if let rows = drawn.withLock({ $0?.look == look ? $0?.rows : nil }), rows.count == canvas.height {
            for (y, cells) in rows.enumerated() { canvas.paste(cells, y: y) }
            return
        }
        body(&canvas)
        let rows = (0..<canvas.height).compactMap { canvas.cells(inRow: $0) }
        drawn.withLock { $0 = (look, rows) }
    }
}
