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
    /// Where the cursor rested last; nil while it rests.
    private var rested: Cursor?
    let grids = Memo<GridInputs, Grid>()
    let drawn = DrawnRows<RowLook, RowKey>()
    let drawnHeadings = DrawnBlock<RowLook>()
    let drawnSums = DrawnBlock<RowLook>()
    let drawnLegend = DrawnBlock<RowLook>()
    let statuses = Memo<StatusInputs, [DisplayText]>()

    func heading(_ situation: Situation) -> DisplayText { "矩阵" }

    // MARK: Where the cursor is

    struct Cursor: Equatable {
        var item: Identifier<Item>?
        var unit: Identifier<Unit>?
        var period: Period?
        var isOnHeading: Bool
        var isOnTitle: Bool
    }

    /// On its way the cursor leaves behind what is said of it, and the line along its row.
    var isUnsettled: Bool { rested != nil }

    mutating func settle() { rested = nil }

    private mutating func leave() {
        if rested == nil { rested = cursor }
    }

    var cursor: Cursor {
        Cursor(item: item, unit: unit, period: period, isOnHeading: isOnHeading, isOnTitle: isOnTitle)
    }

    /// The page with the cursor where it rested last.
    var atRest: MatrixPage {
        guard let rested else { return self }
        var page = self
        page.item = rested.item
        page.unit = rested.unit
        page.period = rested.period
        page.isOnHeading = rested.isOnHeading
        page.isOnTitle = rested.isOnTitle
        return page
    }

    func settled(_ situation: Situation) -> Link? { atRest.selection(situation) }

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
        return position(situation).flatMap { grid.rows.index(of: $0, in: situation.plan.tree) } ?? 0
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
        leave()
        let row = max(0, min(grid.rowCount - 1, row))
        if grid.table == nil {
            item = situation.plan.tree[grid.rows.rows[row].position].id
        } else {
            unit = grid.units[row].id
        }
        top = layout(grid, situation).top
    }

    mutating func select(column: Int, _ grid: Grid, _ situation: Situation) {
        guard !grid.headings.isEmpty else { return }
        leave()
        let column = max(0, min(grid.headings.count - 1, column))
        if let table = grid.table {
            period = table.periods[column]
        } else {
            unit = grid.matrix.columns[column].unit.id
        }
        left = layout(grid, situation).left
    }

    var isFiltered: Bool { true }

    /// Up from the first row leads to the headings.
    mutating func moveRow(_ step: Int, _ situation: Situation) {
        let grid = grid(situation)
        let row = row(grid, situation)
        leave()
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
        leave()
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
        select(row: grid.rows.index(of: position, in: situation.plan.tree) ?? 0, grid, situation)
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

    /// Asked many times a key, so that it looks at the cursor alone and makes no rows.
    func selection(_ situation: Situation) -> Link? {
        if mode == .reporting {
            return isOnHeading ? nil : unitUnderCursor(situation).map { .unit($0) }
        }
        if isOnHeading { return unitUnderCursor(situation).map { .unit($0) } }
        guard let position = position(situation).map({ shown($0, situation) }) else { return nil }
        let item = situation.plan.tree[position].id
        return isOnTitle ? .item(item) : unitUnderCursor(situation).map { .part(item, $0) } ?? .item(item)
    }

    /// The unit of the column, or of the row where units stand in the rows.
    private func unitUnderCursor(_ situation: Situation) -> Identifier<Unit>? {
        // Where the cursor was put on a unit it is one of those shown, unless the plan has changed since.
        if let unit, situation.briefing.sums.sum(of: unit, isUnfolded: showsMembers).marks > 0 { return unit }
        let matrix = grid(situation).matrix
        return (unit.flatMap { matrix.place(of: $0) } ?? matrix.columns.indices.first)
            .map { matrix.columns[$0].unit.id }
    }

    /// The item whose row stands for an item: itself, the folded one that hides it, or its first subtask.
    private func shown(_ position: ItemTree.Position, _ situation: Situation) -> ItemTree.Position {
        let tree = situation.plan.tree
        let path = tree.ancestors(of: position) + [position]
        if mode == .summary { return path[0] }
        if isFlat {
            return path.first { tree.level(of: $0) == .subtask }
                ?? tree.subtree(of: position).first { tree.level(of: $0) == .subtask } ?? position
        }
        return path.first { folded.contains(tree[$0].id) || tree.level(of: $0) == .subtask } ?? position
    }
}
