import Cells
import Testing
import WorkPlan

@testable import Dashboard

@Suite struct UnitsTests {
    private func robot(width: Int = 80, height: Int = 40, _ keys: String = "") throws -> Robot {
        var robot = try Robot(try Robot.eventful(), width: width, height: height)
        try robot.press(try Robot.tab("单位") + keys)
        return robot
    }

    /// The line of a unit in the list, as words.
    private func line(_ unit: String, _ robot: Robot) throws -> [String] {
        let line = try #require(robot.lines.first { $0.contains(" \(unit) ") })
        return line.split(separator: " ").map(String.init)
    }

    @Test("The list has every unit under its kind, with its load, lights and missing reports")
    func list() throws {
        let robot = try robot()
        for words in ["市级部门（9）", "政法机关（4）", "驻市单位（2）", "集体单位（1）", "县（市、区）（7）"] {
            #expect(robot.screen.contains(words), "\(words)")
        }
        // 市市场监管局 is on all 30 rows: 7 and 14 green, 8 and 15 yellow, 6, 10, 13 and 19 red, 11 without a light.
        #expect(try line("市市场监管局", robot) == ["市市场监管局", "30", "2", "2", "4", "21", "1", "29", "0", "未报"])
        // 市科技局 reported on 15 and asked for coordination.
        #expect(try line("市科技局", robot).suffix(3) == ["3", "1", "2024-01-09"])
    }

    @Test("The columns of lights add up to what a unit is on, with what was terminated", arguments: [64, 80, 200])
    func sums(width: Int) throws {
        let robot = try robot(width: width, height: 44)
        #expect(robot.lines[2].contains("终止"))
        var units = 0
        for unit in robot.plan.units {
            let figures = try line(unit.name, robot).dropFirst().prefix(7).compactMap { Int($0) }
            #expect(figures.count == 7, "\(unit.name)")
            #expect(figures.first == figures.dropFirst().prefix(5).reduce(0, +), "\(unit.name)")
            units += 1
        }
        #expect(units == 23)
        var without = try Robot(width: width)
        try without.press(try Robot.tab("单位"))
        #expect(!without.lines[2].contains("终止"))
    }

    @Test("The list sorts by load, lights and missing reports, within kinds, and keeps the cursor on its unit")
    func sorting() throws {
        var robot = try robot("jjj")
        #expect(robot.selected.contains("市科技局"))
        try robot.press("o")
        #expect(robot.lines[2].contains("按承担项数"))
        #expect(robot.selected.contains("市科技局"))
        try robot.press("g")
        #expect(robot.selected.contains("市市场监管局"))
        try robot.press("j")
        #expect(robot.selected.contains("市科技局"))
        try robot.press("ooo")
        #expect(robot.lines[2].contains("按原文次序"))
        try robot.press("gj")
        #expect(robot.selected.contains("市发展改革委"))
    }

    @Test("A unit's page tells what it owes; ] and [ walk on in the order of the list")
    func page() throws {
        var robot = try robot(width: 80, height: 60, "jjj<enter>")
        #expect(robot.lines[1].contains("市科技局"))
        for words in [
            "承担4项", "2023年第4季度缺报 3 项", "需协调", "第15项", "本单位 进行中 30%（2024-03-10）　2023年第4季度已报，需协调",
            "专利转让许可次数", "全市 3,510　目标 超 10,000 次", "联络员",
        ] { #expect(robot.screen.contains(words), "\(words)") }
        try robot.press("]")
        #expect(robot.lines[1].contains("市金融办"))
        try robot.press("[[")
        #expect(robot.lines[1].contains("市经信局"))
        try robot.press("[[[")
        #expect(robot.notice.contains("已是第一个单位"))
        try robot.press("<esc>")
        #expect(robot.selected.contains("市科技局"))
    }

    @Test("The page of a collective unit counts what its members ask for as the list does")
    func coordination() throws {
        var plan = try Robot.eventful()
        let position = try #require(plan.tree.position(of: "row-19"))
        plan.tree[position].reports = try [("nanhu", "2023Q3", true), ("xiuzhou", "2023Q4", false)].map {
            Report(
                unit: $0.0, period: try #require(Period($0.1)), progress: "推进", problems: "", next: "",
                needsCoordination: $0.2, received: try #require(Day("2024-01-09")), isSignedOff: true)
        }
        var robot = try Robot(plan, width: 80, height: 40)
        try robot.press(try Robot.tab("单位"))
        #expect(try line("各县（市、区）政府", robot).suffix(2) == ["1", "2024-01-09"])
        for _ in 0..<30 where !robot.selected.contains("各县") { try robot.press("j") }
        try robot.press("<enter>")
        #expect(robot.screen.contains("需协调    第19项"))
    }

    @Test("Worst light and first deadline come first; o turns to the order of 序号")
    func order() throws {
        var robot = try robot(width: 80, height: 60, "<enter>")
        func numbers() -> [Int] {
            robot.lines.compactMap { line in
                let words = line.split(separator: " ")
                guard words.count > 2, ["●绿", "▲黄", "■红", "○灰", "–无"].contains(words[0]) else { return nil }
                return Int(words[1])
            }
        }
        // 13 is overdue since March; 6, 10 and 19 are red until June.
        #expect(numbers().prefix(6) == [13, 6, 10, 19, 8, 15])
        try robot.press("o")
        #expect(numbers().prefix(6) == [1, 2, 3, 4, 5, 6])
    }

    @Test("What the cursor stands on is the unit's part of the item, and Enter opens the item")
    func selection() throws {
        var robot = try robot(width: 100, "jjj")
        #expect(robot.app.page.selection(robot.app.situation) == .unit("kjj"))
        try robot.press("<enter>")
        #expect(robot.app.page.selection(robot.app.situation) == .part("row-6", "kjj"))
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("第6项"))
    }

    @Test("Beside a wide list stands the unit under the cursor")
    func wide() throws {
        let robot = try robot(width: 160, height: 44, "jjj")
        #expect(robot.screen.contains("2023年第4季度缺报 3 项"))
    }
}
