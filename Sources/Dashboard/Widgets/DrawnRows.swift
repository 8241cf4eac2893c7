import Cells
import Synchronization

/// The rows a list drew last. As long as nothing but the cursor and the scroll changes they are copied: laying out a row
/// costs 35,000 instructions, copying its cells 500. `Equatable` is asked for as in `Memo`.
final class DrawnRows<Look: Sendable, Key: Sendable>: Sendable {
    private let drawn = Mutex<(look: Look, rows: [Row])?>(nil)

    private struct Row {
        let key: Key
        let cells: [Cell]
    }
}

extension DrawnRows where Look: Equatable, Key: Equatable {
    /// Draws rows one below the other from the top of the bounds. `look` is whatever all of them depend on.
    func draw(_ keys: some Sequence<Key>, look: Look, _ canvas: inout Canvas, _ body: (Key, inout Canvas) -> Void) {
        let known = drawn.withLock { $0?.look == look ? $0?.rows : nil } ?? []
        var rows: [Row] = []
        rows.reserveCapacity(canvas.height)
        // Rows mostly follow each other as they did: the next one is looked for behind the last one found.
        var next = 0
        for (y, key) in keys.prefix(canvas.height).enumerated() {
            if !known.indices.contains(next) || known[next].key != key {
                next = known.firstIndex { $0.key == key } ?? known.count
            }
            if next < known.count {
                canvas.paste(known[next].cells, y: y)
                rows.append(known[next])
                next += 1
            } else {
                canvas.within(Rect(x: 0, y: y, width: canvas.width, height: 1)) { body(key, &$0) }
                if let cells = canvas.cells(inRow: y) { rows.append(Row(key: key, cells: cells)) }
            }
        }
        drawn.withLock { $0 = (look, rows) }
    }
}
