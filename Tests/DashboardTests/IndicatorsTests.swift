import Cells
import Testing
import WorkPlan

@testable import Dashboard

@Suite struct IndicatorsTests {
    private func robot(width: Int = 120, height: Int = 44, _ keys: String = "") throws -> Robot {
        var robot = try Robot(try Robot.eventful(), width: width, height: height)
        try robot.press(try Robot.tab("指标") + keys)
        return robot
    }

    private func line(_ title: String, _ robot: Robot) throws -> String {
        try #require(robot.lines.first { $0.contains(title) })
    }

    @Test("A line has target, latest reading, attainment, points to 序时, what is needed and what is to be expected")
    func list() throws {
        let robot = try robot()
        // 2022-09-01 to 2025-12-31 is 1217 days, 577 gone: 47.4%. 6490 are missing in 640 days or 21.027 months.
        let three = try line("专利转让许可次数", robot)
        for words in ["超", "10,000次", "3,510", "35.1%", "-12.3", "+309"] {
            #expect(three.contains(words), "\(words)")
        }
        let one = try line("知识产权示范", robot)
        for words in ["至少", "300家", "310", "103.3%", "+17.0", "已达到"] { #expect(one.contains(words), "\(words)") }
        #expect(try line("贯标企业", robot).contains("无法预测"))
        let six = try line("专利代理等服务机构", robot)
        #expect(six.contains("未报"))
        #expect(!six.contains("0%"))
        #expect(try line("专利导航项目", robot).contains("定性"))
    }

    @Test("At 64 columns target, latest reading, attainment and points to 序时 are still there")
    func narrow() throws {
        let three = try line("专利转让许可次数", try robot(width: 64, height: 18))
        for words in ["超", "10,000次", "3,510", "35.1%", "-12.3"] { #expect(three.contains(words), "\(words)") }
    }

    @Test("The page of an indicator has the arithmetic, a chart and every reading")
    func page() throws {
        var robot = try robot(width: 100, height: 50, "jj")
        #expect(robot.app.page.selection(robot.app.situation) == .indicator("T3"))
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("指标T3"))
        for words in [
            "今日应达  约4,742 次（序时 47.4%）", "6,490 次，余 640 天合 21.0 个月，每月需约 +309", "3次读数的直线趋势", "10,000 │", "2022-09",
            "2025-12",
            "█读数", "2023-06-30  1,100 次", "+2,410", "首次",
        ] { #expect(robot.screen.contains(words), "\(words)") }
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("第15项"))
    }

    @Test("A chart without a reading has no bar, and the page says that nothing was read")
    func unknown() throws {
        let robot = try robot(width: 100, height: 50, "jjjjj<enter>")
        #expect(robot.screen.contains("无法预测：尚无读数，至少要两次"))
        #expect(robot.screen.contains("未报：尚无读数，不等于零"))
        let chart = robot.lines.drop { !$0.contains("走势") }.prefix { !$0.contains("█读数") }
        #expect(!chart.isEmpty)
        #expect(!chart.joined().contains("█"))
    }

    @Test("A split indicator has a line a unit: who has given what, whose is unknown")
    func split() throws {
        let robot = try robot(width: 100, height: 60, "jjjjjj<enter>")
        #expect(robot.screen.contains("7家中3家已报"))
        #expect(try line("南湖区", robot).contains("占 50.0%"))
        #expect(try line("嘉善县", robot).contains("0 个"))
        #expect(try line("平湖市", robot).contains("未报"))
    }

    @Test("The bars of 压减 hang from the top down to the target line")
    func downward() throws {
        let robot = try robot(width: 100, height: 60, "jjjj<enter>")
        let chart = Array(robot.lines.drop { !$0.contains("走势") }.dropFirst().prefix(10))
        #expect(chart[0].contains("0 │") && chart[0].contains("██"))
        #expect(chart[9].contains("-50 │") && chart[9].contains("──"))
        #expect(!chart[9].contains("█"))
    }

    @Test("Sorted by how far behind, the worst is first and what was not read last")
    func sorting() throws {
        let robot = try robot("og")
        #expect(robot.selected.contains("县（市、区）知识产权保护中心全覆盖"))
    }

    @Test("The overview's indicators lead to their pages")
    func overview() throws {
        var robot = try Robot(try Robot.eventful(), width: 80, height: 24)
        let first = Link.indicator("T1")
        for _ in 0..<60 where robot.app.page.selection(robot.app.situation) != first { try robot.press("j") }
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("指标T1"))
    }
}
