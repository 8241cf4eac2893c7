import Foundation
import Testing

@Suite struct CommandLineTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("check counts what an import of the plan must show")
    func check() throws {
        try with { program in
            let outcome = try program.run("check", "--format", "json")
            #expect(outcome.status == 0)
            let counts = try object(outcome.output)
            let expected = [
                "areas": 6, "tasks": 16, "subtasks": 30, "units": 17, "reportingUnits": 22, "assignments": 68,
                "assignmentsUnfolded": 98, "sentences": 43, "sentencesCovered": 28,
            ]
            for (key, value) in expected { #expect(counts[key] as? Int == value, "\(key)") }
        }
    }

    @Test("show and check make nothing on a machine without a ledger")
    func nothingMade() throws {
        try with { program in
            for arguments in [["show"], ["show", "15"], ["check"]] {
                let outcome = try program.run(arguments)
                #expect(outcome.status == 0)
            }
            #expect(try program.homeEntries() == [])
        }
    }

    @Test("show tells an item by 序号, an area, a task or a unit, as text and as JSON")
    func show() throws {
        try with { program in
            let item = try program.run("show", "第15项", "--today", "2024-03-31").output
            #expect(item.contains("市教育局、市科技局、市市场监管局"))
            #expect(item.contains("2025-12-31（推定：原文写“到2025年”，按年末计）"))
            #expect(item.contains("原文 3.3-1：实施专利专项转化计划"))
            #expect(try program.run("show", "三").output.contains("10项，绿0、黄0、红0、灰10；未报10"))
            #expect(try program.run("show", "各县（市、区）政府").output.contains("承担5项"))
            let json = try object(program.run("show", "19", "--format", "json", "--today", "2024-03-31").output)
            let found = try #require(json["item"] as? [String: Any])
            #expect(found["light"] as? String == "grey")
            #expect(found["percent"] is NSNull)
            #expect((found["units"] as? [[String: Any]])?.count == 2)
            let whole = try object(program.run("show", "--format", "json").output)
            #expect((whole["items"] as? [Any])?.count == 6)
            #expect((whole["units"] as? [Any])?.count == 23)
        }
    }

    @Test(
        "find puts first what was meant",
        arguments: [
            ("zlkfxk", "number", "8"), ("kjj", "name", "市科技局"), ("rh", "name", "人行嘉兴市中心支行"),
            ("rx", "name", "人行嘉兴市中心支行"), ("scjgj", "name", "市市场监管局"), ("nyncj", "name", "市农业农村局"),
            ("15", "number", "15"), ("专利 高校", "number", "15"), ("zhiyuanma", "number", "3"), ("三-1", "number", "三-1"),
            ("gxky", "number", "15"), ("jsx", "name", "嘉善县"), ("xzq", "name", "秀洲区"),
            // 集聚区, and not 加强企 with 强 read as jiang.
            ("jjq", "number", "26"),
        ])
    func find(_ typed: String, _ key: String, _ value: String) throws {
        try with { program in
            let outcome = try program.run("find", typed, "--format", "json")
            #expect(outcome.status == 0)
            let hits = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
            let first = try #require(hits?.first)
            #expect(first[key] as? String == value)
            #expect(first["kind"] is String)
            #expect(first["text"] is String)
            #expect(try program.homeEntries() == [])
        }
    }

    @Test("find says where nothing was found, and refuses an empty query")
    func nothingFound() throws {
        try with { program in
            let outcome = try program.run("find", "量子纠缠")
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("没有找到“量子纠缠”"))
            #expect(try program.run("find", " ").status == 64)
            let json = try program.run("find", "量子纠缠", "--format", "json")
            #expect(json.status == 0)
            #expect(json.output == "[]\n")
        }
    }

    @Test("export writes a table that WPS opens, and never over a file")
    func export() throws {
        try with { program in
            let file = program.home.path + "/台账.csv"
            let written = try program.run("export", "台账", "--today", "2024-03-31", "--output", file)
            #expect(written.status == 0, "\(written.errors)")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").count == 32)
            let refused = try program.run("export", "通报", "--output", file)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("已经存在，没有覆盖它"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
            let forced = try program.run("export", "通报", "--format", "md", "--output", file, "--force")
            #expect(forced.status == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("# 关于"))
            #expect(try program.run("export", "台账", "-o", program.home.path + "/无/x.csv").errors.contains("没有这个目录"))
            #expect(try program.homeEntries() == ["台账.csv"])
        }
    }

    @Test("export tells the counts of all 30 rows and the 22 units that owe a report")
    func exportText() throws {
        try with { program in
            let bulletin = try program.run("export", "通报", "--today", "2024-04-12").output
            #expect(bulletin.contains("30项任务中，已完成0项，占0.0%；按序时推进0项，占0.0%；滞后0项，占0.0%；未报30项，占100.0%。"))
            let reminder = try program.run("export", "催报", "--today", "2024-04-12").output
            #expect(reminder.contains("2024年第1季度进展情况应于2024年4月10日前报送"))
            #expect(reminder.contains("应报22家，已报齐0家，未报齐22家，共缺98件"))
            #expect(try program.run("export", "催报", "--period", "2024-03").errors.contains("--period 20"))
            #expect(try program.run("export", "催报", "--period", "2024Q5").status == 64)
            #expect(try program.run("export", "简报").status == 64)
        }
    }

    @Test("What is not there is refused with what comes nearest, wrong arguments with 64")
    func usage() throws {
        try with { program in
            let wrong = try program.run("show", "技局")
            #expect(wrong.status == 64)
            #expect(wrong.errors.contains("市科技局"))
            #expect(try program.run("show", "31").errors.contains("序号有 1 至 30"))
            for arguments in [
                ["--bogus", "x"], ["--today", "2024-02-30"], ["--glyphs", "huge"], ["--theme", "nothing"],
            ] {
                let outcome = try program.run("show", arguments[0], arguments[1])
                #expect(outcome.status == 64, "\(arguments)")
                #expect(outcome.errors.hasPrefix("lianxi："), "\(outcome.errors)")
            }
            #expect(try program.run("--help").output.contains("看板"))
            #expect(try program.run("--generate-completion-script", "bash").output.contains("lianxi"))
        }
    }

    @Test("Without a terminal it says so and exits with 2, before a directory is made")
    func noTerminal() throws {
        try with { program in
            let outcome = try program.run()
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("不是终端"))
            #expect(outcome.output.isEmpty)
            #expect(try program.homeEntries() == [])
        }
    }

    @Test(
        "A terminal that is unknown, cannot move its cursor or has no name is refused with 2",
        arguments: ["TERM=bogus", "TERM=dumb", "-u TERM"])
    func unknownTerminal(_ change: String) throws {
        try with { program in
            let terminal = try Terminal(program, width: 80, height: 24)
            defer { terminal.close() }
            try terminal.type("env \(change) \(Program.path); echo left with $?")
            let screen = try terminal.see("the refusal") { $0.contains("left with 2") }
            #expect(screen.contains("TERM") || screen.contains("不能移动光标"))
        }
    }

    @Test(
        "A bad plan file is refused with file, line and path, and nothing is made",
        arguments: [
            ("不是 JSON", "第1行"), ("{\"format\": \"lianxi-plan\", \"schema\": 1}", "缺少字段"), ("[1, 2]", "对象"),
            (String(repeating: "[", count: 100_000), "嵌套"), ("", "空"),
            ("{\"a\": 1,\n \"a\": 2}", "第2行"),
        ])
    func badPlan(_ text: String, _ word: String) throws {
        try with { program in
            let file = try program.write(text, to: "plan.json")
            let outcome = try program.run("show", "--plan", file, "--ledger", program.home.path + "/ledger")
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains(file))
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: program.home.path + "/ledger"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        }
    }

    @Test(
        "Mistakes in a plan are named at their value",
        arguments: [
            ("\"unit\": \"kjj\"", "\"unit\": \"kjx\"", "kjx"), ("\"id\": \"row-2\"", "\"id\": \"row-1\"", "row-1"),
            ("\"nanhu\",", "\"xianshiqu\",", "xianshiqu"),
            ("\"issued\": \"2022-09-29\"", "\"issued\": \"2022-09-31\"", "issued"),
            ("\"schema\": 1", "\"schema\": \"一\"", "schema"), ("\"goal\"", "\"gaol\"", "goal"),
        ])
    func mistakes(_ right: String, _ wrong: String, _ word: String) throws {
        try with { program in
            let plan = try String(
                contentsOf: HouseTests.root.appending(path: "Data/jiaxing-2022-2025.json"), encoding: .utf8)
            let range = try #require(plan.range(of: right))
            let file = try program.write(plan.replacingCharacters(in: range, with: wrong), to: "plan.json")
            let outcome = try program.run("show", "--plan", file)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("行"))
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
        }
    }

    @Test("A bad theme file is refused with file, line and role")
    func badTheme() throws {
        try with { program in
            let file = try program.write(
                "{\"name\": \"x\", \"title\": \"x\",\n \"roles\": {\"lihgt.red\": {}}, \"surfaces\": {}}",
                to: "theme.json")
            let terminal = try Terminal(program, width: 100, height: 24)
            defer { terminal.close() }
            try terminal.type("\(Program.path) --theme \(file); echo left with $?")
            let screen = try terminal.see("the refusal") { $0.contains("left with 65") }
            #expect(screen.contains("第2行"))
            #expect(screen.contains("lihgt.red"))
        }
    }
}
