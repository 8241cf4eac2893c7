import Foundation
import Glibc
import Testing

@testable import lianxi

/// What becomes of output and of files when the kernel does not take them.
@Suite struct WritingTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    /// A line for the shell, where `$0` is the program.
    private func shell(_ line: String, _ program: Program) throws -> Child {
        try Child(["sh", "-c", line, Program.path], environment: program.environment)
    }

    @Test(
        "Output that does not fit on the disk is a failure, and said",
        arguments: ["export 台账", "show", "show --format json", "log --format json", "doctor", "--help"])
    func fullDisk(_ arguments: String) throws {
        try with { program in
            let outcome = try shell("\"$0\" \(arguments) > /dev/full", program)
            #expect(outcome.status == 1, "\(outcome.errors)")
            #expect(outcome.errors.hasPrefix("lianxi：没有输出完：磁盘已满"), "\(outcome.errors)")
        }
    }

    @Test("An edit that is saved is not taken for lost because that could not be said")
    func savedUnsaid() throws {
        try with { program in
            for edit in ["set 15 progress=50", "undo", "redo --format json", "report 15 --unit 市科技局 --progress x"] {
                let outcome = try shell("\"$0\" \(edit) > /dev/full", program)
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains("lianxi：修改已保存，但没有输出完"), "\(edit): \(outcome.errors)")
            }
            #expect(try program.run("check").output.contains("历史 4 条"))
        }
    }

    @Test("A reader that has seen enough is no failure")
    func closedPipe() throws {
        try with { program in
            let line = "trap '' PIPE; { sleep 0.3; \"$0\" show; echo $? >&2; } | true"
            let outcome = try shell(line, program)
            #expect(outcome.errors == "0\n")
        }
    }

    @Test("A small file is put in place whole, or the reason is said and nothing is left beside it")
    func smallFile() throws {
        try with { program in
            let file = program.home.path + "/.config/lianxi/author"
            try TextFile.write(Array("张三\n".utf8), to: file, what: "署名")
            try TextFile.write(Array("李四\n".utf8), to: file, what: "署名")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "李四\n")
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let folder = program.home.path + "/.config/lianxi"
            // Every call but the last succeeds: the reason is that one's, and not an older one's.
            let refused = #expect(throws: Complaint.self) {
                try TextFile.write([65], to: program.home.path + "/.config", what: "署名")
            }
            #expect(refused?.sentence.contains("这是一个目录") == true, "\(refused?.sentence ?? "")")
            #expect(try program.homeEntries() == [".config"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["author"])
        }
    }

    @Test("All is written in as many pieces as it takes, and what stops it is told")
    func pieces() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
        try #require(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
        #expect(WholeFile.write([UInt8](repeating: 65, count: 1000), to: ends[1]) == 0)
        // The first piece fills the pipe, the second finds no room.
        #expect(WholeFile.write([UInt8](repeating: 65, count: 1 << 20), to: ends[1]) == EAGAIN)
        #expect(WholeFile.write([65], to: -1) == EBADF)
    }

    @Test("What is remembered is on the disk before it has its name")
    func synced() throws {
        try with { program in
            let terminal = try Terminal(program, width: 100, height: 30)
            defer { terminal.close() }
            let trace = program.home.path + "/trace"
            try terminal.type("strace -f -y -o \(trace) -e trace=fsync,rename \(Program.path) --theme light")
            try terminal.see("the overview") { $0.contains("工作领域") }
            try terminal.press("q")
            try terminal.see("the prompt", Terminal.isAtPrompt)
            let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
            let named = try #require(calls.firstIndex { $0.contains("/lianxi/theme\"") }, "\(calls)")
            let synced = calls.firstIndex { $0.contains("fsync(") && $0.contains("/lianxi/theme.") }
            #expect(try #require(synced, "\(calls)") < named)
        }
    }
}
