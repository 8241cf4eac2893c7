import Ledger
import Testing
import WorkPlan

@testable import Dashboard
@testable import lianxi

/// How much the desk keeps of what it was asked to show.
struct KeepingTests {
    @Test func walkThroughTheHistoryLeavesFewBehind() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>" + String(repeating: "+-", count: 15))
        // Each item's page asks for its edits.
        for number in 1...20 {
            try desk.press("2/\(number)<enter><enter>")
            #expect(desk.app.answers.count <= 8)
            try desk.press("<esc>")
        }
        // What is to be seen stays when others are let go of.
        try desk.press("7")
        #expect(desk.screen.contains("进度"))
    }

    @Test func walkFromLinkToLinkLeavesFewPagesBehind() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter><enter>")
        for _ in 0..<40 {
            let before = desk.lines[2]
            try desk.press("<enter>")
            #expect(desk.lines[2] != before)
        }
        #expect(desk.app.stacks[desk.app.tab].count == 32)
        for _ in 0..<31 { try desk.press("<esc>") }
        #expect(desk.app.stacks[desk.app.tab].count == 1)
    }

    @Test func longerListTakesThePlaceOfTheShorterOnes() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>+7]]]")
        let lists = desk.app.answers.keys.filter { $0.isHistory(as: .history(HistoryFilter(), limit: 0)) }
        #expect(lists == [.history(HistoryFilter(), limit: 800)])
    }

    @Test func entryThatIsOpenIsStillShownWhenSomebodyElseEdits() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>e45<c-s>7<enter>")
        #expect(desk.screen.contains("一次修改") && desk.screen.contains("张三"))
        let before = desk.lines.dropFirst(2).prefix(8)
        var other = try Desk(directory: desk.directory, author: "李四")
        try other.press("2/16<enter>e30<c-s>")
        try desk.hear()
        #expect(desk.lines.dropFirst(2).prefix(8) == before)
        // Opened without the list it stands in, it is looked for by itself.
        let newest = try desk.clerk.source.ledger.history().entries(0..<1)
        let id = try #require(newest.first?.id)
        guard case .history(let found, false) = try desk.clerk.answer(.entry(id)) else {
            Issue.record("no entry")
            return
        }
        #expect(found.map(\.id) == [id])
        guard case .failure = try desk.clerk.answer(.entry("none")) else {
            Issue.record("an entry that is not there")
            return
        }
    }
}
