import Cells
import Text
import WorkPlan

/// Blanks to fill in, one below the other. Ctrl-S saves, Enter goes to the next blank and from the last one saves, Esc
/// puts the form away with what was typed.
struct Form: Dialog {
    /// What the form is for: under this name what was typed is kept when it is put away. It names all that the form
    /// would change, because it is offered again under the same name.
    let name: String
    let title: DisplayText
    /// Said below the title: what is there now.
    var remark: DisplayText = ""
    var fields: [Field]
    private(set) var focus = 0 {
        didSet { if focus != oldValue { fields[oldValue].editor.deselect() } }
    }
    let untouched: [Field.Content]
    /// The world as it was when the form was opened: what the edit says it found. Whoever changed it since is noticed.
    private let opened: Situation
    /// The world at the moment of saving: what is added is named, numbered and placed by it. Between opening and saving
    /// others add too, and so does whoever saves another form in the meantime.
    private(set) var now: Situation
    private let make: @Sendable (Form, Situation) throws(FormMistake) -> Response

    init(
        _ name: String, title: DisplayText, remark: DisplayText = "", fields: [Field], focus: Int = 0,
        _ situation: Situation, make: @escaping @Sendable (Form, Situation) throws(FormMistake) -> Response
    ) {
        self.name = name
        self.title = title
        self.remark = remark
        self.fields = fields
        self.focus = focus
        opened = situation
        now = situation
        untouched = fields.map(\.content)
        self.make = make
    }

    var isTouched: Bool { fields.map(\.content) != untouched }

    /// Puts the cursor into the field with this number, or the nearest there is.
    mutating func go(to field: Int) { focus = max(0, min(field, fields.count - 1)) }

    /// The text of the field with this number.
    func text(_ field: Int) -> String { fields[field].text }

    /// The day in the field with this number; nil where it is empty.
    func day(_ field: Int) throws(FormMistake) -> Day? {
        guard !text(field).isEmpty else { return nil }
        let isPast = fields[field].isPast
        guard let day = Day(spoken: text(field), today: opened.briefing.today, isPast: isPast) else {
            throw FormMistake(
                DisplayText("看不懂日期“\(text(field))”，可写 ") + Field.examples(isPast), field: field)
        }
        return day
    }

    /// A name for something new; `number` tells several of one edit apart.
    func freshName<Subject>(_ number: Int = 0) -> Identifier<Subject> {
        let name = now.briefing.freshName
        return Identifier(number == 0 ? name : "\(name)-\(number)")
    }

    // MARK: Keys

    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer {
        switch key {
        case .control("s"): return save(situation)
        case .escape, .control("c"): return .cancel
        case .tab: focus = (focus + 1) % fields.count
        case .backTab: focus = (focus + fields.count - 1) % fields.count
        case .mouse: break
        default:
            let width = situation.area.width - labelColumns(situation.glyphs.ambiguous) - 5
            if fields[focus].press(key, width: width, ambiguous: situation.glyphs.ambiguous) { return .stay }
            switch key {
            case .enter:
                guard focus + 1 < fields.count else { return save(situation) }
                focus += 1
            case .down: go(to: focus + 1)
            case .up: go(to: focus - 1)
            default: break
            }
        }
        return .stay
    }

    private mutating func save(_ situation: Situation) -> DialogAnswer {
        now = situation
        do throws(FormMistake) {
            return .close(try make(self, opened))
        } catch {
            go(to: error.field)
            return .notice(error.sentence)
        }
    }

    var keys: [(key: DisplayText, label: DisplayText)] {
        let several: [(key: DisplayText, label: DisplayText)] = fields.count > 1 ? [("Tab", "下一栏")] : []
        return [("Ctrl-S", "保存")] + several + [("Esc", "放下")]
    }

    // MARK: Drawing

    func height(_ situation: Situation) -> Int {
        let remarks = remarkLines(situation.area.width - 4, situation.glyphs.ambiguous).count
        return 1 + remarks + fields.reduce(0) { $0 + $1.rows }
    }

    private func remarkLines(_ width: Int, _ ambiguous: AmbiguousWidth) -> [DisplayText] {
        remark.isEmpty ? [] : Array(remark.lines(width: max(2, width), ambiguous: ambiguous).prefix(3))
    }

    private func labelColumns(_ ambiguous: AmbiguousWidth) -> Int {
        (fields.map { $0.label.columns(ambiguous) }.max() ?? 0) + 1
    }

    func draw(_ canvas: inout Canvas, _ situation: Situation) {
        canvas.rule(y: 0, label: title, labelRole: .promptLabel)
        var y = 1
        let all = fields.reduce(0) { $0 + $1.rows }
        // Where there is too little room, first the remark goes, then the blanks scroll.
        for line in remarkLines(canvas.width - 4, canvas.glyphs.ambiguous) where y + all < canvas.height {
            canvas.text(line, x: 2, y: y, role: .dim)
            y += 1
        }
        let room = canvas.height - y
        let label = labelColumns(canvas.glyphs.ambiguous)
        let before = fields[..<focus].reduce(0) { $0 + $1.rows }
        let top = max(0, min(max(0, all - room), before + fields[focus].rows - room))
        canvas.within(Rect(x: 0, y: y, width: canvas.width, height: room)) { canvas in
            var row = -top
            for (number, field) in fields.enumerated() {
                let isFocus = number == focus
                canvas.text(field.label, x: 2, y: row, role: isFocus ? .promptLabel : .dim)
                let blank = Rect(x: 3 + label, y: row, width: canvas.width - label - 5, height: field.rows)
                field.draw(&canvas, in: blank, focus: isFocus)
                row += field.rows
            }
        }
    }
}
