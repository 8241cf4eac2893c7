import Testing
import WorkPlan

@Suite struct MatrixTests {
    private func matrix(
        _ plan: Plan, on today: String = "2023-12-31", isUnfolded: Bool = false, order: Matrix.Order = .printed
    ) -> Matrix {
        let standings = Standings(plan, on: Sample.day(today))
        return Matrix(plan, standings, MatrixSums(plan, standings), isUnfolded: isUnfolded, order: order)
    }

    private func cell(_ item: Identifier<Item>, _ unit: Identifier<Unit>, in matrix: Matrix, of plan: Plan) -> UnitPart?
    {
        guard let position = plan.tree.position(of: item), let column = matrix.place(of: unit) else { return nil }
        return matrix.cells(of: position).first { $0.column == column }?.part
    }

    @Test("A collective unit is one column, or a column for each of its members")
    func columns() {
        let plan = Sample.plan()
        #expect(matrix(plan).columns.map(\.unit.id) == ["a", "all"])
        #expect(matrix(plan, isUnfolded: true).columns.map(\.unit.id) == ["a", "x", "y"])
        #expect(matrix(plan).columns.map(\.sum.marks) == [2, 1])
        #expect(matrix(plan, isUnfolded: true).columns.map(\.sum.marks) == [2, 1, 1])
        // A unit on more than half of the rows stands apart, counties stand together.
        #expect(matrix(plan).columns.map(\.group) == [.lead, .kind(.county)])
        #expect(matrix(plan).place(of: "x") == 1)
        #expect(matrix(plan, isUnfolded: true).place(of: "all") == 1)
    }

    @Test("A unit on a task has the task's light, which is that of the items below it")
    func unitOnTask() throws {
        var plan = Sample.plan("row-3") {
            $0.progress = [
                Progress(unit: nil, day: Sample.day("2023-06-01"), status: .completed(Sample.day("2023-06-01")))
            ]
        }
        let task = try #require(plan.tree.position(of: "task-2"))
        plan = plan.applying([plan.setting(role: .responsible, of: "a", on: plan.tree[task])].compactMap { $0 }).plan
        let standings = Standings(plan, on: Sample.day("2023-12-31"))
        #expect(standings.light(of: task) == .green)
        #expect(PartJudge(plan, standings).parts(of: task).map(\.light) == [.green])
    }

    @Test("A member on a row in its own name has a column even while its collective unit is folded")
    func memberItself() {
        let plan = Sample.plan("row-3") { $0.assignments = [Assignment(unit: "y")] }
        #expect(matrix(plan).columns.map(\.unit.id) == ["a", "all", "y"])
        #expect(matrix(plan, isUnfolded: true).columns.map(\.sum.marks) == [2, 1, 2])
    }

    @Test("A row that names a collective unit and its member has one cell for the member")
    func once() throws {
        let plan = Sample.plan("row-2") { $0.assignments = [Assignment(unit: "all"), Assignment(unit: "x")] }
        let unfolded = matrix(plan, isUnfolded: true)
        let position = try #require(plan.tree.position(of: "row-2"))
        #expect(unfolded.cells(of: position).count == 2)
        #expect(unfolded.columns.map(\.sum.marks) == [1, 1, 1])
        #expect(cell("row-2", "x", in: unfolded, of: plan)?.collective == nil)
        #expect(cell("row-2", "y", in: unfolded, of: plan)?.collective == "all")
    }

    @Test("A light is the unit's own where it reported its part, else the item's")
    func ownAndInherited() throws {
        var plan = Sample.plan("row-2") {
            // 364 of 546 days are gone: 66.7% is expected.
            $0.progress = [
                Progress(day: Sample.day("2023-12-20"), status: .underway(percent: 60)),
                Progress(unit: "x", day: Sample.day("2023-12-20"), status: .underway(percent: 30)),
                Progress(unit: "x", day: Sample.day("2024-02-01"), status: .completed(Sample.day("2024-02-01"))),
            ]
        }
        let unfolded = matrix(plan, isUnfolded: true)
        let own = try #require(cell("row-2", "x", in: unfolded, of: plan))
        #expect(own.light == .red && own.isOwn && own.percent == 30)
        #expect(own.reason?.sentence.hasPrefix("应达 66.7%，实际 30.0%") == true)
        let inherited = try #require(cell("row-2", "y", in: unfolded, of: plan))
        #expect(inherited.light == .green && !inherited.isOwn && inherited.percent == nil && !inherited.isHeard)
        let collective = try #require(cell("row-2", "all", in: matrix(plan), of: plan))
        #expect(collective.light == .red && collective.isOwn && collective.heard == 1 && collective.members.count == 2)
        // On a later day the data of that day count.
        let later = try #require(cell("row-2", "x", in: matrix(plan, on: "2024-02-01", isUnfolded: true), of: plan))
        #expect(later.light == .green && later.percent == 100)
        // A part that was not heard of in the period that is due is grey, and is still the unit's own.
        plan = Sample.plan("row-1") {
            $0.progress = [Progress(unit: "a", day: Sample.day("2023-02-01"), status: .underway(percent: 90))]
        }
        let silent = try #require(cell("row-1", "a", in: matrix(plan), of: plan))
        #expect(silent.light == .grey && silent.isOwn)
    }

    @Test("Sums of rows and columns are the sums of the cells, folded and unfolded", arguments: [false, true])
    func sums(isUnfolded: Bool) {
        let plan = Sample.plan("row-2") {
            $0.progress = [Progress(unit: "y", day: Sample.day("2023-12-20"), status: .underway(percent: 60))]
        }
        let matrix = matrix(plan, isUnfolded: isUnfolded)
        var marks = Array(repeating: 0, count: matrix.columns.count)
        var yellow = marks
        for position in plan.tree.items.indices where plan.tree[position].level == .subtask {
            for cell in matrix.cells(of: position) {
                marks[cell.column] += 1
                if cell.part.light == .grey { yellow[cell.column] += 1 }
            }
        }
        #expect(marks.reduce(0, +) == (isUnfolded ? 4 : 3))
        #expect(matrix.columns.map(\.sum.marks) == marks)
        #expect(matrix.columns.map { $0.sum.count(.grey) } == yellow)
        for level in [Level.area, .task] {
            let positions = plan.tree.items.indices.filter { plan.tree[$0].level == level }
            var whole = Array(repeating: 0, count: marks.count)
            for position in positions {
                for (column, sum) in matrix.sums(of: position).enumerated() { whole[column] += sum.marks }
            }
            #expect(whole == marks)
        }
    }

    @Test("Columns follow by load or by lateness within their group")
    func order() throws {
        var plan = Sample.plan("row-1") { $0.assignments = [Assignment(unit: "b"), Assignment(unit: "c")] }
        for id in ["b", "c"] {
            _ = plan.add(Unit(id: Identifier(id), name: "市\(id)局", short: id, kind: .department))
        }
        let third = try #require(plan.tree.position(of: "row-3"))
        plan.tree[third].assignments = [Assignment(unit: "c")]
        let first = try #require(plan.tree.position(of: "row-1"))
        plan.tree[first].progress = [
            Progress(unit: "b", day: Sample.day("2023-12-20"), status: .underway(percent: 0))
        ]
        func ids(_ order: Matrix.Order) -> [Identifier<Unit>] { matrix(plan, order: order).columns.map(\.unit.id) }
        #expect(ids(.printed) == ["c", "a", "b", "all"])
        #expect(ids(.lateness) == ["c", "b", "a", "all"])
    }

    @Test("Rows fold as the tree; flat, they are the subtasks alone")
    func rows() throws {
        let tree = Sample.plan().tree
        #expect(Outline(tree, .tree(to: .subtask), folded: []).rows.count == 7)
        let folded = Outline(tree, .tree(to: .subtask), folded: Outline.folds(tree, downTo: .area))
        #expect(folded.rows.map { tree[$0.position].id } == ["area-1", "area-2"])
        let flat = Outline(tree, .flat, folded: ["area-1"])
        #expect(flat.rows.map { tree[$0.position].id } == ["row-1", "row-2", "row-3"])
        let area = try #require(tree.position(of: "area-2"))
        let last = try #require(tree.position(of: "row-3"))
        #expect(folded.index(of: last, in: tree) == 1)
        #expect(flat.index(of: area, in: tree) == 2)
        #expect(flat.index(of: last, in: tree) == 2)
    }
}

@Suite struct ReportingTests {
    /// Quarters from 2023Q1, due on the 10th day after their end.
    private func table(_ plan: Plan, on today: String) -> ReportingTable { ReportingTable(plan, on: Sample.day(today)) }

    private func report(_ unit: Identifier<Unit>, _ period: String, received: String) throws -> Report {
        Report(
            unit: unit, period: try #require(Period(period)), progress: "", problems: "", next: "",
            needsCoordination: false, received: Sample.day(received), isSignedOff: true)
    }

    @Test("A report is on time up to its due day and late after it; nothing is missing before that day is past")
    func states() throws {
        var plan = Sample.plan()
        let row = try #require(plan.tree.position(of: "row-2"))
        plan.tree[row].reports = [
            try report("x", "2023Q1", received: "2023-04-10"), try report("x", "2023Q2", received: "2023-07-11"),
            try report("x", "2023Q4", received: "2023-12-30"),
        ]
        let table = table(plan, on: "2024-01-10")
        #expect(table.periods.map(\.description) == ["2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1"])
        #expect(table.periods.indices.map { table["x", $0].state } == [.onTime, .late, .missing, .onTime, nil])
        #expect(table.periods.indices.map { table["y", $0].state } == [.missing, .missing, .missing, nil, nil])
        #expect(self.table(plan, on: "2024-01-11")["y", 3].state == .missing)
        // What came later than the day of the arithmetic has not come.
        #expect(self.table(plan, on: "2023-07-10")["x", 1].state == nil)
        plan.tree[row].reports[1].received = Sample.day("2023-07-12")
        #expect(self.table(plan, on: "2023-07-11")["x", 1].state == .missing)
        #expect(table["nobody", 0].state == nil)
        #expect(table.missing(2) == 4)
    }

    @Test("Of two subtasks one report makes the period incomplete")
    func partial() throws {
        var plan = Sample.plan()
        let row = try #require(plan.tree.position(of: "row-1"))
        plan.tree[row].reports = [try report("a", "2023Q1", received: "2023-04-11")]
        let cell = table(plan, on: "2023-06-30")["a", 0]
        #expect(cell.state == .partial)
        #expect([cell.owed, cell.onTime, cell.late, cell.missing] == [2, 0, 1, 1])
    }

    @Test("Nothing is owed after an item, or the unit's part of it, was closed, nor before it began")
    func closed() throws {
        var plan = Sample.plan()
        let row = try #require(plan.tree.position(of: "row-2"))
        plan.tree[row].start = Sample.day("2023-05-01")
        plan.tree[row].progress = [
            Progress(unit: "x", day: Sample.day("2023-08-01"), status: .completed(Sample.day("2023-08-01")))
        ]
        let table = table(plan, on: "2024-02-01")
        #expect(table.periods.indices.map { table["x", $0].owed } == [0, 1, 1, 0, 0])
        #expect(table.periods.indices.map { table["y", $0].owed } == [0, 1, 1, 1, 1])
    }
}
