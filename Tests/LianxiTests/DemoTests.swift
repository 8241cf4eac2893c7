import Foundation
import Testing

/// The demonstration: made by the program, read back by its other commands.
@Suite struct DemoTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    private static func place(_ program: Program) -> String {
        program.home.path + "/.local/share/lianxi/demo-jiaxing-2022-2025"
    }

    private func json(_ program: Program, _ arguments: String...) throws -> Any {
        let outcome = try program.run(arguments + ["--ledger", Self.place(program), "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }

    /// The history, oldest first.
    private func history(_ program: Program) throws -> [[String: Any]] {
        try #require(try json(program, "log", "-n", "9999") as? [[String: Any]]).reversed()
    }

    private func sentences(_ history: [[String: Any]]) -> [String] {
        history.flatMap { $0["changes"] as? [String] ?? [] }
    }

    /// The same but for identifiers of entries, which are hashes: an entry that is taken back is named by its place.
    private func words(_ history: [[String: Any]]) -> [String] {
        let places = Dictionary(uniqueKeysWithValues: history.enumerated().map { ($1["id"] as? String ?? "", $0) })
        return history.map { entry in
            let undone = (entry["undoes"] as? String).flatMap { places[$0] }
            return "\(entry["at"] ?? "") \(entry["by"] ?? "") \(entry["changes"] ?? []) \(entry["note"] ?? "") "
                + "\(entry["meeting"] ?? "") \(undone.map(String.init) ?? "")"
        }
    }

    /// The subtasks of `show`, by number.
    private func subtasks(_ program: Program, today: String) throws -> [String: [String: Any]] {
        let whole = try #require(try json(program, "show", "--today", today) as? [String: Any])
        var found: [String: [String: Any]] = [:]
        func walk(_ item: [String: Any]) {
            if item["level"] as? String == "subtask", let number = item["number"] as? String { found[number] = item }
            for child in item["children"] as? [[String: Any]] ?? [] { walk(child) }
        }
        for area in try #require(whole["items"] as? [[String: Any]]) { walk(area) }
        return found
    }

    @Test("It tells 2,000 edits by many hands; the lights, the late county and the plan are those of the story")
    func story() throws {
        try with { program in
            let made = try program.run("demo", "--make-only")
            #expect(made.status == 0, "\(made.errors)")
            #expect(made.errors.contains("正在建立演示数据"))
            try checkHistory(program)
            try checkLights(program)
            try checkLateCounty(program)
            try checkPlan(program)
        }
    }

    /// Everything that the story promises is among the edits.
    private func checkHistory(_ program: Program) throws {
        let history = try history(program)
        #expect((1900...2100).contains(history.count), "\(history.count)")
        let days = history.compactMap { ($0["at"] as? String)?.prefix(10) }
        #expect(days == days.sorted())
        #expect(days.first?.hasPrefix("2022-09") == true && days.last?.hasPrefix("2025-06") == true)
        #expect(Set(history.compactMap { $0["by"] as? String }).count > 20)
        let all = sentences(history)
        func count(_ word: String) -> Int { all.count { $0.contains(word) } }
        #expect(all.count { $0.contains("进度 ") && $0.contains("→已销号") && $0.contains("第12项") } == 2)
        let reopened = try #require(history.first { $0["note"].map { "\($0)".contains("撤销销号") } ?? false })
        #expect(reopened["meeting"] as? String == "meeting-2")
        #expect(count("节点调整 无→2024-12-31") == 1 && count("节点调整") == 1)
        #expect(count("会议 无→") == 2)
        #expect(count("议定事项 无→") == 9)
        #expect(count("下新增事项") == 2)
        #expect(count("人工定灯") == 1)
        #expect(count("起更名") == 4)
        #expect(history.count { $0["undoes"] is String } >= 8)
        #expect(history.count { $0["meeting"] is String } >= 15)
        let check = try #require(try json(program, "check") as? [String: Any])
        #expect(check["sound"] as? Bool == true)
        #expect(check["entries"] as? Int == history.count)
        #expect((check["findings"] as? [Any])?.isEmpty == true)
    }

    /// On 2024-03-31 most is green, and every light is there for its own reason.
    private func checkLights(_ program: Program) throws {
        let rows = try subtasks(program, today: "2024-03-31")
        #expect(rows.count == 32)
        func lit(_ light: String) -> Set<String> { Set(rows.filter { $1["light"] as? String == light }.keys) }
        #expect(lit("red") == ["16", "22", "增1"])
        #expect(lit("yellow") == ["3", "12", "13", "15", "21", "23"])
        #expect(lit("grey") == ["10", "28"])
        #expect(lit("green").count == 21)
        func reason(_ number: String) -> String { "\(rows[number]?["reason"] ?? "")" }
        #expect(reason("16").contains("落后"))
        #expect(reason("增1").contains("期限 2024-02-29 已过 31 天"))
        #expect(reason("15").contains("应达 47.4%，实际 35.1%"))
        #expect(reason("10").contains("2023年第4季度未报"))
        #expect(reason("21").contains("人工定为黄"))
        #expect(reason("24").contains("销号"))
        #expect(reason("1").contains("完成") && reason("8").contains("完成"))
        #expect(rows["26"]?["percent"].map { "\($0)" }?.hasPrefix("112") == true)
        let later = try subtasks(program, today: "2025-06-30")
        #expect(later["16"]?["light"] as? String == "red")
        #expect(later["12"]?["light"] as? String == "green")
        let text = try program.run("show", "--ledger", Self.place(program)).output
        #expect(text.hasPrefix("【演示】"))
        // The rows that the office added have numbers of their own, and stand among the printed ones.
        let refused = try program.run("show", "33", "--ledger", Self.place(program))
        #expect(refused.errors.contains("序号有 1 至 30、增1、增2，领域有"), "\(refused.errors)")
    }

    /// One county is late every quarter, the others are not.
    private func checkLateCounty(_ program: Program) throws {
        var late: [String: Int] = [:]
        var count: [String: Int] = [:]
        for entry in try history(program) {
            guard let at = entry["at"] as? String, let day = Int(at.dropFirst(8).prefix(2)), at < "2025-06",
                let sentence = (entry["changes"] as? [String])?.first(where: { $0.contains("报送") }),
                let county = ["海盐县", "嘉善县", "平湖市"].first(where: { sentence.contains("·\($0)20") })
            else { continue }
            count[county, default: 0] += 1
            if day > 10 { late[county, default: 0] += 1 }
        }
        #expect(count["海盐县", default: 0] > 40)
        #expect(late["海盐县"] == count["海盐县"])
        #expect(late["嘉善县", default: 0] * 5 < count["嘉善县", default: 0])
        #expect(late["平湖市", default: 0] * 5 < count["平湖市", default: 0])
    }

    @Test("Made twice it is the same, even where the first making was killed half-way")
    func same() throws {
        try with { whole in
            try with { killed in
                #expect(try whole.run("demo", "--make-only").status == 0)
                let place = Self.place(killed)
                let script = """
                    "$0" demo --make-only & made=$!
                    while kill -0 $made && [ "$(cat '\(place).partial'/history/*.jsonl | wc -l)" -lt 300 ]; do :; done
                    kill -9 $made && echo killed
                    """
                let outcome = try Child(["sh", "-c", script, Program.path], environment: killed.environment)
                #expect(outcome.output == "killed\n", "\(outcome.errors.suffix(300))")
                #expect(!FileManager.default.fileExists(atPath: place))
                #expect(try killed.run("demo", "--make-only").status == 0)
                #expect(!FileManager.default.fileExists(atPath: place + ".partial"))
                #expect(try words(history(killed)) == words(history(whole)))
                let again = try killed.run("demo", "--make-only")
                #expect(again.status == 0 && again.errors.isEmpty)
            }
        }
    }

    /// The plan is the published one but for identifier and titles.
    private func checkPlan(_ program: Program) throws {
        func plan(_ file: URL) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        }
        let published = try plan(HouseTests.root.appending(path: "Data/jiaxing-2022-2025.json"))
        var demo = try plan(URL(fileURLWithPath: Self.place(program) + "/plan.base.json"))
        #expect(demo["id"] as? String == "demo-jiaxing-2022-2025")
        for title in ["title", "shortTitle"] {
            #expect(demo[title] as? String == "【演示】" + (published[title] as? String ?? ""))
            demo[title] = published[title]
        }
        demo["id"] = published["id"]
        #expect(demo as NSDictionary == published as NSDictionary)
    }

    @Test("A real ledger or other files in the place are refused and left as they were")
    func refusal() throws {
        try with { program in
            let real = program.home.path + "/real"
            #expect(try program.run("set", "15", "progress=50", "--ledger", real).status == 0)
            let refused = try program.run("demo", "--make-only", "--ledger", real)
            #expect(refused.status == 65)
            #expect(refused.errors.contains("不是演示数据"))
            let check = try program.run("check", "--ledger", real, "--format", "json").output
            #expect(check.contains("\"entries\": 1"))
            let file = try program.write("x", to: "letter.txt")
            let other = try program.run("demo", "--make-only", "--ledger", program.home.path)
            #expect(other.status == 65)
            #expect(other.errors.contains("已有别的文件"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "x")
            #expect(try program.homeEntries().sorted() == ["letter.txt", "real"])
        }
    }

    @Test("It opens on 2024-03-31 with its mark on every page")
    func opening() throws {
        try with { program in
            let terminal = try Terminal(program, width: 100, height: 30)
            defer { terminal.close() }
            try terminal.open("demo")
            try terminal.see("the overview") {
                $0.contains("【演示】") && $0.contains("截至 2024-03-31") && $0.contains("工作领域")
            }
            try terminal.press("2")
            try terminal.see("the tree") { $0.contains("【演示】") && $0.contains("推动完善知识产权政策制定") }
        }
    }
}
