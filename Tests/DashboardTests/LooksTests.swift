import Cells
import Testing

@testable import Dashboard

@Suite struct LooksTests {
    private static let themes = [
        ThemeListing(name: "dark", title: "深色", remark: "dark"),
        ThemeListing(name: "light", title: "浅色", remark: "light"),
        ThemeListing(name: "mine", title: "mine", remark: "有误：第3行"),
    ]

    /// F2 is pressed and answered.
    private func open(_ width: Int = 80, _ height: Int = 24) throws -> Robot {
        var robot = try Robot(width: width, height: height)
        try robot.press("<f2>")
        #expect(robot.effects == [.chooseTheme])
        robot.hear(.themes(Self.themes, worn: "light"))
        return robot
    }

    @Test("The themes are listed by their titles, with the cursor on the one that is worn")
    func list() throws {
        for (width, height) in [(64, 18), (120, 36)] {
            let robot = try open(width, height)
            for words in ["配色", "深色", "浅色", "有误：第3行"] { #expect(robot.screen.contains(words)) }
            #expect(robot.selected.contains("浅色"))
            #expect(robot.keyBar.contains("上下试看"))
        }
    }

    @Test("Moving the cursor shows a theme at once, and Enter keeps it")
    func keep() throws {
        var robot = try open()
        try robot.press("k")
        #expect(robot.effects.last == .previewTheme("dark"))
        try robot.press("<down><down>")
        #expect(robot.effects.last == .previewTheme("mine"))
        try robot.press("<up><up><enter>")
        #expect(robot.effects.last == .keepTheme("dark"))
        #expect(!robot.screen.contains("试看"))
    }

    @Test("Esc goes back to the theme worn before, and keeps none")
    func cancel() throws {
        var robot = try open()
        try robot.press("jk<down><esc>")
        #expect(robot.effects.last == .previewTheme("light"))
        #expect(!robot.effects.contains { if case .keepTheme = $0 { true } else { false } })
        #expect(!robot.screen.contains("试看"))
    }

    @Test("F12 hands over the screen as it stands, with the page's name")
    func screenshot() throws {
        var robot = try Robot()
        try robot.press("2/15<enter><enter>")
        let seen = robot.frame
        try robot.press("<f12>")
        let isHandedOver = robot.effects.contains(.screenshot(seen, of: "第15项"))
        #expect(isHandedOver)
        #expect(robot.submissions.isEmpty)
    }
}
