import Cells
import Testing
import WorkPlan

@testable import Dashboard

@Suite struct WalkingTests {
    @Test("From the overview into an area, a row and a unit, and back the same way")
    func drillDown() throws {
        var robot = try Robot(width: 100, height: 40)
        #expect(robot.screen.contains("共30项"))
        try robot.press("jjj")
        #expect(robot.selected.contains("三 优化知识产权价值最大化运营体系"))
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("领域三"))
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("任务三-1"))
        try robot.press("j<enter>")
        #expect(robot.screen.contains("完善市中小微企业知识产权质押评估系统。"))
        try robot.press("<esc>")
        #expect(robot.lines[1].contains("任务三-1"))
        try robot.press("<esc><esc>")
        #expect(robot.selected.contains("三 优化知识产权价值最大化运营体系"))
    }

    @Test("The item page says who, by when, from which sentence, and what does not agree")
    func item() throws {
        var robot = try Robot(width: 100, height: 60)
        try robot.press("2/15<enter><enter>")
        let screen = robot.screen
        #expect(robot.lines[1].contains("第15项"))
        for words in [
            "市教育局、市科技局、市市场监管局", "2025-12-31", "推定：原文写“到2025年”", "超 10,000 次", "第3.3-1句",
            "支持高校科研院所专利开放许可", "D2", "尚未报送过",
        ] {
            #expect(screen.contains(words), "\(words)")
        }
        try robot.press("jj<enter>")
        #expect(robot.screen.contains("承担3项"))
        #expect(robot.screen.contains("市级部门"))
    }

    @Test("The tree folds and unfolds one, all, and to a level, and keeps the cursor in sight")
    func folding() throws {
        var robot = try Robot(width: 80, height: 24)
        try robot.press("2")
        #expect(robot.selected.contains("一 完善知识产权制度和工作体系"))
        try robot.press("h")
        #expect(!robot.screen.contains("推动完善知识产权政策制定"))
        try robot.press("l")
        #expect(robot.screen.contains("推动完善知识产权政策制定"))
        try robot.press("G")
        #expect(robot.selected.contains("30 开展“4·26”"))
        try robot.press("[")
        #expect(robot.selected.contains("构建知识产权大宣传格局"))
        try robot.press("[")
        #expect(robot.selected.contains("六 营造尊重知识产权崇尚创新文化氛围"))
        #expect(robot.screen.contains("一 完善知识产权制度和工作体系"))
        try robot.press(">")
        #expect(robot.selected.contains("六 "))
        try robot.press("<lt>")
        #expect(robot.lines[2...7].allSatisfy { $0.contains("▸") })
    }

    @Test("Left on a row leads to its parent, right on a parent to its first child")
    func sideways() throws {
        var robot = try Robot()
        try robot.press("2jj")
        #expect(robot.selected.contains(" 1 "))
        try robot.press("h")
        #expect(robot.selected.contains("推动完善知识产权政策制定"))
        try robot.press("l")
        #expect(robot.selected.contains(" 1 "))
        try robot.press("l")
        #expect(robot.notice.contains("没有下级"))
    }

    @Test("A page that is longer than the screen can be read to its end with the arrow key alone")
    func reading() throws {
        var robot = try Robot(width: 64, height: 18)
        try robot.press("2/4<enter><enter>")
        var seen = Set(robot.lines)
        for _ in 0..<80 {
            try robot.press("<down>")
            seen.formUnion(robot.lines)
        }
        let all = seen.joined()
        #expect(all.contains("责任单位"))
        #expect(all.contains("与原文核对"))
        #expect(!robot.lines[1].contains("下有"))
        for _ in 0..<90 { try robot.press("<up>") }
        #expect(robot.lines[2].contains("强化科创平台建设"))
    }

    @Test("A click selects, a second click on the same place opens, the wheel scrolls, a click on a tab switches")
    func mouse() throws {
        var robot = try Robot()
        try robot.press("<click 8,1>")
        #expect(robot.lines[2].contains("▾ 一"))
        try robot.press("<click 10,4>")
        #expect(robot.selected.contains(" 1 "))
        #expect(robot.lines[1].contains("第1项") == false)
        try robot.press("<click 10,4>")
        #expect(robot.lines[1].contains("第1项"))
        try robot.press("<esc><wheel-down 10,5>")
        #expect(robot.selected.contains(" 2 ") || robot.selected.contains("探索"))
        try robot.press("M")
        #expect(robot.effects.contains(.mouse(false)))
    }

    @Test("Quitting, suspending and repainting are effects; Ctrl-C and Esc never quit")
    func leaving() throws {
        var robot = try Robot()
        try robot.press("<c-c><esc>")
        #expect(robot.effects.isEmpty)
        #expect(robot.notice.contains("按 q 退出"))
        try robot.press("<c-z><c-l>q")
        #expect(robot.effects == [.suspend, .repaint, .quit])
    }
}
