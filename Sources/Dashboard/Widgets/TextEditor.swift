import Cells
import Text

/// Text being typed: its characters and a caret between them. One line, or several where `isMultiline`.
struct TextEditor: Equatable, Sendable {
    private(set) var text: [Character]
    private(set) var caret: Int
    let isMultiline: Bool
    /// Whether the first character typed takes the place of the whole text, as in the dialogs of an office: what a short
    /// blank comes with is a proposal. Whoever moves the caret, deletes or goes elsewhere edits it.
    private(set) var isSelected: Bool

    /// More than this is not typed but sent as a file.
    static let limit = 20_000

    init(_ text: String = "", isMultiline: Bool = false, isSelected: Bool = false) {
        self.isMultiline = isMultiline
        self.isSelected = isSelected && !text.isEmpty
        self.text = Array(text)
        caret = self.text.count
    }

    var string: String { String(text) }
    var isEmpty: Bool { text.isEmpty }

    /// Whether the key changed the text, moved the caret or gave the selection up. `width` is that of the lines, in columns.
    mutating func press(_ key: Key, width: Int = .max, ambiguous: AmbiguousWidth = .narrow) -> Bool {
        let before = self
        switch key {
        case .character(let character): insert([character])
        case .paste(let pasted): insert(Self.cleaned(pasted, isMultiline: isMultiline))
        case .enter where isMultiline: insert(["\n"])
        case .backspace: if caret > 0 { remove(caret - 1..<caret) }
        case .delete where isSelected: remove(0..<text.count)
        case .delete: if caret < text.count { remove(caret..<caret + 1) }
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(text.count, caret + 1)
        case .home, .control("a"): caret = line(width, ambiguous).lowerBound
        case .end, .control("e"): caret = line(width, ambiguous).upperBound
        case .up where isMultiline: moveLine(-1, width, ambiguous)
        case .down where isMultiline: moveLine(1, width, ambiguous)
        case .control("u"): remove(line(.max, ambiguous).lowerBound..<caret)
        case .control("k"): remove(caret..<line(.max, ambiguous).upperBound)
        default: return false
        }
        isSelected = false
        return self != before
    }

    /// What stands here stays, and is added to from now on.
    mutating func deselect() { isSelected = false }

    private mutating func insert(_ characters: [Character]) {
        if isSelected { remove(0..<text.count) }
        let added = characters.prefix(max(0, Self.limit - text.count))
        text.insert(contentsOf: added, at: caret)
        caret += added.count
    }

    private mutating func remove(_ range: Range<Int>) {
        text.removeSubrange(range)
        caret = range.lowerBound
    }

    /// Line feeds stay where there may be several lines; everywhere else they and tabs become blanks.
    private static func cleaned(_ pasted: String, isMultiline: Bool) -> [Character] {
        pasted.map { $0.isNewline ? (isMultiline ? "\n" : " ") : $0 == "\t" ? " " : $0 }
    }

    // MARK: Lines

    /// The lines as they are drawn: broken at line feeds, and where the next character would not fit. A line feed
    /// belongs to no line.
    func lines(_ width: Int, _ ambiguous: AmbiguousWidth) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var columns = 0
        for (place, character) in text.enumerated() {
            if character == "\n" {
                lines.append(start..<place)
                start = place + 1
                columns = 0
                continue
            }
            let wide = Self.columns(of: character, ambiguous)
            if columns + wide > width, place > start {
                lines.append(start..<place)
                start = place
                columns = 0
            }
            columns += wide
        }
        lines.append(start..<text.count)
        return lines
    }

    /// The line of the caret, and its column there.
    func caretPlace(_ width: Int, _ ambiguous: AmbiguousWidth) -> (line: Int, column: Int) {
        let lines = lines(width, ambiguous)
        let line = lines.lastIndex { $0.lowerBound <= caret } ?? 0
        return (line, columns(lines[line].lowerBound..<caret, ambiguous))
    }

    private func line(_ width: Int, _ ambiguous: AmbiguousWidth) -> Range<Int> {
        let lines = lines(width, ambiguous)
        return lines.last { $0.lowerBound <= caret } ?? 0..<text.count
    }

    private mutating func moveLine(_ step: Int, _ width: Int, _ ambiguous: AmbiguousWidth) {
        let lines = lines(width, ambiguous)
        let (line, column) = caretPlace(width, ambiguous)
        guard lines.indices.contains(line + step) else { return }
        let target = lines[line + step]
        caret = target.lowerBound
        var used = 0
        while caret < target.upperBound {
            used += Self.columns(of: text[caret], ambiguous)
            guard used <= column else { break }
            caret += 1
        }
    }

    func columns(_ range: Range<Int>, _ ambiguous: AmbiguousWidth) -> Int {
        text[range].reduce(0) { $0 + Self.columns(of: $1, ambiguous) }
    }

    private static func columns(of character: Character, _ ambiguous: AmbiguousWidth) -> Int {
        DisplayText(String(character)).columns(ambiguous)
    }

    // MARK: Drawing

    /// Draws the lines into a rectangle, scrolled so that the caret can be seen; with `focus` the terminal's own cursor
    /// stands at the caret, where input methods show their candidates.
    func draw(_ canvas: inout Canvas, in rect: Rect, focus: Bool) {
        let ambiguous = canvas.glyphs.ambiguous
        guard rect.width > 1, rect.height > 0 else { return }
        if isMultiline {
            // One column stays free for the caret behind a full line.
            let width = rect.width - 1
            let lines = lines(width, ambiguous)
            let place = caretPlace(width, ambiguous)
            let top = focus ? max(0, place.line - rect.height + 1) : 0
            for y in 0..<rect.height where lines.indices.contains(top + y) {
                let shown = DisplayText(String(text[lines[top + y]]))
                canvas.text(shown, x: rect.x, y: rect.y + y, role: .promptText, width: rect.width)
            }
            if focus { canvas.caret(x: rect.x + place.column, y: rect.y + place.line - top) }
        } else {
            // Characters scroll out at the left until the caret fits.
            var first = 0
            while first < caret, columns(first..<caret, ambiguous) >= rect.width { first += 1 }
            canvas.text(
                DisplayText(String(text[first...])), x: rect.x, y: rect.y, role: .promptText, width: rect.width)
            if focus, isSelected {
                let written = min(rect.width, columns(first..<text.count, ambiguous))
                canvas.surface(.selected, Rect(x: rect.x, y: rect.y, width: written, height: 1))
            }
            if focus { canvas.caret(x: rect.x + columns(first..<caret, ambiguous), y: rect.y) }
        }
    }
}
