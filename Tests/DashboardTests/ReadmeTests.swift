import Cells
import Foundation
import Testing
import Text

@testable import Dashboard

@Suite struct ReadmeTests {
    /// The table of keys as the README has to hold it.
    static var table: String {
        Pages.listings.map { page in
            let rows = page.commands.map { "| \(keys($0)) | \($0.help.string) |" }
            return (["**\(page.title.string)**", "", "| 键 | 作用 |", "|---|---|"] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func keys(_ command: CommandListing) -> String {
        command.keys.map { "`\($0.label.string.replacing("|", with: "\\|"))`" }.joined(separator: " ")
    }

    /// With `LIANXI_KEY_TABLE=FILE` the table is also written there, to be pasted.
    @Test("The README's table of keys is the one the command tables give")
    func keys() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        if let file = ProcessInfo.processInfo.environment["LIANXI_KEY_TABLE"] {
            try Self.table.write(toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(
            readme.contains(Self.table),
            "LIANXI_KEY_TABLE=FILE swift test --filter ReadmeTests writes the table that README.md should hold")
    }
}
