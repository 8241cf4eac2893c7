import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

@Suite struct DrawingTests {
    /// The ways to every page.
    static let ways = [
        "", "2", "2G", "?", "2/15<enter><enter>", "2/4<enter><enter>G", "jjj<enter>", "<enter>",
        "2/19<enter><enter>j<enter>", "/专利",
    ]
    static let sizes = [(20, 5), (40, 10), (64, 18), (80, 24), (100, 30), (120, 36), (240, 67)]

    @Test(
        "Every page at every size: no torn wide character, nothing outside, no stray ellipsis in a page's text",
        arguments: sizes)
    func everySize(_ size: (Int, Int)) throws {
        for way in Self.ways {
            for glyphs in [GlyphSet.narrow, .wideSafe] {
                var robot = try Robot(width: size.0, height: size.1, glyphs: glyphs)
                try robot.press(way)
                let frame = robot.frame
                #expect(frame.size == Size(width: size.0, height: size.1))
                for y in 0..<frame.size.height {
                    let row = Array(frame.row(y))
                    for (x, cell) in row.enumerated() {
                        let next = x + 1 < row.count ? row[x + 1].span : nil
                        #expect((cell.span == .wide) == (next == .tail), "\(way) \(size) \(x),\(y)")
                    }
                }
            }
        }
    }

    @Test(
        "On its way the cursor is a bar behind the first words; when it rests, behind the whole row",
        arguments: ["2", "3"])
    func passing(_ page: String) throws {
        var robot = try Robot(width: 120, height: 36)
        try robot.press(page + "jjj")
        var app = robot.app
        func bar() -> String {
            let frame = app.draw()
            let cells = (3..<frame.size.height - 4).flatMap { frame.row($0) }.filter { $0.surface == .selected }
            return String(String.UnicodeScalarView(cells.filter { $0.span != .tail }.flatMap(\.glyph.scalars)))
        }
        _ = app.handle(.key(Key("j")))
        #expect(bar().contains("支持各地争创国家知识产权强县试点") && !bar().contains("试点县") && !bar().contains(" 2 "))
        _ = app.handle(.settled)
        #expect(bar().contains(" 2  支持各地争创国家知识产权强县试点县，鼓励园区争创"))
    }

    @Test("Growing and shrinking the window keeps the selected row in sight")
    func resizing() throws {
        var robot = try Robot(width: 120, height: 36)
        try robot.press("2/23<enter>")
        for (width, height) in [(80, 24), (64, 18), (240, 67), (40, 10), (100, 30)] {
            robot.resize(width, height)
            #expect(robot.selected.contains("23"), "\(width)×\(height)")
        }
        robot.resize(20, 5)
        #expect(robot.screen.contains("窗口太小"))
        robot.resize(80, 24)
        #expect(robot.selected.contains("23"))
    }

    @Test("The wide-safe set draws the program's own marks without a single ambiguous character")
    func wideSafe() throws {
        for way in ["", "2", "?"] {
            var robot = try Robot(width: 100, height: 40, glyphs: .wideSafe)
            try robot.press(way)
            for mark in ["●", "▲", "■", "○", "─", "│", "█", "…", "▾", "▸", "↓", "▼"] {
                #expect(!robot.lines.dropFirst(2).joined().contains(mark), "\(way) \(mark)")
            }
        }
    }

    @Test("The outline at 80×24 tells light by shape and word, and the preview tells why")
    func outline() throws {
        var robot = try Robot(width: 80, height: 24)
        try robot.press("2jjj")
        #expect(robot.lines[0].hasPrefix(" 联席  嘉兴市知识产权强市建设试点城市 2022-2025"))
        #expect(robot.lines[0].hasSuffix("截至 2024-03-31 · 张三"))
        #expect(robot.selected.contains("夯实知识产权强市建设基础"))
        #expect(robot.selected.contains("○灰"))
        #expect(robot.screen.contains("任务一-2"))
        #expect(robot.keyBar.contains("Enter打开"))
    }

    @Test("Progress, lights and counts of a reported plan are on the overview, and add up")
    func reported() throws {
        var plan = try Robot.jiaxing()
        let day = try #require(Day("2024-03-20"))
        for (row, status) in [
            ("row-7", Status.completed(day)), ("row-8", .underway(percent: 90)), ("row-9", .underway(percent: 70)),
            ("row-10", .underway(percent: 20)), ("row-11", .terminated(reason: "并入")),
        ] {
            let position = try #require(plan.tree.position(of: Identifier(row)))
            plan.tree[position].progress = [Progress(day: day, status: status)]
        }
        let robot = try Robot(plan, width: 100, height: 40)
        // 2022-09-01 to 2024-06-30 is 668 days, of which 577 are gone: 86.4% is expected.
        #expect(robot.screen.contains("●绿 2　▲黄 1　■红 1　○灰 25　–无 1"))
        #expect(robot.screen.contains("70.0%（30项中4项有数）"))
    }

    @Test("Titles with escape sequences, controls, bidi overrides and zero-width characters show stand-ins only")
    func hostile() throws {
        var plan = try Robot.jiaxing()
        let hostile = "甲\u{1B}[31m乙\u{9B}2J\u{202E}丙\u{200B}\u{7}\r\n丁\u{E0041}\u{2066}"
        plan.title = hostile
        plan.shortTitle = hostile
        let position = try #require(plan.tree.position(of: "row-1"))
        plan.tree[position].title = hostile
        for way in ["", "2jj", "2jj<enter>", "<enter>"] {
            var robot = try Robot(plan, width: 100, height: 30)
            try robot.press(way)
            for scalar in robot.screen.unicodeScalars where scalar != "\n" {
                #expect(scalar.properties.generalCategory != .control, "\(way)")
                #expect(scalar.properties.generalCategory != .format, "\(way)")
            }
        }
    }

    @Test("Every sentence, unit and note of every row can be read on its page, whole")
    func whole() throws {
        let plan = try Robot.jiaxing()
        for position in plan.tree.items.indices where plan.tree[position].level == .subtask {
            let item = plan.tree[position]
            var robot = try Robot(plan, width: 120, height: 200)
            try robot.press("2/\(item.number)<enter><enter>")
            // Wrapped text is compared without the breaks.
            let frame = robot.frame
            let columns = [0..<61, 61..<120].map { range in
                (2..<199).map { y in
                    String(
                        String.UnicodeScalarView(
                            frame.row(y).dropFirst(range.lowerBound).prefix(range.count)
                                .filter { $0.span != .tail }.flatMap(\.glyph.scalars)))
                }.joined().filter { $0 != " " }
            }
            let text = columns.joined()
            #expect(text.contains(item.title.filter { $0 != " " }), "\(item.number)")
            for id in item.sentences {
                let sentence = try #require(plan.sentence(id))
                #expect(text.contains(sentence.text), "\(item.number) \(id)")
            }
            for assignment in item.assignments {
                let unit = try #require(plan.unit(assignment.unit))
                #expect(text.contains(unit.name), "\(item.number)")
            }
            #expect(!text.contains("…"), "\(item.number)")
        }
    }
}
