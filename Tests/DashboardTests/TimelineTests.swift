import Cells
import Testing
import WorkPlan

@testable import Dashboard

@Suite struct TimelineTests {
    private func robot(width: Int = 200, height: Int = 67, _ keys: String = "") throws -> Robot {
        var robot = try Robot(try Robot.eventful(), width: width, height: height)
        try robot.press(try Robot.tab("时序") + keys)
        return robot
    }

    /// The column of the first cell that shows a character on the line of an item, or nil.
    private func column(_ mark: Unicode.Scalar, _ title: String, _ robot: Robot) throws -> Int? {
        let frame = robot.frame
        let lines = frame.lines
        let y = try #require(lines.indices.dropFirst(2).first { lines[$0].contains(title) })
        return frame.row(y).firstIndex { $0.glyph.base == mark.value }.map { $0 - frame.row(y).startIndex }
    }

    @Test("Phases overlap as printed, and today runs through the rows")
    func phases() throws {
        let robot = try robot()
        let second = try #require(try column("]", "实施阶段", robot))
        let third = try #require(try column("[", "总结阶段", robot))
        #expect(third < second)
        let today = try #require(try column("│", "总结阶段", robot))
        #expect(try column("│", "开展专利开放许可试点", robot) == today)
    }

    @Test("A moved deadline stands beside the one before it, and the words say from where to where")
    func moved() throws {
        var robot = try robot()
        let before = try #require(try column("◇", "14 实施专利专项", robot))
        let now = try #require(try column("◆", "14 实施专利专项", robot))
        #expect(before < now)
        #expect(try column("◇", "8 开展专利开放许可", robot) == nil)
        // 13 was moved to an earlier day.
        #expect(try #require(try column("◆", "13 完善知识", robot)) < before)
        #expect(try column("◇", "13 完善知识", robot) == before)
        for _ in 0..<60 where robot.app.page.selection(robot.app.situation) != .item("row-14") { try robot.press("j") }
        #expect(robot.screen.contains("2024-06-30 → 2025-03-31　节点调整，依据：第二次会议纪要"))
    }

    @Test("Days that come again are marked year by year; those that are announced are named")
    func recurrences() throws {
        let robot = try robot("G")
        let marks = robot.selected.filter { $0 == "★" }.count
        // April 26 of 2023, 2024 and 2025: the work begins in September 2022.
        #expect(marks == 3)
        #expect(robot.screen.contains("中国专利周，日期逐年公布"))
        #expect(robot.screen.contains("下一次 2024-04-26"))
    }

    @Test("[ and ] go from quarters to months and years, arrows scroll to both ends, titles stay")
    func zoom() throws {
        var robot = try robot(width: 80, height: 24)
        #expect(robot.lines[3].contains("Q4"))
        #expect(!robot.lines[3].contains("‹"))
        try robot.press("[")
        #expect(!robot.lines[3].contains("Q"))
        #expect(robot.lines[3].contains("‹"))
        #expect(robot.lines[2].contains("›"))
        try robot.press("[")
        #expect(robot.notice.contains("已是最大"))
        try robot.press(String(repeating: "<right>", count: 50))
        #expect(robot.notice.contains("已到最后"))
        #expect(!robot.lines[2].contains("›"))
        #expect(robot.lines[2].contains("2025"))
        #expect(robot.screen.contains("完善知识产权"))
        try robot.press(String(repeating: "h", count: 50))
        #expect(robot.notice.contains("已到最前"))
        #expect(robot.lines[2].contains("2022"))
        try robot.press("]]")
        #expect(robot.lines[2].contains("2022") && robot.lines[2].contains("2025"))
        #expect(!robot.lines[3].contains("‹"))
    }

    @Test("Tab folds what is below the cursor, Enter opens it")
    func folding() throws {
        var robot = try robot(width: 80, height: 40)
        #expect(robot.screen.contains("推动完善知识产权政策制定"))
        try robot.press("<tab>")
        #expect(!robot.screen.contains("推动完善知识产权政策制定"))
        #expect(robot.selected.contains("▸"))
        try robot.press("j<enter>")
        #expect(robot.lines[1].contains("领域二"))
        try robot.press("<esc>k<tab>j")
        #expect(robot.app.page.selection(robot.app.situation) == .item("task-1.1"))
    }

    @Test("The list of what is due has the overdue first, then by horizon, and leads to the item")
    func upcoming() throws {
        var robot = try robot(width: 80, height: 30, "o")
        let order = ["已过期限（1）", "2024-03-15", "7天内（0）", "15天内（1）", "第1季度进展报送截止", "30天内（1）", "2024-04-26", "90天内（0）"]
        let screen = robot.screen
        var place = screen.startIndex
        for words in order {
            let found = screen.range(of: words, in: place)
            #expect(found != nil, "\(words)")
            place = found ?? place
        }
        #expect(robot.selected.contains("已过16天"))
        #expect(robot.selected.contains("■红  13"))
        try robot.press("[")
        #expect(robot.notice.contains("按 o 换到时序图"))
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("第13项"))
    }

    @Test("A decision of a meeting stands among what is due, with its unit, and leads to its meeting")
    func decisions() throws {
        var plan = try Robot.jiaxing()
        let day = try #require(Day("2024-03-01"))
        plan.meetings = (1...6).map {
            Meeting(id: Identifier("m\($0)"), name: "第\($0)次会议", day: day.adding(days: $0 * 2), attendees: "")
        }
        plan.decisions = plan.meetings.flatMap { meeting in
            (1...4).map { number in
                Decision(
                    id: Identifier("\(meeting.id)-\(number)"), meeting: meeting.id,
                    text: "\(meeting.name)的第\(number)件事",
                    unit: "kjj", deadline: number == 1 ? meeting.day.adding(days: 35) : nil, items: ["row-15"],
                    status: .notStarted)
            }
        }
        var robot = try Robot(plan, width: 120, height: 24)
        try robot.press(try Robot.tab("时序") + "o")
        #expect(robot.selected.contains("2024-04-07    还有7天  ▲黄  议定  第1次会议的第1件事"))
        #expect(robot.selected.contains("市科技局"))
        #expect(robot.screen.contains("关联      第15项"))
        try robot.press("<enter>")
        #expect(robot.selected.contains("第1次会议的第1件事"))
        #expect(robot.screen.contains("2024-03-03 第1次会议　议定 4 件，办结 0 件"))
        try robot.press("<esc>")
        #expect(robot.selected.contains("第1次会议的第1件事"))
    }

    @Test("A day before the deadlines' quarter, they fill the list")
    func nextQuarter() throws {
        var robot = try Robot(width: 100, height: 50, today: "2024-04-02")
        try robot.press(try Robot.tab("时序") + "o")
        // 28 rows and the end of the phase fall on 2024-06-30, 89 days off; 15 and 26 are due in 2025.
        #expect(robot.screen.contains("90天内（29）"))
        #expect(robot.screen.contains("还有89天"))
    }
}

extension String {
    /// Where `words` end in the text from `start` on; nil where they do not occur.
    fileprivate func range(of words: String, in start: Index) -> Index? {
        var place = start
        while place < endIndex {
            if self[place...].hasPrefix(words) { return index(place, offsetBy: words.count) }
            place = index(after: place)
        }
        return nil
    }
}
