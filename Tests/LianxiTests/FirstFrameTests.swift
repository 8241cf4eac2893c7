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

    /// Seen by a frame in which a character stands for another one: it comes first, and then what is true.
    @Test func isOnTheScreenBeforeThePlanIsRead() throws {
        try open { terminal, program in
            let file = URL(fileURLWithPath: program.ledger + "/.local/cache/keepsake")
            var body = [UInt8](try Data(contentsOf: file)).dropFirst(Image.frontStart)
            let (old, new) = (Glyph("领"), Glyph("闻"))
            var places = 0
            for place in body.indices.dropLast(8)
            where body[place..<place + 8].elementsEqual(withUnsafeBytes(of: old.bits.littleEndian, Array.init)) {
                body.replaceSubrange(place..<place + 8, with: withUnsafeBytes(of: new.bits.littleEndian, Array.init))
                places += 1
            }
            #expect(places > 0)
            try Data(Image.file(Array(body))).write(to: file)
            let sent = try terminal.record {
                try start(terminal)
                try terminal.see("what is true everywhere") { !$0.contains("闻") }
                try leave(terminal)
            }
            #expect(sent.contains("工作闻域"))
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

    @Test func followsFromTheLedgerTheDayTheAuthorAndTheGlyphs() throws {
        var desk = try Desk()
        defer { desk.clean() }
        let day = try #require(Day(year: 2024, month: 3, day: 31))
        let request = Request(ledger: desk.directory)
        func kept(_ author: String, _ day: Day, _ glyphs: GlyphSet, _ request: Request) -> Frame? {
            FirstFrame(request, (author, true), day, glyphs)?.kept
        }
        let frame = desk.app.draw()
        try #require(FirstFrame(request, ("张三", true), day, .narrow)).keep(frame, with: desk.clerk.source.ledger)
        #expect(kept("张三", day, .narrow, request)?.lines == frame.lines)
        #expect(kept("李四", day, .narrow, request) == nil)
        #expect(kept("张三", day.adding(days: 1), .narrow, request) == nil)
        #expect(kept("张三", day, .wideSafe, request) == nil)
        #expect(kept("张三", day, .narrow, Request(ledger: desk.directory, isReadOnly: true)) == nil)
        try desk.press("2/15<enter>+")
        #expect(kept("张三", day, .narrow, request) == nil)
    }
}
