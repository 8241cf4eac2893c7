import Cells
import Text
import WorkPlan

/// Every command by its name, its Chinese words or their pinyin initials, with its key, and why it cannot be done now.
struct Palette: Dialog {
    private let commands: [CommandListing]
    private let pinyin: Pinyin
    private var line = TextEditor()
    private var selected = 0

    init(_ commands: [CommandListing], pinyin: Pinyin) {
        self.commands = commands
        self.pinyin = pinyin
    }

    /// Those whose words match, in the order of the tables; names that begin so come first.
    private var shown: [CommandListing] {
        let query = Query(line.string, pinyin: pinyin)
        guard !query.isEmpty else { return commands }
        let found = commands.filter { query.matches([$0.name, $0.label.string, $0.help.string]) }
        let typed = line.string.lowercased()
        return found.filter { $0.name.hasPrefix(typed) } + found.filter { !$0.name.hasPrefix(typed) }
    }

    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer {
        let shown = shown
        switch key {
        case .escape, .control("c"): return .cancel
        case .enter:
            guard shown.indices.contains(selected) else { return .notice("没有这个命令") }
            return .close(.run(shown[selected].name))
        case .down, .tab: selected = min(max(0, shown.count - 1), selected + 1)
        case .up, .backTab: selected = max(0, selected - 1)
        case .pageDown: selected = min(max(0, shown.count - 1), selected + 10)
        case .pageUp: selected = max(0, selected - 10)
        default: if line.press(key) { selected = 0 }
        }
        return .stay
    }

    var keys: [(key: DisplayText, label: DisplayText)] { [("Enter", "执行"), ("↓", "往下"), ("Esc", "取消")] }

    func height(_ situation: Situation) -> Int { 16 }

    func draw(_ canvas: inout Canvas, _ situation: Situation) {
        canvas.rule(y: 0, label: "命令", labelRole: .promptLabel)
        let start = canvas.text(":", x: 2, y: 1, role: .promptLabel) + 1
        line.draw(&canvas, in: Rect(x: start, y: 1, width: canvas.width - start - 2, height: 1), focus: true)
        let shown = shown
        let rows = canvas.height - 2
        let top = max(0, min(selected - rows / 2, shown.count - rows))
        for (row, command) in shown.dropFirst(top).prefix(max(0, rows)).enumerated() {
            let y = row + 2
            canvas.text(command.keys.first?.label(canvas.glyphs) ?? "", x: 2, y: y, role: .keybarKey, width: 8)
            let role: Role = command.reason == nil ? .promptText : .dim
            let x = canvas.text(command.help, x: 11, y: y, role: role, width: canvas.width - 13) + 2
            if let reason = command.reason {
                canvas.text("（" + reason + "）", x: x, y: y, role: .dim, width: canvas.width - x - 1)
            } else {
                canvas.text(DisplayText(command.name), x: x, y: y, role: .dim, width: canvas.width - x - 1)
            }
            if row + top == selected {
                canvas.surface(.selected, Rect(x: 1, y: y, width: canvas.width - 2, height: 1))
            }
        }
    }
}

extension App {
    func palette(_ situation: Situation) -> Palette {
        let everywhere = Self.tables.joined().map { command in
            var listing = CommandListing(command)
            listing.reason = command.unavailable(self, situation)
            return listing
        }
        return Palette(
            (page.listings(situation) + everywhere).filter { $0.name != "palette" }, pinyin: briefing.pinyin)
    }
}
