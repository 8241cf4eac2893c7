import Testing
import WorkPlan

/// The rules of the lights in the order in which they decide.
@Suite struct LightTests {
    private func underway(_ percent: Double?, on day: String) -> (inout Item) -> Void {
        { $0.progress = [Progress(day: Sample.day(day), status: .underway(percent: percent))] }
    }

    @Test("What is completed or struck off is green, also long after its deadline")
    func completed() throws {
        let done = Sample.day("2024-05-01")
        for status in [Status.completed(done), .struckOff(done, evidence: "批复")] {
            let plan = Sample.plan("row-2") { $0.progress = [Progress(day: done, status: status)] }
            let standing = try #require(Sample.standing("row-2", in: plan, on: "2025-12-31"))
            #expect(standing.light == .green)
            #expect(standing.actual == 100)
        }
    }

    @Test("What is terminated has no light and does not enter the percent")
    func terminated() throws {
        let plan = Sample.plan("row-1") {
            $0.progress = [Progress(day: Sample.day("2023-05-01"), status: .terminated(reason: "并入第2项"))]
        }
        let standing = try #require(Sample.standing("row-1", in: plan, on: "2024-01-01"))
        #expect(standing.light == .none)
        #expect(standing.reason.sentence == "已终止，不亮灯：并入第2项")
        #expect(Sample.standing("area-1", in: plan, on: "2024-01-01")?.actual == nil)
    }

    @Test("What was never reported is grey, unknown and not zero, and says when its deadline has passed")
    func neverReported() throws {
        let before = try #require(Sample.standing("row-2", in: Sample.plan(), on: "2024-06-30"))
        #expect(before.light == .grey)
        #expect(before.actual == nil)
        #expect(before.status == nil)
        #expect(before.reason.sentence == "尚未报送过 → 灰")
        let after = try #require(Sample.standing("row-2", in: Sample.plan(), on: "2024-07-10"))
        #expect(after.light == .grey)
        #expect(after.reason.sentence == "尚未报送过；推定期限 2024-06-30 已过 10 天 → 灰")
    }

    @Test("Past its deadline an open item is red, whatever its progress")
    func overdue() throws {
        let plan = Sample.plan("row-2", underway(99, on: "2024-06-30"))
        #expect(Sample.standing("row-2", in: plan, on: "2024-06-30")?.light == .yellow)
        let standing = try #require(Sample.standing("row-2", in: plan, on: "2024-07-01"))
        #expect(standing.light == .red)
        #expect(standing.reason.sentence == "期限 2024-06-30 已过 1 天，尚未完成 → 红")
    }

    @Test("A period whose reports were due and did not come makes an item grey")
    func unreported() {
        let plan = Sample.plan("row-1", underway(60, on: "2023-12-20"))
        #expect(Sample.standing("row-1", in: plan, on: "2024-04-10")?.light == .green)
        let late = Sample.standing("row-1", in: plan, on: "2024-04-11")
        #expect(late?.light == .grey)
        #expect(late?.reason.sentence == "2024年第1季度未报 → 灰")
    }

    @Test(
        "The points behind schedule decide between green, yellow and red",
        arguments: [
            (40.1, Light.green), (39.9, .yellow), (20.1, .yellow), (19.9, .red),
        ])
    func behind(_ percent: Double, _ light: Light) throws {
        // 2023-01-01 to 2024-12-31 is 730 days; 2024-01-01 is day 365: exactly half is expected.
        let plan = Sample.plan("row-1", underway(percent, on: "2023-12-31"))
        let standing = try #require(Sample.standing("row-1", in: plan, on: "2024-01-01"))
        #expect(standing.expected == 50)
        #expect(standing.light == light)
    }

    @Test("The reason carries the arithmetic")
    func arithmetic() {
        let plan = Sample.plan("row-1", underway(35.1, on: "2023-12-31"))
        #expect(
            Sample.standing("row-1", in: plan, on: "2024-01-01")?.reason.sentence
                == "应达 50.0%，实际 35.1%，落后 14.9 个百分点 → 黄")
    }

    @Test("Within thirty days of its deadline an item on schedule turns yellow")
    func dueSoon() {
        let plan = Sample.plan("row-1", underway(99, on: "2024-11-30"))
        #expect(Sample.standing("row-1", in: plan, on: "2024-11-30")?.light == .green)
        #expect(Sample.standing("row-1", in: plan, on: "2024-12-01")?.light == .yellow)
    }

    @Test("A figure of a later day does not count")
    func laterFigures() {
        let plan = Sample.plan("row-1", underway(80, on: "2024-03-01"))
        #expect(Sample.standing("row-1", in: plan, on: "2024-02-29")?.status == nil)
        #expect(Sample.standing("row-1", in: plan, on: "2024-03-01")?.actual == 80)
    }

    @Test("The lowest of several indicators is the item's progress; one that was not read does not count")
    func indicators() throws {
        var plan = Sample.plan()
        var first = Indicator(
            id: "T1", item: "row-1", title: "企业", printed: "100家", target: .atLeast(100), unit: "家")
        first.readings = [.init(day: Sample.day("2023-06-30"), value: 80)]
        var second = Indicator(
            id: "T2", item: "row-1", title: "证书", printed: "50件", target: .atLeast(50), unit: "件")
        plan.indicators = [first, second]
        #expect(Sample.standing("row-1", in: plan, on: "2023-07-01")?.actual == 80)
        second.readings = [
            .init(day: Sample.day("2023-06-30"), unit: "x", value: 5),
            .init(day: Sample.day("2023-06-30"), unit: "y", value: 10),
        ]
        plan.indicators = [first, second]
        #expect(Sample.standing("row-1", in: plan, on: "2023-07-01")?.actual == 30)
        #expect(Sample.standing("row-1", in: plan, on: "2023-06-29")?.actual == nil)
    }

    @Test("An override shows both lights and ends on its day")
    func override() {
        let plan = Sample.plan("row-1") {
            $0.lightOverride = LightOverride(light: .yellow, reason: "待批复", until: Sample.day("2023-03-31"))
        }
        let held = Sample.standing("row-1", in: plan, on: "2023-03-31")
        #expect(held?.light == .yellow)
        #expect(held?.reason.sentence == "人工定为黄（待批复，有效至 2023-03-31），系统计算为灰")
        #expect(Sample.standing("row-1", in: plan, on: "2023-04-01")?.light == .grey)
    }

    @Test("A moved deadline keeps its basis and counts from then on")
    func adjusted() throws {
        var plan = Sample.plan("row-2", underway(99, on: "2024-06-30"))
        let position = try #require(plan.tree.position(of: "row-2"))
        plan.tree[position].adjustments = [
            Adjustment(
                id: "j1", deadline: Sample.day("2024-12-31"), basis: "联席会议纪要", decided: Sample.day("2024-06-20"))
        ]
        let deadline = try #require(plan.deadline(of: position))
        #expect(deadline.day == Sample.day("2024-12-31"))
        #expect(deadline.explanation == "节点调整，依据：联席会议纪要")
        #expect(!deadline.isDerived)
        #expect(Sample.standing("row-2", in: plan, on: "2024-07-05")?.light == .green)
    }

    @Test("Parents show the worst light below, count every subtask once, and average only what is known")
    func parents() throws {
        let plan = Sample.plan("row-1", underway(25, on: "2023-12-31"))
        let today = "2024-01-01"
        let area = try #require(Sample.standing("area-1", in: plan, on: today))
        #expect(area.light == .yellow)
        #expect(area.tally.total == 2)
        #expect(area.tally.known == 1)
        #expect(area.tally.percent == 25)
        #expect(area.tally.count(.grey) == 1)
        #expect(area.tally.count(.notReported) == 1)
        let whole = Standings(plan, on: Sample.day(today)).whole
        #expect(whole.total == 3)
        #expect(Light.allCases.reduce(0) { $0 + whole.count($1) } == 3)
        #expect(Status.Category.allCases.reduce(0) { $0 + whole.count($1) } == 3)
    }

    @Test("A weight moves the percent of the parents")
    func weight() {
        var plan = Sample.plan("row-1") {
            $0.weight = 3
            $0.progress = [Progress(day: Sample.day("2023-12-31"), status: .underway(percent: 100))]
        }
        if let position = plan.tree.position(of: "row-2") {
            plan.tree[position].progress = [Progress(day: Sample.day("2023-12-31"), status: .notStarted)]
        }
        #expect(Sample.standing("area-1", in: plan, on: "2024-01-01")?.tally.percent == 75)
    }
}
