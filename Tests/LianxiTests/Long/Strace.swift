import Foundation
import Testing

/// Faults at system calls, by strace's injection.
enum Strace {
    static func require() throws {
        let probe = try ReleaseProgram.shell(["strace", "-o", "/dev/null", "true"])
        try #require(probe.status == 0, "这项测试需要 strace 和 ptrace：\(probe.errors)")
    }

    /// The system calls of a run, in order, from the first that touches the ledger on.
    static func calls(_ arguments: [String], on ledger: String) throws -> [(name: String, number: Int)] {
        let trace = ledger + ".trace"
        _ = try ReleaseProgram.run(arguments, on: ledger, under: ["strace", "-f", "-o", trace])
        let text = try String(contentsOfFile: trace, encoding: .utf8)
        var counts: [String: Int] = [:]
        var calls: [(String, Int)] = []
        for line in text.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^\d+ +([a-z0-9_]+)\(/) else { continue }
            let name = String(match.1)
            counts[name, default: 0] += 1
            if name != "execve", name != "exit_group" { calls.append((name, counts[name] ?? 1)) }
        }
        return calls
    }

    static func kill(at call: (name: String, number: Int)) -> [String] {
        ["strace", "-f", "-o", "/dev/null", "-e", "inject=\(call.name):signal=KILL:when=\(call.number)"]
    }

    static func fail(_ call: (name: String, number: Int), with error: String) -> [String] {
        ["strace", "-f", "-o", "/dev/null", "-e", "inject=\(call.name):error=\(error):when=\(call.number)"]
    }
}

/// The kinds of edit that are put to the test.
enum Edits {
    static let all: [(name: String, entriesBefore: Int, arguments: [String])] = [
        ("first", 0, ["set", "15", "progress=10"]),
        ("progress", 3, ["set", "15", "progress=50", "--note", "据第三季度报送"]),
        ("status", 3, ["set", "16", "status=completed"]),
        ("reading", 3, ["set", "T3", "reading=3510"]),
        ("deadline", 3, ["set", "14", "deadline=2025-06-30", "--note", "会议纪要"]),
        ("milestone", 3, ["set", "13", "milestone=提交草案"]),
        ("several", 3, ["set", "12", "progress=5", "note=备注", "evidence=a.pdf", "weight=3"]),
        // The entry after which the program writes a snapshot.
        ("snapshot", 199, ["set", "15", "progress=50"]),
    ]
}
