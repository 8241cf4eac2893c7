import Cells
import Text
import WorkPlan

extension MatrixPage {
    /// What stands in the rows and columns in a mode.
    struct Grid: Sendable {
        /// A column's heading, one line under the other.
        struct Heading: Sendable {
            let lines: [DisplayText]
            /// Columns of its cells, without the gap before them.
            let width: Int
            /// Columns of one group stand under one word.
            let group: DisplayText
        }

        let mode: Mode
        let matrix: Matrix
        /// The items; empty where units stand in the rows.
        let rows: Outline
        /// Nil unless units stand in the rows and periods in the columns.
        let table: ReportingTable?
        /// The units in the rows.
        let units: [Unit]
        let headings: [Heading]
        /// The rows that the longest heading takes.
        let headingHeight: Int
        let today: Day
        let reporting: Rules.Reporting

        var rowCount: Int { table == nil ? rows.rows.count : units.count }

        /// Whether a new group begins at a column.
        func beginsGroup(_ column: Int) -> Bool {
            column > 0 && headings[column].group != headings[column - 1].group
        }
    }

    /// Reports are the members' own: they are never folded there.
    var showsMembers: Bool { isUnfolded || mode == .reporting }

    func matrix(_ situation: Situation) -> Matrix {
        Matrix(
            situation.plan, situation.standings, situation.sums, whole: situation.briefing.sums,
            isUnfolded: showsMembers, order: order)
    }

    /// What a grid is made from: it stays as long as none of this changes.
    struct GridInputs: Equatable {
        let revision: Revision
        let mode: Mode
        let folded: Set<Identifier<Item>>
        let isFlat: Bool
        let isUnfolded: Bool
        let order: Matrix.Order
    }

    func grid(_ situation: Situation) -> Grid {
        grids(inputs(situation)) { makeGrid(situation) }
    }

    func inputs(_ situation: Situation) -> GridInputs {
        GridInputs(
            revision: situation.revision, mode: mode, folded: folded, isFlat: isFlat, isUnfolded: isUnfolded,
            order: order)
    }

    private func makeGrid(_ situation: Situation) -> Grid {
        let plan = situation.plan
        let matrix = matrix(situation)
        let table = mode == .reporting ? ReportingTable(plan, on: situation.briefing.today) : nil
        let rows =
            switch mode {
            case .reporting: Outline(ItemTree(), folded: [])
            case .summary: Outline(plan.tree, .tree(to: .area), folded: [], kept: situation.kept)
            default:
                Outline(
                    plan.tree, isFlat ? .flat : .tree(to: .subtask), folded: folded, kept: situation.kept)
            }
        let headings = table?.periods.map(Grid.Heading.init) ?? matrix.columns.map { Grid.Heading($0, mode) }
        return Grid(
            mode: mode, matrix: matrix, rows: rows, table: table, units: table == nil ? [] : matrix.columns.map(\.unit),
            headings: headings, headingHeight: headings.reduce(1) { max($0, $1.lines.count) },
            today: situation.briefing.today, reporting: plan.rules.reporting)
    }
}

extension MatrixPage.Grid.Heading {
    /// A unit's short name, one character a row.
    init(_ column: Matrix.Column, _ mode: MatrixPage.Mode) {
        lines = column.unit.short.prefix(4).map { DisplayText(String($0)) }
        group = DisplayText(column.group.word)
        if mode == .summary {
            width = 3
        } else if column.isFolded {
            let members = String(column.unit.members.count).utf8.count
            width = 2 + members * 2
        } else {
            width = 2
        }
    }

    /// A period: the month, quarter or half of the year, under its year.
    init(_ period: Period) {
        let (year, _, _) = period.start.civil
        group = DisplayText("\(year)年")
        width = 4
        let name =
            switch period.cycle {
            case .month: "\(period.start.civil.month)月"
            case .quarter: "\((period.start.civil.month + 2) / 3)季"
            case .halfYear: period.start.civil.month == 1 ? "上半" : "下半"
            case .year: "全年"
            }
        lines = [DisplayText(String(year)), DisplayText(name)]
    }
}

extension Period {
    /// Whether its reports are due.
    func isDue(_ grid: MatrixPage.Grid) -> Bool { grid.reporting.isDue(self, on: grid.today) }
}
