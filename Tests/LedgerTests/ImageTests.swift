import Foundation
import Testing
import WorkPlan

@testable import Ledger

/// The binary form of snapshots against the plans it was made from.
struct ImageTests {
    private let sandbox = Sandbox()

    private func image(of plan: Plan) throws -> [UInt8] {
        try FileManager.default.createDirectory(atPath: sandbox.ledger, withIntermediateDirectories: true)
        let directory = try Directory(path: sandbox.ledger)
        try directory.makeCaches()
        _ = try directory.replace("an.image") { (file) throws(Errno) in
            try Snapshot(plan: plan, cover: Cover(base: "")).writeImage(to: file, directory)
        }
        return sandbox.bytes("an.image")
    }

    private func snapshot(_ image: [UInt8]) throws -> Snapshot? {
        try sandbox.write(image, to: "an.image")
        guard case .sound(let snapshot) = try Directory(path: sandbox.ledger).snapshot("an.image") else { return nil }
        return snapshot
    }

    private func plan(_ image: [UInt8]) throws -> Plan? { try snapshot(image)?.plan }

    @Test func publishedPlanComesBackAsItWas() throws {
        let seed = try PlanFile.read(Assets.plan, file: "plan")
        let image = try image(of: seed)
        #expect(try plan(image) == seed)
    }

    /// Whose last items stand further behind their area than there are bytes left.
    @Test func wideTreeComesBackAsItWas() throws {
        var wide = SmallPlan.plan
        wide.tree = ItemTree()
        let area = try wide.tree.append(Item(id: "a", level: .area, title: "领域"), under: nil)
        for number in 0..<3000 {
            try wide.tree.append(Item(id: Identifier("r\(number)"), level: .subtask, title: "事项"), under: area)
        }
        let image = try image(of: wide)
        #expect(try plan(image) == wide)
    }

    @Test func planThatWasWorkedOnComesBackAsItWas() throws {
        for run in 0..<Long.count(10, long: 300) {
            let sandbox = Sandbox()
            var random = SplitMix(UInt64(run) + 7)
            var ledger = try sandbox.small()
            for _ in 0..<60 { _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)]) }
            let image = try image(of: ledger.plan)
            #expect(try plan(image) == ledger.plan, "run \(run)")
        }
    }

    @Test func standingsComeBackAsTheyWere() throws {
        let today = try #require(Day("2024-03-31"))
        var ledger = try sandbox.small(entries: 20)
        ledger.tidy(always: true, standings: Standings(ledger.plan, on: today))
        var known = try #require(try sandbox.small().standings)
        for _ in 0..<2 {
            let anew = Standings(ledger.plan, on: today)
            #expect(known.today == today && known.whole == anew.whole)
            #expect(ledger.plan.tree.positions.allSatisfy { known[$0] == anew[$0] })
            #expect(ledger.plan.tree.positions.allSatisfy { known.openDeadline(of: $0) == anew.openDeadline(of: $0) })
            // Of an earlier plan they are as good.
            ledger = try sandbox.small(entries: 22)
            known = Standings(ledger.plan, on: today, after: known)
        }
        // And of an earlier day.
        known = try #require(try sandbox.small().standings)
        for later in stride(from: 1, to: 1000, by: 7).map({ today.adding(days: $0) }) {
            known = Standings(ledger.plan, on: later, after: known)
            #expect(known.whole == Standings(ledger.plan, on: later).whole, "\(later)")
        }
    }

    /// Whoever walks through the history looks at one image after the other, and may have a thousand files open.
    @Test func plansThatAreGoneLeaveNoFileOpen() throws {
        var ledger = try sandbox.small(entries: 30)
        ledger.tidy(always: true)
        for _ in 0..<3 {
            let opened = try sandbox.small()
            #expect(opened.hasImage && opened.plan.tree.items.allSatisfy { $0.reports == $0.extras?.reports ?? [] })
        }
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
        }
        #expect(!open.contains { $0.contains(sandbox.ledger) && $0.contains(".image") })
    }

    /// Somebody else's file, with a seal that fits.
    @Test func standingsThatWereMadeUpStopNothing() throws {
        let today = try #require(Day("2024-03-31"))
        var ledger = try sandbox.small(entries: 20)
        ledger.tidy(always: true, standings: Standings(ledger.plan, on: today))
        let file = URL(fileURLWithPath: sandbox.ledger + "/.local/cache/standings.image")
        let whole = [UInt8](try Data(contentsOf: file))
        var random = SplitMix(5)
        var believed = 0
        for _ in 0..<Long.count(300, long: 20_000) {
            var front = Array(whole[Image.frontStart...])
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                // Behind the seal of the image and the day.
                let place = Int.random(in: 11..<front.count, using: &random)
                front[place] = UInt8.random(in: 0...255, using: &random)
            }
            try Data(Image.file(front)).write(to: file)
            guard let known = try sandbox.small().standings else { continue }
            believed += 1
            let later = Standings(ledger.plan, on: today.adding(days: 1), after: known)
            for position in known.plan.tree.positions {
                _ = (known[position], later[position], known.openDeadline(of: position))
            }
        }
        #expect(believed > 0)
    }

    /// As by a copy of an old backup over all files of a ledger that is open.
    @Test func imageThatIsOverwrittenUnderAnOpenLedgerIsMissedByNobody() throws {
        var ledger = try sandbox.small(entries: 30)
        ledger.tidy(always: true)
        let opened = try sandbox.small()
        #expect(opened.hasImage)
        let file = try #require(FileHandle(forWritingAtPath: "\(sandbox.ledger)/\(Snapshot.imageFile)"))
        try file.truncate(atOffset: 100)
        #expect(opened.plan == ledger.plan)
    }

    /// What an image looks like is written down here: whoever changes it raises `Image.layout`, and then this hash.
    @Test func layoutIsTheOneThatWasWrittenDown() throws {
        let seed = try PlanFile.read(Assets.plan, file: "plan")
        #expect(Image.layout == 10)
        let image = try image(of: seed)
        #expect(EntryHash(of: image).description == "iVeD-T_KcCi5L27w4bhwlg")
    }

    @Test func whatIsNoImageEndsInNothing() throws {
        let whole = try image(of: SmallPlan.plan)
        for end in whole.indices { #expect(try plan(Array(whole[..<end])) == nil) }
        #expect(try plan(whole + [0]) == nil)
        // A front that ends behind all that can be counted, or before it begins.
        for high in [UInt8(0x7F), 0xFF] {
            var bytes = whole
            bytes.replaceSubrange(24..<32, with: Array(repeating: 0xFF, count: 7) + [high])
            #expect(try plan(bytes) == nil)
        }
        var random = SplitMix(11)
        for _ in 0..<Long.count(3000, long: 300_000) {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            #expect(try bytes == whole || plan(bytes) == nil)
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
        let whole = sandbox.bytes(Snapshot.imageFile)
        for layout: [UInt8] in [[3, 0, 0, 0], [11, 11, 11, 11]] {
            try sandbox.write(whole[..<12] + layout + whole[16...], to: Snapshot.imageFile)
            let passed = try sandbox.small()
            #expect(!passed.hasImage && passed.plan == ledger.plan && passed.notices.isEmpty)
            #expect(try Ledger.check(at: sandbox.ledger).isSound)
            #expect(try Ledger.repair(at: sandbox.ledger, author: "张三").isEmpty)
        }
        // A damaged one is not taken for another program's.
        for bit in 0..<32 {
            var damaged = whole
            damaged[12 + bit / 8] ^= 1 << UInt8(bit % 8)
            try sandbox.write(damaged, to: Snapshot.imageFile)
            #expect(try !Ledger.check(at: sandbox.ledger).isSound, "bit \(bit)")
        }
    }

    @Test func lengthBeyondAnyFileIsNone() {
        let long = Array(repeating: UInt8(0xFF), count: 9) + [0x01]
        long.withUnsafeBytes { bytes in
            var reader = ImageReader(bytes)
            #expect(reader.length() == nil && !reader.isComplete)
        }
    }

    /// They are read when somebody asks for them: then what the journals say is taken instead.
    @Test func damagedExtrasAreFoundAndMissedByNobody() throws {
        var ledger = try sandbox.small(entries: 30)
        ledger.tidy(always: true)
        var bytes = sandbox.bytes(Snapshot.imageFile)
        bytes[bytes.count - 5] ^= 4
        try sandbox.write(bytes, to: Snapshot.imageFile)
        let opened = try sandbox.small()
        #expect(opened.hasImage && opened.plan == ledger.plan)
        #expect(try !Ledger.check(at: sandbox.ledger).isSound)
        #expect(try Ledger.repair(at: sandbox.ledger, author: "张三").map(\.file) == [Snapshot.imageFile])
    }

    @Test func damagedImageIsToldAndMovedAway() throws {
        var ledger = try sandbox.small(entries: 3)
        ledger.tidy(always: true)
        var bytes = sandbox.bytes(Snapshot.imageFile)
        bytes[Image.frontStart + 100] ^= 4
        try sandbox.write(bytes, to: Snapshot.imageFile)
        let opened = try sandbox.small()
        #expect(opened.plan == ledger.plan && !opened.hasImage)
        #expect(opened.notices.map(\.level) == [.information])
        #expect(try !Ledger.check(at: sandbox.ledger).isSound)
        #expect(try Ledger.repair(at: sandbox.ledger, author: "张三").map(\.file) == [Snapshot.imageFile])
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }
}
