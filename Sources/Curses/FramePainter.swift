import Cells
import Text

/// Paints frames: sends the cells that changed, in one write.
///
/// The painting is ours, not ncurses': it knows beforehand what changed, and asks for the words of a colour once. Of the 7.4
/// million instructions to the first frame ncurses' painting took 4.
struct FramePainter {
    /// What the terminal gives to ambiguous characters.
    var ambiguousWidth = AmbiguousWidth.narrow
    private var pen: Pen
    private var palette: Palette
    private var size: Size
    /// What the screen shows; nil when that is not known.
    private var shown: Frame?
    private var isCursorShown: Bool?

    init(words: TerminalWords, colors: ColorDepth, size: Size) {
        pen = Pen(words)
        palette = Palette(wanted: colors, words: words)
        self.size = size
    }

    /// The same before it has painted anything.
    var unused: FramePainter {
        var painter = FramePainter(words: pen.words, colors: palette.depth, size: size)
        painter.ambiguousWidth = ambiguousWidth
        return painter
    }

    /// To be called when what the screen shows is no longer what was painted: the next frame is painted whole.
    mutating func forget(size: Size) {
        self.size = size
        shown = nil
        pen.forget()
        isCursorShown = nil
    }

    /// Sends the whole screen once more, as it was.
    mutating func repaint() {
        guard let frame = shown, let theme = palette.theme else { return }
        forget(size: size)
        paint(frame, theme: theme)
    }

    /// Has bytes sent with the next frame, before it: each write wakes whoever reads the terminal, 20 µs and more.
    mutating func precede(with bytes: [UInt8]) { pen.add(bytes) }

    mutating func paint(_ frame: Frame, theme: Theme) { TerminalOutput.send(bytes(painting: frame, theme: theme)) }

    /// What to send for a frame and a question to the terminal.
    /// - Parameter row: counts from 0; whatever the question leaves in it is painted over at once.
    mutating func bytes(painting frame: Frame, theme: Theme, asking question: [UInt8], inRow row: Int) -> [UInt8] {
        let bytes = bytes(painting: frame, theme: theme)
        pen.forget()
        pen.add(question)
        paint(frame, y: row, columns: 0..<min(size.width, frame.size.width))
        if let caret = caret(of: frame) { pen.move(to: caret) }
        return bytes + pen.finish()
    }

    /// What to send so that the screen shows a frame; it counts as sent.
    mutating func bytes(painting frame: Frame, theme: Theme) -> [UInt8] {
        let caret = caret(of: frame)
        if caret == nil { showCursor(false) }
        if theme != palette.theme {
            palette.use(theme)
            shown = nil
        }
        if let old = shown, old.size == frame.size, frame.size == size {
            paintChanges(from: old, to: frame)
        } else {
            paintAll(of: frame)
        }
        if let caret {
            pen.move(to: caret)
            showCursor(true)
        }
        shown = frame
        return pen.finish()
    }

    private mutating func paintAll(of frame: Frame) {
        let plain = palette.look(of: .blank)
        pen.clear(in: plain)
        if canClear(in: plain), frame.size == size {
            let blank = Frame(size: Size(width: size.width, height: 1))
            for y in 0..<size.height { paintChanges(in: frame, y: y, from: blank, 0) }
        } else {
            let width = min(frame.size.width, size.width)
            for y in 0..<min(frame.size.height, size.height) { paint(frame, y: y, columns: 0..<width) }
        }
    }

    private mutating func paintChanges(from old: Frame, to frame: Frame) {
        let differing = (0..<size.height).map { !RowDifference.isNone(frame, $0, old, $0) }
        let scroll = pen.words.canScroll ? FrameScroll(from: old, to: frame, changed: differing) : nil
        if let scroll {
            pen.scroll(scroll.rows, isUp: scroll.up > 0, height: size.height, in: palette.look(of: .blank))
        }
        for y in 0..<size.height {
            if let scroll, scroll.rows.contains(y) {
                if scroll.isBlank(y) { paint(frame, y: y, columns: 0..<size.width) }
            } else if differing[y] {
                paintChanges(in: frame, y: y, from: old, y)
            }
        }
    }

    private mutating func paintChanges(in frame: Frame, y: Int, from old: Frame, _ oldY: Int) {
        for columns in RowDifference.stretches(frame, y, old, oldY) { paint(frame, y: y, columns: columns) }
    }

    /// Writes a stretch of a row.
    private mutating func paint(_ frame: Frame, y: Int, columns: Range<Int>) {
        let cells = frame.row(y).prefix(size.width)
        let start = cells.startIndex
        var end = columns.upperBound
        var rest: Look?
        if end == size.width {
            rest = clearableRest(of: cells, from: start + columns.lowerBound, to: &end)
            if rest == nil, y == size.height - 1, !pen.words.keepsLastCell { end -= 1 }
        }
        pen.move(to: Point(x: columns.lowerBound, y: y))
        var x = columns.lowerBound
        while x < end {
            let cell = cells[start + x]
            let look = palette.look(of: cell)
            let isBlank = cell.glyph.isSpace
            if !(isBlank && showsNothing(of: look)) { pen.wear(look) }
            let columns = Self.columns(of: cell, before: x + 1 < end ? cells[start + x + 1] : nil)
            if isBlank || columns == DisplayWidth.columns(ofBase: cell.glyph.base, ambiguous: ambiguousWidth) {
                pen.write(cell.glyph, columns: columns ?? 1)
            } else {
                // Half a character, or one that the terminal draws in another width than it was laid out for: blanks in
                // its place, so that the rest of the row stays where it belongs.
                for _ in 0..<(columns ?? 1) { pen.write(.space, columns: 1) }
            }
            x += columns ?? 1
        }
        if let rest { pen.clearRest(in: rest) }
    }

    /// Whether a blank of a look is as well written with what the pen wears: it shows only what is behind it.
    private func showsNothing(of look: Look) -> Bool {
        guard let worn = pen.look else { return false }
        return look.background == worn.background && look.isBare && worn.isBare
    }

    /// The look in which the end of a row can be cleared instead of written; `end` moves to where that begins.
    private mutating func clearableRest(of cells: ArraySlice<Cell>, from start: Int, to end: inout Int) -> Look? {
        guard let last = cells.last, last.glyph.isSpace, last.span == .single else { return nil }
        let look = palette.look(of: last)
        guard look.isBare, canClear(in: look), pen.words.clearRest != nil else { return nil }
        var place = cells.endIndex
        while place > start {
            let cell = cells[place - 1]
            guard cell.glyph.isSpace, cell.span == .single else { break }
            let other = palette.look(of: cell)
            guard other.isBare, other.background == look.background else { break }
            place -= 1
        }
        guard cells.endIndex - place >= 4 else { return nil }
        end = place - cells.startIndex
        return look
    }

    /// Whether what the terminal clears looks as a blank of that look does.
    private func canClear(in look: Look) -> Bool { look.background < 0 || pen.words.clearsInColor }

    /// The columns a cell's character was laid out for; nil for half a character. (A `switch`, because `==` of another
    /// module's type is a call.)
    private static func columns(of cell: Cell, before next: Cell?) -> Int? {
        switch cell.span {
        case .single: 1
        case .wide: next?.span == .tail ? 2 : nil
        case .tail: nil
        }
    }

    /// Where the cursor is to be seen; nil beyond the screen too.
    private func caret(of frame: Frame) -> Point? {
        guard let caret = frame.caret, (0..<size.width).contains(caret.x), (0..<size.height).contains(caret.y) else {
            return nil
        }
        return caret
    }

    private mutating func showCursor(_ shows: Bool) {
        if shows == isCursorShown { return }
        isCursorShown = shows
        pen.add(shows ? pen.words.showCursor : pen.words.hideCursor)
    }
}

extension DisplayWidth {
    fileprivate static func columns(ofBase base: UInt32, ambiguous: AmbiguousWidth) -> Int {
        base &- 0x20 < 0x5F ? 1 : columns(ofCode: base, ambiguous: ambiguous)
    }
}
