import Cells
import Testing
import WorkPlan

@testable import Dashboard

/// Commands by name, filters, everything a query finds, and copying.
struct ChoosingTests {

    @Test func commandIsFoundByItsWordsAndRun() throws {
        var robot = try Robot(width: 100, height: 30)
        try robot.press("2/15<enter>:加 5<enter>")
        #expect(robot.sentences == ["第15项进度 未报→5%（数据日 2024-03-31）"])
    }

    @Test func paletteSaysWhyACommandCannotBeDone() throws {
        var robot = try Robot(width: 120, height: 30)
        try robot.press("1:冲突")
        #expect(robot.screen.contains("没有冲突"))
        try robot.press("<enter>")
        #expect(robot.notice.contains("没有冲突"))
    }

    @Test func pagesOwnCommandsAreInThePalette() throws {
        var robot = try Robot(width: 100, height: 30)
        try robot.press("2:fold-all<enter>")
        #expect(robot.lines.dropFirst(2).prefix(6).allSatisfy { $0.contains("▸") })
    }

    @Test func filterShowsWhatMatchesWithWhatStandsAboveItAndSaysHowMuchItHides() throws {
        var robot = try Robot(width: 110, height: 30)
        try robot.press("2/15<enter>L<right><tab>理由<tab><c-u>+10<c-s><esc>F2")
        #expect(robot.lines[1].contains("黄灯或红灯（1/30 项）"))
        #expect(robot.screen.contains(" 15 ") && !robot.screen.contains(" 14 "))
        try robot.press("F1")
        #expect(!robot.lines[1].contains("筛选") && robot.screen.contains(" 14 "))
    }

    @Test func filterLeadsToTheTreeFromWhereItIsNotSeen() throws {
        var robot = try Robot(try Robot.eventful(), width: 120, height: 40)
        try robot.press("4F2")
        #expect(robot.lines[1].contains("黄灯或红灯"))
        try robot.press("3F1")
        #expect(robot.app.page is MatrixPage)
    }

    @Test func filterHoldsInTreeMatrixAndTimelineAndSaysSoOnNarrowScreensToo() throws {
        var robot = try Robot(try Robot.eventful(), width: 120, height: 40)
        try robot.press("2F2")
        let tree = robot.screen
        let count = try #require(tree.firstMatch(of: /（([0-9]+)\/30 项）/)?.1)
        let items = (1...30).map(robot.item)
        let kept = Set(items.filter { tree.contains(String($0.title.prefix(8))) }.map(\.id))
        #expect(kept.count == Int(count))
        for tab in ["3", "6"] {
            try robot.press(tab)
            #expect(robot.screen.contains("\(count)/30 项"))
            for item in items {
                #expect(robot.screen.contains(String(item.title.prefix(8))) == kept.contains(item.id), "\(item.number)")
            }
        }
        robot.resize(64, 18)
        for tab in ["2", "3", "6"] {
            try robot.press(tab)
            #expect(robot.lines[1].hasSuffix(" \(count)/30"))
        }
    }

    @Test func filterOfOnesOwnIsRememberedUnderItsName() throws {
        var robot = try Robot(width: 110, height: 30)
        try robot.press("2F6<tab><tab>市科技局<tab><tab><tab><tab><tab><tab>科技局的<c-s>")
        #expect(robot.lines[1].contains("市科技局（4/30 项）"))
        let kept = robot.effects.compactMap { effect -> NamedFilter? in
            if case .keepFilter(let named) = effect { named } else { nil }
        }
        #expect(kept.first?.name == "科技局的" && kept.first?.filter.units == ["kjj"])
    }

    @Test func editsUndoneUnderAFilterAreDoneAllTheSame() throws {
        var robot = try Robot(width: 110, height: 30)
        try robot.press("2/15<enter>+F4u")
        #expect(robot.effects.contains(.undo(force: false)))
    }

    @Test func whatIsNoItemsOwnWordsIsFoundAllTheSame() throws {
        var robot = try Robot(width: 110, height: 30)
        try robot.press("/市科技局<tab>")
        #expect(robot.screen.contains("查找结果") && robot.screen.contains("单位"))
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("市科技局"))
    }

    @Test func selectionIsCopiedAsOneParagraphAndShown() throws {
        var robot = try Robot(width: 110, height: 30)
        try robot.press("2/15<enter>y")
        let copied = robot.effects.compactMap { effect -> String? in
            if case .copy(let text) = effect { text } else { nil }
        }
        let text = try #require(copied.first)
        #expect(text.contains("第15项") && text.contains("责任单位：市教育局、市科技局、市市场监管局") && text.contains("2025-12-31"))
        #expect(!text.contains("\n") && robot.screen.contains("责任单位：市教育局"))
    }
}
