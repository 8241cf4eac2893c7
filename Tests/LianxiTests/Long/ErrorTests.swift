import Foundation
import Testing

@Suite("errors at every system call", .enabled(if: Long.isOn), .serialized)
struct ErrorTests {
    /// The calls by which a program touches files.
    private static let calls: Set = [
        "read", "pread64", "write", "pwrite64", "openat", "openat2", "close", "fcntl", "fdatasync", "fsync",
        "ftruncate", "sync_file_range",
        "renameat", "mkdirat", "mkdir", "newfstatat", "fchmod", "getdents64", "unlinkat",
    ]

    @Test(
        "nothing is lost, nothing is called saved that is not, and typed text is kept",
        arguments: [
            "ENOSPC", "EIO", "EINTR", "EROFS", "EDQUOT",
        ])
    func everyCall(_ error: String) throws {
        try ReleaseProgram.requireBuilt()
        try Strace.require()
        var points = 0
        for edit in Edits.all where ["first", "several", "snapshot"].contains(edit.name) {
            let workshop = try Workshop()
            let place = try workshop.ledger("ledger", entries: edit.entriesBefore)
            let start = workshop.path + "/start"
            try workshop.restore(start, from: place)
            let before = try ReleaseProgram.entries(place)
            for call in try Strace.calls(edit.arguments, on: place) where Self.calls.contains(call.name) {
                points += 1
                try workshop.restore(place, from: start)
                let outcome = try ReleaseProgram.run(edit.arguments, on: place, under: Strace.fail(call, with: error))
                let about = "\(error) \(edit.name) \(call): \(outcome.output)\(outcome.errors)"
                #expect(!outcome.wasKilled, "\(about)")
                let after = try ReleaseProgram.entries(place)
                #expect(Set(before).isSubset(of: after), "\(about)")
                if outcome.isAcknowledged { #expect(after.count == before.count + 1, "\(about)") }
                if outcome.errors.contains("没有保存") { #expect(after.count == before.count, "\(about)") }
                if outcome.status != 0, outcome.errors.contains("输入的内容") { try expectKept(outcome.errors) }
                let next = try ReleaseProgram.run(["set", "2", "note=下一次"], on: place)
                #expect(next.isAcknowledged, "\(about) → \(next.errors)")
                #expect(try ReleaseProgram.check(place)?.isSound == true, "\(about)")
            }
        }
        print("\(error): \(points) points")
        #expect(points >= 150)
    }

    @Test("works where openat2 is not let through", arguments: ["ENOSYS", "EPERM"])
    func withoutOpenat2(_ error: String) throws {
        try ReleaseProgram.requireBuilt()
        try Strace.require()
        for edit in Edits.all {
            let workshop = try Workshop()
            let place = try workshop.ledger("ledger", entries: edit.entriesBefore)
            let under = ["strace", "-f", "-o", "/dev/null", "-e", "inject=openat2:error=\(error)"]
            let outcome = try ReleaseProgram.run(edit.arguments, on: place, under: under)
            #expect(outcome.isAcknowledged, "\(edit.name): \(outcome.output)\(outcome.errors)")
            #expect(try ReleaseProgram.entries(place).count == edit.entriesBefore + 1)
            #expect(try ReleaseProgram.check(place)?.isSound == true)
            // Nor is a link followed there.
            let target = place + ".elsewhere"
            try FileManager.default.moveItem(atPath: place + "/history", toPath: target)
            try FileManager.default.createSymbolicLink(atPath: place + "/history", withDestinationPath: target)
            let refused = try ReleaseProgram.run(edit.arguments, on: place, under: under)
            #expect(!refused.isAcknowledged, "\(edit.name): \(refused.output)")
        }
    }

    /// The file that the sentence names holds what was typed.
    private func expectKept(_ sentence: String) throws {
        guard let match = sentence.firstMatch(of: /输入的内容保存在 (\S+?)。/) else {
            Issue.record("\(sentence)")
            return
        }
        let text = try String(contentsOfFile: String(match.1), encoding: .utf8)
        #expect(text.contains("\"changes\":[{"), "\(text)")
    }
}
