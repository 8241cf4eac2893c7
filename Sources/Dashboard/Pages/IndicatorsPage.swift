import Cells
import Text
import WorkPlan

/// Every target of the plan with its latest figure and how it does against time.
struct IndicatorsPage: ListPage {
    var list = ListBox()
    private var order = Order.printed

    /// How the targets are sorted.
    private enum Order: Sendable { case printed, behind }

    /// What the page adds to walking.
    static let own: [Command<IndicatorsPage>] = [
        Command("order", ["o"], label: "排序", help: "换次序：原文次序，或落后多的在前、未报的在后") { page, _ in
            page.order = page.order == .printed ? .behind : .printed
            return .notice(page.order == .printed ? "按原文次序" : "落后多的在前")
        }
    ]

    static let commands: [Command<IndicatorsPage>] = walking + own

    func heading(_ situation: Situation) -> DisplayText { "指标" }

    /// Every indicator with its pace, anew each time: there are as many as the plan has targets.
    private func rows(_ situation: Situation) -> [(indicator: Indicator, pace: Pace)] {
        let today = situation.briefing.today
        let rows = situation.plan.indicators.map { ($0, situation.plan.pace(of: $0, on: today)) }
        guard order == .behind else { return rows }
        return rows.enumerated().sorted { left, right in
            let (first, second) = (left.element.1.pointsAhead ?? .infinity, right.element.1.pointsAhead ?? .infinity)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    func stops(_ situation: Situation) -> ListBox.Stops { stops(rows(situation)) }

    private func stops(_ rows: [(indicator: Indicator, pace: Pace)]) -> ListBox.Stops {
        ListBox.Stops(rows) { .on(.indicator($0.indicator.id)) }
    }

    // MARK: Layout

    func listArea(_ situation: Situation) -> Rect { Layout(situation).list }

    /// The list, and beside or below it what is to be said about the indicator under the cursor.
    private struct Layout {
        let list: Rect
        let preview: Rect
        let isBeside: Bool

        init(_ situation: Situation) {
            let area = situation.area
            isBeside = area.width >= 150
            if isBeside {
                let width = min(100, area.width * 2 / 5)
                list = Rect(x: 0, y: 1, width: area.width - width - 1, height: max(0, area.height - 1))
                preview = Rect(x: area.width - width, y: 0, width: width, height: area.height)
            } else {
                // Below the list what is to be said, and the chart where there is room for the whole of it.
                let room = area.height - 1
                let rows = min(situation.plan.indicators.count, max(4, room - (room >= 34 ? 22 : 8)))
                let height = area.height < 12 ? max(0, room) : rows
                list = Rect(x: 0, y: 1, width: area.width, height: height)
                preview = Rect(x: 0, y: height + 1, width: area.width, height: max(0, area.height - height - 1))
            }
        }
    }

    // MARK: Drawing

    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let rows = rows(situation)
        let stops = stops(rows)
        let layout = Layout(situation)
        let columns = Columns(layout.list.width)
        columns.drawHeader(&canvas)
        drawRows(stops, &canvas, situation) { row, y, canvas in
            columns.draw(rows[row].indicator, rows[row].pace, y: y, query: list.query, &canvas)
        }
        if let row = list.row(stops), layout.preview.height > 0 {
            preview(rows[row].indicator, layout, &canvas, situation)
        }
        return remark(stops, situation)
    }

    private func preview(
        _ indicator: Indicator, _ layout: Layout, _ canvas: inout Canvas, _ situation: Situation
    ) {
        if layout.isBeside {
            for y in 0..<layout.preview.height {
                canvas.text(canvas.glyphs.vertical, x: layout.preview.x - 1, y: y, role: .rule)
            }
        }
        let room = Situation(briefing: situation.briefing, area: layout.preview.size, glyphs: situation.glyphs)
        var sheets = IndicatorPage(indicator: indicator.id).sheets(room)
        if !layout.isBeside {
            // The page's own heading becomes the line between list and preview.
            for index in sheets.indices.prefix(1) { sheets[index].lines.removeFirst(min(2, sheets[index].lines.count)) }
        }
        canvas.within(layout.preview) { canvas in
            if layout.isBeside { return canvas.preview(sheets, query: list.query) }
            canvas.rule(y: 0, label: DisplayText(indicator.title))
            if sheets.contains(where: { $0.lines.count > canvas.height - 1 }) {
                canvas.right(" 按 Enter 看走势和读数 ", y: 0, end: canvas.width - 2, role: .dim)
            }
            canvas.within(Rect(x: 0, y: 1, width: canvas.width, height: canvas.height - 1)) {
                $0.preview(sheets, query: list.query)
            }
        }
    }
}
