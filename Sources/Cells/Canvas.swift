import Text

/// The only writer of cells: draws on a frame, inside a rectangle, and keeps every wide character whole.
///
/// All coordinates are cells counted from the origin of `bounds`. Whatever lies outside the bounds, or outside the
/// bounds around them, is clipped; no coordinate is an error. Text keeps the surface of the cells it is written on. A
/// wide character that is half overwritten gives way to a blank, even where its other half lies outside the bounds.
package struct Canvas {
    package private(set) var frame: Frame
    package let glyphs: GlyphSet
    /// The area drawn on, in cells of the frame. It may stick out of what can be drawn on.
    package private(set) var bounds: Rect
    /// The cells of the frame that can be drawn on.
    private(set) var clip: Rect

    package init(size: Size, glyphs: GlyphSet) {
        frame = Frame(size: size)
        self.glyphs = glyphs
        bounds = Rect(x: 0, y: 0, width: size.width, height: size.height)
        clip = bounds
    }

    /// The width of the bounds in cells.
    package var width: Int { bounds.width }
    /// The height of the bounds in cells.
    package var height: Int { bounds.height }
    /// The whole of the bounds, in their own coordinates.
    package var area: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    /// Draws on a part of the bounds; within `body` its top left cell is (0, 0).
    package mutating func within(_ rect: Rect, _ body: (inout Canvas) -> Void) {
        let outer = (bounds: bounds, clip: clip)
        bounds = inFrame(rect)
        clip = clip.intersection(bounds)
        body(&self)
        (bounds, clip) = outer
    }

    /// Makes cells blank, on a surface.
    package mutating func fill(_ rect: Rect, surface: Surface) {
        let cells = clip.intersection(inFrame(rect))
        guard !cells.isEmpty else { return }
        for y in cells.y..<cells.bottom {
            part(x: cells.x, y: y)
            part(x: cells.right - 1, y: y)
            for x in cells.x..<cells.right { frame[x, y] = Cell(.space, surface: surface) }
        }
    }

    /// Puts a surface behind cells, whatever they show.
    package mutating func surface(_ surface: Surface, _ rect: Rect) {
        let cells = clip.intersection(inFrame(rect))
        guard !cells.isEmpty else { return }
        for y in cells.y..<cells.bottom {
            for x in cells.x..<cells.right { frame[x, y].surface = surface }
        }
    }

    /// Lays a surface under what is written in these roles on one row: from the first such cell to the last, but no further
    /// than so many columns and the rest of a wide character.
    package mutating func surface(_ surface: Surface, under roles: Role..., y: Int, width: Int, most: Int) {
        let row = clip.intersection(inFrame(Rect(x: 0, y: y, width: width, height: 1)))
        guard !row.isEmpty else { return }
        let written = (row.x..<row.right).filter { x in
            let cell = frame[x, row.y]
            return roles.contains(cell.role) && (cell.span == .tail || cell.glyph != .space)
        }
        guard let first = written.first, let last = written.last else { return }
        for x in first...last where x < first + most || x == first + most && frame[x, row.y].span == .tail {
            frame[x, row.y].surface = surface
        }
    }

    /// Puts the terminal's cursor on a cell; outside the bounds the cursor stays as it was.
    package mutating func caret(x: Int, y: Int) {
        let point = inFrame(Rect(x: x, y: y, width: 1, height: 1)).origin
        if clip.contains(point) { frame.caret = point }
    }

    /// Draws one character whose first column is `x` of the frame, on a row of the clip. A wide one that is cut by the
    /// clip leaves a blank.
    mutating func draw(_ character: DisplayCharacter, x: Int, y: Int, role: Role) {
        let isWide = character.columns == 2
        if x >= clip.x && x + character.columns <= clip.right {
            part(x: x, y: y)
            if isWide {
                part(x: x + 1, y: y)
                write(.space, .tail, x: x + 1, y: y, role: role)
            }
            write(Glyph(character.base, marks: character.marks), isWide ? .wide : .single, x: x, y: y, role: role)
        } else if isWide {
            let half = x < clip.x ? x + 1 : x
            guard half >= clip.x && half < clip.right else { return }
            part(x: half, y: y)
            write(.space, .single, x: half, y: y, role: role)
        }
    }

    /// Cells of one row as they are; both ends must be where characters begin and end.
    mutating func replace(_ cells: [Cell], at place: Point) {
        frame.replace(cells, at: place)
    }

    private mutating func write(_ glyph: Glyph, _ span: Cell.Span, x: Int, y: Int, role: Role) {
        frame[x, y] = Cell(glyph, span: span, role: role, surface: frame[x, y].surface)
    }

    /// Makes the halves of a wide character blank, before one of them is written over.
    mutating func part(x: Int, y: Int) {
        let left: Int
        switch frame[x, y].span {
        case .single: return
        case .wide: left = x
        case .tail: left = x - 1
        }
        for half in left...left + 1 {
            frame[half, y].glyph = .space
            frame[half, y].span = .single
        }
    }

    /// A rectangle of the bounds in cells of the frame. Absurd numbers are brought near, so that sums never overflow.
    func inFrame(_ rect: Rect) -> Rect {
        Rect(
            x: Self.near(Self.near(rect.x) + bounds.x), y: Self.near(Self.near(rect.y) + bounds.y),
            width: Self.near(rect.width), height: Self.near(rect.height))
    }

    /// A number of cells no farther off than any screen is large.
    static func near(_ cells: Int) -> Int {
        min(max(cells, -farthest), farthest)
    }

    private static let farthest = 1 << 24
}
