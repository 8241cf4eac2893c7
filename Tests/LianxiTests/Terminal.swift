import Foundation
import Testing

/// A real terminal with a shell in it, by way of tmux. Waits for what is to be seen, never for time to pass.
struct Terminal {
    private let socket = "lianxi-\(UUID().uuidString.prefix(8))"
    private let program: Program

    /// Opens a shell of `width` × `height` cells whose prompt is `ready$`.
    init(_ program: Program, width: Int, height: Int) throws {
        self.program = program
        try tmux(
            "new-session", "-d", "-c", program.home.path, "-x", "\(width)", "-y", "\(height)", "-e",
            "HOME=\(program.home.path)",
            "env -i HOME=\(program.home.path) PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TERM=screen-256color PS1='ready$ ' sh -i"
        )
        try see { $0.contains("ready$") }
    }

    func close() { _ = try? tmux("kill-server") }

    @discardableResult
    func tmux(_ arguments: String...) throws -> String {
        try Child(["tmux", "-L", socket, "-f", "/dev/null"] + arguments, environment: program.environment).output
    }

    func screen() throws -> String { try tmux("capture-pane", "-p") }

    /// Keys by tmux's names.
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", key) }
    }

    /// Types a command line and Enter.
    func type(_ text: String) throws {
        try tmux("send-keys", "-l", text)
        try tmux("send-keys", "Enter")
    }

    /// Types the program's command line.
    func open(_ arguments: String) throws {
        try type("\(Program.path) \(arguments)")
    }

    /// Waits until the screen is as wanted and returns it; after twenty seconds the test fails with the screen.
    @discardableResult
    func see(_ what: String = "", _ isRight: (String) -> Bool) throws -> String {
        var seen = ""
        let end = Date(timeIntervalSinceNow: 20)
        while Date() < end {
            seen = try screen()
            if isRight(seen) { return seen }
        }
        Issue.record("the screen never showed \(what):\n\(seen)")
        throw NotSeen()
    }

    struct NotSeen: Error {}

    /// What the terminal is sent, byte for byte, while `session` opens the program and leaves it.
    ///
    /// tmux shows what it is sent before it has written it down: the record is whole once the screen was given back in it.
    func record(_ session: () throws -> Void) throws -> String {
        let file = program.home.appending(path: "record-\(UUID().uuidString)")
        try tmux("pipe-pane", "cat > \(file.path)")
        try session()
        var sent = ""
        try see("to the record that it was given back") { _ in
            sent = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return sent.contains("\u{1B}[?1049l")
        }
        return sent
    }

    /// Whether the shell waits for a command.
    static func isAtPrompt(_ screen: String) -> Bool {
        screen.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("ready$")
    }

    /// The process that the shell runs in the foreground.
    func processOfProgram() throws -> Int32 {
        let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return try #require(children.split(separator: " ").last.flatMap { Int32($0) })
    }
}
