import Testing
import WorkPlan

@testable import Ledger

/// The binary form of snapshots against the plans it was made from.
struct ImageTests {
    private let sandbox = Sandbox()

    private func image(of plan: Plan) -> [UInt8] {
        var writer = ImageWriter()
        writer.plan(plan)
        return writer.bytes
    }

    private func plan(_ image: [UInt8]) -> Plan? {
        image.withUnsafeBytes { bytes in
            var reader = ImageReader(bytes)
            let plan = reader.plan()
            return reader.isComplete ? plan : nil
        }
    }

    @Test func publishedPlanComesBackAsItWas() throws {
        let seed = try PlanFile.read(Assets.plan, file: "plan")
        #expect(plan(image(of: seed)) == seed)
    }

    /// Whose last items stand further behind their area than there are bytes left.
    @Test func wideTreeComesBackAsItWas() throws {
        var wide = SmallPlan.plan
        wide.tree = ItemTree()
        let area = try wide.tree.append(Item(id: "a", level: .area, title: "领域"), under: nil)
        for number in 0..<3000 {
            try wide.tree.append(Item(id: Identifier("r\(number)"), level: .subtask, title: "事项"), under: area)
        }
        #expect(plan(image(of: wide)) == wide)
    }

    @Test func planThatWasWorkedOnComesBackAsItWas() throws {
        for run in 0..<Long.count(10, long: 300) {
            let sandbox = Sandbox()
            var random = SplitMix(UInt64(run) + 7)
            var ledger = try sandbox.small()
            for _ in 0..<60 { _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)]) }
            #expect(plan(image(of: ledger.plan)) == ledger.plan, "run \(run)")
        }
    }

    /// What an image looks like is written down here: whoever changes it raises `Image.layout`, and then this hash.
    @Test func layoutIsTheOneThatWasWrittenDown() throws {
        let seed = try PlanFile.read(Assets.plan, file: "plan")
        #expect(Image.layout == 2)
        #expect(EntryHash(of: image(of: seed)).description == "Rn3Bk4R_kJeYZpCu7MYwew")
    }

    /// The seal keeps such bytes from being read at all; without it they are refused or give some plan, and nothing traps.
    @Test func whatIsNoImageEndsInNothing() throws {
        let whole = image(of: SmallPlan.plan)
        for end in whole.indices { #expect(plan(Array(whole[..<end])) == nil) }
        #expect(plan(whole + [0]) == nil)
        var random = SplitMix(11)
        for _ in 0..<Long.count(3000, long: 300_000) {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = plan(bytes)
        }
    }

    /// Made when a session ends, used at the next start, and no word is said of one that an older program left.
    @Test func startReadsTheImageAndPassesOverOneOfAnotherLayout() throws {
        var ledger = try sandbox.small()
        #expect(!ledger.hasImage)
        ledger.tidy(always: true)
        #expect(try sandbox.small().hasImage)
        ledger = try sandbox.small(entries: 3)
        ledger.tidy(always: true)
        #expect(try sandbox.small().plan == ledger.plan)
        let opened = try sandbox.small()
        #expect(opened.hasImage && opened.unsaved == 0)
        var other = ImageWriter()
        other.count(Image.layout + 1)
        try sandbox.write(Image.file(other.bytes), to: Snapshot.imageFile)
        let passed = try sandbox.small()
        #expect(!passed.hasImage && passed.plan == ledger.plan && passed.notices.isEmpty)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
        #expect(try Ledger.repair(at: sandbox.ledger, author: "张三").isEmpty)
    }

    @Test func damagedImageIsToldAndMovedAway() throws {
        var ledger = try sandbox.small(entries: 3)
        ledger.tidy(always: true)
        var bytes = sandbox.bytes(Snapshot.imageFile)
        bytes[bytes.count / 2] ^= 4
        try sandbox.write(bytes, to: Snapshot.imageFile)
        let opened = try sandbox.small()
        #expect(opened.plan == ledger.plan && !opened.hasImage)
        #expect(opened.notices.map(\.level) == [.information])
        #expect(try !Ledger.check(at: sandbox.ledger).isSound)
        #expect(try Ledger.repair(at: sandbox.ledger, author: "张三").map(\.file) == [Snapshot.imageFile])
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }
}
