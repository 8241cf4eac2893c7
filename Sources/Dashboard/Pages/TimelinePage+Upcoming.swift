import Cells
import Text
import WorkPlan

extension TimelinePage {
    enum Row {
        case horizon(Horizon, count: Int)
        case due(Due)
    }

    /// What is due, by how far off it is: one pass over all items.
    func upcoming(_ situation: Situation) -> [Row] {
        let today = situation.briefing.today
        let groups = Dictionary(grouping: situation.plan.upcoming(situation.standings)) {
            Horizon(days: today.days(to: $0.day)) ?? .quarter
        }
        return Horizon.allCases.flatMap { horizon in
            let due = groups[horizon] ?? []
            return [.horizon(horizon, count: due.count)] + due.map { Row.due($0) }
        }
    }

    func stops(_ rows: [Row], _ situation: Situation) -> [ListBox.Stop] {
        rows.map { row in
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
        let longest = rows.map { units(of: $0, situation).columns(canvas.glyphs.ambiguous) }.max() ?? 0
        let right = canvas.width - 1 - (canvas.width >= 110 ? min(longest, canvas.width / 3) + 2 : 0)
        drawRows(stops, &canvas, situation) { row, y, canvas in
            switch rows[row] {
            case .horizon(let horizon, let count):
                canvas.rule(y: y, label: DisplayText("\(horizon.word)（\(count)）"))
            case .due(let due): draw(due, y: y, right: right, &canvas, situation)
            }
        }
        drawDetail(list.link(stops), &canvas, situation)
        return ["只列90天内", remark(stops, situation)].filter { !$0.isEmpty }.joined(separator: "　")
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
            let light = situation.standings[position].light
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
        canvas.text(
            title, x: 35, y: y, width: right - 35, highlight: list.query?.stretches(in: title.string) ?? [])
        if right < canvas.width - 1 {
            let units = units(of: .due(due), situation)
            canvas.text(units, x: right + 1, y: y, role: .dim, width: canvas.width - right - 2)
        }
    }
}
