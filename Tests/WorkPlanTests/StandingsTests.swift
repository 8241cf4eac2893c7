import Testing

@testable import WorkPlan

@Suite struct StandingsTests {
    /// Three areas with a hundred subtasks each, one in four of them with milestones: several pieces of a tree.
    private func large() throws -> Plan {
        var plan = Sample.plan()
        var tree = ItemTree()
        for area in 0..<3 {
            let above = try tree.append(Item(id: Identifier("area\(area)"), level: .area, title: "领域"), under: nil)
            for row in 0..<100 {
                let id = "row\(area * 100 + row)"
                let assignment = Assignment(unit: row.isMultiple(of: 3) ? "all" : "a", role: .responsible)
                let place = try tree.append(
                    Item(id: Identifier(id), level: .subtask, title: "事项", assignments: [assignment]), under: above)
                guard row.isMultiple(of: 4) else { continue }
                for step in 0..<2 {
                    try tree.append(
                        Item(id: Identifier("\(id)-\(step)"), level: .milestone, title: "节点"), under: place)
                }
            }
        }
        plan.tree = tree
        plan.indicators = [
            Indicator(id: "figure", item: "row3", title: "企业", printed: "100家", target: .atLeast(100), unit: "家")
        ]
        return plan
    }

    private func status(_ random: inout SplitMix) -> Status {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .notStarted
        case 1: .completed(Sample.day("2024-03-01"))
        default: .underway(percent: Double(Int.random(in: 0...100, using: &random)))
        }
    }

    @Test("What an earlier day of the plan was known to be saves work and changes nothing")
    func afterChanges() throws {
        var random = SplitMix(state: 7)
        var plan = try large()
        var today = Sample.day("2024-03-31")
        var known = Standings(plan, on: today)
        var sums = MatrixSums(plan, known)
        var workloads = Workloads(known)
        for round in 0..<400 {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<plan.tree.count, using: &random)
                let item = plan.tree[place]
                guard item.level >= .subtask else { continue }
                switch Int.random(in: 0..<9, using: &random) {
                case 8:
                    plan.tree[place].reports = [
                        Report(
                            unit: "a", period: Period(.quarter, containing: today), progress: "", problems: "",
                            next: "", needsCoordination: Bool.random(using: &random), received: today,
                            isSignedOff: false)
                    ]
                case 0: plan.tree[place].weight = Double(Int.random(in: 1...3, using: &random))
                case 1 where item.level == .subtask:
                    let target = try #require(plan.tree.position(of: Identifier("area\(round % 3)")))
                    plan =
                        plan.applying([
                            .place(
                                item.id,
                                Edit(
                                    was: try #require(plan.place(of: place)),
                                    becomes: ItemPlace(under: plan.tree[target].id, at: 3)))
                        ]).plan
                case 2: plan.rules.light.yellow = Double(Int.random(in: 5...15, using: &random))
                case 3:
                    plan.indicators[0].readings = [
                        .init(day: today, unit: nil, value: Double(Int.random(in: 0...120, using: &random)))
                    ]
                default:
                    plan.tree[place].progress = [
                        Progress(unit: nil, day: Sample.day("2024-03-01"), status: status(&random))
                    ]
                }
            }
            if round.isMultiple(of: 40) { today = Day(number: today.number + 1) }
            known = Standings(plan, on: today, after: known)
            let anew = Standings(plan, on: today)
            #expect(known.whole == anew.whole, "round \(round)")
            #expect(plan.tree.items.indices.allSatisfy { known[$0] == anew[$0] }, "round \(round)")
            guard round.isMultiple(of: 8) else { continue }
            workloads = Workloads(known, after: workloads)
            #expect(workloads.all == Workloads(anew).all, "round \(round)")
            sums = MatrixSums(plan, known, after: sums)
            let sumsAnew = MatrixSums(plan, anew)
            for unit in plan.units.map(\.id) {
                for isUnfolded in [false, true] {
                    #expect(
                        sums.sum(of: unit, isUnfolded: isUnfolded) == sumsAnew.sum(of: unit, isUnfolded: isUnfolded),
                        "round \(round)")
                }
            }
        }
    }

    /// A plan in which time alone changes much: figures, reports and lights dated to before and after, deadlines on all sides.
    private func dated(_ random: inout SplitMix) throws -> Plan {
        var plan = try large()
        func day() -> Day { Day(number: Sample.day("2023-10-01").number + Int.random(in: 0..<500, using: &random)) }
        plan.rules.reporting.cycle = try #require(ReportingCycle.allCases.randomElement(using: &random))
        plan.rules.light = .init(
            yellow: Double.random(in: 0...20, using: &random), red: Double(Int.random(in: 10...60, using: &random)),
            dueSoon: Int.random(in: 0...60, using: &random))
        for place in plan.tree.positions where plan.tree.level(of: place) >= .subtask {
            var item = plan.tree[place]
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                item.progress.append(
                    Progress(unit: Bool.random(using: &random) ? nil : "a", day: day(), status: status(&random)))
            }
            if Int.random(in: 0..<3, using: &random) == 0 {
                let period = Period(plan.rules.reporting.cycle, containing: day())
                item.reports.append(
                    Report(
                        unit: "a", period: period, progress: "", problems: "", next: "", needsCoordination: false,
                        received: day(), isSignedOff: false))
            }
            if Int.random(in: 0..<4, using: &random) == 0 { item.start = day() }
            if Int.random(in: 0..<3, using: &random) == 0 { item.due = day() }
            if Int.random(in: 0..<6, using: &random) == 0 {
                item.lightOverride = LightOverride(light: .red, reason: "", until: day())
            }
            plan.tree[place] = item
        }
        plan.indicators[0].readings = (0..<4).map { .init(day: day(), unit: nil, value: Double($0 * 30)) }
        return plan
    }

    @Test("Days that pass change what they must, whatever was known of the day before")
    func days() throws {
        var random = SplitMix(state: 11)
        for round in 0..<8 {
            let plan = try dated(&random)
            var today = Sample.day("2023-11-20")
            var known = Standings(plan, on: today)
            while today < Sample.day("2025-03-01") {
                today = today.adding(days: Int.random(in: 0..<100, using: &random) < 70 ? 1 : 45)
                known = Standings(plan, on: today, after: known)
                let anew = Standings(plan, on: today)
                #expect(known.whole == anew.whole, "round \(round), \(today)")
                for place in plan.tree.positions {
                    let (share, right) = (known.share(of: place), anew.share(of: place))
                    #expect(
                        known[place] == anew[place] && share.light == right.light && share.status == right.status
                            && share.actual == right.actual, "round \(round), \(today), \(plan.tree[place])")
                }
            }
        }
    }

    @Test("What is closed, or was never heard of, is not judged again")
    func lastDays() throws {
        let closed = Sample.plan("row-1") {
            $0.progress = [Progress(day: Sample.day("2023-05-01"), status: .completed(Sample.day("2023-05-01")))]
        }
        let standings = Standings(closed, on: Sample.day("2023-06-01"))
        #expect(closed.tree.positions.allSatisfy { standings.share(of: $0).lastDay.civil.year > 9999 })
    }

    @Test("A copy of pieces keeps its elements, and the difference is where they were altered")
    func pieces() {
        let old = Pieces(Array(0..<1000))
        var new = old
        #expect(new.differences(from: old) == [])
        for place in [0, 31, 32, 500, 999] { new[place] = -1 }
        new[300] = 300
        #expect(new.differences(from: old) == [0, 31, 32, 500, 999])
        #expect(Array(old) == Array(0..<1000))
        #expect(new != old)
        #expect(Array(new.reversed()).first == -1)
        for place in [0, 31, 32, 500, 999] { new[place] = place }
        #expect(new == old)
    }
}
