import Cells
import Text
import WorkPlan

/// Who owes what: items down, units across; and which unit reported when.
struct MatrixPage: Page {
    /// What the cells show.
    enum Mode: CaseIterable, Sendable {
        case responsibility, light, progress, reporting, summary

        var word: DisplayText {
            switch self {
            case .responsibility: "责任"
            case .light: "灯"
            case .progress: "进度"
            case .reporting: "报送"
            case .summary: "汇总"
            }
        }
    }

    var mode: Mode = .responsibility
    /// The cursor as things of the plan: it stays on them when the mode changes. Nil: the first.
    var item: Identifier<Item>?
    var unit: Identifier<Unit>?
    /// Nil: the newest that is due.
    var period: Period?
    /// The cursor stands on the heading of its column, or on the title of its row.
    var isOnHeading = false
    var isOnTitle = false
    var folded: Set<Identifier<Item>> = []
    /// Every subtask in one list, with area and task in the margin.
    var isFlat = false
    /// Collective units are taken apart into their members.
    var isUnfolded = false
    var order: Matrix.Order = .printed
    var showsLegend = false
    /// The first visible row and column.
    var top = 0
    var left = 0
    var query: Query?

    func heading(_ situation: Situation) -> DisplayText { "矩阵" }

    // MARK: Where the cursor is

    func position(_ situation: Situation) -> ItemTree.Position? {
        item.flatMap { situation.plan.tree.position(of: $0) } ?? situation.plan.tree.roots.first
    }

    func row(_ grid: Grid, _ situation: Situation) -> Int {
        if let table = grid.table {
            let place = unit.flatMap { unit in
                grid.units.firstIndex { $0.id == unit }
                    ?? situation.plan.unit(unit).flatMap { whole in
                        grid.units.firstIndex { whole.members.contains($0.id) }
                    }
            }
            return table.periods.isEmpty ? 0 : place ?? 0
        }
        return position(situation).map { grid.rows.index(of: $0, in: situation.plan.tree) } ?? 0
    }

    func column(_ grid: Grid) -> Int {
        if let table = grid.table {
            if let period, let place = table.periods.firstIndex(of: period) { return place }
            return table.periods.lastIndex { $0.isDue(grid) } ?? table.periods.count - 1
        }
        return unit.flatMap { grid.matrix.place(of: $0) } ?? 0
    }

    mutating func select(row: Int, _ grid: Grid, _ situation: Situation) {
        guard grid.rowCount > 0 else { return }
        let row = max(0, min(grid.rowCount - 1, row))
        if grid.table == nil {
            item = situation.plan.tree.items[grid.rows.rows[row].position].id
        } else {
            unit = grid.units[row].id
        }
        top = layout(grid, situation).top
    }

    mutating func select(column: Int, _ grid: Grid, _ situation: Situation) {
        guard !grid.headings.isEmpty else { return }
        let column = max(0, min(grid.headings.count - 1, column))
        if let table = grid.table {
            period = table.periods[column]
        } else {
            unit = grid.matrix.columns[column].unit.id
        }
        left = layout(grid, situation).left
    }

    /// Up from the first row leads to the headings.
    mutating func moveRow(_ step: Int, _ situation: Situation) {
        let grid = grid(situation)
        let row = row(grid, situation)
        if isOnHeading {
            if step > 0 {
                isOnHeading = false
                select(row: step > 1 ? row + step : row, grid, situation)
            }
        } else if row == 0, step == -1 {
            isOnHeading = !isOnTitle
        } else {
            select(row: row + step, grid, situation)
        }
    }

    /// Left from the first column leads to the titles.
    mutating func moveColumn(_ step: Int, _ situation: Situation) {
        let grid = grid(situation)
        let column = column(grid)
        if isOnTitle {
            if step > 0 {
                isOnTitle = false
                select(column: 0, grid, situation)
            }
        } else if column == 0, step < 0 {
            isOnTitle = !isOnHeading
        } else {
            select(column: column + step, grid, situation)
        }
    }

    // MARK: Finding and the mouse

    mutating func find(_ query: Query?, _ situation: Situation) {
        // Coming back from a page is not finding anew: the cursor stays.
        guard query != self.query else { return }
        self.query = query
        guard query != nil, mode != .reporting, let here = position(situation) else { return }
        let hits = situation.hits
        if let hit = hits.first(where: { $0 >= here }) ?? hits.first { reveal(hit, situation) }
    }

    mutating func reveal(_ position: ItemTree.Position, _ situation: Situation) {
        for place in situation.plan.tree.ancestors(of: position) { folded.remove(situation.plan.tree[place].id) }
        let grid = grid(situation)
        select(row: grid.rows.index(of: position, in: situation.plan.tree), grid, situation)
    }

    mutating func click(_ point: Point, _ situation: Situation) -> Response {
        let grid = grid(situation)
        let layout = layout(grid, situation)
        guard let hit = layout.hit(point, grid) else { return .done }
        let before = (item, unit, period, isOnHeading, isOnTitle)
        isOnHeading = hit.row == nil
        isOnTitle = hit.column == nil
        if let row = hit.row { select(row: row, grid, situation) }
        if let column = hit.column { select(column: column, grid, situation) }
        return before == (item, unit, period, isOnHeading, isOnTitle) ? open(situation) : .done
    }

    mutating func wheel(_ rows: Int, _ situation: Situation) {
        let grid = grid(situation)
        isOnHeading = false
        select(row: row(grid, situation) + rows, grid, situation)
    }

    // MARK: What is under the cursor

    func selection(_ situation: Situation) -> Link? {
        let grid = grid(situation)
        if grid.table != nil {
            let row = row(grid, situation)
            return isOnHeading || !grid.units.indices.contains(row) ? nil : .unit(grid.units[row].id)
        }
        let column = column(grid)
        let unit = grid.matrix.columns.indices.contains(column) ? grid.matrix.columns[column].unit.id : nil
        if isOnHeading { return unit.map { .unit($0) } }
        let row = row(grid, situation)
        guard grid.rows.rows.indices.contains(row) else { return nil }
        let item = situation.plan.tree.items[grid.rows.rows[row].position]
        guard !isOnTitle, let unit else { return .item(item.id) }
        return .part(item.id, unit)
    }
}
