import Testing
import WorkPlan

@testable import Ledger

/// The quick ways into a history against a replay of every line in order.
struct HistoryTests {
    private let sandbox = Sandbox()

    /// In the eighth somebody takes back a removal, and an edit has brought the item back already.
    @Test(arguments: Set([8] + Array(1...Long.count(3, long: 100))))
    func everyPointAndDayIsThatOfTheFullReplay(_ seed: Int) throws {
        var random = SplitMix(UInt64(seed))
        var offices = try Offices(sandbox, count: seed % 3 + 1)
        for _ in 0..<12 {
            for place in offices.places { try offices.work(place, using: &random) }
            try offices.exchange(using: &random)
        }
        var ledger = try offices.open(0)
        ledger.tidy(always: true)
        try expectTruth(ledger, "seed \(seed), after a tidy")
        try expectTruth(try offices.open(0), "seed \(seed), opened anew")
        #expect(sandbox.files(".local/cache").contains("index.json"))
        #expect(sandbox.files(".local/cache").count > 2)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
        // What came late, perhaps from before the checkpoints.
        try offices.exchangeAll()
        try expectTruth(try offices.open(0), "seed \(seed), after an exchange")
        ledger = try offices.open(0)
        ledger.tidy(always: true)
        try expectTruth(ledger, "seed \(seed), after another tidy")
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    /// What has to be read from the base once need not be read again to look back.
    @Test func readingAHistoryFromTheBaseLeavesCheckpointsOnTheWay() throws {
        let made = try sandbox.small(entries: 1100)
        let halves = try [300, 700].map { try made.past(before: $0).plan }
        let names = ["512.image", "1024.image"]
        // As in a fresh clone.
        sandbox.remove("plan.json")
        sandbox.remove(".local")
        _ = try sandbox.open(readOnly: true)
        #expect(sandbox.files(".local").isEmpty)
        let ledger = try sandbox.small()
        #expect(names.allSatisfy(sandbox.files(".local/cache").contains))
        #expect(try [300, 700].map { try ledger.past(before: $0).plan } == halves)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
        // None behind a line that is damaged: who began there would not know of it.
        let bytes = sandbox.bytes(sandbox.journal())
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines[600][lines[600].startIndex + 20] ^= 1
        try sandbox.write(Array(lines.joined(separator: "\n".utf8)), to: sandbox.journal())
        sandbox.remove(".local/cache")
        #expect(try sandbox.small().notices.contains { $0.sentence.contains("1 行损坏") })
        #expect(sandbox.files(".local/cache") == ["512.image"])
    }

    @Test func cacheThatIsDamagedStaleOrSomebodyElsesIsNotBelieved() throws {
        var random = SplitMix(7)
        var offices = try Offices(sandbox, count: 1)
        for _ in 0..<30 { try offices.work(0, using: &random) }
        let old = cache()
        for _ in 0..<30 { try offices.work(0, using: &random) }
        let new = cache()
        #expect(old.count > 2 && new.count > old.count)
        let other = Sandbox()
        var strangers = try Offices(other, count: 1)
        for _ in 0..<60 { try strangers.work(0, using: &random) }
        for name in new.keys.sorted() {
            let file = ".local/cache/\(name)"
            let bytes = new[name] ?? []
            for damaged in [flipped(bytes), Array(bytes.dropLast(bytes.count / 2)), [], other.bytes(file), old[name]] {
                guard let damaged else { continue }
                try sandbox.write(damaged, to: file)
                try expectTruth(try offices.open(0), "\(name) of \(damaged.count) bytes", every: 23)
            }
            sandbox.remove(file)
            try expectTruth(try offices.open(0), "without \(name)", every: 23)
            try sandbox.write(bytes, to: file)
        }
        // What is broken is made anew.
        for name in new.keys { try sandbox.write(flipped(new[name] ?? []), to: ".local/cache/\(name)") }
        for _ in 0..<10 { try offices.work(0, using: &random) }
        try expectTruth(try offices.open(0), "made anew")
        #expect(sandbox.files(".local/cache").contains("index.json"))
    }

    @Test func journalsOutOfOrderOrDamagedAreReadWhole() throws {
        var random = SplitMix(9)
        var offices = try Offices(sandbox, count: 1)
        for _ in 0..<12 { try offices.work(0, using: &random) }
        let journal = sandbox.journal()
        let bytes = sandbox.bytes(journal)
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
        // As after a union merge by git.
        try sandbox.write(lines.shuffled(using: &random).flatMap { $0 }, to: journal)
        try expectTruth(try offices.open(0), "shuffled")
        var torn = lines
        torn[lines.count / 2][40] ^= 1
        try sandbox.write(torn.flatMap { $0 }, to: journal)
        try expectTruth(try offices.open(0), "with a damaged line")
    }

    @Test func entryIsFoundByTheBeginningOfItsName() throws {
        var random = SplitMix(11)
        var offices = try Offices(sandbox, count: 2)
        for _ in 0..<8 {
            for place in offices.places { try offices.work(place, using: &random) }
        }
        try offices.exchangeAll()
        let ledger = try offices.open(0)
        let history = try ledger.history()
        let names = try history.entries(0..<history.count).map(\.id.text)
        #expect(names.count > 40)
        for (number, name) in names.enumerated() {
            #expect(try history.number(of: name) == number)
            #expect(try history.number(of: String(name.prefix(10))) == number)
            let isOnly = names.count { $0.hasPrefix(name.prefix(1)) } == 1
            #expect(try history.number(of: String(name.prefix(1))) == (isOnly ? number : nil))
        }
        #expect(try history.number(of: "!") == nil)
    }

    @Test func indexMadeOnTheWayIsTheOneMadeAfterwards() throws {
        var random = SplitMix(13)
        let offices = try Offices(sandbox, count: 2)
        for place in offices.places {
            var ledger = try offices.open(place)
            while ledger.entryCount < 300 { _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)]) }
        }
        try offices.exchangeAll()
        for file in sandbox.files(".local/cache") { sandbox.remove(".local/cache/\(file)") }
        sandbox.remove("plan.json")
        let made = try #require(try sandbox.small("office0", at: sandbox.ledger).historyIndex.take())
        var later = HistoryIndex(base: made.base, stride: made.stride)
        #expect(try later.extend(to: made.ends, Directory(path: sandbox.ledger)))
        #expect(made == later && made.marks.count > 2)
    }

    // MARK: Truth

    /// Compares each point and each day with a fold of all lines in order.
    private func expectTruth(_ opened: Ledger, _ words: Comment, every step: Int = 7) throws {
        var ledger = opened
        ledger.strides = Offices.strides
        let lines = try Self.lines(sandbox)
        let history = try ledger.history()
        #expect(history.count == lines.count, words)
        var fold = Fold(base: SmallPlan.plan, hash: "", tracksConflicts: true)
        for number in 0...lines.count {
            if number > 0 { _ = fold.add(lines[number - 1]) }
            guard number % step == 0 || number > lines.count - 3 else { continue }
            let isSame = try history.plan(before: number) == fold.plan
            #expect(isSame, words)
            let past = try ledger.past(before: number)
            #expect(past.plan == fold.plan && past.number == number, words)
        }
        let days = Set(lines.map(\.entry.day)).union([Day(number: 0)]).sorted()
        for day in days.enumerated().filter({ $0.offset % step == 0 }).map(\.element) {
            var fold = Fold(base: SmallPlan.plan, hash: "", tracksConflicts: true)
            for line in lines where line.entry.day <= day { _ = fold.add(line) }
            let state = try history.state(on: day)
            #expect(state.plan == fold.plan && state.number == fold.cover.entries, words)
        }
    }

    /// Every sound line once, in the total order.
    private static func lines(_ sandbox: Sandbox) throws -> [JournalLine] {
        var lines: [JournalLine] = []
        for name in sandbox.files("history") {
            for line in sandbox.bytes("history/\(name)").split(separator: UInt8(ascii: "\n")) {
                if let sound = try? JournalLine(line, file: name, number: 1) { lines.append(sound) }
            }
        }
        lines.sort { $0.order < $1.order }
        return lines.indices.filter { $0 == 0 || lines[$0 - 1].order != lines[$0].order }.map { lines[$0] }
    }

    private func cache() -> [String: [UInt8]] {
        var cache: [String: [UInt8]] = [:]
        for name in sandbox.files(".local/cache") { cache[name] = sandbox.bytes(".local/cache/\(name)") }
        return cache
    }

    private func flipped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if !bytes.isEmpty { bytes[bytes.count / 3] ^= 1 }
        return bytes
    }
}

/// Some offices with a clone each, whose clocks do not agree.
private struct Offices {
    /// Marks and checkpoints so close that a short history has many.
    static let strides = HistoryStrides(marks: 4, checkpoints: 8, bytesPerEntry: 1 << 20)
    private let sandbox: Sandbox
    private var day = 738_000
    let places: Range<Int>

    init(_ sandbox: Sandbox, count: Int) throws {
        self.sandbox = sandbox
        places = 0..<count
        _ = try sandbox.small()
        for place in places.dropFirst() {
            for file in ["store.json", "plan.base.json"] {
                try sandbox.write(sandbox.bytes(file), to: file, at: path(place))
            }
        }
    }

    private func path(_ place: Int) -> String {
        place == 0 ? sandbox.ledger : "\(sandbox.path)/office\(place)"
    }

    func open(_ place: Int) throws -> Ledger {
        var ledger = try sandbox.small("office\(place)", at: path(place))
        ledger.strides = Self.strides
        return ledger
    }

    /// A few entries, some of them taken back; the clock goes forward, and back a little now and then.
    mutating func work(_ place: Int, using random: inout SplitMix) throws {
        var ledger = try open(place)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            day += Int.random(in: 0...2, using: &random)
            let written = Day(number: (day - Int.random(in: 0...8, using: &random) / 7 * 5) % 15_000 + 10_000)
            let moment = try #require(Moment("\(written)T10:00:00+08:00"))
            if Int.random(in: 0..<5, using: &random) == 0, let entry = try ledger.nextUndo() {
                if let reversal = try? ledger.reversal(of: entry) { _ = try? ledger.commit(reversal, at: moment) }
            } else {
                _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)], at: moment)
            }
        }
        ledger.tidy(always: Bool.random(using: &random))
    }

    /// Some office gets what another one has.
    func exchange(using random: inout SplitMix) throws {
        guard let from = places.randomElement(using: &random), let to = places.randomElement(using: &random) else {
            return
        }
        try send(from, to)
    }

    func exchangeAll() throws {
        for from in places { for to in places { try send(from, to) } }
    }

    private func send(_ from: Int, _ to: Int) throws {
        for name in sandbox.files("history", at: path(from)) {
            let file = "history/\(name)"
            let bytes = sandbox.bytes(file, at: path(from))
            guard bytes.count > sandbox.bytes(file, at: path(to)).count else { continue }
            try sandbox.write(bytes, to: file, at: path(to))
        }
    }
}
