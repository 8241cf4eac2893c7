import Cells
import Text
import WorkPlan

/// A list whose entries have one of a few states each; typing narrows it.
struct TickList: Dialog {
    struct Entry: Sendable {
        let name: DisplayText
        /// Other words it is found by.
        let words: [String]
        /// Index into `states`.
        var state: Int
    }

    let title: DisplayText
    /// The first one is “off”.
    let states: [DisplayText]
    private(set) var entries: [Entry]
    private var filter = TextEditor()
    private var selected = 0
    private let make: @Sendable ([Int]) -> Response

    /// - Parameter make: is given the states in the order of the entries.
    init(
        _ title: DisplayText, states: [DisplayText], _ entries: [Entry],
        make: @escaping @Sendable ([Int]) -> Response
    ) {
        self.title = title
        self.states = states
        self.entries = entries
        self.make = make
    }

    private var shown: [Int] {
        let query = Query(filter.string)
        return entries.indices.filter {
            query.isEmpty || query.matches([entries[$0].name.string] + entries[$0].words)
        }
    }

    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer {
        let shown = shown
        switch key {
        case .control("s"), .enter: return .close(make(entries.map(\.state)))
        case .escape, .control("c"): return .cancel
        case .down, .tab: selected = min(max(0, shown.count - 1), selected + 1)
        case .up, .backTab: selected = max(0, selected - 1)
        case .pageDown: selected = min(max(0, shown.count - 1), selected + 10)
        case .pageUp: selected = max(0, selected - 10)
        case " ", .right, "\u{3000}": turn(shown, 1)
        case .left: turn(shown, states.count - 1)
        default: if filter.press(key) { selected = 0 }
        }
        return .stay
    }

    private mutating func turn(_ shown: [Int], _ step: Int) {
        guard shown.indices.contains(selected) else { return }
        entries[shown[selected]].state = (entries[shown[selected]].state + step) % states.count
    }

    var keys: [(key: DisplayText, label: DisplayText)] {
        [("空格", states.dropFirst().joined(separator: "/")), ("Enter", "保存"), ("Esc", "取消")]
    }

    func height(_ situation: Situation) -> Int { entries.count + 2 }

    func draw(_ canvas: inout Canvas, _ situation: Situation) {
        canvas.rule(y: 0, label: title, labelRole: .promptLabel)
        let start = canvas.text("筛选", x: 2, y: 1, role: .promptLabel) + 1
        filter.draw(&canvas, in: Rect(x: start, y: 1, width: 20, height: 1), focus: true)
        let shown = shown
        let counts = DisplayText("\(shown.count)/\(entries.count)　已选 \(entries.count { $0.state > 0 })")
        canvas.right(counts, y: 1, end: canvas.width - 2, role: .dim)
        let rows = canvas.height - 2
        let top = max(0, min(selected - rows / 2, shown.count - rows))
        let stateColumns = states.map { $0.columns(canvas.glyphs.ambiguous) }.max() ?? 0
        for (row, place) in shown.dropFirst(top).prefix(max(0, rows)).enumerated() {
            let entry = entries[place]
            let y = row + 2
            if entry.state > 0 {
                canvas.text(canvas.glyphs.check, x: 3, y: y, role: .promptLabel)
                canvas.text(states[entry.state], x: 5, y: y, role: .promptLabel)
            }
            canvas.text(entry.name, x: 6 + stateColumns, y: y, role: .promptText)
            if row + top == selected {
                canvas.surface(.selected, Rect(x: 1, y: y, width: canvas.width - 2, height: 1))
            }
        }
    }
}
