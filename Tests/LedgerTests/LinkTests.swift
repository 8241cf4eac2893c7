import Foundation
import Testing
import WorkPlan

@testable import Ledger

/// Links, pipes and devices in every place of the layout: nothing outside is read or written, and nothing hangs.
struct LinkTests {
    private let sandbox = Sandbox()
    private static let places = [
        "store.json", "plan.base.json", "plan.json", ".gitattributes", ".gitignore", "history", ".local", ".local/lock",
        ".local/replica.json", ".local/tmp", ".local/quarantine", ".local/unsaved", ".local/cache",
    ]

    enum Trap: String, CaseIterable, CustomTestStringConvertible {
        case link, relativeLink, pipe, device, folder
        var testDescription: String { rawValue }
    }

    @Test(arguments: Trap.allCases)
    func nothingOutsideIsTouched(_ trap: Trap) throws {
        let outside = sandbox.path + "/outside"
        for place in Self.places + ["history/*"] {
            try? FileManager.default.removeItem(atPath: sandbox.ledger)
            try? FileManager.default.removeItem(atPath: outside)
            var made = try sandbox.small(entries: 3)
            try made.saveSnapshot()
            let target = place == "history/*" ? sandbox.journal() : place
            // What an attacker would like to be read or overwritten: the same files, elsewhere.
            try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
            let bait = outside + "/bait"
            let whole = sandbox.ledger + "/" + target
            if FileManager.default.fileExists(atPath: whole) {
                try FileManager.default.moveItem(atPath: whole, toPath: bait)
            } else {
                try FileManager.default.createDirectory(atPath: bait, withIntermediateDirectories: true)
            }
            let before = sandbox.everything(at: outside)
            try set(trap, at: whole, bait)
            if var ledger = try? sandbox.small() {
                _ = try? ledger.commit([.weight("row-1", Edit(was: weight(ledger), becomes: 99))])
                try? ledger.saveSnapshot()
            }
            _ = try? Ledger.check(at: sandbox.ledger)
            _ = try? Ledger.repair(at: sandbox.ledger, author: "")
            let after = sandbox.everything(at: outside)
            #expect(after == before, "\(trap) \(target): \(Set(after.keys).symmetricDifference(before.keys))")
        }
    }

    private func set(_ trap: Trap, at place: String, _ bait: String) throws {
        switch trap {
        case .link: try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: bait)
        case .relativeLink:
            let up = place.dropFirst(sandbox.ledger.count + 1).split(separator: "/").map { _ in "../" }.joined()
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: up + "outside/bait")
        case .pipe: #expect(mkfifo(place, 0o600) == 0)
        case .device:
            try #require(geteuid() == 0, "这项测试需要 root（mknod）")
            #expect(mknod(place, S_IFCHR | 0o600, makedev(1, 5)) == 0)
        case .folder: try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        }
    }

    private func makedev(_ major: dev_t, _ minor: dev_t) -> dev_t { major << 8 | minor }

    private func weight(_ ledger: Ledger) -> Double {
        ledger.plan.tree.position(of: "row-1").map { ledger.plan.tree[$0].weight } ?? 0
    }

    @Test func filesAreTheirOwnersAlone() throws {
        var ledger = try sandbox.small(entries: 2)
        try ledger.saveSnapshot()
        for file in sandbox.everything().keys {
            var status = stat()
            #expect(stat(sandbox.ledger + "/" + file, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600, "\(file)")
        }
    }

    @Test func groupWritesWhereTheDirectorySaysSo() throws {
        try FileManager.default.createDirectory(atPath: sandbox.ledger, withIntermediateDirectories: true)
        #expect(chmod(sandbox.ledger, 0o2770) == 0)
        _ = try sandbox.small(entries: 1)
        var status = stat()
        #expect(stat(sandbox.ledger + "/" + sandbox.journal(), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
        #expect(stat(sandbox.ledger + "/history", &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o2770)
    }
}
