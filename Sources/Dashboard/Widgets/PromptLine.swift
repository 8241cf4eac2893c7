import Cells
import Text

/// A line to type in at the bottom of the screen.
struct PromptLine: Sendable {
    let label: DisplayText
    private var editor = TextEditor()

    init(label: DisplayText) {
        self.label = label
    }

    var string: String { editor.string }

    /// Whether the key changed the text or moved the caret; Enter and Esc are the owner's.
    mutating func press(_ key: Key) -> Bool { editor.press(key) }

    /// Draws the line at row `y`; `remark` stands at its right end.
    func draw(_ canvas: inout Canvas, y: Int, remark: DisplayText) {
        let width = canvas.bounds.width
        canvas.fill(Rect(x: 0, y: y, width: width, height: 1), surface: .prompt)
        let start = canvas.text(label, x: 1, y: y, role: .promptLabel) + 1
        let columns = remark.columns(canvas.glyphs.ambiguous)
        let room = max(2, width - start - 1 - (columns > 0 ? columns + 2 : 0))
        editor.draw(&canvas, in: Rect(x: start, y: y, width: room, height: 1), focus: true)
        if columns > 0 { canvas.text(remark, x: width - columns - 1, y: y, role: .promptLabel) }
    }
}
