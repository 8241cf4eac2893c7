import Cells
import Testing
import WorkPlan

@testable import Dashboard

/// What is offered again of a form that was put away, and what is not.
struct DraftTests {
    /// The Robot on 第15项.
    private func atRow15(width: Int = 100) throws -> Robot {
        var robot = try Robot(width: width, height: 30)
        try robot.press("2/15<enter>")
        return robot
    }

    private func text(_ field: Int, _ robot: Robot) throws -> String {
        try #require(robot.app.dialog as? Form).text(field)
    }

    @Test func basisForOneItemsUnitsIsNotOfferedForAnothers() throws {
        var robot = try atRow15()
        try robot.press("r财政 <enter>旧依据<esc><esc>")
        try robot.press("/16<enter>r财政 <enter>")
        #expect(try text(0, robot) == "")
        try robot.press("新依据<c-s>")
        #expect(robot.sentences == ["第16项·市财政局责任 无→责任"])
        #expect(robot.submissions.last?.note == "新依据")
        // That for item 15 is offered where item 15 gets the same unit.
        try robot.press("/15<enter>r财政 <enter>")
        #expect(try text(0, robot) == "旧依据")
        try robot.press("<c-s>")
        #expect(robot.sentences.last == "第15项·市财政局责任 无→责任")
    }

    @Test(arguments: ["e40", "d+9<tab>依据", "v文件", "b备注", "L<tab>理由"])
    func whatWasTypedForThreeMarkedRowsIsNotOfferedForTheFirstAlone(keys: String) throws {
        var robot = try atRow15()
        // The first marked row is the one that is edited alone afterwards.
        try robot.press("/7<enter>   " + keys + "<esc><esc>/7<enter>" + keys + "<c-s>")
        #expect(robot.submissions.count == 1)
        #expect(robot.submissions.first?.changes.map(\.slot.target) == [robot.item(7).id.text])
    }

    @Test func decisionOnOneItemIsNotLinkedToAnother() throws {
        var robot = try atRow15()
        try robot.press("m<c-s>A由市科技局牵头<esc>/16<enter>A")
        #expect(try text(0, robot) == "")
        try robot.press("由市农业农村局牵头<c-s>")
        #expect(robot.plan.decisions.map(\.items) == [["row-16"]])
        try robot.press("/15<enter>A")
        #expect(try text(0, robot) == "由市科技局牵头")
        try robot.press("<c-s>")
        #expect(robot.plan.decisions.last?.items == ["row-15"])
    }

    @Test func decisionOfOneMeetingIsNotRecordedInTheNext() throws {
        var robot = try atRow15()
        try robot.press("m<c-s>A写了一半<esc>my")
        try robot.press("m<c-s>A")
        #expect(try text(0, robot) == "")
        try robot.press("另一件<c-s>")
        #expect(robot.plan.decisions.map(\.meeting) == [robot.plan.meetings[1].id])
    }

    @Test func formThatComesBackFindsWhatIsThereNow() throws {
        var robot = try atRow15()
        try robot.press("e40<esc>")
        robot.somebodyElse("row-15", percent: 60)
        try robot.press("e")
        #expect(robot.screen.contains("其间改过"))
        #expect(robot.screen.contains("现在：进行中 60%"))
        try robot.press("<c-s>")
        #expect(robot.sentences == ["第15项进度 60%→40%（数据日 2024-03-31）"])
    }

    @Test func blanksNobodyTypedInFollowThePlan() throws {
        var robot = try atRow15()
        try robot.press("p2<tab>缺经费<esc>")
        let item = robot.item(15)
        robot.somebodyElse(
            robot.plan.setting(
                report: Report(
                    unit: "kjj", period: try #require(Period("2024Q1")), progress: "已签约", problems: "", next: "",
                    needsCoordination: false, received: try #require(Day("2024-03-30")), isSignedOff: false),
                of: item))
        try robot.press("p2")
        #expect(try text(1, robot) == "已签约")
        #expect(try text(2, robot) == "缺经费")
    }

    @Test func choiceComesBackByItsWords() throws {
        var robot = try atRow15()
        try robot.press("L<right><esc>L")
        let form = try #require(robot.app.dialog as? Form)
        #expect(form.fields[0].chosen == 2 && form.isTouched)
    }

    // MARK: What is added

    @Test func itemHalfWrittenUnderOneTaskIsSavedAfterOneUnderAnother() throws {
        var robot = try atRow15()
        try robot.press("<left>a设立专项基金<tab><tab>市长批示<esc>")
        try robot.press("/20<enter><left>a建立台账<tab><tab>会议纪要<c-s>")
        try robot.press("/15<enter><left>a<c-s>")
        let added = robot.plan.tree.items.filter { $0.number.hasPrefix("增") }
        #expect(Set(added.map(\.title)) == ["设立专项基金", "建立台账"])
        #expect(Set(added.map(\.number)) == ["增1", "增2"])
        #expect(Set(added.map(\.id)).count == 2)
    }

    @Test func itemIsNumberedAndNamedByThePlanItIsSavedIn() throws {
        var robot = try atRow15()
        try robot.press("<left>a设立专项基金<tab><tab>市长批示")
        // Another desk adds one while this is being typed.
        let task = try #require(robot.plan.tree.position(of: "row-20").flatMap { robot.plan.tree.parent(of: $0) })
        var other = Item(id: "other", level: .subtask, number: robot.plan.nextAddedNumber, title: "建立台账")
        other.addedSource = "会议纪要"
        robot.somebodyElse(robot.plan.adding(other, under: task))
        let name = robot.app.briefing.freshName
        try robot.press("<c-s>")
        let added = try #require(robot.plan.tree.items.first { $0.title == "设立专项基金" })
        #expect(added.number == "增2" && added.id.text == name)
    }

    @Test func everyNameIsAnotherOne() throws {
        var robot = try atRow15()
        try robot.press("b一<esc>/16<enter>b二<c-s>/15<enter>b<c-s>/16<enter>b三<c-s>")
        let names = robot.submissions.flatMap(\.changes).map(\.slot.element)
        #expect(names.count == 3 && Set(names).count == 3)
    }
}
