extension Canvas {
    /// The cells of one row of the bounds, for `paste`; nil where some of it cannot be drawn on.
    package func cells(inRow y: Int) -> [Cell]? {
        let row = inFrame(Rect(x: 0, y: y, width: width, height: 1))
        guard clip.intersection(row) == row else { return nil }
        return Array(frame.row(row.y).dropFirst(row.x).prefix(row.width))
    }

    /// Puts back a row taken by `cells(inRow:)`. A row of another width than the bounds changes nothing.
    package mutating func paste(_ cells: [Cell], y: Int) {
        let row = inFrame(Rect(x: 0, y: y, width: width, height: 1))
        guard !row.isEmpty, cells.count == row.width, clip.intersection(row) == row else { return }
        part(x: row.x, y: row.y)
        part(x: row.right - 1, y: row.y)
        replace(cells, at: row.origin)
    }
}
