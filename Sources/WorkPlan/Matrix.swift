/// Who is on what: items down, units across. Built once for a plan as it stands; cells are looked up row by row. A class,
/// because it holds the plan several times over, and a copy would count all that these hold.
package final class Matrix: Sendable {
    /// Under which heading a column stands.
    package enum Group: Hashable, Sendable {
        /// Units with the role 牵头, and units on more than half of all subtasks, which would drown the rest.
        case lead
        case kind(Unit.Kind)

        package var word: String {
            switch self {
            case .lead: "牵头部门"
            case .kind(.collective): Unit.Kind.county.word
            case .kind(let kind): kind.word
            }
        }

        /// Its place from left to right.
        var place: Int {
            switch self {
            case .lead: 0
            case .kind(.department): 1
            case .kind(.judicial): 2
            case .kind(.stationed): 3
            case .kind(.county), .kind(.collective): 4
            }
        }
    }

    /// How the columns of a group follow each other.
    package enum Order: CaseIterable, Sendable {
        case printed, load, lateness

        package var word: String {
            switch self {
            case .printed: "按印发顺序"
            case .load: "按项数"
            case .lateness: "按落后"
            }
        }
    }

    package struct Column: Equatable, Sendable {
        package let unit: Unit
        package let group: Group
        /// Over all rows.
        package let sum: CellSum

        /// A collective unit stands for its members: the cell tells how many were heard.
        package var isFolded: Bool { !unit.members.isEmpty }
    }

    package let columns: [Column]
    /// Whether collective units are taken apart into their members.
    package let isUnfolded: Bool
    private let places: [Identifier<Unit>: Int]
    private let plan: Plan
    private let standings: Standings
    private let sums: MatrixSums
    private let judge: PartJudge

    /// Which columns there are follows from the `whole` plan; `sums` are those of the items that a filter keeps.
    package init(
        _ plan: Plan, _ standings: Standings, _ sums: MatrixSums, whole: MatrixSums? = nil, isUnfolded: Bool,
        order: Order
    ) {
        let whole = whole ?? sums
        self.plan = plan
        self.standings = standings
        self.sums = sums
        self.isUnfolded = isUnfolded
        judge = PartJudge(plan, standings)
        var columns: [Column] = []
        for unit in plan.units {
            guard whole.sum(of: unit.id, isUnfolded: isUnfolded).marks > 0 else { continue }
            let group = Group(unit, whole.sum(of: unit.id, isUnfolded: true), of: whole.subtasks)
            columns.append(
                Column(unit: unit, group: group, sum: sums.sum(of: unit.id, isUnfolded: isUnfolded)))
        }
        self.columns = columns.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.group.place != other.group.place { return one.group.place < other.group.place }
            for (first, second) in zip(order.weights(one.sum), order.weights(other.sum)) where first != second {
                return first > second
            }
            return left.offset < right.offset
        }.map(\.element)
        places = Dictionary(uniqueKeysWithValues: zip(self.columns.map(\.unit.id), self.columns.indices))
    }

    /// The column of a unit, or of the collective unit that stands for it.
    package func place(of unit: Identifier<Unit>) -> Int? {
        places[unit] ?? plan.collectives(of: unit).lazy.compactMap { self.places[$0.id] }.first
            ?? plan.unit(unit)?.members.lazy.compactMap { self.places[$0] }.first
    }

    // MARK: Cells

    /// A unit's part of a subtask, at its column.
    package struct Cell: Equatable, Sendable {
        package let column: Int
        package let part: UnitPart
    }

    /// The cells of a subtask that are not blank, in printed order.
    package func cells(of position: ItemTree.Position) -> [Cell] {
        var cells: [Cell] = []
        var members: [UnitPart] = []
        for part in judge.parts(of: position) {
            if isUnfolded, !part.members.isEmpty {
                members += part.members
            } else if let column = places[part.unit] {
                cells.append(Cell(column: column, part: part))
            }
        }
        for part in members {
            guard let column = places[part.unit], !cells.contains(where: { $0.column == column }) else { continue }
            cells.append(Cell(column: column, part: part))
        }
        return cells
    }

    /// What the cells below an area or a task come to, for every column.
    package func sums(of position: ItemTree.Position) -> [CellSum] {
        let row = sums.row(of: position, plan, standings, judge)
        return columns.map { row.sum(of: $0.unit.id, isUnfolded: self.isUnfolded) }
    }

    /// The same for one column.
    package func sum(of position: ItemTree.Position, at column: Int) -> CellSum {
        sums.row(of: position, plan, standings, judge).sum(of: columns[column].unit.id, isUnfolded: isUnfolded)
    }
}

extension Matrix.Group {
    fileprivate init(_ unit: Unit, _ sum: CellSum, of subtasks: Int) {
        let isLocal = unit.kind == .county || unit.kind == .collective
        let isApart = sum.leads > 0 || (!isLocal && sum.marks * 2 > subtasks)
        self = isApart ? .lead : .kind(isLocal ? .county : unit.kind)
    }
}

extension Matrix.Order {
    /// What is compared, the weightiest first.
    fileprivate func weights(_ sum: CellSum) -> [Int] {
        switch self {
        case .printed: []
        case .load: [sum.marks]
        case .lateness: [sum.count(.red), sum.count(.yellow), sum.marks]
        }
    }
}
