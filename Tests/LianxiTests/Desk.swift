import Cells
import Dashboard
import Foundation
import Ledger
import Testing
import WorkPlan

@testable import lianxi

/// A desk with a clerk and a ledger on the disk, but without a terminal: types keys and reads the screen.
struct Desk {
    private(set) var app: App
    private(set) var clerk: Clerk
    let directory: String

    init(directory: String? = nil, author: String = "张三", size: Size = Size(width: 100, height: 30)) throws {
        let place =
            directory
            ?? FileManager.default.temporaryDirectory.appending(path: "lianxi-desk-\(UUID().uuidString)").path
        self.directory = place
        let today = try #require(Day(year: 2024, month: 3, day: 31))
        let source = try PlanSource(Request(ledger: place, today: today, author: author), creating: true)
        clerk = Clerk(source, today: today)
        app = App(clerk.brief(), size: size, glyphs: .narrow)
    }

    func clean() { try? FileManager.default.removeItem(atPath: directory) }

    mutating func press(_ notation: String) throws {
        for key in try #require(Key.keys(notation)) { carryOut(app.handle(.key(key))) }
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            for message in clerk.reply(to: effect) { carryOut(app.handle(message)) }
        }
    }

    /// Reads what others committed, as the program does when the directory changes.
    mutating func hear() throws {
        let news = try clerk.source.ledger.refresh()
        clerk.look()
        carryOut(app.handle(.briefed(clerk.brief())))
        if !news.isEmpty { carryOut(app.handle(.heard(news))) }
    }

    var plan: Plan { clerk.source.plan }
    var lines: [String] { app.draw().lines }
    var screen: String { lines.joined(separator: "\n") }
    /// The line above the key bar, where notices stand.
    var notice: String { lines.dropLast().last ?? "" }
    var entries: Int { clerk.source.ledger.entryCount }
}
