import Cells
import Testing
import WorkPlan

@testable import Dashboard

/// What people type while others talk, and what the desk asks to be written down for it.
struct EditingTests {
    private static let spring = Day(number: 19_783)
    private var spring: Day { Self.spring }

    /// The Robot on 第15项.
    private func atRow15(width: Int = 100, height: Int = 30) throws -> Robot {
        var robot = try Robot(width: width, height: height)
        try robot.press("2/15<enter>")
        return robot
    }

    @Test func percentGoesUpWithOneKeyAndIsSeen() throws {
        var robot = try atRow15()
        try robot.press("+")
        #expect(robot.sentences == ["第15项进度 未报→5%（数据日 2024-03-31）"])
        #expect(robot.notice.contains("已保存：第15项进度 未报→5%"))
        #expect(robot.selected.contains("5%"))
        try robot.press("++-")
        #expect(robot.sentences.last == "第15项进度 15%→10%（数据日 2024-03-31）")
    }

    @Test func whatHeldBeforeIsSaidWhereTheDayHasNothingYet() throws {
        var plan = try Robot.jiaxing()
        let row = try #require(plan.tree.position(of: "row-15"))
        let day = try #require(Day("2024-02-01"))
        plan.tree[row].progress = [Progress(unit: nil, day: day, status: .underway(percent: 50))]
        var robot = try Robot(plan, width: 100, height: 30)
        try robot.press("2/15<enter>+")
        #expect(robot.sentences == ["第15项进度 50%→55%（数据日 2024-03-31）"])
        try robot.press("+")
        #expect(robot.sentences.last == "第15项进度 55%→60%（数据日 2024-03-31）")
    }

    @Test(arguments: [
        (Status.completed(Self.spring), "第15项已完成：要重新打开，按 S 选状态"), (.underway(percent: nil), "第15项进行中，没有百分比：按 e 填"),
    ])
    func oneKeyMovesNoPercentThatIsNotThere(_ status: Status, _ notice: String) throws {
        var plan = try Robot.jiaxing()
        let row = try #require(plan.tree.position(of: "row-15"))
        plan.tree[row].progress = [Progress(unit: nil, day: spring, status: status)]
        var robot = try Robot(plan, width: 100, height: 30)
        try robot.press("2/15<enter>+")
        #expect(robot.sentences.isEmpty)
        #expect(robot.notice.contains(notice))
    }

    @Test func percentThatIsCountedIsNotTyped() throws {
        var plan = try Robot.jiaxing()
        let row = try #require(plan.tree.position(of: "row-15"))
        let item = plan.tree[row].id
        let indicator = try #require(plan.indicators.firstIndex { $0.item == item && $0.goal != nil })
        plan.indicators[indicator].readings = [Indicator.Reading(day: spring, value: 1)]
        var robot = try Robot(plan, width: 100, height: 30)
        try robot.press("2/15<enter>+")
        #expect(robot.sentences.isEmpty)
        #expect(robot.notice.contains("第15项的进度由指标算出：按 i 填读数"))
    }

    /// What is written down as received in summer has not come in spring, and one key says that it has.
    @Test func reportOfALaterDayIsReceivedToday() throws {
        var plan = try Robot.jiaxing()
        let row = try #require(plan.tree.position(of: "row-1"))
        let (unit, period) = (plan.tree[row].assignments[0].unit, try #require(Period("2024Q1")))
        plan.tree[row].reports = [
            Report(
                unit: unit, period: period, progress: "许可 3 件", problems: "", next: "", needsCoordination: false,
                received: spring.adding(days: 100), isSignedOff: true)
        ]
        var robot = try Robot(plan, width: 100, height: 60)
        try robot.press("8")
        #expect(robot.screen.contains("已报 0"))
        try robot.press("o")
        #expect(robot.screen.contains("已报 1"))
        let report = try #require(robot.plan.tree[row].report(by: unit, for: period))
        #expect(report.received == Day("2024-03-31") && report.isSignedOff && report.progress == "许可 3 件")
        try robot.press("o")
        #expect(robot.plan.tree[row].report(by: unit, for: period)?.isSignedOff == false)
    }

    @Test func firstMilestoneIsSaidToCountFromNowOn() throws {
        var plan = try Robot.jiaxing()
        let row = try #require(plan.tree.position(of: "row-13"))
        plan.tree[row].progress = [Progress(unit: nil, day: spring, status: .underway(percent: 70))]
        var robot = try Robot(plan, width: 100, height: 30)
        try robot.press("2/13<enter>a")
        #expect(robot.screen.contains("有了节点，进度就按办完的节点计：现在的 70% 会变成 0%"))
    }

    @Test func percentIsTypedExactly() throws {
        var robot = try atRow15()
        try robot.press("e37.5<enter>")
        #expect(robot.sentences.isEmpty && robot.app.dialog != nil)
        try robot.press("<c-s>")
        #expect(robot.sentences == ["第15项进度 未报→37.5%（数据日 2024-03-31）"])
    }

    @Test func impossiblePercentIsRefusedAndStaysInTheForm() throws {
        var robot = try atRow15()
        try robot.press("e370<c-s>")
        #expect(robot.sentences.isEmpty)
        #expect(robot.screen.contains("“370”不是 0 到 100 之间的数"))
        #expect(robot.screen.contains("370"))
    }

    @Test func statusGoesOnByOneKeyAndStrikingOffAsksForEvidence() throws {
        var robot = try atRow15()
        try robot.press("s")
        #expect(robot.sentences.last == "第15项进度 未报→进行中（数据日 2024-03-31）")
        try robot.press("s")
        #expect(robot.sentences.last == "第15项进度 进行中→已完成（2024-03-31）（数据日 2024-03-31）")
        try robot.press("s")
        #expect(robot.screen.contains("销号　第15项"))
        try robot.press("<c-s>")
        #expect(robot.screen.contains("销号要写佐证"))
        try robot.press("嘉知办〔2024〕3号<c-s>")
        #expect(robot.sentences.last?.contains("已销号（2024-03-31，嘉知办〔2024〕3号）") == true)
    }

    @Test func movingADeadlineAsksForTheBasis() throws {
        var robot = try atRow15()
        try robot.press("d6月30日")
        #expect(robot.screen.contains("2024-06-30 周日 还有91天"))
        try robot.press("<c-s>")
        #expect(robot.screen.contains("调整期限要写依据"))
        #expect(robot.sentences.isEmpty)
        try robot.press("联席会议纪要<c-s>")
        #expect(robot.sentences == ["第15项节点调整 无→2024-06-30（联席会议纪要）"])
        #expect(robot.selected.contains("2024-06-30"))
        try robot.press("<enter>")
        #expect(robot.screen.contains("原定 2025-12-31"))
    }

    @Test func reportIsWrittenInThreeBlanks() throws {
        var robot = try atRow15()
        try robot.press("p")
        #expect(robot.screen.contains("哪个单位的进展"))
        try robot.press("2")
        #expect(robot.screen.contains("进展　第15项·市科技局"))
        try robot.press("已签约三家<tab>缺经费<tab>再签两家<tab> <c-s>")
        let report = try #require(robot.item(15).reports.first)
        #expect(report.progress == "已签约三家" && report.problems == "缺经费" && report.next == "再签两家")
        #expect(report.needsCoordination && report.unit == "kjj" && "\(report.period)" == "2024Q1")
    }

    @Test func textOfAFormThatIsPutAwayIsOfferedAgain() throws {
        var robot = try atRow15()
        try robot.press("b写了一半<esc>")
        #expect(robot.app.dialog == nil)
        #expect(robot.notice.contains("文字留着"))
        try robot.press("jkb")
        #expect(robot.screen.contains("写了一半"))
        try robot.press("再写<c-s>")
        #expect(robot.item(15).notes.map(\.text) == ["写了一半再写"])
        try robot.press("b")
        #expect(!robot.screen.contains("写了一半"))
    }

    @Test func longPasteIsKeptWhole() throws {
        var robot = try atRow15()
        let text = String(repeating: "专利开放许可进展顺利，", count: 200)
        try robot.press("p1")
        robot.type(.paste(text))
        try robot.press("<c-s>")
        #expect(robot.item(15).reports.first?.progress == text)
    }

    @Test func caretStandsWhereTheNextCharacterComes() throws {
        var robot = try atRow15()
        try robot.press("b中文a")
        let caret = try #require(robot.frame.caret)
        #expect(robot.frame[caret.x - 1, caret.y].glyph.scalars.first == "a")
        try robot.press("<left><left>")
        let moved = try #require(robot.frame.caret)
        #expect(moved.x == caret.x - 3 && moved.y == caret.y)
    }

    @Test func unitsAreTickedInAFilteredList() throws {
        var robot = try atRow15()
        try robot.press("r财政 <enter>")
        #expect(robot.screen.contains("分工调整的依据"))
        // One step back, with the ticks; another one lets go of them.
        try robot.press("<esc>")
        #expect(robot.screen.contains("责任单位　") && !robot.screen.contains("分工调整的依据"))
        try robot.press("<esc>")
        #expect(robot.app.dialog == nil)
        try robot.press("r财政 <enter><esc><enter>纪要<c-s>")
        #expect(robot.sentences == ["第15项·市财政局责任 无→责任"])
        #expect(robot.submissions.last?.note == "纪要")
    }

    @Test func publishedWordsAreAdjustedAndStayVisible() throws {
        var robot = try atRow15()
        try robot.press("t<c-u>新的写法<c-s>")
        #expect(robot.screen.contains("要写依据"))
        try robot.press("市长批示<c-s>")
        #expect(robot.selected.contains("新的写法"))
        try robot.press("<enter>")
        #expect(robot.screen.contains("原文") && robot.screen.contains("高校科研院所专利开放许可"))
        #expect(robot.screen.contains("依据：市长批示"))
    }

    @Test func milestonesAreAddedMovedAndRemoved() throws {
        var robot = try atRow15()
        try robot.press("a第一步<tab>6月底<tab>办公室<c-s>")
        try robot.press("a第二步<tab>+200<tab>办公室<c-s>")
        #expect(robot.milestones(of: 15) == ["第一步", "第二步"])
        try robot.press("j")
        #expect(robot.selected.contains("第一步") && robot.selected.contains("2024-06-30"))
        try robot.press("J")
        #expect(robot.milestones(of: 15) == ["第二步", "第一步"])
        try robot.press("Dy")
        #expect(robot.milestones(of: 15) == ["第二步"])
    }

    @Test func addedSubtaskIsNumberedAndHasItsSource() throws {
        var robot = try atRow15()
        // Up to the task above.
        try robot.press("<left>a设立专项基金<tab><tab>市长批示<tab>市财政局<c-s>")
        let added = try #require(robot.plan.tree.items.first { $0.number == "增1" })
        #expect(added.addedSource == "市长批示" && added.assignments.map(\.unit) == ["czj"])
        #expect(robot.screen.contains("设立专项基金"))
    }

    @Test func publishedRowsAreNotRemoved() throws {
        var robot = try atRow15()
        try robot.press("D")
        #expect(robot.notice.contains("这是公布的内容"))
        #expect(robot.sentences.isEmpty)
    }

    @Test func areasAndTasksAreNotEditedThemselves() throws {
        var robot = try atRow15()
        try robot.press("<left>+")
        #expect(robot.notice.contains("由下属事项汇总"))
        #expect(robot.sentences.isEmpty)
    }

    @Test func markedRowsAreEditedTogetherAsOneEntry() throws {
        var robot = try atRow15()
        try robot.press("/7<enter>  e40<c-s>")
        #expect(robot.submissions.count == 1)
        #expect(robot.submissions.first?.changes.count == 2)
    }

    @Test(arguments: [3, 4])
    func threeOrMoreAtOnceAskFirst(count: Int) throws {
        var robot = try atRow15()
        try robot.press("/7<enter>" + String(repeating: " ", count: count) + "+")
        #expect(robot.screen.contains("一次修改 \(count) 项，确定吗？"))
        #expect(robot.screen.contains("……") == (count > 3))
        #expect(robot.submissions.isEmpty)
        try robot.press("y")
        #expect(robot.submissions.first?.changes.count == count)
    }

    @Test(arguments: ["n", "<esc>"])
    func noToTheQuestionKeepsWhatWasTypedAlsoThroughTheNextSave(no: String) throws {
        var robot = try atRow15()
        try robot.press("/7<enter>    e40<c-s>")
        #expect(robot.screen.contains("一次修改 4 项，确定吗？"))
        try robot.press(no)
        #expect(robot.submissions.isEmpty && robot.app.dialog == nil)
        // Another row is edited by itself in the meantime, without the marks.
        try robot.press("/7<enter>    /20<enter>+")
        #expect(robot.submissions.count == 1)
        try robot.press("/7<enter>    e")
        let form = try #require(robot.app.dialog as? Form)
        #expect(form.text(0) == "40" && form.isTouched)
        try robot.press("<c-s>y")
        #expect(robot.submissions.last?.changes.count == 4)
        try robot.press("/7<enter>    e")
        #expect((robot.app.dialog as? Form)?.isTouched == false)
    }

    @Test func textIsKeptWhenOneDoesNotSayWhoOneIs() throws {
        var robot = try Robot(width: 100, isAuthorKnown: false)
        try robot.press("2/15<enter>e37.5<c-s>")
        #expect(robot.screen.contains("您是？"))
        try robot.press("<esc>")
        #expect(robot.submissions.isEmpty && robot.app.dialog == nil)
        try robot.press("e")
        #expect((robot.app.dialog as? Form)?.text(0) == "37.5")
        try robot.press("<c-s>王五<enter>")
        #expect(robot.sentences == ["第15项进度 未报→37.5%（数据日 2024-03-31）"])
        try robot.press("e")
        #expect((robot.app.dialog as? Form)?.isTouched == false)
    }

    @Test func meetingCarriesItsDecisions() throws {
        var robot = try atRow15()
        try robot.press("m<c-s>")
        #expect(robot.lines[0].contains("会议中"))
        try robot.press("A由市科技局牵头<tab><c-u>市科技局<tab>月底<c-s>")
        let decision = try #require(robot.plan.decisions.first)
        #expect(
            decision.items == ["row-15"] && decision.unit == "kjj" && decision.deadline?.description == "2024-03-31")
        try robot.press("my")
        #expect(robot.plan.openMeeting == nil && robot.plan.lastMeeting?.name == "第1次联席会议")
    }

    @Test func lightSetByHandStandsBesideTheComputedOne() throws {
        var robot = try atRow15()
        try robot.press("L<right><tab>群众反映强烈<tab><c-u>+10<c-s>")
        #expect(robot.selected.contains("黄"))
        #expect(robot.screen.contains("人工定为黄") && robot.screen.contains("系统计算为灰"))
    }

    @Test func readOnlyPlanSaysWhy() throws {
        var robot = try Robot(width: 100, readOnly: "只读打开")
        try robot.press("2/15<enter>+e")
        #expect(robot.notice.contains("只读打开"))
        #expect(robot.app.dialog == nil && robot.submissions.isEmpty)
    }

    @Test func whoHasNoNameIsAskedOnceAndTheEditIsNotLost() throws {
        var robot = try Robot(width: 100, isAuthorKnown: false)
        try robot.press("2/15<enter>+")
        #expect(robot.screen.contains("您是？"))
        try robot.press("王五<enter>")
        #expect(robot.effects.contains(.introduce("王五")))
        #expect(robot.sentences == ["第15项进度 未报→5%（数据日 2024-03-31）"])
    }

    @Test func whenSomebodyWasQuickerTheSecondDecidesAndKeepsTheText() throws {
        var robot = try atRow15()
        try robot.press("e50")
        robot.somebodyElse("row-15", percent: 60)
        try robot.press("<c-s>")
        #expect(robot.screen.contains("李四 改了同一处"))
        try robot.press("n")
        #expect(robot.item(15).progress.first?.status == .underway(percent: 60))
        try robot.press("e")
        #expect(robot.screen.contains("50"))
    }
}
