import Foundation
import Testing

/// Editing, taking back and looking back from the shell.
@Suite struct EditingCommandTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    private func done(_ program: Program, _ arguments: String...) throws -> String {
        let outcome = try program.run(arguments)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    private func journal(_ program: Program) throws -> String {
        let folder = program.ledger + "/history"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
        return try files.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
    }

    private func list(_ text: String) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("A report is saved with its blanks; a second one alters only what it names")
    func report() throws {
        try with { program in
            let report = ["report", "15", "--unit", "市科技局", "--period", "2024Q1", "--author", "张三"]
            let first = try program.run(report + ["--progress", "已许可120件", "--signed-off", "--received", "2024-04-08"])
            #expect(first.output.contains("第15项·市科技局2024年第1季度报送 无→“进展：已许可120件；领导已审”"), "\(first.errors)")
            let second = try object(program.run(report + ["--problems", "缺平台", "--format", "json"]).output)
            #expect(second["by"] as? String == "张三")
            #expect((second["changes"] as? [String])?.first?.hasSuffix("→“进展：已许可120件；问题：缺平台；领导已审”") == true)
            #expect(try journal(program).contains("\"received\":\"2024-04-08\""))
        }
    }

    @Test("Undo and redo go step by step through one's own edits and name them in words")
    func undo() throws {
        try with { program in
            _ = try done(program, "set", "15", "progress=45", "--day", "2024-03-31", "--author", "张三")
            _ = try done(program, "set", "15", "progress=50", "--day", "2024-03-31", "--author", "张三")
            _ = try done(program, "set", "16", "progress=10", "--day", "2024-03-31", "--author", "李四")
            let undone = try done(program, "undo", "--author", "张三")
            #expect(undone.hasPrefix("撤销：第15项进度 45%→50%（数据日 2024-03-31）\n"))
            #expect(try done(program, "undo", "--author", "张三").contains("未报→45%"))
            let nothing = try program.run("undo", "--author", "张三")
            #expect(nothing.status == 1)
            #expect(nothing.errors.contains("没有可以撤销的修改"))
            #expect(try done(program, "redo", "--author", "张三").hasPrefix("重做：第15项进度 未报→45%"))
            #expect(try done(program, "redo", "--author", "张三").contains("45%→50%"))
            #expect(try program.run("redo", "--author", "张三").status == 1)
            #expect(try done(program, "show", "16", "--today", "2024-03-31").contains("10.0%"))
        }
    }

    @Test("What somebody else changed since is not overwritten unasked: who and when, 65, nothing written")
    func overwriting() throws {
        try with { program in
            _ = try done(program, "set", "15", "progress=45", "--day", "2024-03-31", "--author", "张三")
            _ = try done(program, "set", "15", "progress=70", "--day", "2024-03-31", "--author", "李四")
            let before = try journal(program)
            let refused = try program.run("undo", "--author", "张三")
            #expect(refused.status == 65)
            #expect(refused.errors.contains("李四 在 20"))
            #expect(refused.errors.contains("70%→未报"))
            #expect(try journal(program) == before)
            #expect(try program.run("undo", "--author", "张三", "--force").status == 0)
            #expect(try done(program, "redo", "--author", "张三").contains("未报→70%"))
        }
    }

    @Test(
        "Wrong edits are refused with what comes nearest, and make nothing",
        arguments: [
            (["set", "99", "progress=1"], 64, "序号有 1 至 30"), (["set", "15", "progress=101"], 64, "0 到 100"),
            (["set", "15", "deadline=2026-01-01"], 64, "请用 --note 写"),
            (["set", "15", "status=struckOff"], 64, "请用 --note 写"),
            (["set", "15", "status=terminated"], 64, "请用 --note 写"),
            (["set", "15", "deadline=2026-01-01", "--note", " "], 64, "请用 --note 写"),
            (["set", "15", "progress"], 64, "后面没有写值（0…100）。请写成 progress=50"),
            (["log", "--author", "不存在"], 1, "没有署名“不存在”的修改。历史里还没有修改"),
            (["repair", "--read-only"], 64, "请去掉 --read-only"), (["repair"], 65, ".local/share/lianxi"),
            (["show", "--as-of", "2024-13-01"], 64, "“2024-13-01”不是日历上的日期"),
            (["diff", "20240230"], 64, "“20240230”不是日历上的日期"),
            (["set", "15", "progres=1"], 64, "progress"), (["set", "15", "status=完成"], 64, "已完成"),
            (["set", "15", "progress=1", "--unit", "市科枝局"], 64, "市科技局"), (["set", "T33", "reading=1"], 64, "T3"),
            (["set", "三", "progress=1"], 65, "汇总得出"),
            (["set", "15", "progress=1", "--day", "2024-02-30"], 64, "2024-02-30"),
            (["report", "15", "--progress", "x"], 64, "市教育局"),
            (["report", "15", "--unit", "市公安局", "--progress", "x"], 65, "市教育局"),
            (["report", "15", "--unit", "市科技局", "--period", "2024-03", "--progress", "x"], 64, "2024Q1"),
            (["report", "15", "--unit", "市科技局"], 64, "--progress"), (["undo"], 1, "没有可以撤销"),
            (["set", "15", "progress=1", "--as-of", "2024-01-01"], 64, "回看历史"),
            (["report", "15", "--as-of", "now", "--progress", "x"], 64, "回看历史"),
            (["undo", "--as-of", "now"], 64, "回看历史"),
            (["diff", "昨日", "now"], 64, "last-meeting"), (["diff", "abcdefgh"], 64, "没有以"),
            (["diff", "-bcdefgh", "--Cdefgh"], 64, "没有以“-bcdefgh”"),
            (["show", "15", "--as-of", "--Cdefgh"], 64, "没有以“--Cdefgh”"),
            (["diff", "last-meeting"], 64, "没有结束过会议"),
            (["show", "--bogus"], 64, "没有“--bogus”这个选项"), (["diff"], 64, "缺少"),
        ])
    func refused(_ arguments: [String], _ status: Int, _ word: String) throws {
        try with { program in
            let outcome = try program.run(arguments)
            #expect(outcome.status == Int32(status), "\(outcome.errors)")
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
            #expect(outcome.errors.hasPrefix("lianxi：") && outcome.output.isEmpty)
            #expect(try program.homeEntries() == [])
        }
    }

    @Test("The author is --author, $LIANXI_AUTHOR, git's user name or the login; root is nobody")
    func author() throws {
        try with { program in
            var environment = program.environment
            environment["LOGNAME"] = "wangwu"
            environment["LIANXI_AUTHOR"] = nil
            func author(_ arguments: String...) throws -> String? {
                let set = [Program.path, "set", "15", "note=x", "--format", "json"] + arguments
                return try object(Child(set, environment: environment).output)["by"] as? String
            }
            #expect(try author() == "wangwu")
            _ = try program.write("[core]\n\tname = x\n[user] # me\n\tname = \"王 \\\"五\\\"\" ; x\n", to: ".gitconfig")
            #expect(try author() == "王 \"五\"")
            try FileManager.default.createDirectory(
                atPath: program.home.path + "/.config/lianxi", withIntermediateDirectories: true)
            _ = try program.write("赵六\n", to: ".config/lianxi/author")
            #expect(try author() == "赵六")
            environment["LIANXI_AUTHOR"] = "root"
            #expect(try author() == "赵六")
            environment["LIANXI_AUTHOR"] = "李四"
            #expect(try author() == "李四")
            #expect(try author("--author", "张三") == "张三")
        }
    }

    @Test("The log is chosen by item, unit, author and day")
    func log() throws {
        try with { program in
            _ = try done(program, "set", "15", "progress=45", "--author", "张三")
            _ = try done(program, "set", "16", "progress=5", "--unit", "市科技局", "--author", "李四")
            _ = try done(program, "set", "T3", "reading=3510", "--author", "李四")
            func count(_ arguments: String...) throws -> Int {
                try list(program.run(["log", "--format", "json"] + arguments).output).count
            }
            #expect(try count() == 3)
            #expect(try count("15") == 1 + (try done(program, "show", "15").contains("专利转让许可次数") ? 1 : 0))
            #expect(try count("三") >= 2)
            #expect(try count("市科技局") == 1)
            #expect(try count("--author", "李四") == 2)
            #expect(try count("--since", "2000-01-01") == 3)
            #expect(try count("--since", "2999-01-01") == 0)
            #expect(try count("-n", "2") == 2)
            #expect(try program.run("log", "市科枝局").errors.contains("市科技局"))
            #expect(try count("--author", "王五") == 0)
            let nobody = try program.run("log", "--author", "王五")
            #expect(nobody.status == 1 && nobody.output.isEmpty)
            #expect(nobody.errors == "lianxi：历史里没有署名“王五”的修改。署名有：李四、张三。\n")
            // Somebody who is there, and has done nothing of what was asked for.
            #expect(try done(program, "log", "16", "--author", "张三").isEmpty)
        }
    }

    @Test("A comparison says what changed and whose light turned, as text, JSON and Markdown")
    func diff() throws {
        try with { program in
            let first = try object(done(program, "set", "15", "progress=45", "--day", "2024-03-31", "--format", "json"))
            let id = try #require(first["id"] as? String)
            _ = try done(program, "set", "15", "progress=20", "--day", "2024-05-31")
            let today = ["--today", "2024-06-01"]
            let text = try program.run(["diff", "2000-01-01", "now"] + today).output
            #expect(text.contains("亮灯：灰→红"))
            #expect(text.contains("进度：未报→20%（数据日 2024-05-31）"))
            let json = try object(program.run(["diff", String(id.prefix(8)), "--format", "json"] + today).output)
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.contains { $0["was"] as? String == "45%" && $0["item"] as? String == "row-15" })
            #expect(rows.filter { $0["kind"] as? String == "turned" }.allSatisfy { $0["lightBecomes"] != nil })
            let table = try program.run(["diff", "2000-01-01", "--format", "markdown"] + today).output
            #expect(table.contains("| 第15项 "))
            #expect(try done(program, "diff", "now", "now").contains("没有不同"))
            #expect(
                try done(program, "show", "15", "--as-of", String(id.prefix(8)), "--today", "2024-06-01").contains(
                    "45.0%"))
            #expect(try done(program, "show", "15", "--as-of", "2000-01-01").hasPrefix("【回看】2000-01-01"))
        }
    }

    @Test("A day that is still to come is taken, as in the dashboard, and said to be so")
    func dayToCome() throws {
        try with { program in
            let ahead = try program.run("set", "15", "progress=50", "--day", "2099-01-01")
            #expect(ahead.status == 0 && ahead.errors.contains("数据日 2099-01-01 周四 还有"), "\(ahead.errors)")
            #expect(try !program.run("set", "15", "progress=50", "--day", "2024-03-31").errors.contains("还有"))
        }
    }

    @Test("Looking back works before there is a ledger, and makes none")
    func pastOfNothing() throws {
        try with { program in
            let shown = try done(program, "show", "15", "--as-of", "2024-01-01")
            #expect(shown.hasPrefix("【回看】"))
            #expect(try done(program, "diff", "2024-01-01", "2024-01-02").contains("没有不同"))
            #expect(try program.homeEntries() == [])
        }
    }
}
