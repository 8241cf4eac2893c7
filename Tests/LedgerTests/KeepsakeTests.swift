import Testing
import WorkPlan

@testable import Ledger

/// What is kept with a ledger goes by the files it was made of.
struct KeepsakeTests {
    private let sandbox = Sandbox()
    private let content = Array("画面".utf8)

    private var found: [UInt8]? { Keepsake.find(at: sandbox.ledger).map { Array($0) } }

    private func report(_ percent: Double, in ledger: inout Ledger) throws {
        let change = Change.progress(
            "row-15", unit: nil, day: Changes.day, Edit(was: nil, becomes: .underway(percent: percent)))
        try ledger.commit([ledger.plan.rebasing(change)])
    }

    @Test func isFoundUntilSomebodyWritesToTheLedger() throws {
        var ledger = try sandbox.open()
        #expect(found == nil)
        Keepsake.keep(content, with: ledger)
        #expect(found == content)
        try report(30, in: &ledger)
        #expect(found == nil)
        Keepsake.keep(content, with: ledger)
        #expect(found == content)
        try report(31, in: &ledger)
        #expect(found == nil)
    }

    @Test func isNotKeptByWhoHasNotReadEverything() throws {
        let late = try sandbox.open()
        var other = try sandbox.open("李四")
        try report(30, in: &other)
        Keepsake.keep(content, with: late)
        #expect(found == nil)
        Keepsake.keep(content, with: try sandbox.open(readOnly: true))
        #expect(found == nil)
    }

    /// Of a journal with a damaged line a start has something to say.
    @Test func isNotKeptWithWhatIsDamaged() throws {
        var ledger = try sandbox.open()
        try report(30, in: &ledger)
        try report(40, in: &ledger)
        var bytes = sandbox.bytes(sandbox.journal())
        bytes[bytes.count / 4] ^= 1
        try sandbox.write(bytes, to: sandbox.journal())
        Keepsake.keep(content, with: try sandbox.open())
        #expect(found == nil)
    }

    /// A file that was put back has its size and its bytes, and is another all the same.
    @Test func isOfNoUseForFilesThatWerePutBack() throws {
        var ledger = try sandbox.open()
        try report(30, in: &ledger)
        for file in [sandbox.journal(), StoreFile.name, PlanFile.baseName] {
            Keepsake.keep(content, with: try sandbox.open())
            #expect(found == content)
            try sandbox.write(sandbox.bytes(file), to: file)
            #expect(found == nil, "\(file)")
        }
    }

    @Test func strangersAmongTheJournalsAndDamageToItselfMakeItUseless() throws {
        let ledger = try sandbox.open()
        Keepsake.keep(content, with: ledger)
        try sandbox.write([], to: "history/读我.txt")
        #expect(found == nil)
        Keepsake.keep(content, with: ledger)
        #expect(found == nil)
        sandbox.remove("history/读我.txt")
        #expect(found == content)
        let file = ".local/cache/keepsake"
        let whole = sandbox.bytes(file)
        for end in whole.indices {
            try sandbox.write(Array(whole[..<end]), to: file)
            #expect(found == nil)
        }
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 4
            try sandbox.write(bytes, to: file)
            #expect(found == nil)
        }
    }
}
