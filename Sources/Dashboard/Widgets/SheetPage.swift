import Cells
import Text
import WorkPlan

/// A page that is sheets of text with links: it lays them out, and walking, opening and clicking come with it.
protocol SheetPage: Page {
    var view: SheetView { get set }
    /// The sheets for the area's width, left to right.
    func sheets(_ situation: Situation) -> [Sheet]
}

extension SheetPage {
    /// The sheets as they were laid out last, as long as nothing they are made from changes.
    func laidOut(_ situation: Situation) -> Sheets {
        view.laidOut(SheetView.Inputs(revision: situation.revision, area: situation.area)) { Sheets(sheets(situation)) }
    }

    /// The commands besides walking.
    static var own: [Command<Self>] {
        commands.filter { command in !walking.contains { $0.name == command.name } }
    }

    static var walking: [Command<Self>] {
        [
            Command("next", [.down, "j"], help: "下一处链接；下面没有链接时向下滚动") { page, situation in
                page.view.move(1, page.laidOut(situation), height: situation.area.height)
                return .done
            },
            Command("previous", [.up, "k"], help: "上一处链接；上面没有链接时向上滚动") { page, situation in
                page.view.move(-1, page.laidOut(situation), height: situation.area.height)
                return .done
            },
            Command("page-down", [.pageDown, .control("f"), " "], help: "下一屏") { page, situation in
                page.view.page(1, page.laidOut(situation), height: situation.area.height)
                return .done
            },
            Command("page-up", [.pageUp, .control("b")], help: "上一屏") { page, situation in
                page.view.page(-1, page.laidOut(situation), height: situation.area.height)
                return .done
            },
            Command("top", [.home, "g"], help: "到开头") { page, _ in
                page.view.home()
                return .done
            },
            Command("bottom", [.end, "G"], help: "到末尾") { page, situation in
                page.view.end(page.laidOut(situation), height: situation.area.height)
                return .done
            },
            Command(
                "open", [.enter, .right, "l"], label: "打开", help: "打开光标所在的事项、单位或任务"
            ) { page, situation in
                page.view.link(page.laidOut(situation)).map { .open($0.page) } ?? .notice("这一页没有可以打开的内容")
            },
        ]
    }

    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let sheets = laidOut(situation)
        view.draw(sheets, &canvas)
        return view.remark(sheets, height: canvas.bounds.height)
    }

    mutating func click(_ point: Point, _ situation: Situation) -> Response {
        view.click(point, laidOut(situation)).map { .open($0.page) } ?? .done
    }

    mutating func wheel(_ rows: Int, _ situation: Situation) {
        view.wheel(rows, laidOut(situation), height: situation.area.height)
    }

    mutating func find(_ query: Query?, _ situation: Situation) {
        view.query = query
    }

    func selection(_ situation: Situation) -> Link? {
        view.link(laidOut(situation))
    }
}

extension Link {
    var page: any Page {
        switch self {
        case .item(let id): ItemPage(item: id)
        case .part(let item, let unit): PartPage(item: item, unit: unit)
        case .unit(let id): UnitPage(unit: id)
        case .decision: MeetingsPage()
        case .entry(let id), .change(let id, _): EntryPage(entry: id)
        case .indicator(let id): IndicatorPage(indicator: id)
        case .plan: PlanPage()
        }
    }
}

extension Situation {
    /// One sheet over the whole area, or two side by side where there is room to read both.
    func spread(
        _ left: (inout SheetBuilder) -> Void, _ right: (inout SheetBuilder) -> Void
    ) -> [Sheet] {
        let margin = 1
        let room = area.width - 2 * margin
        guard room >= 110 else {
            var builder = SheetBuilder(width: room, glyphs: glyphs)
            left(&builder)
            right(&builder)
            return [builder.sheet.moved(to: margin)]
        }
        // Lines longer than this are hard to read back to their beginning.
        let width = min(96, (room - 3) / 2)
        var first = SheetBuilder(width: width, glyphs: glyphs)
        left(&first)
        var second = SheetBuilder(width: min(96, room - 3 - width), glyphs: glyphs)
        right(&second)
        return [first.sheet.moved(to: margin), second.sheet.moved(to: margin + width + 3)]
    }
}

extension Situation {
    /// Blocks one below the other, or in two columns of about the same height where there is room to read both.
    ///
    /// - Parameter most: the columns of cells a line has at most.
    func stack(_ blocks: [(inout SheetBuilder) -> Void], most: Int) -> [Sheet] {
        let room = area.width - 2
        let isWide = room >= 160
        let empty = SheetBuilder(width: min(most, isWide ? (room - 3) / 2 : room), glyphs: glyphs)
        let sheets = blocks.map { block in
            var builder = empty
            block(&builder)
            return builder.sheet
        }
        let all = sheets.reduce(0) { $0 + $1.lines.count + 1 }
        var columns = [empty]
        var used = 0
        for sheet in sheets {
            if isWide, columns.count == 1, used * 2 >= all { columns.append(empty) }
            columns[columns.count - 1].gap()
            columns[columns.count - 1].append(sheet)
            used += sheet.lines.count + 1
        }
        return columns.enumerated().map { $1.sheet.moved(to: 1 + $0 * (empty.width + 3)) }
    }
}

extension Sheet {
    func moved(to x: Int) -> Sheet {
        var sheet = self
        sheet.x = x
        return sheet
    }
}
