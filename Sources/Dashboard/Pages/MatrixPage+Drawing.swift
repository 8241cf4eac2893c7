import Cells
import Text
import WorkPlan

extension MatrixPage {
    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText {
        let grid = grid(situation)
        let layout = layout(grid, situation)
        let look = RowLook(inputs: inputs(situation), query: query, layout: layout)
        canvas.within(Rect(x: 0, y: 0, width: layout.width, height: layout.headerHeight)) { canvas in
            drawnHeadings.draw(look, &canvas) { drawHeadings(grid, layout, &$0) }
        }
        drawCorner(grid, layout, &canvas)
        canvas.within(Rect(x: 0, y: layout.headerHeight, width: layout.width, height: layout.bodyHeight)) { canvas in
            drawRows(grid, layout, look, &canvas, situation)
        }
        canvas.within(Rect(x: 0, y: layout.bodyBottom, width: layout.width, height: layout.sumHeight)) { canvas in
            drawnSums.draw(look, &canvas) { drawSums(grid, layout, &$0) }
        }
        drawCrosshair(grid, layout, &canvas, situation)
        let legendY = layout.bodyBottom + layout.sumHeight
        canvas.within(Rect(x: 0, y: legendY, width: layout.width, height: layout.legendHeight)) { canvas in
            drawnLegend.draw(look, &canvas) { drawLegend(&$0) }
        }
        for (number, line) in status(grid, layout.statusHeight, situation).enumerated() {
            canvas.text(
                line, x: 1, y: legendY + layout.legendHeight + number, role: number == 0 ? .text : .dim,
                width: layout.width - 2)
        }
        if showsLegend { drawLegendBox(layout, &canvas) }
        return remark(grid, layout, situation)
    }

    /// How much is out of sight, and how many matches there are.
    private func remark(_ grid: Grid, _ layout: Layout, _ situation: Situation) -> DisplayText {
        if let query, !query.isEmpty, mode != .reporting {
            let count = situation.hits.count
            return count == 0 ? "没有找到" : DisplayText("共\(count)处")
        }
        if grid.table == nil, !situation.filter.isEmpty { return situation.filterInWords }
        let below = grid.rowCount - layout.top - layout.bodyHeight
        let parts = [layout.top > 0 ? "上有\(layout.top)行" : "", below > 0 ? "下有\(below)行" : ""]
            .filter { !$0.isEmpty }
        return DisplayText(parts.joined(separator: "　"))
    }

    // MARK: The frozen parts

    private func drawHeadings(_ grid: Grid, _ layout: Layout, _ canvas: inout Canvas) {
        canvas.fill(Rect(x: 0, y: 0, width: layout.width, height: layout.headerHeight), surface: .bar)
        let names = layout.headerHeight - layout.groupHeight
        for column in layout.columns {
            let lines = grid.headings[column.index].lines
            // Names stand on the line above the cells.
            for (row, line) in lines.prefix(names).enumerated() {
                let y = layout.headerHeight - min(names, lines.count) + row
                let indent = (column.width - line.columns(canvas.glyphs.ambiguous)) / 2
                canvas.text(line, x: column.x + indent, y: y, role: .heading, width: column.width)
            }
        }
        if let first = layout.columns.first {
            for y in 0..<layout.headerHeight {
                canvas.text(canvas.glyphs.vertical, x: layout.edge(of: first), y: y, role: .rule)
            }
        }
        if let end = layout.sumEnd {
            for (row, character) in sumHeading.enumerated() {
                canvas.right(
                    DisplayText(String(character)), y: layout.headerHeight - sumHeading.count + row, end: end,
                    role: .dim)
            }
        }
        guard layout.groupHeight > 0 else { return }
        for run in groups(grid, layout) {
            canvas.text(run.label.fitting(run.width), x: run.x, y: 0, role: .titleDetail, width: run.width)
        }
    }

    /// The groups in sight with the columns they take.
    private func groups(_ grid: Grid, _ layout: Layout) -> [(label: DisplayText, x: Int, width: Int)] {
        var runs: [(label: DisplayText, x: Int, width: Int)] = []
        for column in layout.columns {
            let group = grid.headings[column.index].group
            if let last = runs.last, last.label == group {
                runs[runs.count - 1].width = column.x + column.width - last.x
            } else {
                runs.append((group, column.x, column.width))
            }
        }
        return runs
    }

    /// Above the titles: which mode, in which order, and how many columns are out of sight.
    private func drawCorner(_ grid: Grid, _ layout: Layout, _ canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let isRoomy = layout.titleWidth >= 22
        let margin = layout.titleWidth >= 24 ? 1 : 0
        var x = margin
        for mode in Mode.allCases where isRoomy || mode == self.mode {
            x = canvas.text(mode.word, x: x, y: 0, role: mode == self.mode ? .tabCurrent : .tab) + 1
        }
        if layout.headerHeight > 1 {
            let unfolded = mode == .reporting || isUnfolded ? "各县分列" : ""
            let parts = [order.word, unfolded].filter { !$0.isEmpty }
            canvas.text(
                DisplayText(parts.joined(separator: " ")), x: margin, y: 1, role: .titleDetail,
                width: layout.titleWidth - 2)
        }
        let y = layout.headerHeight - 1
        if layout.left > 0, y > 0 {
            canvas.right(
                glyphs.moreLeft + DisplayText("\(layout.left)"), y: y, end: layout.titleWidth - 1, role: .keybarKey)
        }
        let right = grid.headings.count - (layout.columns.last.map { $0.index + 1 } ?? 0)
        if right > 0 {
            canvas.right(DisplayText("\(right)") + glyphs.moreRight, y: 0, end: layout.width, role: .keybarKey)
        }
        if y > 1 {
            let below = grid.rowCount - layout.top - layout.bodyHeight
            let above = layout.top > 0 ? glyphs.moreAbove + DisplayText("\(layout.top) ") : .empty
            let more = above + (below > 0 ? glyphs.moreBelow + DisplayText("\(below)") : .empty)
            canvas.text(more, x: margin, y: y, role: .keybarKey)
        }
    }

    // MARK: The cursor

    private func drawCrosshair(_ grid: Grid, _ layout: Layout, _ canvas: inout Canvas, _ situation: Situation) {
        let row = row(grid, situation)
        let y = layout.headerHeight + row - layout.top
        let selected = column(grid)
        let column = layout.columns.first { $0.index == selected }
        let bottom = layout.bodyBottom + layout.sumHeight
        if !isOnHeading, y < layout.bodyBottom, grid.rowCount > 0 {
            if isUnsettled {
                canvas.passingCursor(y: y, width: layout.titleWidth)
            } else {
                canvas.surface(.crosshair, Rect(x: 0, y: y, width: layout.width, height: 1))
                canvas.surface(.selected, Rect(x: 0, y: y, width: layout.titleWidth, height: 1))
            }
        }
        guard !isOnTitle, let column else { return }
        let place = Rect(x: column.x, y: 0, width: column.width, height: bottom)
        canvas.surface(
            .crosshair, Rect(x: place.x, y: layout.groupHeight, width: place.width, height: bottom - layout.groupHeight)
        )
        canvas.surface(
            .selected,
            Rect(
                x: place.x, y: layout.groupHeight, width: place.width,
                height: layout.headerHeight - layout.groupHeight))
        if !isOnHeading { canvas.surface(.selected, Rect(x: place.x, y: y, width: place.width, height: 1)) }
    }
}

extension DisplayText {
    /// A group's word in a form that fits: 县（市、区） → 县市区, 驻市单位 → 驻市 → 驻.
    fileprivate func fitting(_ columns: Int) -> DisplayText {
        guard self.columns(.wide) > columns else { return self }
        let plain = string.filter { !"（）、".contains($0) }
        let count = plain.count <= columns / 2 ? plain.count : min(2, columns / 2)
        return DisplayText(String(plain.prefix(max(1, count))))
    }
}
