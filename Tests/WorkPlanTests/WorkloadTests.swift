import Testing
import WorkPlan

/// What units owe, and what is due.
@Suite struct WorkloadTests {
    private func report(
        _ unit: Identifier<Unit>, _ period: String, received: String, coordination: Bool = false
    ) throws -> Report {
        Report(
            unit: unit, period: try #require(Period(period)), progress: "推进", problems: "", next: "",
            needsCoordination: coordination, received: Sample.day(received), isSignedOff: true)
    }

    private func load(_ unit: Identifier<Unit>, _ plan: Plan, on today: String) throws -> Workload {
        try #require(Workloads(Standings(plan, on: Sample.day(today))).load(of: unit))
    }

    @Test("Members of a collective unit are on its items, and every light is counted once")
    func load() throws {
        let plan = Sample.plan()
        #expect(Workloads(Standings(plan, on: Sample.day("2024-01-20"))).all.map(\.unit) == ["a", "all", "x", "y"])
        let own = try load("a", plan, on: "2024-01-20")
        #expect(own.subtasks.count == 2)
        #expect(own.count(.grey) == 2)
        #expect(own.count(.red) == 0)
        for unit in ["all", "x", "y"] as [Identifier<Unit>] {
            #expect(try load(unit, plan, on: "2024-01-20").subtasks.count == 1)
        }
    }

    @Test("A report for the period counts for the unit that sent it; a collective unit waits for all its members")
    func missing() throws {
        let today = "2024-01-20"
        var plan = Sample.plan()
        #expect(plan.duePeriod(on: Sample.day(today)).description == "2023Q4")
        let position = try #require(plan.tree.position(of: "row-2"))
        plan.tree[position].reports = [try report("x", "2023Q4", received: "2024-01-08")]
        #expect(try load("x", plan, on: today).missing.count == 0)
        #expect(try load("x", plan, on: today).lastReport == Sample.day("2024-01-08"))
        #expect(try load("y", plan, on: today).missing.count == 1)
        #expect(try load("all", plan, on: today).missing.count == 1)
        #expect(try load("a", plan, on: today).missing.count == 2)
        plan.tree[position].reports += [
            try report("y", "2023Q4", received: "2024-01-09"), try report("a", "2023Q3", received: "2023-10-01"),
            // Received only after today.
            try report("a", "2023Q4", received: "2024-01-21"),
        ]
        #expect(try load("all", plan, on: today).missing.count == 0)
        #expect(try load("a", plan, on: today).missing.count == 2)
        #expect(try load("a", plan, on: "2024-01-21").missing.count == 1)
    }

    @Test("Nothing is owed for a period before the work began or after it was closed")
    func owed() throws {
        let early = Sample.plan("row-1") { $0.start = Sample.day("2024-01-01") }
        #expect(try load("a", early, on: "2024-01-20").missing.count == 1)
        let closed = Sample.plan("row-1") {
            $0.progress = [Progress(day: Sample.day("2023-09-30"), status: .completed(Sample.day("2023-09-30")))]
        }
        #expect(try load("a", closed, on: "2024-01-20").missing.count == 1)
        #expect(try load("a", closed, on: "2023-10-20").missing.count == 2)
        let part = Sample.plan("row-2") {
            $0.progress = [
                Progress(unit: "x", day: Sample.day("2023-09-30"), status: .completed(Sample.day("2023-09-30")))
            ]
        }
        #expect(try load("x", part, on: "2024-01-20").missing.count == 0)
        #expect(try load("y", part, on: "2024-01-20").missing.count == 1)
    }

    @Test("The missing reports of a unit are those the table of units and periods has")
    func agreement() throws {
        var plan = Sample.plan("row-2") {
            $0.progress = [
                Progress(unit: "x", day: Sample.day("2023-08-01"), status: .completed(Sample.day("2023-07-30")))
            ]
        }
        let position = try #require(plan.tree.position(of: "row-1"))
        plan.tree[position].start = Sample.day("2023-05-01")
        plan.tree[position].reports = [
            try report("a", "2023Q2", received: "2023-07-20"), try report("a", "2023Q3", received: "2023-10-09"),
        ]
        for today in ["2023-04-20", "2023-07-15", "2023-07-25", "2023-10-20", "2024-01-20", "2024-05-01"] {
            let day = Sample.day(today)
            let table = ReportingTable(plan, on: day)
            let place = try #require(table.periods.firstIndex(of: plan.duePeriod(on: day)))
            for unit in ["a", "x", "y"] as [Identifier<Unit>] {
                #expect(try load(unit, plan, on: today).missing.count == table[unit, place].missing, "\(unit) \(today)")
            }
        }
    }

    @Test("Coordination counts while the latest report asks for it")
    func coordination() throws {
        var plan = Sample.plan()
        let position = try #require(plan.tree.position(of: "row-2"))
        plan.tree[position].reports = [try report("x", "2023Q3", received: "2023-10-08", coordination: true)]
        #expect(try load("x", plan, on: "2024-01-20").asking.count == 1)
        #expect(try load("all", plan, on: "2024-01-20").asking.count == 1)
        #expect(try load("y", plan, on: "2024-01-20").asking.count == 0)
        plan.tree[position].reports.append(try report("x", "2023Q4", received: "2024-01-08"))
        #expect(try load("x", plan, on: "2024-01-20").asking.count == 0)
    }

    @Test("Overdue comes first; what is closed or farther than 90 days is left out")
    func upcoming() throws {
        func due(_ plan: Plan, on today: String) -> [String] {
            plan.upcoming(Standings(plan, on: Sample.day(today))).map { due in
                switch due.kind {
                case .item(let position): "\(due.day) \(plan.tree[position].number)"
                case .recurrence(_, let name): "\(due.day) \(name)"
                case .decision(let decision): "\(due.day) \(decision.text)"
                case .phaseEnd(let phase): "\(due.day) \(phase.title)"
                case .reports(let period): "\(due.day) \(period)"
                }
            }
        }
        let plan = Sample.plan("row-3") {
            $0.recurrences = [.init(name: "宣传日", month: 4, day: 26), .init(name: "专利周", month: nil, day: nil)]
        }
        #expect(due(plan, on: "2024-04-20") == ["2024-04-26 宣传日", "2024-06-30 2", "2024-07-10 2024Q2"])
        #expect(
            due(plan, on: "2024-12-01") == [
                "2024-06-30 2", "2024-12-31 1", "2024-12-31 3", "2024-12-31 实施阶段", "2025-01-10 2024Q4",
            ])
        let done = Sample.plan("row-2") {
            $0.progress = [Progress(day: Sample.day("2024-05-01"), status: .completed(Sample.day("2024-05-01")))]
        }
        #expect(due(done, on: "2024-06-20") == ["2024-07-10 2024Q2"])
    }

    @Test("What a meeting decided is due too: once it was held, until it is closed, and only with a deadline")
    func decisions() {
        var plan = Sample.plan()
        plan.meetings = [
            Meeting(id: "m1", name: "第一次会议", day: Sample.day("2024-04-01"), attendees: ""),
            Meeting(id: "m2", name: "第二次会议", day: Sample.day("2024-05-10"), attendees: ""),
        ]
        func decision(_ text: String, _ meeting: Identifier<Meeting>, _ due: String?, _ status: Status?) -> Decision {
            Decision(
                id: Identifier(text), meeting: meeting, text: text, unit: "a", deadline: due.map(Sample.day),
                items: [], status: status)
        }
        plan.decisions = [
            decision("迟", "m1", "2024-04-15", .underway(percent: nil)), decision("未报", "m1", "2024-05-20", nil),
            decision("办结", "m1", "2024-05-20", .completed(Sample.day("2024-04-20"))),
            decision("终止", "m1", "2024-05-20", .terminated(reason: "并入")), decision("不限", "m1", nil, nil),
            decision("尚未开会", "m2", "2024-05-20", nil), decision("太远", "m1", "2024-12-31", nil),
        ]
        let found = plan.upcoming(Standings(plan, on: Sample.day("2024-05-01"))).compactMap { due in
            if case .decision(let decision) = due.kind { "\(due.day) \(decision.text)" } else { nil }
        }
        #expect(found == ["2024-04-15 迟", "2024-05-20 未报"])
    }

    @Test("Horizons end on their day")
    func horizons() {
        #expect(Horizon(days: -1) == .overdue)
        #expect(Horizon(days: 0) == .week)
        #expect(Horizon(days: 7) == .week)
        #expect(Horizon(days: 8) == .fortnight)
        #expect(Horizon(days: 30) == .month)
        #expect(Horizon(days: 31) == .quarter)
        #expect(Horizon(days: 91) == nil)
    }

    @Test("A day that comes again comes this year or the next; a 29 February waits for a leap year")
    func recurrence() {
        let day = Recurrence(name: "4·26", month: 4, day: 26)
        #expect(day.next(from: Sample.day("2024-04-26")) == Sample.day("2024-04-26"))
        #expect(day.next(from: Sample.day("2024-04-27")) == Sample.day("2025-04-26"))
        let leap = Recurrence(name: "闰日", month: 2, day: 29)
        #expect(leap.next(from: Sample.day("2024-03-01")) == Sample.day("2028-02-29"))
        #expect(Recurrence(name: "专利周", month: nil, day: nil).next(from: Sample.day("2024-03-01")) == nil)
    }
}
