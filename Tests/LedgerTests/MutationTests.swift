import Foundation
import StrictJSON
import Testing
import WorkPlan

@testable import Ledger

struct MutationTests {
    private let sandbox = Sandbox()

    /// Lines with a seal that fits, so that what is behind it is reached.
    @Test func mutatedLineIsAnEntryOrSaysWhatIsWrong() throws {
        let plan = try PlanFile.read(Assets.plan, file: "plan")
        let bodies = Changes.all(in: plan).map { change -> [UInt8] in
            var line = JournalLine(
                replica: "abc", sequence: 1, lamport: 1, seen: ["def": 3], previous: EntryHash(of: []),
                hash: EntryHash(of: []),
                entry: Entry(id: "", moment: .epoch, author: "张三", changes: [change], note: "备注"))
            return Array(line.seal().dropLast(Seal.length + 1))
        }
        let seal = EntryHash(of: [])
        let small = SmallPlan.plan
        var random = SplitMix(11)
        var sound = 0
        for _ in 0..<Long.count(20_000, long: 1_000_000) {
            var body = bodies[Int.random(in: bodies.indices, using: &random)]
            for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&body, using: &random) }
            // As if the seal fitted: it is not what is tested here, and takes most of the time.
            let bytes = body + [UInt8(ascii: "}")]
            guard let top = try? JSONDocument(bytes, file: "x", limits: JournalLine.limits).root.object(),
                let line = try? JournalLine(top, seal)
            else { continue }
            sound += 1
            var fold = Fold(base: small, hash: "", tracksConflicts: true)
            _ = fold.add(line)
            // Whatever was folded can be written down and read again.
            if sound.isMultiple(of: 50) {
                _ = try PlanFile.read(PlanFile.write(plan.applying(line.entry.changes).plan), file: "x")
            }
        }
        #expect(sound > 0)
    }

    private func mutate(_ body: inout [UInt8], using random: inout SplitMix) {
        guard !body.isEmpty else { return }
        let place = Int.random(in: body.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random)
        case 1: body[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: body.remove(at: place)
        case 3: body.insert(body[Int.random(in: body.indices, using: &random)], at: place)
        case 4:
            if let digit = body.indices.filter({ (48...57).contains(body[$0]) }).randomElement(using: &random) {
                body.replaceSubrange(
                    digit...digit,
                    with: Array(
                        ["-1", "0", "99999999999999999999", "1e308", "null", "9007199254740993"].randomElement(
                            using: &random)?.utf8 ?? "".utf8))
            }
        default:
            let end = min(body.count, place + Int.random(in: 1...30, using: &random))
            body.removeSubrange(place..<end)
        }
    }

    @Test func bombsAreRefused() throws {
        var made = try sandbox.small(entries: 3)
        try made.saveSnapshot()
        let bombs: [[UInt8]] = [
            [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000),
            Array(String(repeating: "{\"a\":", count: 100_000).utf8),
            [UInt8](repeating: 0, count: 4096), Array("null".utf8), [], [0xEF, 0xBB, 0xBF],
            Array("{\"format\":\"lianxi-plan\",\"format\":\"lianxi-plan\"}".utf8),
            [UInt8(ascii: "\"")] + [UInt8](repeating: 97, count: 4 << 20),
        ]
        for file in sandbox.everything().keys {
            let whole = sandbox.bytes(file)
            for bomb in bombs {
                try sandbox.write(bomb, to: file)
                _ = try? Ledger.open(at: sandbox.ledger, seed: nil, author: "", readOnly: true)
                _ = try? Ledger.check(at: sandbox.ledger)
                #expect(sandbox.bytes(file) == bomb)
            }
            try sandbox.write(whole, to: file)
        }
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    /// Replayed from the base, the journals give the very bytes of the snapshot that grew with them.
    @Test func replayGivesTheSnapshotByteForByte() throws {
        for run in 0..<Long.count(15, long: 1000) {
            let sandbox = Sandbox()
            var random = SplitMix(UInt64(run) + 100)
            var ledger = try sandbox.small()
            for _ in 0..<Int.random(in: 1...25, using: &random) {
                switch Int.random(in: 0..<8, using: &random) {
                case 0: try ledger.saveSnapshot()
                case 1: ledger = try sandbox.small()
                default: _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)])
                }
            }
            try ledger.saveSnapshot()
            let grown = sandbox.bytes(PlanFile.snapshotName)
            for file in [PlanFile.snapshotName, Snapshot.imageFile] { sandbox.remove(file) }
            var replayed = try sandbox.small()
            try replayed.saveSnapshot()
            let isSame = sandbox.bytes(PlanFile.snapshotName) == grown
            #expect(isSame, "run \(run)")
        }
    }
}
