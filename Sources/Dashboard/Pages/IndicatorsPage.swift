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

    private let furthestBehind = Memo<Revision, [Indicator]>()

    /// Every indicator; those furthest behind first where they are wanted so.
    private func rows(_ situation: Situation) -> [Indicator] {
        guard order == .behind else { return situation.plan.indicators }
        return furthestBehind(situation.revision) {
            let today = situation.today
            let paces = situation.plan.indicators.map {
                situation.plan.pace(of: $0, on: today).pointsAhead ?? .infinity
            }
            return paces.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
                .map { situation.plan.indicators[$0.offset] }
        }
    }

    func stops(_ situation: Situation) -> ListBox.Stops { ListBox.Stops(rows(situation)) { .on(.indicator($0.id)) } }

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
        let stops = stops(situation)
        let layout = Layout(situation)
        let columns = Columns(layout.list.width)
        columns.drawHeader(&canvas)
        drawRows(stops, &canvas, situation) { row, y, canvas in
            let pace = situation.plan.pace(of: rows[row], on: situation.today)
            columns.draw(rows[row], pace, y: y, query: list.query, &canvas)
        }
        if let row = list.row(stops), layout.preview.height > 0 {
            preview(rows[row], layout, &canvas, situation)
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
        var sheets = IndicatorPage(indicator: indicator.id).sheets(situation.within(layout.preview.size))
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
