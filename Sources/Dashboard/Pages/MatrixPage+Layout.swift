import Cells
import Text
import WorkPlan

extension MatrixPage {
    /// Where everything stands in the area: the headings above and the titles at the left never scroll.
    struct Layout {
        struct Column: Equatable {
            let index: Int
            let x: Int
            let width: Int
        }

        let width: Int
        /// The line of the groups above the headings: 0 or 1.
        let groupHeight: Int
        let headerHeight: Int
        let bodyHeight: Int
        let sumHeight: Int
        let legendHeight: Int
        let statusHeight: Int
        let titleWidth: Int
        /// Blank columns before every column.
        let gap: Int
        /// The columns in sight.
        let columns: [Column]
        /// Where the sums of the rows end; nil where there is no room for them.
        let sumEnd: Int?
        /// The first row and the first column in sight.
        let top: Int
        let left: Int

        var bodyBottom: Int { headerHeight + bodyHeight }
        /// Where a line before a column stands.
        func edge(of column: Column) -> Int { column.x - (gap + 1) / 2 }
    }

    /// Columns of a row's sum, with the gap before it.
    static let sumWidth = 5
    /// Columns of a title that can still be recognised.
    private static let narrowestTitle = 22

    func layout(_ grid: Grid, _ situation: Situation) -> Layout {
        let area = situation.area
        let height = area.height
        // Periods carry their year in the heading.
        let group = height >= 12 && grid.table == nil ? 1 : 0
        let header = group + min(grid.headingHeight, max(2, height / 4))
        let sums = height >= 10 ? 1 : 0
        let legend = height >= 13 ? 1 : 0
        let fixed = header + sums + legend + 1
        let status = height >= 20 ? 2 : 1
        let body = max(1, height - fixed - status + 1)

        let cells = grid.headings.reduce(0) { $0 + $1.width }
        let narrow = cells + grid.headings.count
        let wantsSums = area.width >= 60 || narrow + Self.sumWidth + Self.narrowestTitle <= area.width
        let sumRoom = wantsSums ? Self.sumWidth : 0
        // Room that no title needs moves the columns apart.
        let spare = area.width - narrow - sumRoom - titleLimit
        let gap = 1 + max(0, min(3, spare / max(1, grid.headings.count)))
        let all = cells + gap * grid.headings.count
        let title = min(titleLimit, max(area.width - all - sumRoom, min(Self.narrowestTitle, area.width * 3 / 8)))
        let room = area.width - title - sumRoom
        let column = column(grid)
        let left = first(showing: column, room, gap, grid.headings)
        var columns: [Layout.Column] = []
        var x = title
        for index in left..<max(left, grid.headings.count) {
            let width = grid.headings[index].width
            guard x + gap + width <= title + room else { break }
            columns.append(Layout.Column(index: index, x: x + gap, width: width))
            x += gap + width
        }
        let row = row(grid, situation)
        let last = max(0, grid.rowCount - body)
        return Layout(
            width: area.width, groupHeight: group, headerHeight: header, bodyHeight: body, sumHeight: sums,
            legendHeight: legend, statusHeight: status, titleWidth: title, gap: gap, columns: columns,
            sumEnd: wantsSums ? min(area.width, x + Self.sumWidth) : nil,
            top: max(0, min(last, max(min(top, row), row - body + 1))), left: left)
    }

    /// Columns after which a title only moves the cells away from it.
    private var titleLimit: Int { mode == .reporting ? 24 : isFlat ? 130 : 92 }

    /// The first column in sight: the scroll, held so that the cursor's column is in sight and no room is wasted.
    private func first(showing column: Int, _ room: Int, _ gap: Int, _ headings: [Grid.Heading]) -> Int {
        guard !headings.isEmpty else { return 0 }
        var first = max(0, min(left, column, headings.count - 1))
        var used = headings[first...max(first, column)].reduce(0) { $0 + $1.width + gap }
        while used > room, first < column {
            used -= headings[first].width + gap
            first += 1
        }
        var tail = headings[first...].reduce(0) { $0 + $1.width + gap }
        while first > 0, tail + headings[first - 1].width + gap <= room {
            first -= 1
            tail += headings[first].width + gap
        }
        return first
    }
}

extension MatrixPage.Layout {
    /// What lies at a place: a row, a heading or a title where one of them is nil.
    func hit(_ point: Point, _ grid: MatrixPage.Grid) -> (row: Int?, column: Int?)? {
        let column = columns.first { ($0.x - gap..<$0.x + $0.width).contains(point.x) }?.index
        if point.y < headerHeight { return column.map { (nil, $0) } }
        let row = point.y - headerHeight + top
        guard point.y < bodyBottom, row < grid.rowCount else { return nil }
        if column == nil, point.x >= titleWidth { return nil }
        return (row, column)
    }
}
