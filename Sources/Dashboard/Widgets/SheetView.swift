import Cells
import Text
import WorkPlan

/// Sheets that stand side by side, and where a cursor stops in them.
struct Sheets: Sendable {
    let all: [Sheet]
    /// One stop for each run of lines that share a link; those of the sheet to the left first.
    let stops: [Stop]
    /// In lines.
    let height: Int

    /// Packed: a page may have as many as all units owe reports.
    struct Stop: Sendable {
        fileprivate let sheetNumber: Int32
        fileprivate let lineNumber: Int32

        var sheet: Int { Int(sheetNumber) }
        var line: Int { Int(lineNumber) }
    }

    func link(of stop: Stop) -> Link? { all[stop.sheet].lines[stop.line].link }

    init(_ sheets: [Sheet]) {
        all = sheets
        height = sheets.map(\.lines.count).max() ?? 0
        var stops: [Stop] = []
        for (number, sheet) in sheets.enumerated() {
            var last: Link?
            for (line, content) in sheet.lines.enumerated() {
                let link = content.link
                if link != nil, link != last {
                    stops.append(Stop(sheetNumber: Int32(number), lineNumber: Int32(line)))
                }
                last = link
            }
        }
        self.stops = stops
    }
}

/// Walking through sheets that stand side by side: one cursor over their links, one scroll for all.
///
/// The cursor stands on a line with a link. Where the next link is out of sight the page scrolls line by line, so that
/// long text can be read through.
struct SheetView: Sendable {
    /// The cursor among the links of all sheets, left to right, top to bottom.
    private var cursor = 0
    private var top = 0
    var query: Query?
    /// A new one when the page shows something else.
    private(set) var laidOut = Memo<Inputs, Sheets>()

    /// What sheets are made from, besides what their page is about.
    struct Inputs: Equatable {
        let revision: Revision
        let area: Size
    }

    /// The page is about something else now.
    mutating func layOutAnew() { laidOut = Memo() }

    /// How much lies above and below what can be seen: 上有3行　下有23行.
    func remark(_ sheets: Sheets, height rows: Int) -> DisplayText {
        let above = max(0, min(top, max(0, sheets.height - rows)))
        let below = max(0, sheets.height - rows - above)
        let parts = [above > 0 ? "上有\(above)行" : "", below > 0 ? "下有\(below)行" : ""].filter { !$0.isEmpty }
        return DisplayText(parts.joined(separator: "　"))
    }

    /// The link under the cursor, if its line can be seen.
    func link(_ sheets: Sheets) -> Link? {
        let stops = sheets.stops
        return stops.indices.contains(cursor) ? sheets.link(of: stops[cursor]) : nil
    }

    mutating func move(_ step: Int, _ sheets: Sheets, height rows: Int) {
        let stops = sheets.stops
        let last = max(0, sheets.height - rows)
        let next = cursor + step
        if stops.indices.contains(next) {
            let line = stops[next].line
            let changesSheet = stops.indices.contains(cursor) && stops[next].sheet != stops[cursor].sheet
            if (top..<top + rows).contains(line) || changesSheet {
                cursor = next
                reveal(line, rows: rows)
                return
            }
        }
        top = max(0, min(last, top + step))
        if stops.indices.contains(next), (top..<top + rows).contains(stops[next].line) { cursor = next }
        // At the first stop, what stands above it can still be read.
        if step < 0, cursor == 0, let first = stops.first, first.line < rows { top = max(0, min(top, first.line)) }
    }

    mutating func page(_ direction: Int, _ sheets: Sheets, height rows: Int) {
        let stops = sheets.stops
        let last = max(0, sheets.height - rows)
        let target = max(0, min(last, top + direction * max(1, rows - 1)))
        if target == top {
            cursor = direction < 0 ? 0 : max(0, stops.count - 1)
            return
        }
        top = target
        let sheet = stops.indices.contains(cursor) ? stops[cursor].sheet : 0
        let visible = stops.indices.filter { stops[$0].sheet == sheet && (top..<top + rows).contains(stops[$0].line) }
        if let first = direction > 0 ? visible.first : visible.last { cursor = first }
    }

    /// Puts the cursor on a link and brings it into sight; leaves it where it is if there is no such link.
    mutating func select(_ link: Link, _ sheets: Sheets, height rows: Int) {
        let stops = sheets.stops
        guard let found = stops.firstIndex(where: { sheets.link(of: $0) == link }) else { return }
        cursor = found
        // A third above it: what it belongs to can be read with it.
        top = max(0, min(max(0, sheets.height - rows), stops[found].line - rows / 3))
    }

    mutating func home() {
        cursor = 0
        top = 0
    }

    mutating func end(_ sheets: Sheets, height rows: Int) {
        cursor = max(0, sheets.stops.count - 1)
        top = max(0, sheets.height - rows)
    }

    mutating func wheel(_ step: Int, _ sheets: Sheets, height rows: Int) {
        top = max(0, min(max(0, sheets.height - rows), top + step))
    }

    /// Selects what was clicked; returns its link when it was selected already.
    mutating func click(_ point: Point, _ sheets: Sheets) -> Link? {
        let stops = sheets.stops
        for (number, sheet) in sheets.all.enumerated() where point.x >= sheet.x && point.x < sheet.x + sheet.width {
            let line = point.y + top
            guard sheet.lines.indices.contains(line), sheet.lines[line].link != nil else { continue }
            guard let stop = stops.lastIndex(where: { $0.sheet == number && $0.line <= line }) else { continue }
            if stop == cursor { return sheets.link(of: stops[stop]) }
            cursor = stop
        }
        return nil
    }

    private mutating func reveal(_ line: Int, rows: Int) {
        if line < top { top = line }
        if line >= top + rows { top = line - rows + 1 }
    }

    func draw(_ sheets: Sheets, _ canvas: inout Canvas) {
        let rows = canvas.bounds.height
        let stops = sheets.stops
        let selected = stops.indices.contains(cursor) ? stops[cursor] : nil
        let link = self.link(sheets)
        let top = max(0, min(top, max(0, sheets.height - rows)))
        for (number, sheet) in sheets.all.enumerated() {
            for y in 0..<rows where sheet.lines.indices.contains(top + y) {
                let line = sheet.lines[top + y]
                canvas.draw(line, x: sheet.x, y: y, width: sheet.width, query: query)
                guard let selected, selected.sheet == number, line.link == link, top + y >= selected.line,
                    sheet.lines[selected.line...top + y].allSatisfy({ $0.link == link })
                else { continue }
                canvas.surface(.selected, Rect(x: sheet.x, y: y, width: sheet.width, height: 1))
            }
        }
    }
}

extension Canvas {
    mutating func draw(_ line: Sheet.Line, x: Int, y: Int, width: Int, query: Query?) {
        for (offset, piece) in line.pieces {
            let room = width - offset
            guard room > 0 else { continue }
            switch piece {
            case .text(let text, let role):
                self.text(text, x: x + offset, y: y, role: role, width: room, marking: query)
            case .cut(let text, let role, let columns):
                self.text(text, x: x + offset, y: y, role: role, width: min(columns, room), marking: query)
            case .bar(let percent, let columns):
                bar(x: x + offset, y: y, width: min(columns, room), percent: percent)
            case .rule(let label):
                rule(y: y, x: x + offset, width: room, label: label)
            }
        }
    }
}
