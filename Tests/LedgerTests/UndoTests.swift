import Testing
import WorkPlan

@testable import Ledger

struct UndoTests {
    private let sandbox = Sandbox()

    /// A ledger to which several people at one place have added so much.
    private func edited(by authors: [String], entries: Int, seed: UInt64) throws {
        var random = SplitMix(seed)
        var count = try sandbox.small().entryCount
        let end = count + entries
        while count < end {
            var ledger = try sandbox.small(authors.randomElement(using: &random) ?? "")
            _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)])
            count = ledger.entryCount
        }
    }

    @Test(arguments: 1...Long.count(2, long: 100))
    func everythingIsTakenBackAndDoneAgainStepByStep(_ seed: Int) throws {
        try edited(by: ["张三", "李四"], entries: 10, seed: UInt64(seed))
        var random = SplitMix(UInt64(seed))
        var ledger = try sandbox.small("王五")
        #expect(try ledger.nextUndo() == nil)
        var plans = [ledger.plan]
        while plans.count < 25 {
            let count = Int.random(in: 1...3, using: &random)
            var plan = ledger.plan
            var changes: [Change] = []
            for _ in 0..<count {
                let change = Changes.random(in: plan, using: &random)
                if plan.apply(change) == nil { changes.append(change) }
            }
            guard (try? ledger.commit(changes)) != nil else { continue }
            plans.append(ledger.plan)
        }
        // Forth and back from several places, and in between everything is closed and opened.
        var place = plans.count - 1
        for target in [12, 18, 0, 10, plans.count - 1, 0] {
            while place != target {
                let isUndo = place > target
                let entry = try #require(try isUndo ? ledger.nextUndo() : ledger.nextRedo())
                let reversal = try ledger.reversal(of: entry)
                #expect(reversal.overwrites.isEmpty)
                try ledger.commit(reversal)
                place += isUndo ? -1 : 1
                let isSame = ledger.plan == plans[place]
                #expect(isSame)
                if Int.random(in: 0..<5, using: &random) == 0 { ledger = try sandbox.small("王五") }
            }
        }
        #expect(try ledger.nextUndo() == nil)
        #expect(try sandbox.small("张三").nextUndo()?.author == "张三")
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    @Test(arguments: 1...Long.count(3, long: 100))
    func othersInBetweenAreAlwaysNamedAndBackAfterwards(_ seed: Int) throws {
        try edited(by: ["张三", "李四", "王五"], entries: 40, seed: UInt64(seed))
        var ledger = try sandbox.small("王五")
        let before = ledger.plan.print
        var undone = 0
        while let entry = try ledger.nextUndo(), let reversal = try? ledger.reversal(of: entry) {
            #expect(entry.author == "王五")
            for overwrite in reversal.overwrites { #expect(overwrite.by.map { $0.author != "王五" } ?? false) }
            try ledger.commit(reversal)
            undone += 1
        }
        // It ends early only where somebody took away what the next one is about.
        let blocking = try ledger.nextUndo()
        if let blocking {
            let error = #expect(throws: LedgerError.self) { try ledger.reversal(of: blocking) }
            guard case .refused(.missing)? = error else { throw try #require(error) }
        }
        #expect(undone > 3 || blocking != nil)
        for _ in 0..<undone {
            let reversal = try ledger.reversal(of: try #require(try ledger.nextRedo()))
            #expect(reversal.overwrites.isEmpty)
            try ledger.commit(reversal)
        }
        #expect(ledger.plan.print == before)
        #expect(try ledger.nextRedo() == nil)
    }

    @Test func newEditEmptiesWhatCouldBeDoneAgain() throws {
        var ledger = try sandbox.small()
        let first = try ledger.commit([weight(1, 2)])
        let second = try ledger.commit([weight(2, 3)])
        try ledger.commit(try ledger.reversal(of: second))
        #expect(try ledger.nextRedo()?.undoes == second.id)
        // What somebody else edits in the meantime does not.
        var other = try sandbox.small("李四")
        try other.commit([.weight("row-6", Edit(was: 1, becomes: 9))])
        try ledger.refresh()
        #expect(try ledger.nextRedo()?.undoes == second.id)
        #expect(try ledger.nextUndo()?.id == first.id)
        let third = try ledger.commit([weight(2, 4)])
        #expect(try ledger.nextRedo() == nil)
        #expect(try ledger.nextUndo()?.id == third.id)
    }

    @Test func whoChangedTheSameSinceIsNamedAndTheirValueComesBackWithRedo() throws {
        var ledger = try sandbox.small("张三")
        let own = try ledger.commit([weight(1, 2), .weight("row-2", Edit(was: 1, becomes: 5))])
        var other = try sandbox.small("李四")
        try other.commit([weight(2, 7)])
        try other.commit([.weight("row-3", Edit(was: 1, becomes: 8))])
        try ledger.refresh()
        let reversal = try ledger.reversal(of: own)
        #expect(reversal.overwrites.map(\.change) == [weight(7, 1)])
        #expect(reversal.overwrites.first?.by?.author == "李四")
        #expect(reversal.overwrites.first?.by?.changes == [weight(2, 7)])
        try ledger.commit(reversal)
        #expect(weights(ledger) == [1, 1, 8])
        try ledger.commit(try ledger.reversal(of: try #require(try ledger.nextRedo())))
        #expect(weights(ledger) == [7, 5, 8])
    }

    @Test func removalThatWouldTakeAnothersWorkWithItAsksFirst() throws {
        var ledger = try sandbox.small("张三")
        let placed = Changes.milestone("m1", "节点", in: ledger.plan, under: "row-1")
        let own = try ledger.commit([.item("m1", Edit(was: nil, becomes: placed))])
        var other = try sandbox.small("李四")
        try other.commit([.title("m1", Edit(was: "节点", becomes: "改名"))])
        try ledger.refresh()
        let reversal = try ledger.reversal(of: own)
        #expect(reversal.overwrites.map(\.by?.author) == ["李四"])
        let before = ledger.plan.print
        try ledger.commit(reversal)
        #expect(ledger.plan.tree.position(of: "m1") == nil)
        try ledger.commit(try ledger.reversal(of: try #require(try ledger.nextRedo())))
        #expect(ledger.plan.print == before)
    }

    @Test func whatSomebodyTookBackAlreadyCountsAsTakenBack() throws {
        var ledger = try sandbox.small("张三")
        let first = try ledger.commit([weight(1, 2)])
        let second = try ledger.commit([.weight("row-2", Edit(was: 1, becomes: 3))])
        var other = try sandbox.small("李四")
        try other.commit([.weight("row-2", Edit(was: 3, becomes: 1))])
        try ledger.refresh()
        let reversal = try ledger.reversal(of: second)
        #expect(reversal.changes == [])
        try ledger.commit(reversal)
        #expect(try sandbox.small("张三").nextUndo()?.id == first.id)
        #expect(try Ledger.check(at: sandbox.ledger).isSound)
    }

    @Test func linesLongerThanAPieceAreReadBackwards() throws {
        var ledger = try sandbox.small()
        var ids: [Identifier<Entry>] = []
        for place in 0..<12 {
            let text = String(repeating: "长", count: place.isMultiple(of: 3) ? 20_000 : 10)
            let changes = (0..<4).map { part in
                let note = Note(id: Identifier("n\(place)-\(part)"), day: Changes.day, text: text)
                return Change.note("row-1", note.id, Edit(was: nil, becomes: Placed(note, at: 99)))
            }
            ids.append(try ledger.commit(changes).id)
        }
        var found: [Identifier<Entry>] = []
        try ledger.eachBackwards {
            found.append($0.id)
            return true
        }
        #expect(found == ids.reversed())
        for id in ids.reversed() {
            let entry = try #require(try ledger.nextUndo())
            #expect(entry.id == id)
            try ledger.commit(try ledger.reversal(of: entry))
        }
        #expect(ledger.plan.print == SmallPlan.plan.print)
    }

    @Test func anyEarlierValueIsRestored() throws {
        var ledger = try sandbox.small()
        let entry = try ledger.commit([weight(1, 2)])
        try ledger.commit([weight(2, 6)])
        let change = try #require(entry.changes.first)
        #expect(try ledger.plan.rebased(change) == weight(6, 2))
        #expect(try ledger.plan.rebased(change.inverted) == weight(6, 1))
        #expect(try ledger.plan.rebased(weight(9, 6)) == nil)
    }

    private func weight(_ was: Double, _ becomes: Double) -> Change {
        .weight("row-1", Edit(was: was, becomes: becomes))
    }

    private func weights(_ ledger: Ledger) -> [Double] {
        (1...3).compactMap { row in
            ledger.plan.tree.position(of: Identifier("row-\(row)")).map { ledger.plan.tree[$0].weight }
        }
    }
}
