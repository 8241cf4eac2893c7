import Cells

extension Canvas {
    /// The cursor on its way: a bar behind the first words of the title. Each row it passes is sent twice, and what is left
    /// out is two thirds of that.
    mutating func passingCursor(y: Int, width: Int) {
        surface(.selected, under: .text, .heading, y: y, width: width, most: 32)
    }
}
