import Ledger
import Testing
import WorkPlan

@testable import Dashboard
@testable import lianxi

/// What the desk keeps of what it has been told about the history.
struct AnswersTests {
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
