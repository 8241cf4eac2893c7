import Cells
import Text

/// A line to type in, with the terminal's own cursor at the caret, where input methods show their candidates.
struct PromptLine: Sendable {
    let label: DisplayText
    private(set) var text: [Character] = []
    private var caret = 0

    /// More than this is not a question any more.
    private static let limit = 200

    init(label: DisplayText) {
        self.label = label
    }

    var string: String { String(text) }

    /// Whether the key changed the text or moved the caret; Enter and Esc are the owner's.
    mutating func press(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert([character])
        case .paste(let pasted): insert(pasted.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        case .backspace:
            guard caret > 0 else { return false }
            caret -= 1
            text.remove(at: caret)
        case .delete:
            guard caret < text.count else { return false }
            text.remove(at: caret)
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(text.count, caret + 1)
        case .home, .control("a"): caret = 0
        case .end, .control("e"): caret = text.count
        case .control("u"):
            text.removeFirst(caret)
            caret = 0
        default: return false
        }
        return true
    }

    private mutating func insert(_ characters: [Character]) {
        let room = Self.limit - text.count
        let added = characters.prefix(max(0, room))
        text.insert(contentsOf: added, at: caret)
        caret += added.count
    }

    /// Draws the line at row `y`, scrolled so that the caret can be seen; `remark` stands at its right end.
    func draw(_ canvas: inout Canvas, y: Int, remark: DisplayText) {
        let width = canvas.bounds.width
        canvas.fill(Rect(x: 0, y: y, width: width, height: 1), surface: .prompt)
        let start = canvas.text(label, x: 1, y: y, role: .promptLabel) + 1
        let remarkColumns = remark.columns(canvas.glyphs.ambiguous)
        let room = max(2, width - start - 1 - (remarkColumns > 0 ? remarkColumns + 2 : 0))
        // Characters scroll out at the left until the caret fits.
        var first = 0
        while first < caret, columns(first..<caret, canvas) >= room { first += 1 }
        canvas.text(DisplayText(String(text[first...])), x: start, y: y, role: .promptText, width: room)
        if remarkColumns > 0 { canvas.text(remark, x: width - remarkColumns - 1, y: y, role: .promptLabel) }
        canvas.caret(x: start + columns(first..<caret, canvas), y: y)
    }

    private func columns(_ range: Range<Int>, _ canvas: Canvas) -> Int {
        DisplayText(String(text[range])).columns(canvas.glyphs.ambiguous)
    }
}
