import Foundation
import Testing
import WorkPlan

@testable import Ledger

struct DamageTests {
    private let sandbox = Sandbox()

    /// The journal cut, or zeroed, at every byte of its last line.
    @Test(arguments: [false, true])
    func tornTailCostsNothingBeforeIt(_ isZeroed: Bool) throws {
        let before = try sandbox.small(entries: 3)
        let kept = sandbox.bytes(sandbox.journal()).count
        var ledger = before
        try ledger.commit([.weight("row-1", Edit(was: weight(ledger), becomes: 77))])
        let path = sandbox.journal()
        let whole = sandbox.bytes(path)
        for cut in kept..<whole.count {
            let torn = Array(whole[..<cut]) + (isZeroed ? [UInt8](repeating: 0, count: whole.count - cut) : [])
            try sandbox.write(torn, to: path)
            var opened = try sandbox.small()
            #expect(opened.entryCount == 3)
            #expect(opened.plan.print == before.plan.print)
            try opened.commit([.weight("row-1", Edit(was: weight(opened), becomes: 5))])
            #expect(sandbox.files(Quarantine.folder).count == (cut == kept && !isZeroed ? 0 : 1))
            let moved = sandbox.files(Quarantine.folder).first.map { sandbox.bytes("\(Quarantine.folder)/\($0)") }
            #expect(moved ?? [] == Array(torn[kept...]))
            #expect(try sandbox.small().entryCount == 4)
            #expect(sandbox.bytes(path).starts(with: whole[..<kept]))
            for name in sandbox.files(Quarantine.folder) { sandbox.remove("\(Quarantine.folder)/\(name)") }
        }
    }

    @Test func zeroedSectorInTheLastLineIsTakenForTorn() throws {
        var ledger = try sandbox.small(entries: 3)
        let kept = sandbox.bytes(sandbox.journal()).count
        try ledger.commit([.weight("row-1", Edit(was: weight(ledger), becomes: 77))])
        var bytes = sandbox.bytes(sandbox.journal())
        bytes.replaceSubrange(kept + 20..<kept + 60, with: repeatElement(0, count: 40))
        try sandbox.write(bytes, to: sandbox.journal())
        var opened = try sandbox.small()
        #expect(opened.entryCount == 3)
        try opened.commit([.weight("row-1", Edit(was: weight(opened), becomes: 5))])
        #expect(sandbox.files("history").count == 1)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    @Test func soundLinesAroundAZeroedLineFeedAreNotTakenForTorn() throws {
        var ledger = try sandbox.small(entries: 3)
        let kept = sandbox.bytes(sandbox.journal()).count
        try ledger.commit([.weight("row-1", Edit(was: weight(ledger), becomes: 77))])
        var bytes = sandbox.bytes(sandbox.journal())
        bytes[kept - 1] = 0
        let path = sandbox.journal()
        try sandbox.write(bytes, to: path)
        var opened = try sandbox.small()
        #expect(opened.entryCount == 4)
        #expect(opened.plan.print == ledger.plan.print)
        try opened.commit([.weight("row-1", Edit(was: 77, becomes: 5))])
        #expect(sandbox.bytes(path) == bytes)
        #expect(try sandbox.small().entryCount == 5)
        _ = try Ledger.repair(at: sandbox.ledger, author: "张三")
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
        #expect(try sandbox.small().entryCount == 5)
    }

    /// A line that ends is never dropped in silence, and nothing is written behind it.
    @Test func damagedLineIsSkippedNamedAndLeftAlone() throws {
        _ = try sandbox.small(entries: 10)
        let path = sandbox.journal()
        var bytes = sandbox.bytes(path)
        bytes[bytes.count / 2] ^= 1
        try sandbox.write(bytes, to: path)
        var opened = try sandbox.small()
        #expect(opened.entryCount == 9)
        #expect(opened.notices.contains { $0.sentence.contains("损坏") })
        try opened.commit([.weight("row-1", Edit(was: weight(opened), becomes: 5))])
        #expect(sandbox.bytes(path) == bytes)
        #expect(sandbox.files("history").count == 2)
        let check = try Ledger.check(at: sandbox.ledger)
        #expect(!check.isSound)
        #expect(check.findings.contains { $0.file == path && $0.line != nil })
        let moves = try Ledger.repair(at: sandbox.ledger, author: "张三")
        #expect(moves.map(\.lines) == [1])
        #expect(try sandbox.small().entryCount == 10)
    }

    /// One bit in some bytes of every file; the long test takes them all.
    @Test func flippedBitIsNoticedAndCostsOneEntryAtMost() throws {
        var ledger = try sandbox.small(entries: 100)
        try ledger.saveSnapshot()
        let files = sandbox.everything().filter { $0.key != ".local/lock" }
        var random = SplitMix(7)
        for (file, whole) in files {
            for place in stride(from: Int.random(in: 0..<50, using: &random), to: whole.count, by: 211) {
                var bytes = whole
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                try sandbox.write(bytes, to: file)
                let check = try? Ledger.check(at: sandbox.ledger)
                #expect(check?.isSound != true, "\(file) \(place)")
                let opened = try Ledger.open(
                    at: sandbox.ledger, seed: Seed(SmallPlan.bytes), author: "", readOnly: true)
                #expect(opened.entryCount >= 99, "\(file) \(place)")
                #expect(sandbox.bytes(file) == bytes)
            }
            try sandbox.write(whole, to: file)
        }
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    @Test func bothLinesAroundADamagedLineFeedAreFound() throws {
        _ = try sandbox.small(entries: 5)
        let path = sandbox.journal()
        let whole = sandbox.bytes(path)
        for place in whole.indices where whole[place] == UInt8(ascii: "\n") && place < whole.count - 1 {
            for bit in 0..<8 {
                var bytes = whole
                bytes[place] ^= 1 << bit
                try sandbox.write(bytes, to: path)
                #expect(try sandbox.small().entryCount == 5)
            }
        }
    }

    @Test func conflictMarkersAreReadAround() throws {
        _ = try sandbox.small(entries: 4)
        let path = sandbox.journal()
        let lines = String(decoding: sandbox.bytes(path), as: UTF8.self).split(separator: "\n").map(String.init)
        let text =
            [lines[0], "<<<<<<< HEAD", lines[1], "=======", lines[2], ">>>>>>> other", lines[3]].joined(separator: "\n")
            + "\n"
        try sandbox.write(Array(text.utf8), to: path)
        #expect(try sandbox.small().entryCount == 4)
        #expect(try Ledger.check(at: sandbox.ledger).findings.count { $0.words.contains("冲突标记") } == 3)
    }

    @Test func orderAndRepetitionOfLinesDoNotMatter() throws {
        let plan = try sandbox.small(entries: 12).plan
        let path = sandbox.journal()
        let lines = sandbox.bytes(path).split(separator: UInt8(ascii: "\n"))
        var random = SplitMix(3)
        for _ in 0..<10 {
            let mixed = (lines + [lines[2], lines[7]]).shuffled(using: &random)
            try sandbox.write(Array(mixed.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")], to: path)
            let opened = try sandbox.small()
            #expect(opened.entryCount == 12)
            #expect(opened.plan.print == plan.print)
            #expect(try opened.history().entries(0..<12).count == 12)
        }
    }

    @Test func copiedDirectoryTakesANameOfItsOwn() throws {
        let first = try sandbox.small(entries: 3)
        let copy = sandbox.path + "/copy"
        try FileManager.default.copyItem(atPath: sandbox.ledger, toPath: copy)
        var other = try sandbox.small(at: copy)
        try other.commit([.weight("row-1", Edit(was: weight(first), becomes: 9))])
        #expect(sandbox.files("history", at: copy).count == 2)
        #expect(try Ledger.check(at: copy).isSound)
    }

    @Test func missingLinesAreSaid() throws {
        _ = try sandbox.small(entries: 6)
        let path = sandbox.journal()
        let lines = sandbox.bytes(path).split(separator: UInt8(ascii: "\n"))
        let rest = [lines[0], lines[1], lines[4], lines[5]]
        try sandbox.write(Array(rest.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")], to: path)
        #expect(try sandbox.small().notices.contains { $0.sentence.contains("接不上") })
        #expect(try Ledger.check(at: sandbox.ledger).findings.contains { $0.words == "缺第 3 至 4 条" })
    }

    private func weight(_ ledger: Ledger) -> Double {
        ledger.plan.tree.position(of: "row-1").map { ledger.plan.tree[$0].weight } ?? 0
    }
}
