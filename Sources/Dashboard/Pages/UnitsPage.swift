import Cells
import Text
import WorkPlan

/// Every unit with what it owes, by kind.
struct UnitsPage: ListPage {
    var list = ListBox()
    var order = UnitOrder.printed

    /// What the page adds to walking.
    static let own: [Command<UnitsPage>] = [
        Command("order", ["o"], label: "排序", help: "换次序：原文、承担项数、红黄灯、缺报") { page, _ in
            page.order = page.order.next
            return .notice(page.order.words)
        }
    ]

    static let commands: [Command<UnitsPage>] = walking + own

    private let known = Memo<RowInputs, [Row]>()
    private let preview = Memo<PreviewInputs, [Sheet]>()

    private struct PreviewInputs: Equatable {
        let unit: Identifier<Unit>
        let rows: RowInputs
        let area: Size
    }

    private struct RowInputs: Equatable {
        let revision: Revision
        let order: UnitOrder
    }

    private enum Row: Sendable {
        case kind(Unit.Kind, count: Int)
        case unit(Workload)
    }

    func heading(_ situation: Situation) -> DisplayText { "单位" }

    /// One pass over all items of the plan.
    private func rows(_ situation: Situation) -> [Row] {
        known(RowInputs(revision: situation.revision, order: order)) {
            order.grouped(situation).flatMap { kind, loads in
                [.kind(kind, count: loads.count)] + loads.map { Row.unit($0) }
            }
        }
    }

    func stops(_ situation: Situation) -> ListBox.Stops { stops(rows(situation)) }

    private func stops(_ rows: [Row]) -> ListBox.Stops {
        ListBox.Stops(rows) { row in
            if case .unit(let load) = row { .on(.unit(load.unit)) } else { .passed }
        }
    }

    func page(for link: Link, _ situation: Situation) -> any Page {
        guard case .unit(let unit) = link else { return link.page }
        return UnitPage(unit: unit, order: order)
    }

    // MARK: Drawing

    func listArea(_ situation: Situation) -> Rect {
        Rect(x: 0, y: 1, width: listWidth(situation.area), height: max(0, situation.area.height - 1))
    }

    /// Beside the list, where there is room, stands the page of the unit under the cursor.
    private func listWidth(_ area: Size) -> Int {
        area.width >= 116 ? max(64, min(86, area.width * 2 / 5)) : area.width
    }

    /// Where the columns end; the name begins at 1.
    struct Columns {
        let load: Int
        /// The lights add up to the load; what was terminated has a column where there is any.
        let lights: [(light: Light, end: Int)]
        let missing: Int
        let coordination: Int
        /// Where the day of the last report begins; nil where there is no room.
        let lastReport: Int?

        init(_ width: Int, isOneTerminated: Bool) {
            let shown = Light.reported + (isOneTerminated ? [.none] : [])
            lastReport = width >= 78 ? width - 11 : nil
            coordination = (lastReport.map { $0 - 2 } ?? width - 1)
            missing = coordination - 6
            let step = width >= 74 ? 6 : 5
            lights = shown.enumerated().map { [missing] place, light in
                (light, missing - 6 - (shown.count - 1 - place) * step)
            }
            load = missing - 6 - shown.count * step
        }
    }

    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let rows = rows(situation)
        let stops = stops(rows)
        let area = listArea(situation)
        let columns = Columns(area.width, isOneTerminated: situation.standings.whole.count(.none) > 0)
        drawHeader(columns, &canvas)
        drawRows(stops, &canvas, situation) { row, y, canvas in
            switch rows[row] {
            case .kind(let kind, let count):
                canvas.rule(y: y, label: DisplayText("\(kind.word)（\(count)）"))
            case .unit(let load): draw(load, y: y, columns, &canvas, situation)
            }
        }
        let remark = remark(stops, situation)
        guard area.width < situation.area.width, case .unit(let unit)? = list.restingLink(stops) else { return remark }
        let pane = Rect(
            x: area.width + 1, y: 0, width: min(100, situation.area.width - area.width - 1),
            height: situation.area.height)
        for y in 0..<pane.height { canvas.text(canvas.glyphs.vertical, x: area.width, y: y, role: .rule) }
        let inputs = PreviewInputs(
            unit: unit, rows: RowInputs(revision: situation.revision, order: order), area: pane.size)
        let sheets = preview(inputs) { UnitPage(unit: unit, order: order).sheets(situation.within(pane.size)) }
        canvas.within(pane) { $0.preview(sheets, query: list.query) }
        return remark
    }

    private func drawHeader(_ columns: Columns, _ canvas: inout Canvas) {
        canvas.text("单位（\(order.words.string)）", x: 1, y: 0, role: .dim, width: columns.load - 5)
        canvas.right("承担", y: 0, end: columns.load, role: .dim)
        for (light, end) in columns.lights {
            let word = light == .none ? "终止" : canvas.glyphs.lightInWords(light)
            canvas.right(word, y: 0, end: end, role: light.role)
        }
        canvas.right("缺报", y: 0, end: columns.missing, role: .dim)
        canvas.right("协调", y: 0, end: columns.coordination, role: .dim)
        if let place = columns.lastReport { canvas.text("最近报送", x: place, y: 0, role: .dim) }
    }

    private func draw(
        _ load: Workload, y: Int, _ columns: Columns, _ canvas: inout Canvas, _ situation: Situation
    ) {
        guard let unit = situation.plan.unit(load.unit) else { return }
        let name = DisplayText(unit.name)
        canvas.text(name, x: 1, y: y, width: columns.load - 5, marking: list.query)
        canvas.number(load.subtasks.count, y: y, end: columns.load, role: .text)
        for (light, end) in columns.lights {
            canvas.number(load.count(light), y: y, end: end, role: light.role)
        }
        canvas.number(load.missing.count, y: y, end: columns.missing, role: .warning)
        canvas.number(load.asking.count, y: y, end: columns.coordination, role: .warning)
        if let place = columns.lastReport {
            canvas.text(
                load.lastReport.map { DisplayText("\($0)") } ?? "未报", x: place, y: y,
                role: load.lastReport == nil ? .dim : .text)
        }
    }
}

extension Canvas {
    /// A count that ends before column `end`; a zero stands back.
    mutating func number(_ count: Int, y: Int, end: Int, role: Role) {
        right(DisplayText("\(count)"), y: y, end: end, role: count == 0 ? .dim : role)
    }
}
