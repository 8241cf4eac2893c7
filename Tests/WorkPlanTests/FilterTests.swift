import Testing
import WorkPlan

@Suite struct FilterTests {
    /// Row 1 underway and yellow, row 2 reported and asking for coordination, row 3 never reported.
    private var plan: Plan {
        var plan = Sample.plan("row-1") {
            $0.progress = [Progress(day: Sample.day("2024-03-31"), status: .underway(percent: 50))]
        }
        guard let position = plan.tree.position(of: "row-2") else { return plan }
        plan.tree[position].reports = ["a", "x", "y"].map { unit in
            Report(
                unit: unit, period: Period(.quarter, containing: Sample.day("2024-01-01")), progress: "有进展",
                problems: "",
                next: "", needsCoordination: unit == "x", received: Sample.day("2024-04-05"), isSignedOff: true)
        }
        return plan
    }

    private func found(_ line: String, on today: String = "2024-06-01", changed: Set<Identifier<Item>> = [])
        throws -> [String]
    {
        let filter = try Filter(line)
        let standings = Standings(plan, on: Sample.day(today))
        return plan.tree.items.indices.filter { filter.holds($0, plan, standings, changed: changed) }
            .map { plan.tree[$0].id.text }
    }

    @Test(
        "Each kind finds what it says, kinds must agree, values of a kind need not",
        arguments: [
            ("", ["row-1", "row-2", "row-3"]), ("light=yellow", ["row-1", "row-2"]), ("light=grey", ["row-3"]),
            ("light=grey,yellow", ["row-1", "row-2", "row-3"]), ("status=underway", ["row-1"]),
            ("status=notReported", ["row-2", "row-3"]), ("unit=a", ["row-1", "row-2"]), ("unit=x", ["row-2"]),
            ("unit=all", ["row-2"]), ("area=area-2", ["row-3"]), ("level=area", ["area-1", "area-2"]),
            ("level=area light=grey", ["area-2"]), ("due=30", ["row-2"]), ("due=overdue", []),
            ("due=overdue,29", ["row-2"]), ("report=missing", ["row-1"]), ("report=complete", ["row-2"]),
            ("coordination=needed", ["row-2"]), ("changed=2024-01-01", ["row-1", "row-3"]),
            ("changed=2024-01-01 unit=a", ["row-1"]), ("unit=a,y area=area-2", []),
        ])
    func kinds(_ line: String, _ rows: [String]) throws {
        #expect(try found(line, changed: ["row-1", "row-3"]) == rows)
    }

    @Test("An overdue item is not one that is due soon, and a closed one is neither")
    func overdue() throws {
        #expect(try found("due=overdue", on: "2024-07-01") == ["row-2"])
        #expect(try found("due=30", on: "2024-07-01") == [])
        let closed = Sample.plan("row-2") {
            $0.progress = [Progress(day: Sample.day("2024-06-01"), status: .completed(Sample.day("2024-06-01")))]
        }
        let filter = try Filter("due=overdue")
        let standings = Standings(closed, on: Sample.day("2024-07-01"))
        let kept = Kept(closed.tree) { filter.holds($0, closed, standings) }
        #expect((kept.subtasks, kept.allSubtasks) == (0, 3))
    }

    @Test("A filter says in words what it asks for, and comes back from its line")
    func words() throws {
        let line = "light=yellow,red unit=a due=30"
        let filter = try Filter("due=30 unit=a light=red,yellow")
        #expect(filter.line == line)
        #expect(filter.words(in: plan) == "黄灯或红灯；市甲局；30天内到期")
        let whole =
            "light=green,none status=notReported,struckOff unit=all,a area=area-1 level=subtask,milestone due=overdue,7 "
            + "report=missing,complete coordination=needed changed=2024-03-31"
        #expect(try Filter(whole).line == whole)
        #expect(
            try Filter(whole).words(in: plan)
                == "绿灯或不亮灯；未报或已销号；各县政府或市甲局；领域一；事项或节点；已逾期或7天内到期；本期未报或本期已报；需协调；2024-03-31以来有变更")
        #expect(try Filter("").isEmpty)
        #expect(try Filter("").words(in: plan).isEmpty)
        #expect(try Filter("unit=gone").words(in: plan) == "没有的单位 gone")
    }

    @Test(
        "A line that is not understood is refused, whatever is wrong with it",
        arguments: [
            "light", "light=", "light=purple", "light=red,red", "light=red light=green", "colour=red", "due=-1",
            "due=+3",
            "due=03", "due=soon", "unit=市科技局", "unit=a,,b", "changed=2024-02-30", "changed=2024-01-01,2024-01-02",
            "coordination=yes", "light=Red", "=red",
        ])
    func mistakes(_ line: String) {
        #expect(throws: Filter.Mistake.self) { try Filter(line) }
    }

    @Test("The outline shows what is kept with what stands above it, also folded")
    func outline() throws {
        let tree = plan.tree
        let keeping = { (position: Int) in tree[position].id == "row-2" }
        let outline = Outline(tree, folded: [], kept: Kept(tree, keeping: keeping))
        #expect(outline.rows.map { tree[$0.position].id } == ["area-1", "task-1", "row-2"])
        #expect(outline.rows.map(\.depth) == [0, 1, 2])
        #expect(outline.rows.map(\.isKept) == [false, false, true])
        #expect(outline.rows.map(\.hasChildren) == [true, true, false])
        let folded = Outline(tree, folded: ["task-1"], kept: Kept(tree, keeping: keeping))
        #expect(folded.rows.map { tree[$0.position].id } == ["area-1", "task-1"])
        #expect(folded.rows.last?.isFolded == true)
        let areas = Outline(tree, folded: [], kept: Kept(tree) { tree[$0].level == .area })
        #expect(areas.rows.allSatisfy { !$0.hasChildren && $0.isKept })
        #expect(Outline(tree, folded: [], kept: Kept(tree) { _ in false }).rows.isEmpty)
        let all = Outline(tree, folded: ["area-1"], kept: Kept(tree) { _ in true })
        #expect(all.rows.elementsEqual(Outline(tree, folded: ["area-1"]).rows))
    }
}
