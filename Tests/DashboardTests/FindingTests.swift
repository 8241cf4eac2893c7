import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

@Suite struct FindingTests {
    @Test("Finding marks and counts the matches while one types, and n and N walk around them")
    func walk() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("/开放许可")
        #expect(robot.notice.contains("共2处"))
        #expect(robot.marked.contains("开放许可"))
        try robot.press("<enter>")
        #expect(robot.selected.contains(" 8 "))
        #expect(robot.lines[1].contains("第1处，共2处"))
        try robot.press("n")
        #expect(robot.selected.contains("15"))
        try robot.press("n")
        #expect(robot.selected.contains(" 8 "))
        try robot.press("N")
        #expect(robot.selected.contains("15"))
        try robot.press("<enter>")
        #expect(robot.marked.contains("开放许可"))
        try robot.press("<esc><esc>")
        #expect(robot.marked.isEmpty)
    }

    @Test("After an edit what is there then is found")
    func afterEdits() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("/开放许可")
        #expect(robot.notice.contains("共2处"))
        try robot.press("<enter>")
        robot.somebodyElse("row-15", percent: 5)
        try robot.press("/开放许可")
        #expect(robot.notice.contains("共2处"))
        try robot.press("<enter>")
        let words = Rewording(id: "r", text: "另一处开放许可", basis: "会议", decided: robot.plan.issued)
        robot.somebodyElse(robot.plan.rewording(robot.item(1), to: words))
        try robot.press("/开放许可")
        #expect(robot.notice.contains("共3处"))
    }

    @Test("In a plan of many items a letter does not wait for all of them; Enter does")
    func manyItems() throws {
        var plan = Plan.empty
        let area = try plan.tree.append(Item(id: "a", level: .area, number: "（一）", title: "领域"), under: nil)
        for number in 1...5000 {
            let title = number.isMultiple(of: 1000) ? "开放许可" : "其他"
            try plan.tree.append(
                Item(id: Identifier("r\(number)"), level: .subtask, number: "\(number)", title: title), under: area)
        }
        var robot = try Robot(plan, width: 100, height: 40)
        try robot.press("/许可")
        // Each letter takes in the next thousand, up to the end of a block.
        #expect(robot.notice.contains("共2处，查找中…"))
        robot.hear(.idle)
        while robot.app.hasChores { robot.hear(.idle) }
        #expect(robot.notice.contains("第1处，共5处") && !robot.notice.contains("查找中"))
        try robot.press("<esc>")
        robot = try Robot(plan, width: 100, height: 40)
        try robot.press("/5000")
        #expect(robot.notice.contains("查找中…") && !robot.notice.contains("没有找到"))
        try robot.press("<enter>")
        #expect(robot.selected.contains("5000"))
    }

    @Test("A 序号 goes to its row, also in full-width digits and when its area is folded")
    func number() throws {
        var robot = try Robot()
        try robot.press("2<lt>／")
        try robot.press("１７<enter>")
        #expect(robot.selected.contains("17"))
        #expect(robot.selected.contains("构建案件审理专门化"))
    }

    @Test("A 序号 that was found marks its row and no other number")
    func onlyTheNumber() throws {
        var robot = try Robot(width: 120, height: 40)
        try robot.press("/10<enter>")
        #expect(robot.marked == ["10"])
        try robot.press("/5000<enter>")
        #expect(robot.marked.contains("5000"))
    }

    @Test("Esc while typing leads back to where one was, with nothing marked")
    func cancel() throws {
        var robot = try Robot()
        try robot.press("jj")
        let before = robot.frame
        try robot.press("/执法<esc>")
        #expect(robot.frame == before)
    }

    @Test("What is not found says so")
    func nothing() throws {
        var robot = try Robot()
        try robot.press("/量子")
        #expect(robot.notice.contains("没有找到"))
        try robot.press("<enter>n")
        #expect(robot.notice.contains("没有找到"))
    }

    @Test("The terminal's cursor stands at the caret of the prompt, also behind text wider than the line")
    func caret() throws {
        var robot = try Robot(width: 60, height: 20)
        #expect(robot.frame.caret == nil)
        try robot.press("/许可")
        #expect(robot.frame.caret == Point(x: 10, y: 18))
        try robot.press("<left>")
        #expect(robot.frame.caret == Point(x: 8, y: 18))
        try robot.press("<end>" + String(repeating: "知识产权", count: 30))
        let caret = try #require(robot.frame.caret)
        #expect(caret.y == 18)
        #expect(caret.x < 60)
        try robot.press("<c-u>15<enter>")
        #expect(robot.selected.contains("15"))
        #expect(robot.frame.caret == nil)
    }

    @Test("A paste goes into the prompt as one line, and is refused with a notice elsewhere")
    func paste() throws {
        var robot = try Robot()
        try robot.press("<paste q>")
        #expect(robot.effects.isEmpty)
        #expect(robot.notice.contains("不能粘贴"))
        robot.hear(.key(.character("/")))
        robot.hear(.key(.paste("专利\n导航\u{1B}]0;x")))
        #expect(robot.notice.contains("专利 导航"))
        #expect(!robot.screen.unicodeScalars.contains("\u{1B}"))
    }
}

@Suite struct InputTests {
    @Test("Full-width keys and what input methods put on command keys work", arguments: ["？", "?", "<f1>"])
    func help(_ key: String) throws {
        var robot = try Robot()
        try robot.press(key)
        #expect(robot.lines[1].contains("帮助"))
        #expect(robot.screen.contains("处处可用"))
        try robot.press(key)
        #expect(!robot.lines[1].contains("帮助"))
    }

    @Test("Full-width digits switch pages")
    func digits() throws {
        var robot = try Robot()
        try robot.press("２")
        #expect(robot.screen.contains("▾ 一"))
        try robot.press("1")
        #expect(robot.screen.contains("工作步骤"))
    }

    @Test("A Han character tells that the input method is on")
    func han() throws {
        var robot = try Robot()
        try robot.press("科")
        #expect(robot.notice.contains("输入法处于中文状态，按 Shift 切换"))
        try robot.press("j")
        #expect(!robot.screen.contains("输入法处于中文状态"))
    }

    @Test("No key is bound twice on a page, every command has keys and a sentence")
    func bindings() {
        for (title, commands) in Pages.listings {
            var seen: Set<Key> = []
            for command in commands {
                #expect(!command.keys.isEmpty, "\(title.string) \(command.name)")
                #expect(!command.help.isEmpty, "\(title.string) \(command.name)")
                for key in command.keys {
                    #expect(seen.insert(key).inserted, "\(title.string) \(command.name) \(key)")
                }
            }
        }
    }

    @Test("No command of a page hides one that works everywhere")
    func hidden() {
        let everywhere = Set(App.commands.flatMap(\.keys))
        // A show has the keyboard to itself.
        for (title, commands) in Pages.listings.dropFirst(App.listed.count) where title != "放映" {
            for command in commands {
                #expect(everywhere.isDisjoint(with: command.keys), "\(title.string) \(command.name)")
            }
        }
    }
}
