import Cells
import Text
import WorkPlan

extension MatrixPage {
    func drawRows(
        _ grid: Grid, _ layout: Layout, _ look: RowLook, _ canvas: inout Canvas, _ situation: Situation
    ) {
        let keys = (layout.top..<max(layout.top, grid.rowCount)).lazy.map { row in
            RowKey(row: row, beginsTask: row == layout.top || beginsTask(row, grid, situation))
        }
        drawn.draw(keys, look: look, &canvas) { drawRow($0, grid, layout, &$1, situation) }
    }

    /// What rows, headings and sums depend on besides their place.
    struct RowLook: Equatable {
        let inputs: GridInputs
        let query: Query?
        let width: Int
        let headerHeight: Int
        let columns: [Layout.Column]
        let titleWidth: Int
        let sumEnd: Int?

        init(inputs: GridInputs, query: Query?, layout: Layout) {
            self.inputs = inputs
            self.query = query
            width = layout.width
            headerHeight = layout.headerHeight
            columns = layout.columns
            titleWidth = layout.titleWidth
            sumEnd = layout.sumEnd
        }
    }

    struct RowKey: Hashable {
        let row: Int
        /// The flat arrangement names a task above its first row in sight.
        let beginsTask: Bool
    }

    private func drawRow(
        _ key: RowKey, _ grid: Grid, _ layout: Layout, _ canvas: inout Canvas, _ situation: Situation
    ) {
        let row = key.row
        for column in layout.columns where grid.beginsGroup(column.index) || column.index == layout.left {
            canvas.text(canvas.glyphs.vertical, x: layout.edge(of: column), y: 0, role: .rule)
        }
        let title = Rect(x: 0, y: 0, width: layout.titleWidth - 1, height: 1)
        if let table = grid.table {
            let unit = grid.units[row]
            canvas.text(DisplayText(unit.name), x: 1, y: 0, width: title.width - 1)
            let cells = table.cells(of: unit.id)
            for column in layout.columns { draw(face(cells[column.index], canvas.glyphs), column, &canvas) }
            drawSum(sum(cells), layout, &canvas)
            return
        }
        let line = grid.rows.rows[row]
        canvas.within(title) { canvas in
            if isFlat, mode != .summary {
                drawFlatTitle(line, key.beginsTask, &canvas, situation)
            } else {
                drawTitle(line, &canvas, situation)
            }
        }
        let isSubtask = situation.plan.tree.level(of: line.position) == .subtask
        if isSubtask {
            let cells = grid.matrix.cells(of: line.position)
            for column in layout.columns {
                guard let cell = cells.first(where: { $0.column == column.index }) else { continue }
                draw(face(cell.part, column.width, canvas.glyphs), column, &canvas)
            }
            drawSum(sum(of: line.position, marks: cells.count, situation), layout, &canvas)
        } else if line.isFolded || mode == .summary {
            let sums = grid.matrix.sums(of: line.position)
            for column in layout.columns where sums[column.index].marks > 0 {
                draw(face(sums[column.index], column.width, canvas.glyphs), column, &canvas)
            }
            let marks = sums.reduce(0) { $0 + $1.marks }
            drawSum(sum(of: line.position, marks: marks, situation), layout, &canvas)
        } else if mode == .light || mode == .progress {
            drawSum(sum(of: line.position, marks: 0, situation), layout, &canvas)
        }
    }

    /// Drawn from the cell's left edge; a face that begins further right says so by blanks.
    private func draw(_ face: Face, _ column: Layout.Column, _ canvas: inout Canvas) {
        var x = column.x
        for piece in face.pieces { x = canvas.text(piece.text, x: x, y: 0, role: piece.role) }
    }

    private func drawSum(_ face: Face, _ layout: Layout, _ canvas: inout Canvas) {
        guard let end = layout.sumEnd else { return }
        var x = end - face.columns(canvas.glyphs)
        for piece in face.pieces { x = canvas.text(piece.text, x: x, y: 0, role: piece.role) }
    }

    // MARK: Titles

    private func drawTitle(_ row: Outline.Row, _ canvas: inout Canvas, _ situation: Situation) {
        let item = situation.plan.tree[row.position]
        let glyphs = canvas.glyphs
        let mark = !row.hasChildren ? glyphs.leaf : row.isFolded ? glyphs.foldClosed : glyphs.foldOpen
        canvas.text(mark, x: row.depth, y: 0, role: .rule)
        var x = row.depth + 2
        if item.level != .task {
            x = canvas.text(DisplayText(situation.plan.number(of: row.position)), x: x, y: 0, role: .number) + 1
            if item.level == .subtask { x = max(x, row.depth + 5) }
        }
        draw(title: item, x: x, &canvas, situation)
    }

    /// The task in the margin where it begins, and its title where there is room for it.
    private func drawFlatTitle(
        _ row: Outline.Row, _ beginsTask: Bool, _ canvas: inout Canvas, _ situation: Situation
    ) {
        let plan = situation.plan
        let margin = canvas.width >= 60 ? min(54, canvas.width * 2 / 5) : 5
        if beginsTask, let task = plan.tree.parent(of: row.position) {
            let number = DisplayText(plan.number(of: task))
            let x = canvas.text(number, x: 0, y: 0, role: .rule, width: margin) + 1
            if margin > 5 {
                canvas.text(DisplayText(plan.tree[task].wording), x: x, y: 0, role: .dim, width: margin - x - 1)
            }
        }
        let item = plan.tree[row.position]
        let x = canvas.text(DisplayText(item.number), x: margin, y: 0, role: .number) + 1
        draw(title: item, x: max(x, margin + 3), &canvas, situation)
    }

    private func draw(title item: Item, x: Int, _ canvas: inout Canvas, _ situation: Situation) {
        let title = DisplayText(item.wording)
        let words = query.flatMap { situation.isNumbered($0) ? nil : $0 }
        canvas.text(
            title, x: x, y: 0, role: item.level == .area ? .heading : .text, width: canvas.width - x, marking: words)
    }

    private func beginsTask(_ row: Int, _ grid: Grid, _ situation: Situation) -> Bool {
        guard isFlat, mode != .summary, grid.table == nil, row > 0 else { return false }
        let tree = situation.plan.tree
        return tree.parent(of: grid.rows.rows[row].position) != tree.parent(of: grid.rows.rows[row - 1].position)
    }

    // MARK: The sums below

    func drawSums(_ grid: Grid, _ layout: Layout, _ canvas: inout Canvas) {
        canvas.fill(canvas.area, surface: .bar)
        canvas.right(sumLabel, y: 0, end: layout.titleWidth - 1, role: .dim)
        for column in layout.columns {
            let face =
                grid.table.map { count($0.missing(column.index), column.width) }
                ?? sum(below: grid.matrix.columns[column.index].sum, column.width)
            draw(face, column, &canvas)
        }
        if let table = grid.table {
            drawSum(count(table.periods.indices.reduce(0) { $0 + table.missing($1) }, 4), layout, &canvas)
        } else if mode == .responsibility || mode == .summary {
            drawSum(count(grid.matrix.columns.reduce(0) { $0 + $1.sum.marks }, 4), layout, &canvas)
        }
    }
}
