import Testing
import WorkPlan

/// Lights told in reasons.
@Suite struct ExplanationTests {
    private func explanation(
        _ plan: Plan, _ id: Identifier<Item> = "row-1", on today: String
    ) throws -> LightExplanation {
        let position = try #require(plan.tree.position(of: id))
        return plan.explanation(of: position, Standings(plan, on: Sample.day(today)))
    }

    private func underway(_ percent: Double?, on day: String) -> Plan {
        Sample.plan("row-1") { $0.progress = [Progress(day: Sample.day(day), status: .underway(percent: percent))] }
    }

    private func input(_ label: String, _ explanation: LightExplanation) -> String? {
        explanation.inputs.first { $0.label == label }?.text
    }

    @Test("The first rule that holds gives the light that is shown, whatever the item")
    func agreement() throws {
        let days = ["2023-02-01", "2023-12-31", "2024-01-05", "2024-06-30", "2024-12-15", "2025-01-02"]
        let statuses: [Status?] = [
            nil, .notStarted, .underway(percent: nil), .underway(percent: 30), .underway(percent: 47),
            .underway(percent: 95), .completed(Sample.day("2023-02-01")), .terminated(reason: ""),
        ]
        var seen: Set<Light> = []
        for today in days {
            for heard in days where heard <= today {
                for status in statuses {
                    for id in ["row-1", "row-2"] as [Identifier<Item>] {
                        let plan = Sample.plan(id) { item in
                            item.progress = status.map { [Progress(day: Sample.day(heard), status: $0)] } ?? []
                        }
                        let explanation = try explanation(plan, id, on: today)
                        let light = try #require(Sample.standing(id, in: plan, on: today)).light
                        #expect(explanation.computed == light, "\(id) \(today) \(heard) \(String(describing: status))")
                        #expect(explanation.light == light)
                        #expect(!explanation.remedies.isEmpty)
                        seen.insert(light)
                    }
                }
            }
        }
        #expect(seen == Set(Light.allCases))
    }

    @Test("An item that is behind says its arithmetic and the percent from which it is green")
    func behind() throws {
        let explanation = try explanation(underway(35, on: "2023-12-31"), on: "2024-01-01")
        #expect(explanation.light == .yellow)
        #expect(explanation.deciding.map { explanation.rules[$0].words } == "落后满10个百分点")
        #expect(explanation.rules[6].figures == "50.0 − 35.0 = 15.0")
        #expect(input("应达", explanation) == "已过 365 天 ÷ 共 730 天 = 50.0%")
        #expect(input("实际", explanation) == "35.0%，形象进度")
        #expect(input("起算日", explanation) == "2023-01-01，实施阶段开始日")
        #expect(explanation.remedies.first == "进度高于 40.0%（应达 50.0% − 10）")
        #expect(try self.explanation(underway(40.1, on: "2023-12-31"), on: "2024-01-01").light == .green)
    }

    @Test("The remedy of an indicator is a reading, that of milestones a number of them")
    func remedies() throws {
        var plan = underway(nil, on: "2023-12-31")
        var indicator = Indicator(
            id: "T1", item: "row-1", title: "企业", printed: "200家", target: .atLeast(200), unit: "家")
        indicator.readings = [.init(day: Sample.day("2023-12-31"), value: 50)]
        plan.indicators = [indicator]
        let read = try explanation(plan, on: "2024-01-01")
        #expect(read.remedies.first == "读数“企业”高于 80 家（即 40.0%：应达 50.0% − 10）")
        #expect(input("实际", read) == "指标“企业” 50 ÷ 200 = 25.0%")

        var staged = underway(nil, on: "2023-12-31")
        let position = try #require(staged.tree.position(of: "row-1"))
        staged.tree = ItemTree()
        let source = underway(nil, on: "2023-12-31").tree
        var milestones: [Item] = []
        for number in 1...4 {
            var milestone = Item(id: Identifier("m\(number)"), level: .milestone, title: "节点\(number)")
            if number == 1 {
                milestone.progress = [
                    Progress(day: Sample.day("2023-05-01"), status: .completed(Sample.day("2023-05-01")))
                ]
            }
            milestones.append(milestone)
        }
        for place in source.items.indices.prefix(position + 1) {
            try staged.tree.append(source[place], under: source.parent(of: place))
        }
        for milestone in milestones { try staged.tree.append(milestone, under: position) }
        let counted = try explanation(staged, on: "2024-01-01")
        #expect(input("实际", counted) == "节点完成 1 ÷ 共 4 = 25.0%")
        #expect(counted.remedies.first == "完成节点 2 个（现 1 个，高于 40.0%：应达 50.0% − 10）")
    }

    @Test("What is grey is to be reported first, what is overdue to be finished")
    func greyAndRed() throws {
        let never = try explanation(Sample.plan(), on: "2024-01-01")
        #expect(never.remedies.first == "报送一次，并进度高于 40.0%（应达 50.0% − 10）")
        #expect(input("实际", never) == "未报：没有读数、节点或形象进度")
        let late = try explanation(underway(60, on: "2023-12-20"), on: "2024-04-11")
        #expect(late.light == .grey)
        #expect(late.remedies.first?.hasPrefix("补报2024年第1季度，并进度高于") == true)
        let overdue = try explanation(underway(99, on: "2024-12-20"), on: "2025-01-01")
        #expect(overdue.light == .red)
        #expect(overdue.remedies == ["报为已完成或已销号", "经批准调整期限（节点调整），并按新期限不落后"])
    }

    @Test("A green light says when it turns if nothing new is heard, and turns on that very day")
    func outlook() throws {
        let plan = underway(60, on: "2024-01-15")
        let explanation = try explanation(plan, on: "2024-01-20")
        #expect(explanation.light == .green)
        #expect(explanation.remedies == ["已是绿灯"])
        #expect(
            explanation.outlook == [
                "2024-05-26 起：落后满 10 个百分点，转黄", "2024-07-11 起：2024年第2季度未报，转灰", "2024-12-01 起：距期限 30 天，转黄",
                "2025-01-01 起：逾期，转红",
            ])
        #expect(Sample.standing("row-1", in: plan, on: "2024-05-25")?.light == .green)
        #expect(Sample.standing("row-1", in: plan, on: "2024-05-26")?.light == .yellow)
        #expect(Sample.standing("row-1", in: plan, on: "2024-07-10")?.light == .yellow)
        #expect(Sample.standing("row-1", in: plan, on: "2024-07-11")?.light == .grey)
    }

    @Test("An override stands beside the light the rules give")
    func override() throws {
        let plan = Sample.plan("row-1") {
            $0.progress = [Progress(day: Sample.day("2023-12-31"), status: .underway(percent: 90))]
            $0.lightOverride = LightOverride(light: .red, reason: "待批复", until: Sample.day("2024-02-01"))
        }
        let held = try explanation(plan, on: "2024-02-01")
        #expect(held.light == .red)
        #expect(held.computed == .green)
        #expect(held.override?.reason == "待批复")
        #expect(held.remedies == ["撤销人工定灯，或等它在 2024-02-01 后失效"])
        #expect(try explanation(plan, on: "2024-02-02").override == nil)
    }

    @Test("A parent names the subtasks that give it its light")
    func parent() throws {
        let plan = underway(10, on: "2023-12-31")
        let explanation = try explanation(plan, "area-1", on: "2024-01-01")
        #expect(explanation.light == .red)
        #expect(explanation.worst.map { plan.tree[$0].id } == ["row-1"])
        #expect(explanation.rules.isEmpty)
    }
}
