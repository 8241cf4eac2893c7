import Cells
import Text
import WorkPlan

extension PresentingPage {
    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        guard !isBlank else { return "" }
        let (all, number) = slides(situation)
        guard all.indices.contains(number) else { return "" }
        let slide = all[number]
        let frame = SlideFrame(situation.area)
        draw(slide, in: frame, &canvas)
        drawFooter("\(number + 1)/\(all.count)", in: frame, &canvas)
        return ""
    }

    private func draw(_ slide: Slide, in frame: SlideFrame, _ canvas: inout Canvas) {
        for (row, line) in slide.title.enumerated() {
            canvas.text(line, x: frame.x, y: frame.top + row, role: .heading)
        }
        if !slide.title.isEmpty {
            canvas.rule(y: frame.top + slide.title.count, x: frame.x, width: frame.width)
        }
        let rows = frame.textRows(titleLines: slide.title.count)
        // What has no title stands in the middle.
        let rest = slide.title.isEmpty ? max(0, rows - slide.lines.count) / 2 : 0
        let top = frame.textTop(titleLines: slide.title.count) + rest
        for (row, line) in slide.lines.enumerated() {
            canvas.draw(line, x: frame.x, y: top + row, width: frame.width, query: nil)
            if let picked, line.link == picked {
                let rect = Rect(x: max(0, frame.x - 1), y: top + row, width: frame.width + 2, height: 1)
                canvas.surface(.selected, rect)
            }
        }
    }

    /// The page number at the right; at the left what was asked for: the time, the digits typed, the keys.
    private func drawFooter(_ number: String, in frame: SlideFrame, _ canvas: inout Canvas) {
        let y = frame.area.height - 1
        let end = frame.x + frame.width
        let page = DisplayText(number)
        canvas.right(page, y: y, end: end, role: .dim)
        let room = frame.width - page.columns(canvas.glyphs.ambiguous) - 2
        var words: [DisplayText] = []
        if !typed.isEmpty { words = [DisplayText("到第 \(typed) 页：按 Enter")] }
        if showsKeys { words = ["空格下一页　PgUp上一页　上下键选行　Ctrl-E改　Esc结束", "空格下一页　Esc结束"] }
        if words.isEmpty, showsTime { words = [DisplayText("已用 \(Self.inWords(elapsed))")] }
        guard let fitting = words.first(where: { $0.columns(canvas.glyphs.ambiguous) <= room }) else { return }
        canvas.text(fitting, x: frame.x, y: y, role: .dim)
    }

    /// 5:07, 1:02:07
    static func inWords(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (minutes, rest) = (seconds / 60, two(seconds % 60))
        return minutes < 60 ? "\(minutes):\(rest)" : "\(minutes / 60):\(two(minutes % 60)):\(rest)"
    }
}
