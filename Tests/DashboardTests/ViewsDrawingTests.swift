import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

extension Robot {
    /// The number key of a tab: tabs may come to stand between others.
    static func tab(_ title: String) throws -> String {
        let place = try #require(Pages.tabs.firstIndex { $0.title.string == title })
        return "\(place + 1)"
    }

    /// The plan with something of everything the pages of units, indicators and time show.
    static func eventful() throws -> Plan {
        var plan = try jiaxing()
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        func change(_ id: Identifier<Item>, _ body: (inout Item) throws -> Void) throws {
            try body(&plan.tree[try #require(plan.tree.position(of: id))])
        }
        try change("row-7") {
            $0.progress = [.init(day: try day("2023-12-20"), status: .completed(try day("2023-12-20")))]
        }
        try change("row-8") { $0.progress = [.init(day: try day("2024-03-20"), status: .underway(percent: 70))] }
        try change("row-10") { $0.progress = [.init(day: try day("2024-03-20"), status: .underway(percent: 20))] }
        try change("row-11") { $0.progress = [.init(day: try day("2023-03-20"), status: .terminated(reason: "并入"))] }
        try change("row-14") {
            $0.progress = [.init(day: try day("2024-03-01"), status: .underway(percent: 60))]
            $0.adjustments = [
                Adjustment(
                    id: "j1", deadline: try day("2025-03-31"), basis: "第二次会议纪要", decided: try day("2024-01-10"))
            ]
        }
        try change("row-13") {
            $0.progress = [.init(day: try day("2024-03-01"), status: .underway(percent: 60))]
            $0.adjustments = [
                Adjustment(id: "j2", deadline: try day("2024-03-15"), basis: "提前", decided: try day("2023-01-10"))
            ]
        }
        try change("row-15") {
            $0.progress = [.init(unit: "kjj", day: try day("2024-03-10"), status: .underway(percent: 30))]
            $0.reports = [
                Report(
                    unit: "kjj", period: try #require(Period("2023Q4")), progress: "推进", problems: "人手不足", next: "继续",
                    needsCoordination: true, received: try day("2024-01-09"), isSignedOff: true)
            ]
        }
        let readings: [(Identifier<Indicator>, [(String, Identifier<Unit>?, Double)])] = [
            ("T1", [("2023-12-31", nil, 260), ("2024-03-20", nil, 310)]), ("T2", [("2024-03-20", nil, 30)]),
            ("T3", [("2022-12-31", nil, 300), ("2023-06-30", nil, 1100), ("2024-03-31", nil, 3510)]),
            ("T5", [("2023-06-30", nil, 10), ("2024-03-31", nil, 31)]),
            ("T7", [("2023-06-30", "nanhu", 1), ("2023-12-31", "jiashan", 0), ("2024-03-01", "haining", 1)]),
            ("T8", [("2024-03-01", nil, 0)]),
        ]
        for (id, figures) in readings {
            let place = try #require(plan.indicators.firstIndex { $0.id == id })
            plan.indicators[place].readings = try figures.map { .init(day: try day($0.0), unit: $0.1, value: $0.2) }
        }
        return plan
    }
}

extension Frame {
    /// The cells that hold half of a wide character.
    var tornCells: [Point] {
        (0..<size.height).flatMap { y -> [Point] in
            let row = Array(self.row(y))
            return row.indices.filter { x in
                (row[x].span == .wide) != (x + 1 < row.count && row[x + 1].span == .tail)
            }.map { Point(x: $0, y: y) }
        }
    }
}

@Suite struct ViewsDrawingTests {
    /// The ways to the pages, also scrolled, zoomed and opened.
    private static func ways() throws -> [String] {
        let (units, indicators, time) = (
            try Robot.tab("单位"), try Robot.tab("指标"), try Robot.tab("时序")
        )
        return [
            units, "\(units)Go", "\(units)<enter>", "\(units)<enter>]]o<end>", indicators, "\(indicators)jjo",
            "\(indicators)jj<enter>", "\(indicators)jjjj<enter>", "\(indicators)jjjjjj<enter>",
            "\(indicators)G<enter>", time, "\(time)G<tab>", "\(time)[<right><right>", "\(time)]", "\(time)[G<left>",
            "\(time)o", "\(time)oG<enter>",
        ]
    }

    @Test("Every view at every size, empty and full: no torn wide character, the frame as large as the window")
    func everySize() throws {
        let sizes = DrawingTests.sizes + [(64, 12), (116, 20), (150, 50), (200, 50)]
        for (plan, glyphs) in [(try Robot.jiaxing(), GlyphSet.wideSafe), (try Robot.eventful(), .narrow)] {
            let fresh = try Robot(plan, glyphs: glyphs)
            for way in try Self.ways() {
                var robot = fresh
                try robot.press(way)
                for (width, height) in sizes {
                    robot.resize(width, height)
                    let frame = robot.frame
                    #expect(frame.size == Size(width: width, height: height))
                    let torn = frame.tornCells
                    #expect(torn.isEmpty, "\(way) \(width)×\(height) \(torn)")
                }
            }
        }
    }

    @Test("The row under the cursor is in sight at every size")
    func inSight() throws {
        let fresh = try Robot(try Robot.eventful())
        for title in ["单位", "指标", "时序"] {
            for keys in ["", "G", "jjjj", "G<pgup>", "<pgdn><pgdn>k"] {
                var robot = fresh
                try robot.press(try Robot.tab(title) + keys)
                for (width, height) in DrawingTests.sizes.dropFirst() {
                    robot.resize(width, height)
                    #expect(!robot.selected.isEmpty, "\(title) \(keys) \(width)×\(height)")
                }
            }
        }
    }

    @Test("The wide-safe set draws the views' own marks without a single ambiguous character")
    func wideSafe() throws {
        let fresh = try Robot(try Robot.eventful(), width: 100, height: 40, glyphs: .wideSafe)
        for way in try Self.ways() {
            var robot = fresh
            try robot.press(way)
            let page = robot.lines.dropFirst(2).joined()
            for mark in ["●", "▲", "■", "○", "─", "│", "█", "…", "▾", "▸", "▼", "◆", "◇", "★", "✓", "✗"] {
                #expect(!page.contains(mark), "\(way) \(mark)")
            }
        }
    }

    @Test("No key is bound twice on a view, and none that works everywhere is hidden")
    func bindings() {
        let everywhere = Set(App.commands.flatMap(\.keys))
        let tables: [[CommandListing]] = [
            UnitsPage.commands.map(CommandListing.init), UnitPage.commands.map(CommandListing.init),
            IndicatorsPage.commands.map(CommandListing.init), IndicatorPage.commands.map(CommandListing.init),
            TimelinePage.commands.map(CommandListing.init), LightPage.commands.map(CommandListing.init),
        ]
        for commands in tables {
            var seen: Set<Key> = []
            for command in commands {
                for key in command.keys { #expect(seen.insert(key).inserted, "\(command.name) \(key)") }
            }
            #expect(everywhere.isDisjoint(with: seen))
        }
    }
}
