import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

/// What keys do in the blanks of a form, and what of them is seen.
struct BlankTests {
    private func form(_ robot: Robot) throws -> Form { try #require(robot.app.dialog as? Form) }

    /// The Robot in the form for the percent of 第15项, which stands at 72.
    private func at72() throws -> Robot {
        var robot = try Robot(width: 100, height: 30)
        try robot.press("2/15<enter>e72<c-s>e")
        #expect(try form(robot).text(0) == "72")
        return robot
    }

    @Test(arguments: [
        ("8", "8"), ("8.5", "8.5"), ("<right>8", "728"), ("<end>8", "728"), ("<home>8", "872"), ("<left>8", "782"),
        ("<backspace>8", "78"), ("<c-u>8", "8"), ("<del>8", "8"), ("<tab><s-tab>8", "728"), ("<down><up>8", "728"),
        ("<paste 66>", "66"),
        ("<esc>e8", "8"), ("5<esc>e8", "58"),
    ])
    func firstCharacterReplacesWhatABlankComesWith(keys: String, text: String) throws {
        var robot = try at72()
        try robot.press(keys)
        #expect(try form(robot).text(0) == text)
    }

    @Test func nextBlankIsReplacedAsWell() throws {
        var robot = try at72()
        try robot.press("80<enter>2024-03-15<c-s>")
        #expect(robot.sentences.last == "第15项进度 未报→80%（数据日 2024-03-15）")
    }

    @Test func whatWouldBeReplacedIsSeen() throws {
        var robot = try at72()
        #expect(robot.selectedText == "72")
        try robot.press("<right>")
        #expect(robot.selectedText == "")
        try robot.press("<tab>")
        #expect(robot.selectedText == "2024-03-31")
        try robot.press("1")
        #expect(robot.selectedText == "")
    }

    @Test func longTextsAndListsAreAddedTo() throws {
        var robot = try Robot(width: 100, height: 30)
        try robot.press("2/15<enter>t末尾")
        #expect(try form(robot).text(0).hasSuffix("末尾") && form(robot).text(0).hasPrefix("高校科研院所"))
        try robot.press("<esc>m<c-s>A要办的事<tab><tab><tab>、16<c-s>")
        #expect(robot.plan.decisions.first?.items == ["row-15", "row-16"])
    }

    // MARK: Choices

    @Test(arguments: [40, 64, 80, 120])
    func chosenOneOfManyIsSeenWhole(width: Int) throws {
        for glyphs in [GlyphSet.narrow, .wideSafe] {
            var robot = try Robot(width: width, height: 24, glyphs: glyphs)
            try robot.press("2F6<tab>")
            let words = ["不限"] + Status.Category.allCases.map(\.word)
            for word in words + words.prefix(2) {
                let row = try #require(robot.lines.first { $0.contains(" 状态 ") })
                #expect(row.contains("[\(word)]"))
                // Nothing is cut: what stands between the signs are whole words.
                let shown = row.split { " [].‹›<>…".contains($0) }.map(String.init).dropFirst()
                #expect(shown.allSatisfy(words.contains), "\(row)")
                let more = [glyphs.moreLeft, glyphs.moreRight].contains { row.contains($0.string) }
                #expect(more == (shown.count < words.count), "\(row)")
                try robot.press("<right>")
            }
        }
    }

    // MARK: Menus

    @Test func menuNamesTheKeysItShows() throws {
        var robot = try Robot(width: 100, height: 30)
        try robot.press("2/15<enter>S")
        #expect(robot.keyBar.contains("1–6选定"))
        try robot.press("<esc>T")
        #expect(robot.keyBar.contains("d 2–5选定"))
        try robot.press("<esc>m<c-s>m")
        #expect(robot.keyBar.contains("y n选定"))
        try robot.press("y")
    }

    @Test func behindTheNinthOptionThereIsNoKey() throws {
        let menu = Menu("选", (1...12).map { number in Menu.Option("第\(number)") { _ in .done } })
        #expect(menu.keys.first?.key == "1–9")
        let two = Menu("选", (1...2).map { number in Menu.Option("第\(number)") { _ in .done } })
        #expect(two.keys.first?.key == "1–2")
    }
}

extension Robot {
    /// What stands selected in the line of the caret.
    fileprivate var selectedText: String {
        let frame = self.frame
        guard let caret = frame.caret else { return "" }
        var text = String.UnicodeScalarView()
        for cell in frame.row(caret.y) where cell.surface == .selected && cell.span != .tail {
            text.append(contentsOf: cell.glyph.scalars)
        }
        return String(text)
    }
}
