import Cells
import Text
import WorkPlan

extension TimelinePage {
    func drawChart(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let layout = Layout(self, situation)
        let (scale, titles) = scale(situation)
        let outline = outline(situation)
        let stops = stops(situation)
        drawAxis(scale, titles: titles, &canvas, situation)
        for (row, phase) in situation.plan.phases.prefix(layout.phases).enumerated() {
            draw(phase, y: 2 + row, scale, titles: titles, &canvas, situation)
        }
        drawRows(stops, &canvas, situation) { row, y, canvas in
            drawTitle(outline.rows[row], y: y, width: titles, &canvas, situation)
            canvas.within(Rect(x: titles + 1, y: y, width: scale.columns, height: 1)) {
                drawBar(outline.rows[row].position, scale, &$0, situation)
            }
        }
        drawDetail(list.restingLink(stops), &canvas, situation)
        let words = [
            "按\(cycle.shortWord)", scale.before > 0 ? "前有\(scale.before)\(cycle.shortWord)" : "",
            scale.after > 0 ? "后有\(scale.after)\(cycle.shortWord)" : "",
            situation.filterInWords.string, remark(stops, situation).string,
        ]
        return DisplayText(words.filter { !$0.isEmpty }.joined(separator: "　"))
    }

    // MARK: Above the rows

    private func drawAxis(_ scale: TimeScale, titles: Int, _ canvas: inout Canvas, _ situation: Situation) {
        let glyphs = canvas.glyphs
        canvas.text(
            glyphs.vertical + DisplayText("今天 \(situation.briefing.today)"), x: 1, y: 0, role: .today, width: titles - 1
        )
        let legend = [(glyphs.deadline, "期限"), (glyphs.deadlineBefore, "原定"), (glyphs.recurrence, "时点")]
            .map { $0.0 + DisplayText($0.1) }.joined(separator: " ")
        canvas.text(legend, x: 1, y: 1, role: .dim, width: titles - 1)
        if scale.before > 0 { canvas.text(glyphs.moreLeft, x: titles, y: 1, role: .heading) }
        if scale.after > 0 { canvas.text(glyphs.moreRight, x: canvas.width - 1, y: 0, role: .heading) }
        canvas.within(Rect(x: titles + 1, y: 0, width: scale.columns, height: 2)) { canvas in
            var year = 0
            for (period, column) in scale.periods {
                let civil = period.start.civil
                // A year's name needs six columns: the rest of a year cut at the left may be narrower.
                if civil.year != year, column == 0 || year != 0 {
                    let room = (13 - civil.month) / period.cycle.months * scale.cell
                    if room >= 5 { canvas.text(DisplayText("\(civil.year)"), x: column, y: 0, role: .heading) }
                }
                year = civil.year
                let part = (civil.month - 1) / period.cycle.months + 1
                if cycle != .year {
                    let word =
                        scale.cell >= 5 ? "\(part)\(cycle.shortWord)" : cycle == .quarter ? "Q\(part)" : "\(part)"
                    canvas.text(DisplayText(word), x: column, y: 1, role: .dim)
                }
            }
        }
    }

    private func draw(
        _ phase: Phase, y: Int, _ scale: TimeScale, titles: Int, _ canvas: inout Canvas, _ situation: Situation
    ) {
        let today = situation.briefing.today
        canvas.text(
            DisplayText(phase.title), x: 1, y: y, role: phase.contains(today) ? .heading : .text, width: titles - 1)
        canvas.within(Rect(x: titles + 1, y: y, width: scale.columns, height: 1)) { canvas in
            let start = scale.column(of: phase.start)
            let end = scale.column(of: phase.end)
            for x in max(0, start)..<max(max(0, start), min(scale.columns, end + 1)) {
                canvas.text(canvas.glyphs.rule, x: x, y: 0, role: .heading)
            }
            canvas.text("[", x: start, y: 0, role: .heading)
            canvas.text("]", x: end, y: 0, role: .heading)
            canvas.text(canvas.glyphs.vertical, x: scale.column(of: today), y: 0, role: .today)
        }
    }

    // MARK: The rows

    private func drawTitle(
        _ row: Outline.Row, y: Int, width: Int, _ canvas: inout Canvas, _ situation: Situation
    ) {
        let item = situation.plan.tree[row.position]
        let light = situation.standings.light(of: row.position)
        let glyphs = canvas.glyphs
        let mark = !row.hasChildren ? glyphs.leaf : row.isFolded ? glyphs.foldClosed : glyphs.foldOpen
        var x = canvas.text(mark, x: row.depth, y: y, role: .rule)
        x = canvas.text(glyphs.lightInWords(light), x: x, y: y, role: light.role) + 1
        if item.level != .task {
            x = canvas.text(DisplayText(situation.plan.number(of: row.position)), x: x, y: y, role: .number) + 1
        }
        let title = DisplayText(item.wording)
        canvas.text(
            title, x: x, y: y, role: item.level == .area ? .heading : .text, width: width - x,
            marking: list.query)
    }

    /// Draws on one row whose columns are those of the scale.
    private func drawBar(
        _ position: ItemTree.Position, _ scale: TimeScale, _ canvas: inout Canvas, _ situation: Situation
    ) {
        let item = situation.plan.tree[position]
        let standing = situation.standings[position]
        let glyphs = canvas.glyphs
        let today = scale.column(of: situation.briefing.today)
        guard let deadline = standing.deadline?.day else {
            canvas.text(glyphs.vertical, x: today, y: 0, role: .today)
            return
        }
        let start = min(situation.plan.start(of: item) ?? deadline, deadline)
        let left = scale.column(of: start)
        let right = scale.column(of: deadline)
        switch item.level {
        case .area, .task:
            for x in max(0, left)..<max(max(0, left), min(scale.columns, right + 1)) {
                canvas.text(glyphs.rule, x: x, y: 0, role: .rule)
            }
        case .subtask: canvas.bar(x: left, y: 0, width: right - left + 1, percent: standing.actual)
        case .milestone: break
        }
        canvas.text(glyphs.vertical, x: today, y: 0, role: .today)
        for recurrence in item.recurrences {
            for year in Set(scale.periods.map(\.period.start.civil.year)) {
                guard let day = recurrence.day(in: year), day >= start else { continue }
                canvas.text(glyphs.recurrence, x: scale.column(of: day), y: 0, role: .number)
            }
        }
        if let before = situation.plan.deadlineBefore(item) {
            let moved = scale.column(of: before)
            // Moved to an earlier day, the way between them lies behind the bar.
            for x in max(0, right + 1)..<max(max(0, right + 1), min(scale.columns, moved)) {
                canvas.text(glyphs.rule, x: x, y: 0, role: .rule)
            }
            canvas.text(glyphs.deadlineBefore, x: moved, y: 0, role: .text)
        }
        if item.level >= .subtask { canvas.text(glyphs.deadline, x: right, y: 0, role: standing.light.role) }
    }
}
