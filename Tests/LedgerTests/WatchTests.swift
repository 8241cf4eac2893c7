import Foundation
import Testing
import WorkPlan

@testable import Ledger

struct WatchTests {
    private let sandbox = Sandbox()

    @Test func anothersEntryWakesWhoWaits() throws {
        var mine = try sandbox.small()
        var watch = LedgerWatch(mine)
        defer { watch.close() }
        let descriptor = try #require(watch.descriptor)
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&waiting, 1, 0) == 0)
        var other = try sandbox.small("李四")
        try other.commit([.weight("row-1", Edit(was: 1, becomes: 2))])
        #expect(poll(&waiting, 1, 5000) == 1)
        watch.drain()
        #expect(try mine.refresh().map(\.author) == ["李四"])
        #expect(mine.plan.print == other.plan.print)
        #expect(poll(&waiting, 1, 0) == 0)
        #expect(try mine.refresh() == [])
    }

    @Test(arguments: [false, true])
    func folderThatWasReplacedIsWatchedAgain(_ isMoved: Bool) throws {
        var mine = try sandbox.small()
        try mine.commit([.weight("row-1", Edit(was: 1, becomes: 2))])
        var watch = LedgerWatch(mine)
        defer { watch.close() }
        let folder = sandbox.ledger + "/history"
        try FileManager.default.copyItem(atPath: folder, toPath: sandbox.path + "/copy")
        if isMoved {
            try FileManager.default.moveItem(atPath: folder, toPath: sandbox.path + "/old")
        } else {
            try FileManager.default.removeItem(atPath: folder)
        }
        watch.drain()
        #expect(watch.interval != nil)
        try FileManager.default.moveItem(atPath: sandbox.path + "/copy", toPath: folder)
        watch.drain()
        #expect(watch.interval == nil)
        try mine.refresh()
        var other = try sandbox.small("李四")
        try other.commit([.weight("row-2", Edit(was: 1, becomes: 2))])
        var waiting = pollfd(fd: try #require(watch.descriptor), events: Int16(POLLIN), revents: 0)
        #expect(poll(&waiting, 1, 5000) == 1)
        #expect(try mine.refresh().map(\.author) == ["李四"])
    }

    @Test func whatACommitCameAcrossIsToldByTheNextRefresh() throws {
        var mine = try sandbox.small()
        var other = try sandbox.small("李四")
        try other.commit([.weight("row-1", Edit(was: 1, becomes: 2))])
        try mine.commit([.weight("row-2", Edit(was: 1, becomes: 3))])
        #expect(try mine.refresh().map(\.author) == ["李四"])
        #expect(try mine.refresh() == [])
    }

    @Test func damagedLinesAtTheEndDoNotHideTheNewestSoundOnes() throws {
        _ = try sandbox.small(entries: 6)
        var bytes = sandbox.bytes(sandbox.journal())
        bytes[bytes.count - 9] ^= 1
        try sandbox.write(bytes, to: sandbox.journal())
        #expect(try sandbox.small().recent(3).count == 3)
    }

    @Test func onlyWhatIsNewIsRead() throws {
        var mine = try sandbox.small(entries: 5)
        var other = try sandbox.small("李四")
        for weight in 20..<25 {
            let was = other.plan.tree.position(of: "row-2").map { other.plan.tree[$0].weight } ?? 0
            try other.commit([.weight("row-2", Edit(was: was, becomes: Double(weight)))])
            #expect(try mine.refresh().count == 1)
            #expect(mine.plan.print == other.plan.print)
        }
    }

    @Test func whoWaitsInVainIsToldWhoHoldsTheLock() throws {
        var ledger = try sandbox.small(entries: 1)
        let directory = try Directory(path: sandbox.ledger)
        let lock = try FileLock.take(directory, author: "李四")
        let error = #expect(throws: LedgerError.self) {
            try ledger.commit([.weight("row-3", Edit(was: weight(ledger), becomes: 71))])
        }
        guard case .locked(let holder?, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(holder.author == "李四")
        #expect(holder.process == Int(getpid()))
        #expect(error?.sentence.contains("李四") == true)
        lock.release()
        try ledger.commit([.weight("row-3", Edit(was: weight(ledger), becomes: 71))])
    }

    @Test func journalThatWentBackIsSaid() throws {
        var ledger = try sandbox.small(entries: 4)
        let lines = sandbox.bytes(sandbox.journal()).split(separator: UInt8(ascii: "\n"))
        try sandbox.write(Array(lines[0]) + [UInt8(ascii: "\n")], to: sandbox.journal())
        #expect(try ledger.refresh() == [])
        #expect(ledger.entryCount == 1)
        #expect(ledger.notices.contains { $0.sentence.contains("少了第 2 至 4 条") })
    }

    @Test func replacedDirectoryIsNotWrittenTo() throws {
        var ledger = try sandbox.small(entries: 1)
        try FileManager.default.moveItem(atPath: sandbox.ledger, toPath: sandbox.path + "/moved")
        _ = try sandbox.small()
        let error = #expect(throws: LedgerError.self) {
            try ledger.commit([.weight("row-3", Edit(was: weight(ledger), becomes: 71))])
        }
        #expect(error?.sentence.contains("已被替换") == true)
    }

    private func weight(_ ledger: Ledger) -> Double {
        ledger.plan.tree.position(of: "row-3").map { ledger.plan.tree[$0].weight } ?? 0
    }
}
