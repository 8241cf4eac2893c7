import Curses
import Dashboard
import Foundation
import Testing
import WorkPlan

@testable import Cells
@testable import Ledger
@testable import lianxi

/// The frame that is kept for the next start.
@Suite(.serialized) struct FirstFrameTests {
    private static let arguments = "--today 2024-03-31 --author 张三"

    private func open(_ body: (Terminal, Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        let terminal = try Terminal(program, width: 100, height: 30)
        defer { terminal.close() }
        try start(terminal)
        try leave(terminal)
        try body(terminal, program)
    }

    private func start(_ terminal: Terminal) throws {
        try terminal.open(Self.arguments)
        try terminal.see("the overview") { $0.contains("工作领域") && $0.contains("q退出") }
    }

    private func leave(_ terminal: Terminal) throws {
        try terminal.press("q")
        try terminal.see("the prompt") { !$0.contains("工作领域") && Terminal.isAtPrompt($0) }
    }

    /// Seen by a painting in which a character stands for another one: it comes first, and then what is true.
    @Test func isOnTheScreenBeforeThePlanIsRead() throws {
        try open { terminal, program in
            let file = URL(fileURLWithPath: program.ledger + "/.local/cache/keepsake")
            let body = [UInt8](try Data(contentsOf: file)).dropFirst(Image.frontStart)
            let changed = body.split(separator: Array("工作领域".utf8), omittingEmptySubsequences: false)
                .joined(separator: Array("工作闻域".utf8))
            #expect(!changed.elementsEqual(body))
            try Data(Image.file(Array(changed))).write(to: file)
            let sent = try terminal.record {
                try start(terminal)
                try terminal.see("what is true everywhere") { !$0.contains("闻") }
                try leave(terminal)
            }
            #expect(sent.contains("工作闻域"))
        }
    }

    @Test func isNotShownInAWindowOfAnotherSize() throws {
        try open { _, program in
            let other = try Terminal(program, width: 90, height: 30)
            defer { other.close() }
            let sent = try other.record {
                try start(other)
                try leave(other)
            }
            #expect(sent.split(separator: "工作领域").count == 2)
        }
    }

    @Test func isTheOneThatWouldBeDrawnAndThenNotPaintedAgain() throws {
        try open { terminal, _ in
            let sent = try terminal.record {
                try start(terminal)
                try leave(terminal)
            }
            #expect(sent.split(separator: "工作领域").count == 2)
        }
    }

    /// A window that is closed is how many sessions end.
    @Test(arguments: [SIGHUP, SIGTERM])
    func isKeptWhenASignalEndsTheSession(_ signal: Int32) throws {
        try open { terminal, program in
            let file = program.ledger + "/.local/cache/keepsake"
            try FileManager.default.removeItem(atPath: file)
            try start(terminal)
            kill(try terminal.processOfProgram(), signal)
            try terminal.see("the prompt") { !$0.contains("工作领域") && Terminal.isAtPrompt($0) }
            #expect(FileManager.default.fileExists(atPath: file))
        }
    }

    @Test func isNotShownOnceSomebodyHasEdited() throws {
        try open { terminal, program in
            _ = try program.run("set", "15", "progress=45", "--today", "2024-03-31", "--author", "李四")
            let sent = try terminal.record {
                try start(terminal)
                try leave(terminal)
            }
            #expect(sent.contains("45.0%"))
            #expect(sent.split(separator: "工作领域").count == 2)
        }
    }

    @Test func followsFromTheLedgerTheDayTheAuthorAndTheLooks() throws {
        var desk = try Desk()
        defer { desk.clean() }
        let day = try #require(Day(year: 2024, month: 3, day: 31))
        let theme = desk.directory + ".json"
        defer { try? FileManager.default.removeItem(atPath: theme) }
        func save(_ asset: String) throws {
            try Data(try #require(Assets.bytes(asset))).write(to: URL(fileURLWithPath: theme))
        }
        try save("Themes/dark.json")
        let request = Request(ledger: desk.directory, theme: theme)
        func kept(_ author: String, _ day: Day, _ request: Request) -> FirstPainting? {
            FirstFrame(request, (author, true), day)?.kept
        }
        let painting = try #require(FirstPainting(packed: [80, 0, 24, 0, 1, 65]))
        try #require(FirstFrame(request, ("张三", true), day)).keep(painting, with: desk.clerk.source.ledger)
        #expect(kept("张三", day, request) == painting)
        #expect(kept("李四", day, request) == nil)
        #expect(kept("张三", day.adding(days: 1), request) == nil)
        var others = [request, request, request]
        others[0].glyphs = .wideSafe
        others[1].theme = "light"
        others[2].isReadOnly = true
        for other in others { #expect(kept("张三", day, other) == nil) }
        try save("Themes/light.json")
        #expect(kept("张三", day, request) == nil)
        try save("Themes/dark.json")
        #expect(kept("张三", day, request) == painting)
        try desk.press("2/15<enter>+")
        #expect(kept("张三", day, request) == nil)
    }
}
