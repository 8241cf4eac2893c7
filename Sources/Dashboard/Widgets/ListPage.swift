import Cells
import Text
import WorkPlan

/// A page that is one list of rows: it says what the rows are, and walking, opening, clicking and the wheel come with it.
protocol ListPage: Page {
    var list: ListBox { get set }
    /// What the cursor stands on in each row, in the order shown.
    func stops(_ situation: Situation) -> ListBox.Stops
    /// Where the rows stand in the page's area.
    func listArea(_ situation: Situation) -> Rect
    /// The page that Enter opens on a row.
    func page(for link: Link, _ situation: Situation) -> any Page
}

extension ListPage {
    static var walking: [Command<Self>] {
        [
            Command("open", [.enter], label: "打开", help: "打开光标所在的一行") { page, situation in
                page.list.link(page.stops(situation)).map { .open(page.page(for: $0, situation)) }
                    ?? .notice("这一页没有可以打开的内容")
            },
            Command("next", [.down, "j"], help: "下一行") { page, situation in
                page.move(1, situation)
                return .done
            },
            Command("previous", [.up, "k"], help: "上一行") { page, situation in
                page.move(-1, situation)
                return .done
            },
            Command("page-down", [.pageDown, .control("f")], help: "下一屏") { page, situation in
                page.move(max(1, page.listArea(situation).height - 1), situation)
                return .done
            },
            Command("page-up", [.pageUp, .control("b")], help: "上一屏") { page, situation in
                page.move(-max(1, page.listArea(situation).height - 1), situation)
                return .done
            },
            Command("top", [.home, "g"], help: "到第一行") { page, situation in
                page.move(-(1 << 24), situation)
                return .done
            },
            Command("bottom", [.end, "G"], help: "到最后一行") { page, situation in
                page.move(1 << 24, situation)
                return .done
            },
        ]
    }

    func page(for link: Link, _ situation: Situation) -> any Page { link.page }

    mutating func move(_ step: Int, _ situation: Situation) {
        list.move(step, stops(situation), height: listArea(situation).height)
    }

    func selection(_ situation: Situation) -> Link? { list.link(stops(situation)) }

    func settled(_ situation: Situation) -> Link? { list.restingLink(stops(situation)) }

    var isUnsettled: Bool { list.isUnsettled }

    mutating func settle() { list.settle() }

    mutating func find(_ query: Query?, _ situation: Situation) { list.query = query }

    mutating func wheel(_ rows: Int, _ situation: Situation) { move(rows, situation) }

    mutating func click(_ point: Point, _ situation: Situation) -> Response {
        let area = listArea(situation)
        let stops = stops(situation)
        let row = list.visible(stops, height: area.height).lowerBound + point.y - area.y
        guard area.contains(point), stops.indices.contains(row), case .on(let link) = stops[row] else { return .done }
        if list.cursor == link { return .open(page(for: link, situation)) }
        list.select(row, stops, height: area.height)
        return .done
    }

    /// Draws the visible rows, each by `draw` with its place and its line, and the cursor behind its row.
    func drawRows(
        _ stops: ListBox.Stops, _ canvas: inout Canvas, _ situation: Situation,
        _ draw: (Int, Int, inout Canvas) -> Void
    ) {
        let selected = list.row(stops)
        canvas.within(listArea(situation)) { canvas in
            for (y, row) in list.visible(stops, height: canvas.height).enumerated() {
                draw(row, y, &canvas)
                if row == selected { canvas.surface(.selected, Rect(x: 0, y: y, width: canvas.width, height: 1)) }
            }
        }
    }

    /// How much lies above and below what can be seen: 上有3行　下有23行.
    func remark(_ stops: ListBox.Stops, _ situation: Situation) -> DisplayText {
        let visible = list.visible(stops, height: listArea(situation).height)
        let below = stops.count - visible.upperBound
        let parts = [
            visible.lowerBound > 0 ? "上有\(visible.lowerBound)行" : "", below > 0 ? "下有\(below)行" : "",
        ].filter { !$0.isEmpty }
        return DisplayText(parts.joined(separator: "　"))
    }
}

extension Canvas {
    /// Draws sheets where they stand, without a cursor: a page looked at from beside its list.
    mutating func preview(_ sheets: [Sheet], query: Query?) {
        for sheet in sheets {
            for (y, line) in sheet.lines.prefix(height).enumerated() {
                draw(line, x: sheet.x, y: y, width: sheet.width, query: query)
            }
        }
    }
}
