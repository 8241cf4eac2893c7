import Cells
import Text
import WorkPlan

extension OutlinePage {
    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let layout = Layout(situation)
        let outline = outline(situation)
        let top = visibleTop(outline, situation)
        let selected = row(outline, situation)
        canvas.within(layout.list) { canvas in
            let columns = Columns(canvas.width)
            let words = query.flatMap { situation.isNumbered($0) ? nil : $0 }
            let look = RowLook(revision: situation.revision, query: query, width: canvas.width)
            drawn.draw(outline.rows.dropFirst(top), look: look, &canvas) { row, canvas in
                draw(row, columns, marking: words, &canvas, situation)
            }
            if isUnsettled {
                canvas.passingCursor(y: selected - top, width: columns.title)
            } else {
                canvas.surface(.selected, Rect(x: 0, y: selected - top, width: canvas.width, height: 1))
            }
        }
        let remark = remark(situation)
        guard layout.preview.height > 0, outline.rows.indices.contains(selected) else { return remark }
        if layout.isBeside {
            for y in 0..<layout.preview.height {
                canvas.text(canvas.glyphs.vertical, x: layout.preview.x - 1, y: y, role: .rule)
            }
        }
        let shown = previewed.flatMap { situation.plan.tree.position(of: $0) } ?? outline.rows[selected].position
        let look = PreviewLook(revision: situation.revision, query: query, shown: shown, area: layout.preview)
        canvas.within(layout.preview) { canvas in
            drawnPreview.draw(look, &canvas) { canvas in
                let room = situation.within(layout.preview.size)
                draw(preview: preview(shown, isWhole: layout.isBeside, room), &canvas)
            }
        }
        return remark
    }

    /// What a drawn row depends on besides its place in the tree.
    struct RowLook: Equatable {
        let revision: Revision
        let query: Query?
        let width: Int
    }

    struct PreviewLook: Equatable {
        let revision: Revision
        let query: Query?
        let shown: ItemTree.Position
        let area: Rect
    }

    /// Where the columns of a row begin, by the width there is: what matters most is given room first.
    struct Columns {
        let title: Int
        let light: Int
        let bar: Int?
        let percent: Int
        let deadline: Int?
        let units: Int?
        /// Columns of the units' names.
        let unitsWidth: Int

        init(_ width: Int) {
            unitsWidth = width >= 132 ? min(48, width - 104) : width >= 112 ? 22 : 0
            var right = width - 1
            if unitsWidth > 0 { right -= unitsWidth + 1 }
            units = unitsWidth > 0 ? right + 1 : nil
            if width >= 76 { right -= 15 }
            deadline = width >= 76 ? right + 1 : nil
            right -= 6
            percent = right + 1
            if width >= 96 { right -= 11 }
            bar = width >= 96 ? right + 1 : nil
            right -= 4
            light = right
            title = right - 1
        }
    }

    private func draw(
        _ row: Outline.Row, _ columns: Columns, marking words: Query?, _ canvas: inout Canvas,
        _ situation: Situation
    ) {
        let item = situation.plan.tree[row.position]
        let standing = situation.standings[row.position]
        let glyphs = canvas.glyphs
        let indent = 1 + row.depth * 2
        mark(item, &canvas, situation)
        let mark = !row.hasChildren ? glyphs.leaf : row.isFolded ? glyphs.foldClosed : glyphs.foldOpen
        canvas.text(mark, x: indent, y: 0, role: .rule)
        let number = DisplayText(item.level == .task ? "" : situation.plan.number(of: row.position))
        var x = indent + 2
        if !number.isEmpty {
            x = canvas.text(number, x: x, y: 0, role: .number, highlight: query?.numberStretch(item) ?? []) + 1
            if item.level == .subtask { x = max(x, indent + 5) }
        }
        let title = DisplayText(item.wording)
        canvas.text(
            title, x: x, y: 0, role: item.level == .area ? .heading : .text, width: columns.title - x, marking: words)
        if let author = situation.news[item.id] {
            canvas.right(DisplayText(" \(author)改 "), y: 0, end: columns.title, role: .warning)
        }
        canvas.text(glyphs.lightInWords(standing.light), x: columns.light, y: 0, role: standing.light.role)
        if let bar = columns.bar { canvas.bar(x: bar, y: 0, width: 10, percent: standing.actual) }
        canvas.right(percent(standing), y: 0, end: columns.percent + 5, role: standing.actual == nil ? .dim : .text)
        if item.level < .subtask {
            let counts = counts(standing.tally, glyphs)
            if let deadline = columns.deadline { canvas.text(counts, x: deadline, y: 0, role: .dim, width: 14) }
        } else if let place = columns.deadline, let deadline = standing.deadline {
            canvas.text(DisplayText(deadline.inShort), x: place, y: 0, role: deadline.isDerived ? .dim : .text)
        }
        if let place = columns.units, item.level >= .subtask {
            canvas.text(
                DisplayText(units(of: item, situation)), x: place, y: 0, role: .dim, width: columns.unitsWidth)
        }
    }

    /// In the first column: marked for an edit, just changed by somebody else, or what a comparison says.
    private func mark(_ item: Item, _ canvas: inout Canvas, _ situation: Situation) {
        let glyphs = canvas.glyphs
        if situation.marked.contains(item.id) {
            canvas.text(glyphs.check, x: 0, y: 0, role: .warning)
        } else if situation.news[item.id] != nil {
            canvas.text(glyphs.bullet, x: 0, y: 0, role: .warning)
            canvas.surface(.prompt, Rect(x: 0, y: 0, width: canvas.width, height: 1))
        } else if let mark = situation.comparison?.marks[item.id] {
            canvas.text(glyphs.mark(mark), x: 0, y: 0, role: mark.turn?.isWorse == true ? .warning : .notice)
        }
    }

    private func percent(_ standing: Standing) -> DisplayText {
        DisplayText(standing.actual.map { "\(Int(min(999, $0).rounded()))%" } ?? (standing.status == nil ? "未报" : "无数"))
    }

    /// 10项 and how many of them are yellow and red.
    private func counts(_ tally: Tally, _ glyphs: GlyphSet) -> DisplayText {
        let alarms = [Light.yellow, .red].filter { tally.count($0) > 0 }
            .map { glyphs.mark($0) + DisplayText("\(tally.count($0))") }
        return ([DisplayText("\(tally.total)项")] + alarms).joined(separator: " ")
    }

    /// The first unit, and how many there are: 市教育局等3家.
    private func units(of item: Item, _ situation: Situation) -> String {
        let names = item.assignments.compactMap { situation.plan.unit($0.unit)?.name }
        guard let first = names.first else { return "" }
        return names.count > 2 ? "\(first)等\(names.count)家" : names.joined(separator: "、")
    }

    /// The lines of the preview: beside the rows there is room for the whole item, below them for what matters most.
    private func preview(_ position: ItemTree.Position, isWhole: Bool, _ situation: Situation) -> Sheet {
        let item = situation.plan.tree[position]
        var builder = SheetBuilder(width: situation.area.width - 2, glyphs: situation.glyphs)
        builder.line([(0, .rule(label: DisplayText(situation.plan.name(of: position))))])
        if isWhole {
            for sheet in ItemPage(item: item.id).sheets(situation) { builder.append(sheet) }
            return builder.sheet
        }
        let standing = situation.standings[position]
        builder.paragraph(DisplayText(item.wording), role: .heading)
        builder.light(standing)
        let units = item.assignments.compactMap { situation.plan.unit($0.unit)?.name }
        if !units.isEmpty { builder.entry("责任单位", DisplayText(units.joined(separator: "、"))) }
        builder.deadline(item, standing, situation)
        builder.progress(standing, isParent: item.level < .subtask)
        builder.indicators(of: item, situation)
        let deliverables = situation.plan.deliverables(of: item.id).map(\.name)
        if !deliverables.isEmpty { builder.entry("成果", DisplayText(deliverables.joined(separator: "、"))) }
        let notes = situation.plan.discrepancies(of: item.id).count
        if notes > 0 { builder.entry("核对", DisplayText("与原文核对有 \(notes) 条提示，按 Enter 查看"), role: .remark) }
        return builder.sheet
    }

    private func draw(preview sheet: Sheet, _ canvas: inout Canvas) {
        for (y, line) in sheet.lines.prefix(canvas.height).enumerated() {
            canvas.draw(line, x: 1, y: y, width: sheet.width, query: query)
        }
        let hidden = sheet.lines.count - canvas.height
        if hidden > 0 {
            canvas.right(DisplayText(" 另有\(hidden)行，按 Enter 看全 "), y: 0, end: canvas.width - 2, role: .dim)
        }
    }
}

extension Query {
    /// The whole number where it is what was looked for.
    fileprivate func numberStretch(_ item: Item) -> [Range<Int>] {
        number == item.number ? [0..<item.number.unicodeScalars.count] : []
    }
}

extension GlyphSet {
    /// `+` added, `>` moved, `*` changed; a light that turned worse or better points up or down.
    fileprivate func mark(_ mark: Comparison.Mark) -> DisplayText {
        if mark.isAdded { return "+" }
        if let turn = mark.turn { return turn.isWorse ? moreBelow : moreAbove }
        if mark.isMoved { return ">" }
        return mark.isChanged ? "*" : " "
    }
}

extension Canvas {
    /// Text that ends before column `end`.
    mutating func right(_ text: DisplayText, y: Int, end: Int, role: Role) {
        self.text(text, x: end - text.columns(glyphs.ambiguous), y: y, role: role)
    }
}
