import Testing
import WorkPlan

/// Two plans side by side.
@Suite struct ComparisonTests {
    private let early = Sample.day("2024-01-01")
    private let late = Sample.day("2024-04-01")

    private func sentences(_ old: Plan, _ new: Plan) -> [String] {
        Comparison(from: old, on: early, to: new, on: early).rows.map(\.sentence)
    }

    @Test("A plan does not differ from itself")
    func same() {
        let comparison = Comparison(from: Sample.plan(), on: early, to: Sample.plan(), on: early)
        #expect(comparison.isEmpty)
        #expect(comparison.marks.isEmpty)
        #expect(comparison.summary == "")
    }

    @Test("A light that turned is told with both reasons, and the figure behind it")
    func turned() throws {
        let old = Sample.plan("row-1") { $0.progress = [Progress(day: early, status: .underway(percent: 60))] }
        let new = Sample.plan("row-1") {
            $0.progress = [
                Progress(day: early, status: .underway(percent: 60)),
                Progress(day: late, status: .underway(percent: 45)),
            ]
        }
        let comparison = Comparison(from: old, on: early, to: new, on: late)
        #expect(
            comparison.rows.filter { $0.item == "row-1" }.map(\.sentence) == [
                "第1项亮灯 绿→黄：原为 应达 50.0%，实际 60.0% → 绿；现为 应达 62.5%，实际 45.0%，落后 17.5 个百分点 → 黄",
                "第1项进度 60%→45%（数据日 2024-04-01）",
            ])
        #expect(comparison.marks["row-1"]?.turn == Comparison.Turn(from: .green, to: .yellow))
        #expect(comparison.marks["row-1"]?.word == "修改")
        #expect(comparison.marks["area-1"]?.below == 3)
        #expect(comparison.marks["row-2"] == nil)
    }

    @Test("The way from one figure to the next is not told, a correction of an older one is")
    func figures() {
        func plan(_ figures: [(String, Double)]) -> Plan {
            Sample.plan("row-3") {
                $0.progress = figures.map { Progress(day: Sample.day($0), status: .underway(percent: $1)) }
            }
        }
        let old = plan([("2023-01-31", 5), ("2023-03-31", 10)])
        let new = plan([("2023-01-31", 6), ("2023-03-31", 10), ("2023-06-30", 20), ("2023-09-30", 30)])
        #expect(
            sentences(old, new).filter { $0.contains("进度") } == [
                "第3项进度 10%→30%（数据日 2023-09-30）", "第3项进度（数据日 2023-01-31） 5%→6%",
            ])
    }

    @Test("What came, went and moved is told where it stands, also within what went")
    func shape() throws {
        func plan(_ milestones: [(String, String)]) throws -> Plan {
            var plan = Sample.plan()
            for (id, row) in milestones {
                var item = Item(id: Identifier(id), level: .milestone, title: "节点\(id)")
                item.addedSource = "会议"
                let change = Change.item(
                    item.id, Edit(was: nil, becomes: PlacedItem(item, under: Identifier(row), at: 99)))
                try #require(plan.apply(change) == nil)
            }
            return plan
        }
        let old = try plan([("p", "row-1"), ("q", "row-1"), ("r", "row-1"), ("s", "row-3")])
        let new = try plan([("r", "row-1"), ("p", "row-1"), ("q", "row-1"), ("t", "row-3")])
        let comparison = Comparison(from: old, on: early, to: new, on: early)
        #expect(
            comparison.rows.map(\.sentence) == [
                "节点1-1从第1项下第3个移到第1项下第1个", "去掉节点3-1 “节点s”", "新增节点3-1 “节点t”",
            ])
        #expect(comparison.summary == "新增1，去掉1，移动1")
        #expect(comparison.marks["r"]?.isMoved == true)
        #expect(comparison.marks["p"] == nil)
        #expect(comparison.marks["t"]?.isAdded == true)
        #expect(comparison.marks["row-3"]?.below == 2)
    }

    @Test("A moved deadline is told once, with its basis")
    func deadline() {
        let new = Sample.plan("row-2") {
            $0.adjustments = [
                Adjustment(id: "j1", deadline: Sample.day("2024-09-30"), basis: "纪要〔1〕号", decided: early),
                Adjustment(id: "j2", deadline: Sample.day("2024-12-31"), basis: "纪要〔2〕号", decided: early),
            ]
        }
        #expect(
            sentences(Sample.plan(), new) == [
                "第2项期限 2024-06-30（推定：原文写“到2024年6月”，按年末计）→2024-12-31（节点调整，依据：纪要〔2〕号）",
                "第2项节点调整 无→2024-09-30（纪要〔1〕号）",
            ])
    }

    @Test("Of a report that was altered only the altered parts are told")
    func reports() {
        let period = Period(.quarter, containing: Sample.day("2023-12-31"))
        func plan(_ problems: String?) -> Plan {
            Sample.plan("row-1") {
                guard let problems else { return }
                $0.reports = [
                    Report(
                        unit: "a", period: period, progress: "已完成", problems: problems, next: "",
                        needsCoordination: false, received: Sample.day("2023-12-30"), isSignedOff: true)
                ]
            }
        }
        let received = sentences(plan(nil), plan("")).filter { $0.contains("季度报送") }
        #expect(received == ["第1项·市甲局2023年第4季度报送 无→“进展：已完成；领导已审；收到 2023-12-30”"])
        #expect(sentences(plan("缺钱"), plan("缺人")) == ["第1项·市甲局2023年第4季度报送 “问题：缺钱”→“问题：缺人”"])
    }

    @Test("Units in another order are told, and their roles")
    func assignments() {
        let old = Sample.plan("row-2") { $0.assignments = [Assignment(unit: "a"), Assignment(unit: "x")] }
        let new = Sample.plan("row-2") {
            $0.assignments = [Assignment(unit: "x"), Assignment(unit: "a", role: .lead), Assignment(unit: "y")]
        }
        #expect(
            sentences(old, new) == [
                "第2项责任单位 市甲局（责任）→市甲局（牵头）", "第2项责任单位 无→西县（责任）", "第2项单位顺序 市甲局、东县→东县、市甲局、西县",
            ])
    }

    @Test("A field without words of its own is told nevertheless")
    func rest() {
        #expect(sentences(Sample.plan(), Sample.plan("row-1") { $0.isRecurrent = true }) == ["第1项其他内容 旧→新"])
    }
}
