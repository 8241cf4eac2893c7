package import Cells
import Synchronization
import Text
import WorkPlan

extension App {
    /// The smallest window the pages are laid out for, in cells.
    static let smallest = Size(width: 40, height: 10)

    /// The screen as it stands.
    package func draw() -> Frame {
        var canvas = Canvas(size: size, glyphs: glyphs)
        guard size.width >= Self.smallest.width, size.height >= Self.smallest.height else {
            let words = DisplayText("窗口太小，请放大到\(Self.smallest.width)列\(Self.smallest.height)行")
            _ = canvas.paragraph(words, in: Rect(x: 0, y: 0, width: size.width, height: size.height), role: .notice)
            return canvas.frame
        }
        let situation = situation
        if page.isFullScreen { return drawFullScreen(&canvas, situation) }
        drawTitle(&canvas)
        // Above a dialog the page is drawn in what is left, so that what is being edited stays in sight.
        let room = situation.within(
            Size(width: size.width, height: situation.area.height - dialogHeight(situation)))
        var remark: DisplayText = ""
        canvas.within(Rect(x: 0, y: 2, width: size.width, height: room.area.height)) { canvas in
            remark = page.draw(&canvas, room)
        }
        drawTabs(&canvas, situation, remark: finding == nil ? remark : "")
        drawKeyBar(&canvas, situation)
        if let dialog {
            draw(dialog, &canvas, situation)
        } else if let finding {
            finding.line.draw(&canvas, y: size.height - 2, remark: remark)
        } else if let notice {
            let row = Rect(x: 0, y: size.height - 2, width: size.width, height: 1)
            canvas.fill(row, surface: .prompt)
            canvas.text(notice, x: 1, y: row.y, role: .notice, width: size.width - 2)
        }
        return canvas.frame
    }

    /// The page alone; a dialog somebody asked for lies over its lower part, and a notice over its last line.
    private func drawFullScreen(_ canvas: inout Canvas, _ situation: Situation) -> Frame {
        _ = page.draw(&canvas, situation)
        if let dialog {
            draw(dialog, &canvas, situation)
            drawKeyBar(&canvas, situation)
        } else if let notice {
            let row = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
            canvas.fill(row, surface: .prompt)
            canvas.text(notice, x: 1, y: row.y, role: .notice, width: size.width - 2)
        }
        return canvas.frame
    }

    /// The rows of the open dialog; some of the page stays visible where there is room.
    private func dialogHeight(_ situation: Situation) -> Int {
        let most = max(3, situation.area.height - (situation.area.height > 14 ? 4 : 1))
        return min(most, dialog?.height(situation) ?? 0)
    }

    /// A dialog takes the lower part of the page's area.
    private func draw(_ dialog: any Dialog, _ canvas: inout Canvas, _ situation: Situation) {
        let height = dialogHeight(situation)
        let top = size.height - 1 - height
        let panel = Rect(x: 0, y: top, width: size.width, height: height)
        canvas.fill(panel, surface: .prompt)
        canvas.within(panel) { dialog.draw(&$0, situation) }
        if let notice {
            let row = Rect(x: 0, y: top - 1, width: size.width, height: 1)
            canvas.fill(row, surface: .prompt)
            canvas.text(notice, x: 1, y: row.y, role: .notice, width: size.width - 2)
        }
    }

    /// What the title line is made from, besides the size.
    struct TitleLook: Equatable {
        let revision: Revision
        let width: Int
    }

    private func drawTitle(_ canvas: inout Canvas) {
        canvas.within(Rect(x: 0, y: 0, width: size.width, height: 1)) { canvas in
            titleLine.draw(TitleLook(revision: revision, width: size.width), &canvas) { layOutTitle(&$0) }
        }
    }

    private func layOutTitle(_ canvas: inout Canvas) {
        canvas.fill(Rect(x: 0, y: 0, width: size.width, height: 1), surface: .bar)
        var parts = [briefing.plan.phaseInWords(on: briefing.today), "截至 \(briefing.today)"]
        if let meeting = briefing.plan.openMeeting { parts.append("会议中：\(meeting.name)") }
        if !briefing.disputes.isEmpty { parts.append("冲突 \(briefing.disputes.count)") }
        if let asOf = briefing.asOf { parts = ["【历史】\(asOf) 的样子"] }
        if briefing.readOnly != nil { parts.append("只读") }
        if !briefing.author.isEmpty { parts.append(briefing.author) }
        // On a narrow screen the phase gives way to the plan's title: the overview tells it too.
        let title = DisplayText(briefing.plan.shortTitle)
        let room = size.width - 11 - title.columns(glyphs.ambiguous)
        let separator = " " + glyphs.bullet + " "
        let texts = parts.map { DisplayText($0) }
        var detail = texts.joined(separator: separator)
        if briefing.asOf == nil, detail.columns(glyphs.ambiguous) > room {
            detail = texts.dropFirst().joined(separator: separator)
        }
        let end = size.width - 1 - detail.columns(glyphs.ambiguous)
        let x = canvas.text("联席", x: 1, y: 0, role: .title) + 2
        canvas.text(title, x: x, y: 0, role: .titleDetail, width: end - x - 2)
        canvas.text(detail, x: end, y: 0, role: briefing.asOf == nil ? .titleDetail : .warning)
    }

    // MARK: Tabs

    /// The tabs with the columns they stand at. On a narrow screen they move together, and below a page that was opened
    /// only the present one keeps its name: the way there needs the room.
    private var tabPlaces: [(label: DisplayText, columns: Range<Int>)] {
        let isWide = size.width >= 100
        var x = 1
        return Pages.tabs.indices.map { number in
            let title = Pages.tabs[number].title
            let isNamed = isWide || stacks[tab].count == 1 || number == tab
            let label = DisplayText("\(number + 1)") + (isNamed ? title : "")
            let end = x + label.columns(glyphs.ambiguous)
            defer { x = end + (isWide ? 2 : 1) }
            return (label, x..<end)
        }
    }

    func tab(at column: Int) -> Int? {
        tabPlaces.firstIndex { $0.columns.contains(column) }
    }

    /// What the tabs are drawn from.
    struct TabsLook: Equatable {
        let tab: Int
        let width: Int
        let glyphs: GlyphSet
        /// The way here: what the pages opened over the tab are called.
        let way: [DisplayText]
    }

    /// The tabs as drawn; behind the column `end` is room.
    struct TabLine {
        let cells: [Cell]
        let end: Int
    }

    private func drawTabs(_ canvas: inout Canvas, _ situation: Situation, remark: DisplayText) {
        let way = stacks[tab].dropFirst().suffix(3).map { $0.heading(situation) }
        let look = TabsLook(tab: tab, width: size.width, glyphs: glyphs, way: way)
        let line = tabLine(look) {
            var canvas = Canvas(size: Size(width: size.width, height: 1), glyphs: glyphs)
            let end = layOutTabs(&canvas, way)
            return TabLine(cells: canvas.frame.cells, end: end)
        }
        canvas.paste(line.cells, y: 1)
        let start = size.width - 1 - remark.columns(glyphs.ambiguous)
        if start > line.end + 1 {
            canvas.text(remark, x: start, y: 1, role: .tab)
        } else if let kept = situation.kept {
            // A filter never hides that it hides.
            canvas.right(DisplayText(" \(kept.subtasks)/\(kept.allSubtasks)"), y: 1, end: size.width, role: .warning)
        }
    }

    /// - Returns: the column behind the last word.
    private func layOutTabs(_ canvas: inout Canvas, _ way: [DisplayText]) -> Int {
        canvas.fill(canvas.area, surface: .bar)
        var x = 1
        for (number, place) in tabPlaces.enumerated() {
            x = canvas.text(place.label, x: place.columns.lowerBound, y: 0, role: number == tab ? .tabCurrent : .tab)
        }
        for heading in way {
            x = canvas.text(glyphs.arrow, x: x + 1, y: 0, role: .tab, width: size.width - x - 2)
            x = canvas.text(heading, x: x + 1, y: 0, role: .tabCurrent, width: size.width - x - 2)
        }
        return x
    }

    // MARK: The key bar

    /// What the key bar is made from while the cursor is on its way; otherwise it is made anew.
    struct KeyBarLook: Equatable {
        let revision: Revision
        let width: Int
        let tab: Int
        let depth: Int
    }

    private func drawKeyBar(_ canvas: inout Canvas, _ situation: Situation) {
        canvas.within(Rect(x: 0, y: size.height - 1, width: size.width, height: 1)) { canvas in
            guard page.isUnsettled, dialog == nil, finding == nil else { return layOutKeyBar(&canvas, situation) }
            let look = KeyBarLook(revision: revision, width: size.width, tab: tab, depth: stacks[tab].count)
            keyBar.draw(look, &canvas) { layOutKeyBar(&$0, situation) }
        }
    }

    private func layOutKeyBar(_ canvas: inout Canvas, _ situation: Situation) {
        var situation = situation
        // Asked once for all commands. While the cursor is on its way they stay as they are.
        situation.cursor = .some(page.settled(situation))
        canvas.fill(canvas.area, surface: .bar)
        var x = 1
        /// False when the row is full.
        func offer(_ key: DisplayText, _ label: DisplayText) -> Bool {
            let columns = key.columns(glyphs.ambiguous) + label.columns(glyphs.ambiguous)
            guard x + columns < size.width else { return false }
            x = canvas.text(key, x: x, y: 0, role: .keybarKey)
            x = canvas.text(label, x: x, y: 0, role: .keybarLabel) + 2
            return true
        }
        if let keys = dialog?.keys ?? (finding != nil ? Self.findingKeys : nil) {
            _ = keys.allSatisfy { offer($0.key, $0.label) }
            return
        }
        // Whether a command can be carried out is asked only as long as there is room to offer it.
        for listing in page.offered(situation) {
            guard let key = listing.keys.first else { continue }
            guard offer(key.label(glyphs), listing.label) else { return }
        }
        for command in Self.labelled(besides: page) where command.unavailable(self, situation) == nil {
            guard let key = command.keys.first else { continue }
            guard offer(key.label(glyphs), command.label) else { return }
        }
    }

    private static let findingKeys: [(key: DisplayText, label: DisplayText)] = [
        ("Enter", "到这里"), ("Tab", "全部结果"), ("Esc", "取消"),
    ]

    /// The desk's commands that the key bar may offer; a key of the page hides the desk's. Found once for each kind of
    /// page: comparing all keys with each other was a tenth of what a key cost.
    private static func labelled(besides page: any Page) -> [Command<App>] {
        labelled.withLock { labelled in
            let kind = ObjectIdentifier(type(of: page))
            if let known = labelled.first(where: { $0.kind == kind }) { return known.commands }
            let commands = (remembering + editing + presenting + commands).filter { command in
                !command.label.isEmpty && command.keys.first.map { !page.binds($0) } ?? false
            }
            labelled.append((kind, commands))
            return commands
        }
    }

    private static let labelled = Mutex<[(kind: ObjectIdentifier, commands: [Command<App>])]>([])
}
