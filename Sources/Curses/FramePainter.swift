import CNcurses
import Cells
import Text

/// Paints frames: hands ncurses the cells that changed, and has it send the difference.
struct FramePainter {
    private var palette: CursesPalette
    private var size: Size
    /// What the screen shows; nil when that is not known.
    private var shown: Frame?
    private var isCursorShown: Bool?
    /// One row of cells in ncurses' form, used again and again.
    private let row = CursesRow()

    init(palette: CursesPalette, size: Size) {
        self.palette = palette
        self.size = size
    }

    /// To be called when what the screen shows is no longer what was painted: the next frame is painted whole.
    mutating func forget(size: Size) {
        self.size = size
        shown = nil
    }

    /// Sends the whole screen once more, as it was.
    mutating func repaint() {
        clearok(lianxi_curscr(), true)
        wnoutrefresh(lianxi_stdscr())
        doupdate()
        isCursorShown = nil
        if let shown { showCursor(shown.caret) }
    }

    /// Sends one row once more; it counts from 0.
    mutating func repaint(row: Int) {
        wredrawln(lianxi_stdscr(), Int32(row), 1)
        wnoutrefresh(lianxi_stdscr())
        doupdate()
    }

    mutating func paint(_ frame: Frame, theme: Theme) {
        if shown == nil { clearok(lianxi_stdscr(), true) }
        if theme != palette.theme {
            palette.use(theme)
            shown = nil
        }
        paintRows(of: frame)
        if frame.caret == nil { showCursor(nil) }
        if let caret = frame.caret, isOnScreen(caret) { wmove(lianxi_stdscr(), Int32(caret.y), Int32(caret.x)) }
        wnoutrefresh(lianxi_stdscr())
        doupdate()
        showCursor(frame.caret)
        shown = frame
    }

    private mutating func paintRows(of frame: Frame) {
        guard let old = shown, old.size == frame.size, frame.size == size else {
            let width = min(frame.size.width, size.width)
            for y in 0..<min(frame.size.height, size.height) { paint(frame, y: y, columns: 0..<width) }
            return
        }
        let differing = (0..<size.height).map { RowDifference.columns(frame, $0, old, $0) }
        let scroll = FrameScroll(from: old, to: frame, changed: differing.map { $0 != nil })
        if let scroll { apply(scroll) }
        for y in 0..<size.height {
            var columns = differing[y]
            if let scroll, scroll.rows.contains(y) {
                columns = 0..<size.width
                if let source = scroll.source(of: y) { columns = RowDifference.columns(frame, y, old, source) }
            }
            if let columns { paint(frame, y: y, columns: columns) }
        }
    }

    private func apply(_ scroll: FrameScroll) {
        let window = lianxi_stdscr()
        scrollok(window, true)
        wsetscrreg(window, Int32(scroll.rows.lowerBound), Int32(scroll.rows.upperBound))
        wscrl(window, Int32(scroll.up))
        wsetscrreg(window, 0, Int32(size.height - 1))
        scrollok(window, false)
    }

    /// Hands a stretch of a row to ncurses.
    private mutating func paint(_ frame: Frame, y: Int, columns: Range<Int>) {
        let start = y * frame.size.width
        let end = start + columns.upperBound
        let room = row.room(for: columns.count)
        var filled = 0
        var place = start + columns.lowerBound
        var before = lookBefore(place, from: start, frame)
        while place < end {
            let cell = frame.cells[place]
            var look = palette.look(of: cell)
            // A blank shows only what is behind it: in its neighbour's colours it takes no change of colours, which is
            // 22 bytes each way.
            if cell.glyph.isSpace, look.isBare, before.isBare, look.background == before.background { look = before }
            before = look
            let columns = Self.columns(of: cell, before: place + 1 < end ? frame.cells[place + 1] : nil)
            if columns == Self.columns(of: cell.glyph.base) {
                let marks = cell.glyph.hasMarks ? cell.glyph.scalars.dropFirst().map(\.value) : []
                lianxi_fill(
                    room + filled, cell.glyph.base, marks.first ?? 0, marks.dropFirst().first ?? 0, look.attributes,
                    look.pair)
                filled += 1
            } else {
                // Half a character, or one that the terminal draws in another width than it was laid out for: blanks in
                // its place, so that the rest of the row stays where it belongs.
                for _ in 0..<(columns ?? 1) {
                    lianxi_fill(room + filled, 0x20, 0, 0, look.attributes, look.pair)
                    filled += 1
                }
            }
            place += columns ?? 1
        }
        wmove(lianxi_stdscr(), Int32(y), Int32(columns.lowerBound))
        _ = wadd_wchnstr(lianxi_stdscr(), room, Int32(filled))
    }

    /// The look of the last cell before a place that is no blank; where there is none, that of the first cell.
    private mutating func lookBefore(_ place: Int, from start: Int, _ frame: Frame) -> CursesPalette.Look {
        var before = place
        while before > start, frame.cells[before].glyph.isSpace { before -= 1 }
        return palette.look(of: frame.cells[before])
    }

    /// The columns a cell's character was laid out for; nil for half a character. (A `switch`, because `==` of another
    /// module's type is a call.)
    private static func columns(of cell: Cell, before next: Cell?) -> Int? {
        switch cell.span {
        case .single: 1
        case .wide: next?.span == .tail ? 2 : nil
        case .tail: nil
        }
    }

    private static func columns(of base: UInt32) -> Int {
        base &- 0x20 < 0x5F ? 1 : DisplayWidth.columns(ofCode: base, ambiguous: currentAmbiguousWidth)
    }

    private func isOnScreen(_ point: Point) -> Bool {
        (0..<size.width).contains(point.x) && (0..<size.height).contains(point.y)
    }

    private mutating func showCursor(_ caret: Point?) {
        let shows = caret.map(isOnScreen) ?? false
        if shows == isCursorShown { return }
        isCursorShown = shows
        curs_set(shows ? 1 : 0)
    }
}

/// Cells in ncurses' form, in memory that is asked for once.
private final class CursesRow {
    private var capacity = 256
    private var cells = UnsafeMutablePointer<cchar_t>.allocate(capacity: 256)

    /// Room for so many cells; nothing is known of what it holds.
    func room(for count: Int) -> UnsafeMutablePointer<cchar_t> {
        if count > capacity {
            cells.deallocate()
            capacity = count
            cells = .allocate(capacity: count)
        }
        return cells
    }

    deinit { cells.deallocate() }
}
