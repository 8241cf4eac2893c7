import Cells
import Text
import WorkPlan

/// One blank of a form.
struct Field: Sendable {
    enum Kind: Sendable {
        /// One line of text.
        case line
        /// Several lines; the rows it would like to have.
        case lines(Int)
        /// Yes or no.
        case toggle
        case choice([DisplayText])
    }

    let label: DisplayText
    let kind: Kind
    var editor: TextEditor
    var isOn = false
    var chosen = 0
    /// Of a day that has been: without a year it is the last such day, not the next.
    private(set) var isPast = false
    /// What the program makes of the text, shown beside it as it is typed.
    var understood: (@Sendable (String) -> DisplayText)?

    /// - Parameter isList: what stands there already is added to; otherwise typing replaces it.
    static func line(
        _ label: DisplayText, _ text: String = "", isList: Bool = false,
        understood: (@Sendable (String) -> DisplayText)? = nil
    ) -> Field {
        Field(label: label, kind: .line, editor: TextEditor(text, isSelected: !isList), understood: understood)
    }

    static func lines(_ label: DisplayText, _ text: String = "", rows: Int = 3) -> Field {
        Field(label: label, kind: .lines(rows), editor: TextEditor(text, isMultiline: true))
    }

    static func toggle(_ label: DisplayText, _ isOn: Bool = false) -> Field {
        Field(label: label, kind: .toggle, editor: TextEditor(), isOn: isOn)
    }

    static func choice(_ label: DisplayText, _ choices: [DisplayText], _ chosen: Int = 0) -> Field {
        Field(label: label, kind: .choice(choices), editor: TextEditor(), chosen: chosen)
    }

    /// A day as people type it, with what was understood beside it.
    static func day(_ label: DisplayText, _ text: String = "", isPast: Bool = false, today: Day) -> Field {
        var field = line(label, text) { text in
            guard !text.isEmpty else { return "如 \(examples(isPast))" }
            guard let day = Day(spoken: text, today: today, isPast: isPast) else { return "看不懂这个日期" }
            let days = today.days(to: day)
            let distance = days == 0 ? "今天" : days > 0 ? "还有\(days)天" : "\(-days)天前"
            return DisplayText("\(day) \(day.weekday) \(distance)")
        }
        field.isPast = isPast
        return field
    }

    static func examples(_ isPast: Bool) -> DisplayText {
        isPast ? "2024-03-31、3月31日、月底、-7" : "2024-06-30、6月30日、月底、+30"
    }

    /// The text without blanks around it.
    var text: String {
        var view = Substring(editor.string)
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }

    /// What stands in a blank. A choice is known by its words: its place may be another one the next time.
    struct Content: Equatable, Sendable {
        let text: String
        let isOn: Bool
        let choice: DisplayText?
    }

    var content: Content {
        var choice: DisplayText?
        if case .choice(let choices) = kind { choice = choices[chosen] }
        return Content(text: editor.string, isOn: isOn, choice: choice)
    }

    /// A choice that is no longer offered leaves the one that is there.
    mutating func write(_ content: Content) {
        editor = TextEditor(content.text, isMultiline: editor.isMultiline)
        isOn = content.isOn
        if case .choice(let choices) = kind, let place = choices.firstIndex(where: { $0 == content.choice }) {
            chosen = place
        }
    }

    /// The rows it would like to have.
    var rows: Int {
        if case .lines(let rows) = kind { return rows }
        return 1
    }

    /// Whether the key was for this blank.
    mutating func press(_ key: Key, width: Int, ambiguous: AmbiguousWidth) -> Bool {
        switch kind {
        case .line, .lines: return editor.press(key, width: width, ambiguous: ambiguous)
        case .toggle:
            guard [" ", .left, .right].contains(key.asCommand) else { return false }
            isOn.toggle()
        case .choice(let choices):
            switch key.asCommand {
            case .left: chosen = (chosen + choices.count - 1) % choices.count
            case .right, " ": chosen = (chosen + 1) % choices.count
            case .character(let character):
                guard let number = character.wholeNumberValue, choices.indices.contains(number - 1) else {
                    return false
                }
                chosen = number - 1
            default: return false
            }
        }
        return true
    }

    func draw(_ canvas: inout Canvas, in rect: Rect, focus: Bool) {
        switch kind {
        case .line:
            let remark = understood.map { $0(editor.string) } ?? ""
            let columns = remark.columns(canvas.glyphs.ambiguous)
            let room = max(8, rect.width - (columns > 0 ? columns + 2 : 0))
            editor.draw(&canvas, in: Rect(x: rect.x, y: rect.y, width: room, height: 1), focus: focus)
            if columns > 0 { canvas.text(remark, x: rect.x + room + 2, y: rect.y, role: .promptLabel) }
        case .lines: editor.draw(&canvas, in: rect, focus: focus)
        case .toggle:
            let mark = isOn ? canvas.glyphs.check : canvas.glyphs.leaf
            canvas.text("[" + mark + "]", x: rect.x, y: rect.y, role: .promptText)
            if focus { canvas.caret(x: rect.x + 1, y: rect.y) }
        case .choice(let choices):
            Choices(choices, chosen: chosen).draw(&canvas, in: rect, focus: focus)
        }
    }
}
