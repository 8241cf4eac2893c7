import Foundation
import Testing

/// The program in a real terminal.
@Suite(.serialized) struct TerminalTests {
    private static let overview = "工作领域"

    private func open(_ width: Int, _ height: Int, _ arguments: String, _ body: (Terminal, Program) throws -> Void)
        throws
    {
        let program = try Program()
        defer { program.clean() }
        let terminal = try Terminal(program, width: width, height: height)
        defer { terminal.close() }
        try terminal.open("--today 2024-03-31 \(arguments)")
        try body(terminal, program)
    }

    @Test("It fits every size, and says so where it does not", arguments: [(64, 18), (80, 24), (120, 36), (240, 67)])
    func sizes(_ width: Int, _ height: Int) throws {
        try open(width, height, "") { terminal, _ in
            let screen = try terminal.see("the overview") { $0.contains(Self.overview) && $0.contains("q退出") }
            #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count <= height + 1)
            try terminal.press("2")
            try terminal.see("the tree and its preview") { $0.contains("推动完善知识产权政策制定") && $0.contains("领域一") }
            try terminal.press("q")
            try terminal.see("the prompt") { !$0.contains(Self.overview) && $0.contains("ready$") }
        }
    }

    @Test("A window that is too small says so and the program goes on when it grows")
    func small() throws {
        try open(20, 5, "") { terminal, _ in
            try terminal.see("the message") { $0.contains("窗口太小") }
            try terminal.tmux("resize-window", "-x", "90", "-y", "30")
            try terminal.see("the overview") { $0.contains(Self.overview) }
        }
    }

    @Test("The first start makes the ledger and says where; a later one opens it")
    func firstStart() throws {
        try open(100, 30, "") { terminal, program in
            try terminal.see("the place") { $0.contains("已建立数据目录") }
            #expect(FileManager.default.fileExists(atPath: program.ledger + "/store.json"))
            #expect(FileManager.default.fileExists(atPath: program.ledger + "/plan.base.json"))
            try terminal.press("q")
            try terminal.see("the prompt") { !$0.contains(Self.overview) }
            try terminal.open("--today 2024-03-31")
            let screen = try terminal.see("the overview") { $0.contains(Self.overview) }
            #expect(!screen.contains("已建立数据目录"))
        }
    }

    @Test(
        "However it ends, the terminal is given back as it was found",
        arguments: ["q", "TERM", "HUP", "SEGV", "ABRT", "INT", "QUIT"])
    func ending(_ way: String) throws {
        let program = try Program()
        defer { program.clean() }
        let terminal = try Terminal(program, width: 80, height: 24)
        defer { terminal.close() }
        try terminal.type("cd; ulimit -c 0; stty -a > before; echo first")
        try terminal.see("the shell") { $0.contains("\nfirst") }
        try terminal.open("--today 2024-03-31")
        try terminal.see("the overview") { $0.contains(Self.overview) }
        if way == "q" {
            try terminal.press("q")
        } else {
            let process = try terminal.processOfProgram()
            #expect(kill(process, signal(way)) == 0)
        }
        let screen = try terminal.see("the shell again") { $0.contains("\nfirst") && Terminal.isAtPrompt($0) }
        #expect(!screen.contains(Self.overview))
        #expect(screen.hasPrefix("ready$"))
        try terminal.type("stty -a > after; echo last")
        try terminal.see("the shell") { $0.contains("\nlast") }
        let before = try String(contentsOf: program.home.appending(path: "before"), encoding: .utf8)
        let after = try String(contentsOf: program.home.appending(path: "after"), encoding: .utf8)
        #expect(before == after)
        #expect(try terminal.tmux("display-message", "-p", "#{mouse_any_flag}#{cursor_flag}#{alternate_on}") == "010\n")
    }

    @Test(
        "An answer of the terminal that comes as the program ends is not left to the shell",
        arguments: ["q", "TERM", "SEGV"])
    func lateAnswer(_ way: String) throws {
        let program = try Program()
        defer { program.clean() }
        var (near, far, size) = (Int32(), Int32(), winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0))
        try #require(openpty(&near, &far, nil, nil, &size) == 0)
        defer { for end in [near, far] { close(end) } }
        // Other modes than raw count whole lines only as waiting.
        var settings = termios()
        tcgetattr(far, &settings)
        cfmakeraw(&settings)
        tcsetattr(far, TCSANOW, &settings)

        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["--today", "2024-03-31"]
        process.environment = program.environment
        process.standardInput = FileHandle(fileDescriptor: far)
        process.standardOutput = FileHandle(fileDescriptor: far)
        try process.run()
        var sent: [UInt8] = []
        func until(_ words: String) throws {
            var bytes = [UInt8](repeating: 0, count: 4096)
            while sent.firstRange(of: Array(words.utf8)) == nil {
                let count = read(near, &bytes, bytes.count)
                try #require(count > 0)
                sent += bytes.prefix(count)
            }
        }
        try until("\u{1B}[6n")
        if way == "q" { write(near, "q", 1) } else { kill(process.processIdentifier, signal(way)) }
        try until("\u{1B}[?2004l")
        write(near, "\u{1B}[24;2R", 7)
        try until("\u{1B}[?1049l")
        process.waitUntilExit()
        var left: Int32 = 0
        #expect(ioctl(far, UInt(FIONREAD), &left) == 0)
        #expect(left == 0)
    }

    private func signal(_ name: String) -> Int32 {
        switch name {
        case "TERM": SIGTERM
        case "HUP": SIGHUP
        case "SEGV": SIGSEGV
        case "ABRT": SIGABRT
        case "INT": SIGINT
        default: SIGQUIT
        }
    }

    @Test("Ctrl-Z gives the terminal to the shell, fg brings the same page back")
    func suspending() throws {
        try open(100, 30, "") { terminal, _ in
            try terminal.see("the overview") { $0.contains(Self.overview) }
            try terminal.press("2", "C-z")
            try terminal.see("the shell") { $0.contains("ready$") && !$0.contains("推动完善") }
            try terminal.type("fg")
            try terminal.see("the tree") { $0.contains("推动完善知识产权政策制定") }
        }
    }

    @Test("Escape sequences, controls, overrides and zero-width characters of a plan file never reach the terminal")
    func hostile() throws {
        let program = try Program()
        defer { program.clean() }
        let root = HouseTests.root.appending(path: "Data/jiaxing-2022-2025.json")
        let plan = try String(contentsOf: root, encoding: .utf8)
        let hostile = #"壹\u001b]0;拾\u0007\u001b[5m\u009b31m\u202e\u200b\u2066\ufeff\r\b贰"#
        let file = try program.write(
            plan.replacing("完善知识产权制度和工作体系", with: hostile).replacing("知识产权试点", with: hostile), to: "plan.json")
        let terminal = try Terminal(program, width: 120, height: 36)
        defer { terminal.close() }
        let sent = try terminal.record {
            try terminal.open("--plan \(file) --today 2024-03-31")
            try terminal.see("the overview") { $0.contains("壹") }
            try terminal.press("2")
            try terminal.see("the tree") { $0.contains("领域一") }
            try terminal.press("Enter")
            try terminal.see("the item") { $0.contains("→ 领域一") }
            try terminal.press("q")
        }
        for forbidden in ["\u{1B}]0;拾", "\u{1B}[5m", "\u{9B}31m", "\u{202E}", "\u{200B}", "\u{2066}", "\u{FEFF}"] {
            #expect(!Array(sent.utf8).contains(Array(forbidden.utf8)), "\(forbidden.unicodeScalars.map { $0.value })")
        }
        let shown = try program.run("show", "--plan", file)
        #expect(shown.status == 0)
        for scalar in shown.output.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control)
            #expect(scalar.properties.generalCategory != .format)
        }
    }
}
