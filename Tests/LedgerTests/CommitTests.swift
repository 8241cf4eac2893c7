import Foundation
import Testing
import WorkPlan

@testable import Ledger

struct CommitTests {
    private let sandbox = Sandbox()

    @Test func whatWasCommittedIsThereAfterwards() throws {
        var ledger = try sandbox.open()
        for change in Changes.all(in: ledger.plan) { try ledger.commit([change], note: "备注") }
        let plan = ledger.plan
        #expect(try sandbox.open().plan.print == plan.print)
        #expect(try sandbox.open().entryCount == Changes.all(in: plan).count)
        try ledger.saveSnapshot()
        let again = try sandbox.open()
        #expect(again.plan.print == plan.print)
        #expect(again.unsaved == 0)
        #expect(again.notices.isEmpty)
        let check = try Ledger.check(at: sandbox.ledger)
        #expect(check.findings == [])
        #expect(check.plan.print == plan.print)
    }

    @Test(
        "What could not be read again is not written",
        arguments: [("\0", 1), ("\0", 5000), ("长", 30_000), ("\"", 32_769)])
    func unreadable(_ character: String, _ count: Int) throws {
        var ledger = try sandbox.open()
        try ledger.commit([progress(nil, 45)])
        let before = sandbox.bytes(sandbox.journal())
        let error = #expect(throws: LedgerError.self) {
            try ledger.commit([progress(45, 60)], note: String(repeating: character, count: count))
        }
        guard case .tooLarge? = error else { Issue.record("\(error as Any)"); return }
        #expect(sandbox.bytes(sandbox.journal()) == before)
        // What is just short enough is written and read.
        try ledger.commit([progress(45, 60)], note: String(repeating: "\"", count: 32_768))
        #expect(try sandbox.open().plan.print == ledger.plan.print)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    @Test func secondOfTwoIsToldWhatTheFirstDid() throws {
        var first = try sandbox.open("张三")
        var second = try sandbox.open("李四")
        try first.commit([progress(nil, 45)])
        let error = #expect(throws: LedgerError.self) { try second.commit([progress(nil, 60)]) }
        guard case .outdated(let mismatches, let meanwhile, _)? = error else { Issue.record("\(error as Any)"); return }
        #expect(mismatches.map(\.reason) == [.differs(progress(45, 60))])
        #expect(meanwhile.map(\.author) == ["张三"])
        #expect(error?.sentence.contains("张三") == true)
        #expect(second.plan.print == first.plan.print)
        try second.commit([progress(45, 60)])
        #expect(try first.refresh().map(\.author) == ["李四"])
        #expect(first.plan.print == second.plan.print)
    }

    @Test func recentEntriesAreReadFromTheEnd() throws {
        var ledger = try sandbox.open()
        for percent in 1...50 { try ledger.commit([progress(percent == 1 ? nil : percent - 1, percent)]) }
        let recent = try ledger.recent(7)
        #expect(recent.map(\.changes) == (44...50).reversed().map { [progress($0 - 1, $0)] })
        #expect(try ledger.recent(1000).count == 50)
    }

    @Test func historyAnswersThePlanAtAnyPoint() throws {
        var ledger = try sandbox.open()
        var plans = [ledger.plan]
        for percent in 1...40 {
            let moment = try #require(Moment("2024-03-\(10 + percent / 4)T10:00:00+08:00"))
            try ledger.commit([progress(percent == 1 ? nil : percent - 1, percent)], at: moment)
            plans.append(ledger.plan)
        }
        let history = try ledger.history()
        #expect(history.count == 40)
        for number in [0, 1, 17, 40] { #expect(try history.plan(before: number).print == plans[number].print) }
        #expect(try history.plan(on: Day(year: 2024, month: 3, day: 12) ?? Day(number: 0)).print == plans[11].print)
        #expect(try history.entries(3..<5).map(\.changes) == [[progress(3, 4)], [progress(4, 5)]])
        let id = try #require(try ledger.recent(1).first?.id)
        #expect(try history.number(of: String(id.text.prefix(8))) == 39)
    }

    @Test func undoIsAnEntryThatTakesAnotherBack() throws {
        var ledger = try sandbox.open()
        let before = ledger.plan
        let entry = try ledger.commit([progress(nil, 30)])
        try ledger.commit(entry.inverse, undoes: entry.id)
        #expect(ledger.plan.print == before.print)
        #expect(try sandbox.open().recent(1).first?.undoes == entry.id)
    }

    @Test func halfWrittenFilesOfOthersGoOnlyWhenTheyAreOld() throws {
        var ledger = try sandbox.small(entries: 1)
        for (name, age) in [("old", 90_000.0), ("new", 600)] {
            let file = ".local/tmp/\(name)"
            try sandbox.write([1], to: file)
            let written = Date(timeIntervalSinceNow: -age)
            try FileManager.default.setAttributes(
                [.modificationDate: written], ofItemAtPath: "\(sandbox.ledger)/\(file)")
        }
        try ledger.saveSnapshot()
        #expect(sandbox.files(".local/tmp") == ["new"])
    }

    @Test func readOnlyMakesNothing() throws {
        var ledger = try sandbox.open(readOnly: true)
        #expect(ledger.isNew)
        #expect(ledger.plan.counts.subtasks == 30)
        #expect(sandbox.everything().isEmpty)
        #expect(throws: LedgerError.readOnly(.asked)) { try ledger.commit([progress(nil, 1)]) }
        #expect(throws: LedgerError.notFound(directory: sandbox.ledger)) {
            try Ledger.open(at: sandbox.ledger, seed: nil, author: "", readOnly: true)
        }
    }

    @Test func foreignDirectoryIsLeftAlone() throws {
        try sandbox.write(Array("x".utf8), to: "letter.txt")
        let before = sandbox.everything()
        #expect(throws: LedgerError.notALedger(directory: sandbox.ledger)) { try sandbox.open() }
        #expect(sandbox.everything().keys.sorted() == before.keys.sorted())
    }

    private func progress(_ was: Int?, _ becomes: Int) -> Change {
        .progress(
            "row-15", unit: nil, day: Changes.day,
            Edit(was: was.map { .underway(percent: Double($0)) }, becomes: .underway(percent: Double(becomes))))
    }
}
