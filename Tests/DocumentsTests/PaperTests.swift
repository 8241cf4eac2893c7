import Testing
import WorkPlan

@testable import Documents

@Suite struct TableTests {
    private func line(_ cells: String...) -> String {
        let bytes = Table(headings: ["头"], rows: [cells]).csv
        return String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").dropFirst()
            .joined(separator: "\r\n")
    }

    @Test("A CSV file begins with a byte order mark and ends its lines with CR LF")
    func file() {
        let bytes = Table(headings: ["序号", "事项"], rows: [["1", "培育企业"]]).csv
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "序号,事项\r\n1,培育企业\r\n")
    }

    @Test("Cells are quoted where they must be, and come back as they were")
    func quotes() {
        #expect(line("a,b", "他说\"好\"", "两\n行") == "\"a,b\",\"他说\"\"好\"\"\",\"两\n行\"")
        #expect(line("专利、商标") == "专利、商标")
        #expect(line(" 前空") == "\" 前空\"")
    }

    @Test(
        "A cell that a spreadsheet would compute is made harmless",
        arguments: [
            "=1+1", "+8613", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "－2+3", "-", "-1-1",
        ])
    func formulas(_ raw: String) {
        let cell = line(raw)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(cell)")
    }

    @Test("Numbers stay numbers", arguments: ["-12.5", "0", "-3", "47.4"])
    func numbers(_ raw: String) { #expect(line(raw) == raw) }

    @Test("Nothing invisible or steering reaches a file")
    func controls() {
        var paper = Paper(title: "题\u{1B}]0;x")
        paper.paragraphs = ["段\u{202E}"]
        paper.table = Table(headings: ["甲"], rows: [["乙\u{7}|丙"]])
        for format in Paper.Format.allCases {
            let text = String(decoding: paper.bytes(format), as: UTF8.self)
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" || $0 == "\u{202E}" })
        }
        #expect(String(decoding: paper.bytes(.md), as: UTF8.self).contains("| 乙␇\\|丙 |"))
    }
}

@Suite struct PaperTests {
    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// Five subtasks: completed, on schedule, behind, never reported, terminated.
    private func plan() throws -> Plan {
        var plan = Plan(
            id: "p", title: "方案", shortTitle: "方案", issuer: "", issued: day("2022-12-01"), period: "2023-2024年",
            periodEnd: day("2024-12-31"), goal: "")
        plan.phases = [
            Phase(
                id: "main", number: "（一）", title: "实施阶段", printed: "", start: day("2023-01-01"),
                end: day("2024-12-31"), text: "")
        ]
        plan.rules.deadlinePhase = "main"
        var office = Unit(id: "a", name: "市甲局", short: "甲", kind: .department)
        office.contacts = [Contact(name: "张三", role: "科长", telephone: "0573-1234")]
        var counties = Unit(id: "all", name: "各县政府", short: "县", kind: .collective)
        counties.members = ["x", "y"]
        for unit in [
            office, counties, Unit(id: "x", name: "东县", short: "东", kind: .county),
            Unit(id: "y", name: "西县", short: "西", kind: .county),
        ] { _ = plan.add(unit) }
        let area = try plan.tree.append(Item(id: "area", level: .area, number: "（一）", title: "领域"), under: nil)
        let task = try plan.tree.append(Item(id: "task", level: .task, title: "任务"), under: area)
        let statuses: [Status?] = [
            .completed(day("2024-01-05")), .underway(percent: 60), .underway(percent: 20), nil,
            .terminated(reason: "并入"),
        ]
        for (place, status) in statuses.enumerated() {
            var item = Item(
                id: Identifier("row-\(place + 1)"), level: .subtask, number: "\(place + 1)", title: "事项\(place + 1)。")
            item.assignments = [Assignment(unit: "a"), Assignment(unit: "all")]
            if let status { item.progress = [Progress(day: day("2024-03-31"), status: status)] }
            try plan.tree.append(item, under: task)
        }
        return plan
    }

    private func report(_ unit: Identifier<Unit>, _ progress: String) -> Report {
        Report(
            unit: unit, period: Period(.quarter, containing: day("2024-01-01")), progress: progress, problems: "",
            next: "", needsCoordination: unit == "x", received: day("2024-04-05"), isSignedOff: true)
    }

    @Test("The bulletin's counts add up to its total, with shares to one decimal")
    func bulletin() throws {
        let plan = try plan()
        let paper = Paper.bulletin(plan, Standings(plan, on: day("2024-04-10")))
        #expect(
            paper.paragraphs.first
                == "截至2024年4月10日，5项任务中，已完成1项，占20.0%；按序时推进1项，占20.0%；滞后1项，占20.0%；未报1项，占20.0%；已终止1项，占20.0%。")
        #expect(paper.paragraphs[1].hasPrefix("滞后任务为：第3项“事项3”（责任单位：市甲局、各县政府；原因：应达"))
        #expect(paper.paragraphs[2] == "未报任务为：第4项。")
        #expect(paper.table.rows.map { $0[4] } == ["已完成", "按序时推进", "滞后", "未报", "已终止"])
        let empty = Paper.bulletin(.empty, Standings(.empty, on: day("2024-04-10")))
        #expect(empty.paragraphs == ["截至2024年4月10日，0项任务中，已完成0项；按序时推进0项；滞后0项；未报0项。"])
    }

    @Test("The reminder lists every unit that owes a report, members one by one, with whom to call")
    func reminder() throws {
        var plan = try plan()
        for position in 2...6 { plan.tree[position].reports = [report("x", "好")] }
        plan.tree[2].reports.append(report("a", "好"))
        let period = Period(.quarter, containing: day("2024-01-01"))
        let paper = Paper.reminder(plan, period: period, today: day("2024-04-12"))
        #expect(
            paper.table.rows == [
                ["市甲局", "5", "4", "第2、3、4、5项", "张三", "科长", "0573-1234"],
                ["西县", "5", "5", "第1、2、3、4、5项", "未登记", "未登记", "未登记"],
            ])
        #expect(
            paper.paragraphs == [
                "2024年第1季度进展情况应于2024年4月10日前报送，已过2天。截至2024年4月12日，应报3家，已报齐1家，未报齐2家，共缺9件。"
            ])
        // The reports had not come by the 4th.
        #expect(Paper.reminder(plan, period: period, today: day("2024-04-04")).table.rows.count == 3)
        for position in 2...6 { plan.tree[position].reports = [report("x", "好"), report("y", "好"), report("a", "好")] }
        let done = Paper.reminder(plan, period: period, today: day("2024-04-12"))
        #expect(done.table.rows.isEmpty)
        #expect(done.paragraphs.first?.hasSuffix("应报3家，已报齐3家，未报齐0家。") == true)
        #expect(
            Paper.reminder(plan, period: Period(.quarter, containing: day("2022-01-01")), today: day("2024-01-01"))
                .table.rows.isEmpty)
    }

    @Test("The ledger has a row a subtask, and tells what each unit reported")
    func ledger() throws {
        var plan = try plan()
        plan.tree[3].reports = [report("x", "签约2家"), report("a", "=出台")]
        let paper = Paper.ledger(plan, Standings(plan, on: day("2024-04-10")))
        #expect(paper.table.rows.map(\.first) == ["1", "2", "3", "4", "5"])
        #expect(paper.table.rows.allSatisfy { $0.count == paper.table.headings.count })
        let row = Dictionary(uniqueKeysWithValues: zip(paper.table.headings, paper.table.rows[1]))
        #expect(row["进展情况"] == "市甲局：=出台\n东县：签约2家")
        #expect(row["进度（%）"] == "60.0")
        #expect(row["亮灯"] == "绿")
        #expect(row["需协调"] == "是")
        #expect(row["完成时限"] == "2024-12-31")
        let other = Period(.quarter, containing: day("2023-10-01"))
        #expect(Paper.ledger(plan, Standings(plan, on: day("2024-04-10")), period: other).table.rows[1][13].isEmpty)
    }
}
