import Cells
import Testing
import WorkPlan

@testable import Dashboard

@Suite struct LightPageTests {
    private func robot(
        _ item: Identifier<Item>, width: Int = 100, height: Int = 50, _ plan: Plan? = nil,
        glyphs: GlyphSet = .narrow
    ) throws -> LightRobot {
        let briefing = Briefing(
            plan: try plan ?? Robot.eventful(), today: try #require(Day("2024-03-31")), author: "张三", readOnly: nil,
            place: "测试")
        var app = App(briefing, size: Size(width: width, height: height), glyphs: glyphs)
        _ = app.carryOut(.open(LightPage(item: item)))
        return LightRobot(app: app)
    }

    /// A desk on which the page is open.
    private struct LightRobot {
        var app: App
        var lines: [String] { app.draw().lines }
        var screen: String { lines.joined(separator: "\n") }
    }

    @Test("A yellow light has its arithmetic, the rule that decides, and the percent that turns it green")
    func yellow() throws {
        let robot = try robot("row-8")
        #expect(robot.lines[1].contains("第8项的灯"))
        for words in [
            "▲黄 应达 86.4%，实际 70.0%，落后 16.4 个百分点 → 黄", "进度高于 76.4%（应达 86.4% − 10）", "已过 577 天 ÷ 共 668 天 = 86.4%",
            "70.0%，形象进度", "2022-09-01，实施阶段开始日", "2024-06-30，推定", "2023年第4季度，2024-01-10 前报",
        ] { #expect(robot.screen.contains(words), "\(words)") }
        let rules = robot.lines.drop { !$0.contains("第一条符合的定灯") }.dropFirst().prefix(9)
        #expect(rules.map { $0.contains("不符合") } == [true, true, true, true, true, true, false, false, false])
        #expect(rules.map { $0.contains("不再看") }.suffix(3) == [false, true, true])
    }

    @Test("An overridden light has the computed one beside it")
    func override() throws {
        var plan = try Robot.eventful()
        let position = try #require(plan.tree.position(of: "row-8"))
        plan.tree[position].lightOverride = LightOverride(
            light: .red, reason: "领导要求", until: try #require(Day("2024-04-30")))
        let robot = try robot("row-8", plan)
        for words in ["■红 人工定为红", "▲黄 系统按规则计算的灯", "理由：领导要求；有效至 2024-04-30", "撤销人工定灯，并进度高于"] {
            #expect(robot.screen.contains(words), "\(words)")
        }
    }

    @Test("An area's light leads to the subtasks that give it")
    func parent() throws {
        let area = try #require(try Robot.eventful().tree.items.first { $0.title.contains("运营体系") })
        var robot = try robot(area.id)
        #expect(robot.screen.contains("为红的下属事项（2）"))
        _ = robot.app.handle(.key("j"))
        #expect(robot.app.page.selection(robot.app.situation) == .item("row-10"))
        _ = robot.app.handle(.key(.enter))
        #expect(robot.lines[1].contains("第10项"))
    }

    @Test("The reasons of every kind of light fit every window, in both sets of glyphs")
    func everySize() throws {
        for item in ["row-1", "row-7", "row-8", "row-11", "row-13", "row-14", "row-15", "task-1.1"] {
            for glyphs in [GlyphSet.narrow, .wideSafe] {
                var robot = try robot(Identifier(item), glyphs: glyphs)
                for (width, height) in DrawingTests.sizes {
                    _ = robot.app.handle(.resized(Size(width: width, height: height)))
                    let frame = robot.app.draw()
                    #expect(frame.size == Size(width: width, height: height))
                    #expect(frame.tornCells.isEmpty, "\(item) \(width)×\(height)")
                }
            }
        }
    }
}
