import Cells
import Text

/// Words side by side of which one is chosen, in brackets. Where they do not all fit, as many as do around the chosen
/// one, each of them whole, and a sign at each end where there are more.
struct Choices {
    private let words: [DisplayText]
    private let chosen: Int

    init(_ words: [DisplayText], chosen: Int) {
        self.words = words
        self.chosen = chosen
    }

    /// The sign of more at an end, with the blank between it and the words.
    private static let signColumns = 2

    /// Those that are shown in so many columns.
    func shown(columns room: Int, _ ambiguous: AmbiguousWidth) -> Range<Int> {
        // Each with its brackets, or the blanks in their place, and a blank to the next.
        let columns = words.map { $0.columns(ambiguous) + 3 }
        guard columns.reduce(0, +) - 1 > room else { return words.indices }
        var left = room - 2 * Self.signColumns + 1 - columns[chosen]
        var shown = chosen..<chosen + 1
        // By turns to the right and to the left, so that on both sides one sees where the arrows lead.
        while true {
            let before = shown
            if shown.upperBound < words.count, columns[shown.upperBound] <= left {
                left -= columns[shown.upperBound]
                shown = shown.lowerBound..<shown.upperBound + 1
            }
            if shown.lowerBound > 0, columns[shown.lowerBound - 1] <= left {
                left -= columns[shown.lowerBound - 1]
                shown = shown.lowerBound - 1..<shown.upperBound
            }
            if shown == before { return shown }
        }
    }

    func draw(_ canvas: inout Canvas, in rect: Rect, focus: Bool) {
        let shown = shown(columns: rect.width, canvas.glyphs.ambiguous)
        let isCut = shown != words.indices
        var x = rect.x
        if isCut {
            if shown.lowerBound > 0 { canvas.text(canvas.glyphs.moreLeft, x: x, y: rect.y, role: .dim) }
            x += Self.signColumns
        }
        let end = rect.right - (isCut ? Self.signColumns : 0)
        for number in shown {
            let isChosen = number == chosen
            // One word alone may be wider than the room.
            let word = words[number].cut(
                to: max(0, end - x - 2), ellipsis: canvas.glyphs.ellipsis, ambiguous: canvas.glyphs.ambiguous)
            if isChosen, focus { canvas.caret(x: x + 1, y: rect.y) }
            x =
                canvas.text(
                    isChosen ? "[" + word + "]" : " " + word + " ", x: x, y: rect.y, role: isChosen ? .promptText : .dim
                ) + 1
        }
        if shown.upperBound < words.count {
            canvas.text(canvas.glyphs.moreRight, x: rect.right - 1, y: rect.y, role: .dim)
        }
    }
}
