import CAssets
import Cells
import Ledger
import Testing
import WorkPlan

@testable import Dashboard

/// Presses keys on a desk and reads the screen as lines of text.
struct Robot {
    private(set) var app: App
    private(set) var effects: [Effect] = []
    private var size: Size

    /// The Jiaxing plan on a day of its implementation phase.
    init(
        _ plan: Plan? = nil, width: Int = 80, height: Int = 24, today: String = "2024-03-31",
        glyphs: GlyphSet = .narrow, recent: [RecentChange] = []
    ) throws {
        size = Size(width: width, height: height)
        let briefing = Briefing(
            plan: try plan ?? Self.jiaxing(), today: try #require(Day(today)), author: "张三", readOnly: nil,
            place: "测试", recent: recent)
        app = App(briefing, size: size, glyphs: glyphs)
    }

    static func jiaxing() throws -> Plan { try published.get() }

    /// Read once: a debug build takes its time over it.
    private static let published = Result {
        let assets = (0..<lianxi_asset_count()).map { lianxi_asset_at($0) }
        let asset = try #require(assets.first { String(cString: $0.path).hasPrefix("Data/") })
        return try PlanFile.read(Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count)), file: "嘉兴")
    }

    /// Presses keys written as `"jj<enter>"`.
    mutating func press(_ notation: String) throws {
        for key in try #require(Key.keys(notation)) { effects += app.handle(.key(key)) }
    }

    mutating func resize(_ width: Int, _ height: Int) {
        size = Size(width: width, height: height)
        effects += app.handle(.resized(size))
    }

    mutating func hear(_ message: Message) { effects += app.handle(message) }

    var frame: Frame { app.draw() }
    var lines: [String] { frame.lines }
    var screen: String { lines.joined(separator: "\n") }
    var keyBar: String { lines.last ?? "" }
    /// The line above the key bar, where notices and prompts stand.
    var notice: String { lines.dropLast().last ?? "" }

    /// The text of the rows on the selected surface.
    var selected: String {
        (0..<frame.size.height).filter { y in frame.row(y).contains { $0.surface == .selected } }
            .map { lines[$0] }.joined(separator: "\n")
    }

    /// The text that is marked as found.
    var marked: [String] {
        (0..<frame.size.height).flatMap { y -> [String] in
            var found: [String] = []
            var run = String.UnicodeScalarView()
            for cell in frame.row(y) where cell.span != .tail {
                if cell.role == .match {
                    run.append(contentsOf: cell.glyph.scalars)
                } else if !run.isEmpty {
                    found.append(String(run))
                    run = String.UnicodeScalarView()
                }
            }
            return found
        }
    }
}
