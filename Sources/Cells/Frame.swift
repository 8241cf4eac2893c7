/// A finished picture of the screen: a grid of styled cells and where the cursor stands.
package struct Frame: Equatable, Sendable {
    package let size: Size
    /// Row-major: `size.width * size.height` cells.
    package private(set) var cells: [Cell]
    /// Where the terminal's own cursor stands; nil hides it. Input methods put their candidates there.
    package var caret: Point?

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.width * size.height)
    }

    package func row(_ y: Int) -> ArraySlice<Cell> {
        cells[y * size.width..<(y + 1) * size.width]
    }

    mutating func replace(_ stretch: [Cell], at place: Point) {
        let start = place.y * size.width + place.x
        cells.withUnsafeMutableBufferPointer { cells in
            _ = cells[start..<start + stretch.count].update(fromContentsOf: stretch)
        }
    }

    package subscript(_ x: Int, _ y: Int) -> Cell {
        get { cells[y * size.width + x] }
        set { cells[y * size.width + x] = newValue }
    }
}

extension Frame {
    /// The frame as lines of plain text, without the blanks at their ends.
    package var lines: [String] {
        (0..<size.height).map { y in
            var scalars = String.UnicodeScalarView()
            for cell in row(y) where cell.span != .tail { scalars.append(contentsOf: cell.glyph.scalars) }
            while scalars.last == " " { scalars.removeLast() }
            return String(scalars)
        }
    }
}
