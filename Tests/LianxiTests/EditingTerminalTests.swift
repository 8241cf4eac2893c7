import Foundation
import Testing

/// Editing in a real terminal: what the notice says was saved is on the disk, and Chinese text arrives whole.
@Suite(.serialized) struct EditingTerminalTests {
    private static let arguments = "dashboard --today 2024-03-31 --author 张三"

    private func open(_ body: (Terminal, Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        let terminal = try Terminal(program, width: 100, height: 30)
        defer { terminal.close() }
        try terminal.open(Self.arguments)
        try terminal.see("the overview") { $0.contains("工作领域") && $0.contains("q退出") }
        try body(terminal, program)
    }

    private func history(_ program: Program) throws -> String {
        let folder = program.ledger + "/history"
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
    }

    @Test func oneKeyFromTheTreeIsOnTheDiskWhenTheNoticeSaysSo() throws {
        try open { terminal, program in
            try terminal.press("2", "/", "1", "5", "Enter")
            try terminal.see("row 15") { $0.contains("第15项") && $0.contains("加5%") }
            try terminal.press("+")
            try terminal.see("the notice") { $0.contains("已保存：第15项进度 未报→5%") }
            let written = try history(program)
            #expect(written.contains("\"percent\":5") && written.contains("张三"))
        }
    }

    @Test func reportInChineseWithALongPasteArrivesWhole() throws {
        try open { terminal, program in
            try terminal.press("2", "/", "1", "5", "Enter")
            try terminal.see("row 15") { $0.contains("第15项") && $0.contains("加5%") }
            try terminal.press("p")
            try terminal.see("whose report") { $0.contains("哪个单位的进展") }
            try terminal.press("2")
            try terminal.see("the form") { $0.contains("进展　第15项·市科技局") }
            let typed = String(repeating: "开放许可进展顺利，", count: 34).prefix(300)
            try terminal.tmux("send-keys", "-l", String(typed))
            let pasted = String(repeating: "与高校签约，", count: 334).prefix(2000)
            try terminal.tmux("set-buffer", String(pasted))
            try terminal.tmux("paste-buffer", "-p")
            try terminal.see("the end of the paste") { $0.contains("与高校签约") }
            try terminal.press("C-s")
            try terminal.see("the notice") { $0.contains("已保存：第15项·市科技局") }
            #expect(try history(program).contains("\"progress\":\"\(typed)\(pasted)\""))
        }
    }

    @Test func escapeKeepsTheTextAndOffersItAgain() throws {
        try open { terminal, program in
            try terminal.press("2", "/", "1", "5", "Enter")
            try terminal.see("row 15") { $0.contains("第15项") && $0.contains("加5%") }
            try terminal.press("b")
            try terminal.see("the form") { $0.contains("备注　第15项") }
            try terminal.tmux("send-keys", "-l", "写到一半")
            try terminal.see("the text") { $0.contains("写到一半") }
            try terminal.press("Escape")
            try terminal.see("it is kept") { $0.contains("文字留着") }
            try terminal.press("b")
            try terminal.see("the text again") { $0.contains("备注　第15项") && $0.contains("写到一半") }
        }
    }

    @Test func twoDashboardsAndAShellSeeEachOthersEdits() throws {
        let program = try Program()
        defer { program.clean() }
        let first = try Terminal(program, width: 100, height: 70)
        defer { first.close() }
        let second = try Terminal(program, width: 100, height: 70)
        defer { second.close() }
        try first.open("dashboard --today 2024-03-31 --author 张三")
        try first.see("the overview") { $0.contains("工作领域") && $0.contains("q退出") }
        try second.open("dashboard --today 2024-03-31 --author 李四")
        try second.see("the overview") { $0.contains("工作领域") && $0.contains("q退出") }
        try first.press("2", "/", "1", "5", "Enter")
        try first.see("row 15") { $0.contains("第15项") && $0.contains("加5%") }
        try second.press("2", "/", "1", "6", "Enter")
        try second.see("row 16") { $0.contains("第16项") && $0.contains("加5%") }
        let rounds = 10
        for round in 1...rounds {
            try first.press("+")
            try second.press("+")
            let set = try program.run(
                "set", "17", "progress=\(round)", "--today", "2024-03-31", "--author", "王五")
            #expect(set.status == 0, "\(set.errors)")
        }
        func isSettled(_ screen: String) -> Bool {
            let rows = ["15", "16", "17"].map { number in
                screen.split(separator: "\n").first { $0.contains(" \(number) ") }
            }
            return rows[0]?.contains(" 50%") == true && rows[1]?.contains(" 50%") == true
                && rows[2]?.contains(" \(rounds)%") == true
        }
        try first.see("all three rows", isSettled)
        try second.see("all three rows", isSettled)
        let log = try program.run("log", "--number", "1000", "--format", "json")
        #expect(log.output.components(separatedBy: "\"id\":").count - 1 == rounds * 3)
    }
}
