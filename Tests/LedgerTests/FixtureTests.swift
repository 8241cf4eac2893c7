import Testing
import WorkPlan

@testable import Ledger

struct FixtureTests {
    private let sandbox = Sandbox()

    private func lay(_ files: [String: String]) throws {
        for (name, text) in files { try sandbox.write(Array(text.utf8), to: name) }
    }

    @Test func ledgerOfSchema1IsReadAndWritten() throws {
        try lay(Fixtures.schema1)
        var ledger = try Ledger.open(at: sandbox.ledger, seed: nil, author: "王五", readOnly: false)
        #expect(ledger.entryCount == 7)
        let row = try #require(ledger.plan.tree.position(of: "row-1"))
        #expect(ledger.plan.tree[row].status(on: Changes.day) == .underway(percent: 45))
        #expect(ledger.plan.tree[row].status(on: Changes.day, unit: "u1") == .underway(percent: 50))
        #expect(ledger.plan.tree[row].weight == 3)
        #expect(ledger.plan.tree[row].notes.map(\.text) == ["备注"])
        #expect(ledger.plan.counts.milestones == 1)
        #expect(ledger.conflicts.map(\.slot) == [Change.Slot(target: "row-1", field: "weight", element: "")])
        #expect(Set(ledger.conflicts.flatMap(\.sides).map(\.author)) == ["张三", "李四"])
        try ledger.commit([.weight("row-1", Edit(was: 3, becomes: 2.5))])
        #expect(ledger.conflicts.isEmpty)
        try ledger.saveSnapshot()
        let check = try Ledger.check(at: sandbox.ledger)
        #expect(check.findings == [])
        for (name, text) in Fixtures.schema1 { #expect(sandbox.bytes(name) == Array(text.utf8), "\(name)") }
    }

    @Test func newerSchemaIsReadOnlyAndNotTouched() throws {
        try lay(Fixtures.schema2)
        var ledger = try Ledger.open(at: sandbox.ledger, seed: nil, author: "王五", readOnly: false)
        #expect(ledger.readOnly == .newerSchema(2))
        #expect(ledger.notices.contains { $0.sentence.contains("较新程序") })
        #expect(ledger.entryCount == 2)
        let row = try #require(ledger.plan.tree.position(of: "row-1"))
        #expect(ledger.plan.tree[row].weight == 2)
        #expect(throws: LedgerError.readOnly(.newerSchema(2))) {
            try ledger.commit([.weight("row-1", Edit(was: 2, becomes: 1))])
        }
        ledger.tidy(always: true)
        _ = try Ledger.check(at: sandbox.ledger)
        #expect(throws: LedgerError.self) { try Ledger.repair(at: sandbox.ledger, author: "") }
        let after = sandbox.everything()
        #expect(after.keys.sorted() == Fixtures.schema2.keys.sorted())
        for (name, text) in Fixtures.schema2 { #expect(after[name] == Array(text.utf8), "\(name)") }
    }
}
