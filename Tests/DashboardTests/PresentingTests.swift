import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

@Suite struct PresentingTests {
    /// The Robot with the first slide on the wall, coming from 第15项 in the tree.
    private func onTheWall(_ width: Int = 64, _ height: Int = 18) throws -> Robot {
        var robot = try Robot(try Robot.busy(), width: width, height: height)
        try robot.press("2/15<enter><f5><enter>")
        return robot
    }

    private func page(_ robot: Robot) -> String {
        robot.lines.last?.split(separator: " ").last.map(String.init) ?? ""
    }

    private func presenting(_ robot: Robot) -> PresentingPage? { robot.app.page as? PresentingPage }

    @Test("F5 and Enter put the cover on the whole screen: no title line, no tabs, no key bar")
    func starting() throws {
        let robot = try onTheWall()
        #expect(robot.screen.contains("建设工作方案"))
        #expect(robot.screen.contains("数据截至 2024-03-31"))
        #expect(robot.screen.contains("实施阶段"))
        #expect(!robot.screen.contains("1总览") && !robot.screen.contains("联席  嘉兴") && !robot.screen.contains("退出"))
    }

    @Test(
        "Slides are turned as in the programs people know",
        arguments: ["<pgdn>", "<space>", "<right>", "n", "j", "<enter>"])
    func turning(_ key: String) throws {
        var robot = try onTheWall()
        try robot.press(key + key)
        #expect(page(robot).hasPrefix("3/"))
        for back in ["<pgup>", "<left>", "p", "k"] {
            try robot.press(back)
            #expect(page(robot).hasPrefix("2/"), "\(back)")
            try robot.press(key)
        }
        try robot.press("<home>")
        #expect(page(robot).hasPrefix("1/"))
        try robot.press("<pgup>")
        #expect(page(robot).hasPrefix("1/"))
        try robot.press("<end>")
        let last = page(robot).split(separator: "/")
        #expect(last.count == 2 && last[0] == last[1])
        try robot.press(key)
        #expect(page(robot).hasPrefix(String(last[0])))
    }

    @Test("A number and Enter jump to that slide; Esc takes the number back")
    func jumping() throws {
        var robot = try onTheWall()
        try robot.press("12")
        #expect(robot.lines.last?.contains("到第 12 页") == true)
        try robot.press("<enter>")
        #expect(page(robot).hasPrefix("12/"))
        try robot.press("3<esc>")
        #expect(page(robot).hasPrefix("12/"))
        #expect(presenting(robot) != nil)
        try robot.press("9999<enter>")
        #expect(presenting(robot) != nil)
    }

    @Test("b blanks the screen, and the next key brings the same slide back")
    func blanking() throws {
        var robot = try onTheWall()
        try robot.press("nb")
        #expect(robot.lines.allSatisfy { $0.allSatisfy { $0 == " " } })
        try robot.press("b")
        #expect(page(robot).hasPrefix("2/"))
        try robot.press("bn")
        #expect(page(robot).hasPrefix("2/"))
    }

    @Test("Esc and q lead back to where the show was started, with the row still selected", arguments: ["<esc>", "q"])
    func leaving(_ key: String) throws {
        var robot = try onTheWall()
        try robot.press("nnn" + key)
        #expect(presenting(robot) == nil)
        #expect(robot.selected.contains("15"))
        #expect(!robot.effects.contains(.quit))
    }

    @Test("The elapsed time counts from the first slide and shows only when asked for")
    func time() throws {
        var robot = try onTheWall()
        robot.hear(.tick(1000))
        robot.hear(.tick(1307))
        #expect(!robot.screen.contains("已用"))
        #expect(!robot.app.showsTime)
        try robot.press("t")
        #expect(robot.app.showsTime)
        #expect(robot.lines.last?.contains("已用 5:07") == true)
        robot.hear(.tick(1000 + 3727))
        #expect(robot.lines.last?.contains("已用 1:02:07") == true)
    }

    // MARK: Questions

    @Test("The cursor shows only while somebody picks; Enter opens large, Esc comes back to the row")
    func picking() throws {
        var robot = try onTheWall()
        try robot.press("n")
        #expect(robot.selected.isEmpty)
        try robot.press("<down>")
        let row = robot.selected
        #expect(row.contains("完善知识产权制度"))
        try robot.press("<enter>")
        #expect(robot.lines.joined().contains("领域一"))
        #expect(page(robot).hasPrefix("1/"))
        try robot.press("<esc>")
        #expect(robot.selected == row)
        #expect(page(robot).hasPrefix("2/"))
        try robot.press("<esc>")
        #expect(robot.selected.isEmpty)
        try robot.press("<esc>")
        #expect(presenting(robot) == nil)
    }

    @Test("From an area one gets to its item, from there to its unit, and all the way back")
    func deeper() throws {
        var robot = try onTheWall(100, 30)
        try robot.press("n<down><down><enter>")
        #expect(robot.screen.contains("领域二"))
        try robot.press("<down><enter>")
        #expect(robot.screen.contains("原因"))
        #expect(presenting(robot)?.opened.count == 2)
        try robot.press("<down><enter>")
        #expect(presenting(robot)?.opened.count == 3)
        try robot.press("<esc><esc><esc><esc><esc><esc>")
        #expect(presenting(robot)?.opened.isEmpty ?? true)
    }

    // MARK: Nothing by accident

    @Test("Two thousand keys at random alter nothing, and never quit the program")
    func mashing() throws {
        var robot = try onTheWall()
        var random: UInt64 = 20_240_331
        var keys: [Key] = (0x20...0x7E).compactMap { Unicode.Scalar($0).map { .character(Character($0)) } }
        keys += (1...12).map { .function($0) }
        keys += [
            .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp, .pageDown, .home,
            .end, .paste("文字"), .character("改"), .control("s"), .control("r"), .control("d"), .control("a"),
            .mouse(MouseEvent(.press, at: Point(x: 9, y: 7))),
        ]
        for _ in 0..<2000 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            robot.type(keys[Int(random >> 33) % keys.count])
            // q ends the show: it is started again, from the tree.
            if presenting(robot) == nil { try robot.press("<f5><enter>") }
            #expect(robot.app.dialog == nil)
        }
        #expect(robot.submissions.isEmpty)
        #expect(!robot.effects.contains(.quit))
    }

    @Test("Ctrl-E is the one way to an edit: it asks for a row first, then offers the desk's own forms")
    func editing() throws {
        var robot = try onTheWall(80, 24)
        try robot.press("<c-e>")
        #expect(robot.lines.last?.contains("先用上下键选一行") == true)
        let slides = try #require(presenting(robot)?.slides(robot.app.situation).all)
        let item = try #require(slides.firstIndex { $0.links.contains(.item("row-15")) })
        try robot.press("\(item + 1)<enter>")
        while robot.app.page.selection(robot.app.situation) != .item("row-15") { try robot.press("<down>") }
        try robot.press("<c-e>")
        #expect(robot.screen.contains("改 第15项"))
        try robot.press("1")
        #expect(robot.screen.contains("百分比"))
        try robot.press("40<c-s>")
        #expect(robot.submissions.count == 1)
        #expect(robot.sentences.last?.contains("第15项进度") == true)
        #expect(presenting(robot) != nil)
        try robot.press("<c-e><esc>")
        #expect(robot.submissions.count == 1)
    }

    @Test("What others write meanwhile is not announced on the wall")
    func others() throws {
        var robot = try onTheWall()
        let before = robot.screen
        robot.hear(.heard([]))
        robot.hear(.rested)
        #expect(robot.screen == before)
    }

    // MARK: Before it starts

    @Test("The show can begin with the area of the row the cursor is on")
    func fromHere() throws {
        var robot = try Robot(try Robot.busy(), width: 80, height: 24)
        try robot.press("2/15<enter><f5>2")
        #expect(robot.lines[1].contains("三　优化知识产权价值最大化运营体系"))
    }

    @Test("Parts can be hidden and the deck restricted before it starts, and both are remembered")
    func choosing() throws {
        var robot = try Robot(try Robot.busy(), width: 80, height: 24)
        try robot.press("<f5>h<space><enter>")
        #expect(!robot.screen.contains("工作推进情况"))
        try robot.press("<esc><f5>f三<tab><tab>红黄<c-s>")
        try robot.press("<home>")
        let sections = Set(try #require(presenting(robot)).slides(robot.app.situation).all.map(\.place.section))
        #expect(!sections.contains(.cover))
        #expect(sections.contains(.area("area-3")) && !sections.contains(.area("area-1")))
        try robot.press("<esc><f5>a")
        #expect(robot.screen.contains("工作推进情况"))
    }

    @Test("When the window changes the same part stays on the wall")
    func resizing() throws {
        var robot = try onTheWall(100, 30)
        let slides = try #require(presenting(robot)?.slides(robot.app.situation).all)
        let number = try #require(slides.firstIndex { $0.place.section == .units })
        try robot.press("\(number + 1)<enter>")
        for (width, height) in [(64, 18), (40, 10), (240, 67), (80, 24)] {
            robot.resize(width, height)
            #expect(robot.screen.contains("责任单位情况"), "\(width)×\(height)")
        }
    }
}
