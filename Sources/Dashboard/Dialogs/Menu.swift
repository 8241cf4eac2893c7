import Cells
import Text
import WorkPlan

/// A few things to choose from, each with a number key.
struct Menu: Dialog {
    struct Option: Sendable {
        let label: DisplayText
        /// Said behind the label.
        let remark: DisplayText
        /// A key besides the number.
        let key: Key?
        let choose: @Sendable (Situation) -> Response

        init(
            _ label: DisplayText, remark: DisplayText = "", key: Key? = nil,
            choose: @escaping @Sendable (Situation) -> Response
        ) {
            self.label = label
            self.remark = remark
            self.key = key
            self.choose = choose
        }
    }

    let title: DisplayText
    var remark: DisplayText = ""
    let options: [Option]
    private(set) var selected = 0

    init(_ title: DisplayText, remark: DisplayText = "", _ options: [Option], selected: Int = 0) {
        self.title = title
        self.remark = remark
        self.options = options
        self.selected = selected
    }

    /// Asks before something is done: `y` does it, `n` and Esc do not.
    static func question(
        _ title: DisplayText, remark: DisplayText = "", yes: DisplayText, no: DisplayText = "不改",
        then response: Response
    ) -> Menu {
        Menu(
            title, remark: remark,
            [Option(yes, key: "y") { _ in response }, Option(no, key: "n") { _ in .done }], selected: 1)
    }

    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer {
        let key = key.asCommand
        switch key {
        case .escape, .control("c"), "q": return .cancel
        case .down, "j", .tab: selected = (selected + 1) % options.count
        case .up, "k", .backTab: selected = (selected + options.count - 1) % options.count
        case .enter, " ": return .close(options[selected].choose(situation))
        case .character(let character):
            if let option = options.first(where: { $0.key == key }) { return .close(option.choose(situation)) }
            guard let number = character.wholeNumberValue, options.indices.contains(number - 1) else { return .stay }
            return .close(options[number - 1].choose(situation))
        default: break
        }
        return .stay
    }

    var keys: [(key: DisplayText, label: DisplayText)] {
        [(keysOfOptions, "选定"), ("Enter", "选定光标处"), ("Esc", "取消")]
    }

    /// The key that an option shows; nil behind the ninth, where only the cursor leads.
    private func key(of number: Int) -> DisplayText? {
        options[number].key?.label ?? (number < 9 ? DisplayText("\(number + 1)") : nil)
    }

    /// The keys of all options, numbers in a row as one: 1–6, y n, d 2–5 n.
    private var keysOfOptions: DisplayText {
        var words: [DisplayText] = []
        var number = 0
        while number < options.count {
            let first = number
            while number < min(options.count, 9), options[number].key == nil { number += 1 }
            if number > first + 1 {
                words.append(DisplayText("\(first + 1)–\(number)"))
            } else {
                number = first + 1
                if let key = key(of: first) { words.append(key) }
            }
        }
        return words.joined(separator: " ")
    }

    func height(_ situation: Situation) -> Int {
        1 + remarkLines(situation.area.width, situation.glyphs.ambiguous).count + options.count
    }

    private func remarkLines(_ width: Int, _ ambiguous: AmbiguousWidth) -> [DisplayText] {
        remark.isEmpty ? [] : remark.lines(width: max(2, width - 4), ambiguous: ambiguous)
    }

    func draw(_ canvas: inout Canvas, _ situation: Situation) {
        canvas.rule(y: 0, label: title, labelRole: .promptLabel)
        var y = 1
        for line in remarkLines(canvas.width, canvas.glyphs.ambiguous).prefix(max(0, canvas.height - 1 - options.count))
        {
            canvas.text(line, x: 2, y: y, role: .promptText)
            y += 1
        }
        let top = max(0, selected - (canvas.height - y) + 1)
        for (number, option) in options.enumerated().dropFirst(top) {
            canvas.text(key(of: number) ?? "", x: 2, y: y, role: .keybarKey)
            let x = canvas.text(option.label, x: 5, y: y, role: .promptText) + 2
            canvas.text(option.remark, x: x, y: y, role: .dim, width: canvas.width - x - 1)
            if number == selected {
                canvas.surface(.selected, Rect(x: 1, y: y, width: canvas.width - 2, height: 1))
                canvas.caret(x: 2, y: y)
            }
            y += 1
        }
    }
}
