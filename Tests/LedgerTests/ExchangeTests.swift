import Foundation
import Testing
import WorkPlan

@testable import Ledger

/// Two clones of a ledger under git, edited on both sides and pulled both ways, with nothing configured.
struct ExchangeTests {
    private let sandbox = Sandbox()

    @Test(arguments: 1...Long.count(3, long: 60))
    func clonesAgreeAndGitNeverConflicts(_ seed: Int) throws {
        var random = SplitMix(UInt64(seed))
        let left = sandbox.ledger
        let right = sandbox.path + "/right"
        _ = try sandbox.small(entries: 2)
        try git(left, "init", "-q", "-b", "main")
        try git(left, "add", ".")
        try git(left, "commit", "-q", "-m", "x")
        let hub = sandbox.path + "/hub"
        try git(sandbox.path, "clone", "-q", "--bare", left, hub)
        try git(sandbox.path, "clone", "-q", hub, right)
        try git(left, "remote", "add", "origin", hub)
        for _ in 0..<6 {
            for place in [left, right] {
                var ledger = try sandbox.small(place == left ? "张三" : "李四", at: place)
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)])
                }
                ledger.tidy(always: Bool.random(using: &random))
            }
            // The working tree may hold entries that are not committed yet, as when people are at work.
            for place in Bool.random(using: &random) ? [left, right] : [right, left] { try exchange(place) }
        }
        for place in [left, right, left] { try exchange(place) }
        var first = try sandbox.small(at: left)
        var second = try sandbox.small(at: right)
        #expect(first.plan.print == second.plan.print)
        #expect(first.conflicts == second.conflicts)
        try first.saveSnapshot()
        try second.saveSnapshot()
        let isSame = sandbox.bytes("plan.json", at: left) == sandbox.bytes("plan.json", at: right)
        #expect(isSame)
        #expect(try Ledger.check(at: left).isSound)
        #expect(try Ledger.check(at: right).isSound)
    }

    @Test func openLedgerTakesInWhatWasPulled() throws {
        let left = sandbox.ledger
        let right = sandbox.path + "/right"
        var first = try sandbox.small(entries: 2)
        try git(left, "init", "-q", "-b", "main")
        try git(left, "add", ".")
        try git(left, "commit", "-q", "-m", "x")
        try git(sandbox.path, "clone", "-q", left, right)
        var second = try sandbox.small("李四", at: right)
        try second.commit([.weight("row-5", Edit(was: weight(second), becomes: 41))])
        try first.commit([.weight("row-5", Edit(was: weight(first), becomes: 42))])
        for name in sandbox.files("history", at: right) where !sandbox.files("history").contains(name) {
            try sandbox.write(sandbox.bytes("history/\(name)", at: right), to: "history/\(name)")
        }
        #expect(try first.refresh().map(\.author) == ["李四"])
        #expect(first.conflicts.map(\.slot.field) == ["weight"])
        #expect(Set(first.conflicts.flatMap(\.sides).map(\.author)) == ["张三", "李四"])
        try first.commit([.weight("row-5", Edit(was: weight(first), becomes: 43))])
        #expect(first.conflicts.isEmpty)
        #expect(try sandbox.small().conflicts.isEmpty)
    }

    private func weight(_ ledger: Ledger) -> Double {
        ledger.plan.tree.position(of: "row-5").map { ledger.plan.tree[$0].weight } ?? 0
    }

    private func exchange(_ place: String) throws {
        try git(place, "add", "-A")
        try git(place, "commit", "-q", "--allow-empty", "-m", "x")
        try git(place, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        try git(place, "push", "-q", "origin", "main")
    }

    private func git(_ place: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", place, "-c", "user.name=t", "-c", "user.email=t@t"] + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": sandbox.path, "GIT_CONFIG_NOSYSTEM": "1"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments): \(String(decoding: said, as: UTF8.self))")
    }
}
