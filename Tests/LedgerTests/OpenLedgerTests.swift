import Foundation
import Testing
import WorkPlan

@testable import Ledger

/// What a ledger keeps open between two commits, and what it keeps of the plan while it commits.
struct OpenLedgerTests {
    private let sandbox = Sandbox()

    @Test func refusedEntryLeavesThePlanAsItWas() throws {
        var ledger = try sandbox.open()
        let plan = ledger.plan
        for change in Changes.all(in: plan) {
            let before = ledger.plan.print
            // One that holds, the same again, which does not, and one that has no place at all.
            #expect(throws: LedgerError.self) { try ledger.commit([change, change]) }
            #expect(ledger.plan.print == before)
            let nowhere = Change.weight("nowhere", Edit(was: 1, becomes: 2))
            #expect(throws: LedgerError.self) { try ledger.commit([change, nowhere]) }
            #expect(ledger.plan.print == before)
            try ledger.commit([change])
        }
        #expect(try sandbox.open().plan.print == ledger.plan.print)
    }

    @Test func lockFileThatIsGoneIsMadeAnew() throws {
        var first = try sandbox.small()
        try first.commit([weight(first, 41)])
        let directory = try Directory(path: sandbox.ledger)
        let old = directory.status(of: ".local/lock").map { Directory.Identity($0) }
        sandbox.remove(".local")
        var second = try sandbox.small("李四")
        try second.commit([weight(second, 42)])
        try first.refresh()
        try first.commit([weight(first, 43)])
        #expect(directory.status(of: ".local/lock").map { Directory.Identity($0) } != old)
        // Both lock the same file: what one holds the other cannot take.
        let lock = try FileLock(directory)
        try lock.take()
        #expect(throws: LedgerError.self) { try first.commit([weight(first, 44)]) }
        lock.giveUp()
        try first.commit([weight(first, 44)])
        #expect(try sandbox.small().entryCount == 4)
    }

    @Test func journalThatWasReplacedIsWrittenToWhereItLiesNow() throws {
        var ledger = try sandbox.small()
        for value in 41...43 { try ledger.commit([weight(ledger, value)]) }
        let journal = sandbox.journal()
        let bytes = sandbox.bytes(journal)
        // As git does when it checks something out: the old file lives on, without a name.
        try sandbox.write(Array("x".utf8), to: "new")
        try FileManager.default.removeItem(atPath: "\(sandbox.ledger)/\(journal)")
        try sandbox.write(bytes, to: journal)
        sandbox.remove("new")
        try ledger.commit([weight(ledger, 44)])
        #expect(try sandbox.small().entryCount == 4)
        #expect(sandbox.bytes(journal).count > bytes.count)
    }

    @Test func directoryThatWasReplacedIsNotWrittenTo() throws {
        var ledger = try sandbox.small()
        try ledger.commit([weight(ledger, 41)])
        try FileManager.default.moveItem(atPath: sandbox.ledger, toPath: sandbox.path + "/moved")
        let before = sandbox.everything(at: sandbox.path + "/moved")
        #expect(throws: LedgerError.self) { try ledger.commit([weight(ledger, 42)]) }
        _ = try sandbox.small()
        let error = #expect(throws: LedgerError.self) { try ledger.commit([weight(ledger, 42)]) }
        guard case .system(.open, _, ESTALE)? = error else { Issue.record("\(error as Any)"); return }
        #expect(sandbox.everything(at: sandbox.path + "/moved").keys == before.keys)
        #expect(sandbox.files("history").isEmpty)
    }

    @Test func journalThatCameJustAfterTheFolderWasReadIsSeen() throws {
        var ledger = try sandbox.small()
        try ledger.commit([weight(ledger, 41)])
        let bytes = sandbox.bytes(sandbox.journal())
        let entries = ledger.entryCount
        for round in 0..<50 {
            try ledger.refresh()
            let replica = "copy\(round)"
            try sandbox.write(bytes, to: "history/\(replica).jsonl")
            try ledger.refresh()
            #expect(ledger.fold.cover.journals[replica]?.bytes == bytes.count)
        }
        #expect(ledger.entryCount == entries)
    }

    @Test func copiesOfALedgerCommitOneAfterTheOther() async throws {
        let ledger = try sandbox.small()
        await withTaskGroup(of: Int.self) { group in
            for worker in 1...4 {
                group.addTask {
                    var copy = ledger
                    var made = 0
                    while made < 25 {
                        let value = worker * 1000 + made
                        let weight = copy.plan.tree.items.first { $0.id == "row-5" }?.weight ?? 0
                        let change = Change.weight("row-5", Edit(was: weight, becomes: Double(value)))
                        if (try? copy.commit([change])) != nil { made += 1 }
                    }
                    return made
                }
            }
        }
        let again = try sandbox.small()
        #expect(again.entryCount == 100)
        #expect(again.conflicts.isEmpty)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    private func weight(_ ledger: Ledger, _ value: Int) -> Change {
        let was = ledger.plan.tree.items.first { $0.id == "row-5" }?.weight ?? 0
        return .weight("row-5", Edit(was: was, becomes: Double(value)))
    }
}
