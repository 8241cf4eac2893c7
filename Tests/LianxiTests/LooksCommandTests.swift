import Cells
import Dashboard
import Foundation
import Testing

@testable import lianxi

/// Pictures to take away, what the terminal is found to be, and what is kept of looks between starts.
@Suite(.serialized) struct LooksCommandTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    @Test(
        "The text of every page is what the desk draws",
        arguments: [Size(width: 64, height: 18), Size(width: 120, height: 36)])
    func pages(size: Size) throws {
        try with { program in
            var desk = try Desk(directory: program.home.path + "/ledger", size: size)
            for (number, title) in App.pageTitles.enumerated() {
                try desk.press("\(number + 1)")
                let child = try program.run(
                    "screenshot", title, "--format", "txt", "--size", "\(size.width)x\(size.height)", "--ledger",
                    desk.directory, "--today", "2024-03-31", "--author", "张三")
                #expect(child.status == 0, "\(child.errors)")
                // The desk here has the ledger open for writing; a picture is taken without, which title and key bar show.
                let drawn = desk.lines.dropFirst().dropLast()
                let taken = child.output.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(Array(taken.dropFirst().dropLast(2)) == drawn.map { $0[...] }, "\(title)")
            }
        }
    }

    @Test("An item and a unit have their pictures, and a name that means nothing is told with the names there are")
    func subjects() throws {
        try with { program in
            #expect(try program.run("screenshot", "15", "--format", "txt").output.contains("高校科研院所专利开放许可"))
            #expect(try program.run("screenshot", "市科技局", "--format", "txt").output.contains("承担"))
            let wrong = try program.run("screenshot", "总揽")
            #expect(wrong.status == 64 && wrong.errors.contains("总览、任务"))
            #expect(try program.homeEntries().isEmpty)
        }
    }

    @Test("A picture goes to a file, which is not overwritten, and the theme colours it")
    func files() throws {
        try with { program in
            let file = program.home.path + "/总览.svg"
            #expect(try program.run("screenshot", "总览", "--theme", "projector", "--output", file).status == 0)
            let svg = try String(contentsOfFile: file, encoding: .utf8)
            #expect(svg.hasPrefix("<?xml") && svg.contains("fill=\"#00005f\"") && svg.hasSuffix("</svg>\n"))
            let again = try program.run("screenshot", "总览", "--output", file)
            #expect(again.status == 1 && again.errors.contains("已经存在"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == svg)
        }
    }

    @Test("The whole deck goes to numbered files")
    func deck() throws {
        try with { program in
            let child = try program.run("screenshot", "放映", "--size", "64x18", "--output", program.home.path + "/会.svg")
            #expect(child.status == 0, "\(child.errors)")
            let files = try program.homeEntries().filter { $0.hasSuffix(".svg") }.sorted()
            #expect(files.count > 10 && files.first == "会-01.svg")
            let text = try program.run("screenshot", "放映", "--size", "64x18", "--format", "txt").output
            #expect(text.split(separator: "\u{C}").count == files.count)
        }
    }

    @Test("In a pipe the doctor says what it could not ask, and that the rest serves")
    func doctor() throws {
        try with { program in
            let child = try program.run("doctor")
            #expect(child.status == 0, "\(child.errors)")
            for words in ["xterm-256color", "UTF-8", "256 色", "未测", "标尺", ".local/share/lianxi"] {
                #expect(child.output.contains(words), "\(words): \(child.output)")
            }
            #expect(try program.homeEntries().isEmpty)
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(program.run("doctor", "--format", "json").output.utf8))
                    as? [String: Any])
            #expect(json["usable"] as? Bool == true)
            #expect((json["checks"] as? [[String: Any]])?.contains { $0["verdict"] as? String == "未测" } == true)
        }
    }

    @Test("A terminal nobody knows is not usable, and the setting that helps is printed")
    func unknownTerminal() throws {
        try with { program in
            var environment = program.environment
            environment["TERM"] = "no-such-terminal"
            let child = try Child([Program.path, "doctor"], environment: environment)
            #expect(child.status == 1 && child.output.contains("不认识终端"))
            #expect(child.output.contains("  export TERM=xterm-256color"))
        }
    }

    @Test("In a terminal the doctor asks how wide it draws, and leaves nothing behind for the shell")
    func doctorInTerminal() throws {
        try with { program in
            let terminal = try Terminal(program, width: 120, height: 40)
            defer { terminal.close() }
            try terminal.type("\(Program.path) doctor; echo left with $?")
            let screen = try terminal.see("the verdict") { $0.contains("left with 0") }
            #expect(screen.contains("占 2 列") && screen.contains("占 1 列；选用 narrow"))
            #expect(screen.contains("120列 40行"))
            let ends = screen.split(separator: "\n").filter { $0.hasPrefix("  |") }
            #expect(ends.count == 3)
            try terminal.type("echo clean")
            try terminal.see("a clean prompt") { $0.contains("\nclean") }
        }
    }

    @Test("A theme chosen with F2 is worn at once and again at the next start; so is one asked for")
    func remembered() throws {
        try with { program in
            let terminal = try Terminal(program, width: 100, height: 30)
            defer { terminal.close() }
            // Pictures go where the user started.
            try terminal.type("cd; echo at home")
            try terminal.see("the shell") { $0.contains("\nat home") }
            try terminal.open("--today 2024-03-31")
            try terminal.see("the overview") { $0.contains("工作领域") }
            try terminal.press("F2")
            try terminal.see("the themes") { $0.contains("色弱友好") }
            try terminal.press("j", "Enter")
            try terminal.see("the notice") { $0.contains("配色已换成“浅色”") }
            let file = program.home.path + "/.config/lianxi/theme"
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "light\n")
            try terminal.press("F12")
            try terminal.see("where the picture is") { $0.contains("已存为当前目录下的 lianxi-总览-") }
            try terminal.press("F12")
            try terminal.see("another name for the second") { $0.contains("-2.svg") }
            let pictures = try program.homeEntries().filter { $0.hasPrefix("lianxi-总览-") }
            #expect(pictures.count == 4, "\(pictures)")
            try terminal.press("q")
            try terminal.see("the prompt", Terminal.isAtPrompt)
            #expect(try program.run("doctor").output.contains("浅色（light）"))
            try terminal.open("--today 2024-03-31 --theme projector")
            try terminal.see("the overview") { $0.contains("工作领域") }
            try terminal.press("q")
            try terminal.see("the prompt", Terminal.isAtPrompt)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "projector\n")
        }
    }

    @Test("Where there are no colours, the row under the cursor shows under every theme", arguments: ["light", "mono"])
    func colorless(theme: String) throws {
        try with { program in
            let terminal = try Terminal(program, width: 80, height: 24)
            defer { terminal.close() }
            try terminal.type("TERM=vt220 \(Program.path) --today 2024-03-31 --theme \(theme)")
            try terminal.see("the overview") { $0.contains("工作领域") }
            try terminal.press("2", "j", "j")
            try terminal.see("the cursor on the first row") { $0.contains("─ 第1项 ") || $0.contains("- 第1项 ") }
            let lines = try terminal.tmux("capture-pane", "-p", "-e").split(separator: "\n")
            let selected = try #require(lines.first { $0.contains("制定专利导航项目") })
            let other = try #require(lines.first { $0.contains("支持各地争创") })
            #expect(selected.contains(#/\x1b\[[0-9;]*\b7m/#) && !other.contains(#/\x1b\[[0-9;]*\b7m/#))
        }
    }

    @Test("A user's theme is read again as it is saved; a mistake is told with line and role, and the old look stays")
    func reloaded() throws {
        try with { program in
            let good = "{\"name\": \"mine\", \"title\": \"我的\",\n \"roles\": {}, \"surfaces\": {}}"
            let file = try program.write(good, to: "mine.json")
            let terminal = try Terminal(program, width: 100, height: 30)
            defer { terminal.close() }
            try terminal.open("--today 2024-03-31 --theme \(file)")
            try terminal.see("the overview") { $0.contains("工作领域") }
            _ = try program.write(
                good.replacingOccurrences(of: "{}, \"s", with: "{\"lihgt.red\": {}}, \"s"), to: "mine.json")
            let screen = try terminal.see("the mistake") { $0.contains("配色没有换") }
            #expect(screen.contains("第2行") && screen.contains("lihgt.red"))
            let isRed = { try terminal.tmux("capture-pane", "-p", "-e").contains("38;5;196m") }
            #expect(try !isRed())
            _ = try program.write(
                good.replacingOccurrences(of: "{}, \"s", with: "{\"text\": {\"foreground\": \"#ff0000\"}}, \"s"),
                to: "mine.json")
            try terminal.see("red text") { _ in (try? isRed()) == true }
        }
    }
}
