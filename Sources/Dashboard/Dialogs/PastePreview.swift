import Cells
import Text
import WorkPlan

/// What a pasted table would do: every row that goes somewhere, and every one that does not, with the reason.
struct PastePreview: Dialog {
    private let pasted: PastedReports
    private let submission: Submission
    private let lines: [(text: DisplayText, role: Role)]
    private var top = 0

    init(_ pasted: PastedReports, _ situation: Situation) {
        self.pasted = pasted
        let plan = situation.plan
        submission = Submission(
            pasted.matched.map { plan.setting(report: $0.report, of: plan.tree[$0.position]) }, note: "粘贴表格")
        lines =
            pasted.unmatched.map { (DisplayText("对不上：\($0.reason)　\($0.row)"), .warning) }
            + pasted.matched.map { row in
                let unit = plan.unit(row.report.unit)?.name ?? ""
                let mark = row.replaces ? "（替换已有的）" : ""
                let words = [row.report.progress, row.report.problems, row.report.next].filter { !$0.isEmpty }
                return (
                    DisplayText("\(plan.name(of: row.position))·\(unit)\(mark)　\(words.joined(separator: "／"))"),
                    row.replaces ? .lightYellow : .promptText
                )
            }
    }

    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer {
        switch key.asCommand {
        case .enter, .control("s"), "y": return .close(.commit(submission))
        case .escape, .control("c"), "n", "q": return .cancel
        case .down, "j": top = min(lines.count - 1, top + 1)
        case .up, "k": top = max(0, top - 1)
        case .pageDown, " ": top = min(lines.count - 1, top + 10)
        case .pageUp: top = max(0, top - 10)
        default: break
        }
        return .stay
    }

    var keys: [(key: DisplayText, label: DisplayText)] {
        [("Enter", DisplayText("填入 \(pasted.matched.count) 条")), ("↓", "往下看"), ("Esc", "不填")]
    }

    func height(_ situation: Situation) -> Int { lines.count + 1 }

    func draw(_ canvas: inout Canvas, _ situation: Situation) {
        let replaced = pasted.matched.count { $0.replaces }
        let title = "粘贴表格：填入 \(pasted.matched.count) 条，其中替换 \(replaced) 条；对不上 \(pasted.unmatched.count) 条"
        canvas.rule(y: 0, label: DisplayText(title), labelRole: .promptLabel)
        for (y, line) in lines.dropFirst(top).prefix(max(0, canvas.height - 1)).enumerated() {
            canvas.text(line.text, x: 2, y: y + 1, role: line.role, width: canvas.width - 3)
        }
    }
}
