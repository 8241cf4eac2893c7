import Cells
import Text
import WorkPlan

extension TimelinePage {
    enum Row: Sendable {
        case horizon(Horizon, count: Int)
        case due(Due)
    }

    func upcoming(_ situation: Situation) -> [Row] {
        upcomings(situation.revision) { Self.rows(situation) }
    }

    /// What is due, by how far off it is: one pass over all items.
    private static func rows(_ situation: Situation) -> [Row] {
        let today = situation.briefing.today
        let kept = situation.kept
        let due = situation.plan.upcoming(situation.standings).filter { due in
            switch due.kind {
            case .item(let position), .recurrence(let position, _): kept?.isKept(position) ?? true
            case .decision, .phaseEnd, .reports: kept == nil
            }
        }
        let groups = Dictionary(grouping: due) {
            Horizon(days: today.days(to: $0.day)) ?? .quarter
        }
        return Horizon.allCases.flatMap { horizon in
            let due = groups[horizon] ?? []
            return [.horizon(horizon, count: due.count)] + due.map { Row.due($0) }
        }
    }

    func stops(_ rows: [Row], _ situation: Situation) -> ListBox.Stops {
        ListBox.Stops(rows) { row in
            guard case .due(let due) = row else { return .passed }
            return switch due.kind {
            case .item(let position), .recurrence(let position, _): .on(.item(situation.plan.tree[position].id))
            case .decision(let decision): .on(.decision(decision.id))
            case .phaseEnd, .reports: .passed
            }
        }
    }

    func drawUpcoming(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let rows = upcoming(situation)
        let stops = stops(rows, situation)
        // Beside the titles the units, where both have room: no more of it than the longest takes.
        let longest = longestUnits(situation.revision) {
            rows.map { units(of: $0, situation).columns(situation.glyphs.ambiguous) }.max() ?? 0
        }
        let layout = Layout(self, situation)
        let width = layout.list.width
        let right = width - 1 - (width >= 110 ? min(longest, width / 3) + 2 : 0)
        drawRows(stops, &canvas, situation) { row, y, canvas in
            switch rows[row] {
            case .horizon(let horizon, let count):
                canvas.rule(y: y, label: DisplayText("\(horizon.word)（\(count)）"))
            case .due(let due): draw(due, y: y, right: right, &canvas, situation)
            }
        }
        if layout.pane > 0 {
            drawPane(list.restingLink(stops), layout, &canvas, situation)
        } else {
            drawDetail(list.restingLink(stops), &canvas, situation)
        }
        return ["只列90天内", situation.filterInWords, remark(stops, situation)].filter { !$0.isEmpty }.joined(
            separator: "　")
    }

    /// What the cursor stands on, whole.
    private func drawPane(_ link: Link?, _ layout: Layout, _ canvas: inout Canvas, _ situation: Situation) {
        let area = Rect(x: layout.list.width + 1, y: 0, width: layout.pane - 1, height: canvas.height)
        for y in 0..<canvas.height { canvas.text(canvas.glyphs.vertical, x: layout.list.width, y: y, role: .rule) }
        let room = situation.within(area.size)
        let sheets: [Sheet]
        switch link {
        case .item(let id)?: sheets = ItemPage(item: id).sheets(room)
        case .decision(let id)?:
            guard let decision = situation.plan.decision(id) else { return }
            var builder = SheetBuilder(width: area.width - 2, glyphs: canvas.glyphs)
            detail(of: decision, &builder, situation)
            for position in decision.items.compactMap(situation.plan.tree.position) {
                let item = situation.plan.tree[position]
                builder.heading(DisplayText(situation.plan.name(of: position)))
                builder.paragraph(DisplayText(item.wording))
                builder.light(situation.standings[position])
                builder.progress(situation.standings[position], isParent: item.level < .subtask)
                builder.deadline(item, situation.standings[position], situation)
                builder.units(of: item, situation)
            }
            sheets = [builder.sheet.moved(to: 1)]
        default: sheets = []
        }
        canvas.within(area) { $0.preview(sheets, query: list.query) }
    }

    /// Who has to do it; nobody for phases and reports.
    private func units(of row: Row, _ situation: Situation) -> DisplayText {
        guard case .due(let due) = row else { return "" }
        let plan = situation.plan
        switch due.kind {
        case .item(let position):
            let names = plan.tree[position].assignments.compactMap { plan.unit($0.unit)?.name }
            return DisplayText(names.joined(separator: "、"))
        case .decision(let decision): return DisplayText(plan.unit(decision.unit)?.name ?? "")
        case .recurrence, .phaseEnd, .reports: return ""
        }
    }

    /// - Parameter right: where the title ends at the latest.
    private func draw(_ due: Due, y: Int, right: Int, _ canvas: inout Canvas, _ situation: Situation) {
        let days = situation.briefing.today.days(to: due.day)
        let when = days < 0 ? "已过\(-days)天" : days == 0 ? "今天" : "还有\(days)天"
        canvas.text(DisplayText("\(due.day)"), x: 1, y: y)
        canvas.right(DisplayText(when), y: y, end: 22, role: days < 0 ? .warning : .dim)
        let plan = situation.plan
        let mark: (text: DisplayText, role: Role)
        let title: DisplayText
        var number = ""
        switch due.kind {
        case .item(let position):
            let light = situation.standings.light(of: position)
            mark = (canvas.glyphs.lightInWords(light), light.role)
            number = plan.number(of: position)
            title = DisplayText(plan.tree[position].wording)
        case .recurrence(let position, let name):
            mark = (canvas.glyphs.recurrence, .number)
            number = plan.number(of: position)
            title = DisplayText(name)
        case .decision(let decision):
            let light = decision.light(on: situation.today, rules: plan.rules)
            mark = (canvas.glyphs.lightInWords(light), light.role)
            number = "议定"
            title = DisplayText(decision.text)
        case .phaseEnd(let phase):
            mark = ("阶段", .heading)
            title = DisplayText("\(phase.title)结束")
        case .reports(let period):
            mark = ("报送", .heading)
            title = DisplayText("\(period.word)进展报送截止")
        }
        canvas.text(mark.text, x: 24, y: y, role: mark.role)
        canvas.text(DisplayText(number), x: 29, y: y, role: .number)
        canvas.text(title, x: 35, y: y, width: right - 35, marking: list.query)
        if right < canvas.width - 1 {
            let units = units(of: .due(due), situation)
            canvas.text(units, x: right + 1, y: y, role: .dim, width: canvas.width - right - 2)
        }
    }
}
