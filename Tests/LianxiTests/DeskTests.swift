import Cells
import Dashboard
import Foundation
import Ledger
import Testing
import WorkPlan

@testable import lianxi

/// Editing, undoing and looking back, from the key to the disk.
struct DeskTests {
    private static let isLong = ProcessInfo.processInfo.environment["LIANXI_LONG_TESTS"] != nil

    /// Keys that make one entry on the row the cursor is on.
    private static func edit(_ number: Int, using random: inout some RandomNumberGenerator) -> String {
        let percent = Int.random(in: 0...100, using: &random)
        let edits = [
            "+", "-", "e<c-u>\(percent).5<c-s>", "b备注\(number)<c-s>", "d+\(percent)<tab>依据\(number)<c-s>",
            "v文件\(number)<tab>说明<c-s>", "a节点\(number)<tab>+\(percent)<tab>会议<c-s>", "S1", "S3",
            "L<tab><c-u>理由\(number)<tab><c-u>+\(percent)<c-s>", "t改写\(number)<tab>依据<c-s>",
        ]
        return edits.randomElement(using: &random) ?? "+"
    }

    @Test func manyEditsAreTakenBackAndMadeAgainAndEveryStateCanBeSeenAgain() throws {
        var desk = try Desk()
        defer { desk.clean() }
        var random = SplitMix64(seed: 7)
        var plans = [desk.plan]
        try desk.press("2")
        while plans.count <= (Self.isLong ? 500 : 60) {
            let before = desk.entries
            try desk.press("/\(Int.random(in: 1...30, using: &random))<enter>")
            try desk.press(Self.edit(plans.count, using: &random))
            // A minus at zero changes nothing, and so on: those make no entry.
            try desk.press("<esc>")
            if desk.entries > before { plans.append(desk.plan) }
        }
        let made = desk.entries
        #expect(made == plans.count - 1)
        let history = try desk.clerk.source.ledger.history()
        for number in stride(from: 0, through: made, by: 7) {
            let isSame = try history.plan(before: number) == plans[number]
            #expect(isSame, "after \(number) entries")
        }
        let top = desk.screen
        for number in stride(from: made - 1, through: 0, by: -1) {
            try desk.press("u")
            let isSame = desk.plan == plans[number]
            #expect(isSame, "after undoing down to \(number)")
        }
        try desk.press("u")
        #expect(desk.notice.contains("没有可以撤销的修改"))
        for number in 1...made {
            try desk.press("U")
            let isSame = desk.plan == plans[number]
            #expect(isSame, "after redoing up to \(number)")
        }
        try desk.press("<esc>")
        #expect(desk.lines.dropFirst(2).dropLast(2).elementsEqual(Self.body(top)))
    }

    private static func body(_ screen: String) -> ArraySlice<String> {
        screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropFirst(2).dropLast(2)
    }

    @Test func itemHalfWrittenUnderOneTaskIsSavedAfterOneUnderAnother() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter><left>a设立专项基金<tab><tab>市长批示<esc>")
        try desk.press("/20<enter><left>a建立台账<tab><tab>会议纪要<c-s>/15<enter><left>a<c-s>")
        let added = desk.plan.tree.items.filter { $0.number.hasPrefix("增") }.sorted { $0.number < $1.number }
        #expect(added.map(\.title) == ["建立台账", "设立专项基金"] && added.map(\.number) == ["增1", "增2"])
    }

    @Test func undoNamesTheStepAndWorksAfterARestart() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>++")
        var again = try Desk(directory: desk.directory)
        try again.press("u")
        #expect(again.notice.contains("撤销：第15项进度 10%→5%"))
        try again.press("u")
        #expect(again.notice.contains("撤销：第15项进度 5%→未报"))
        try again.press("U")
        #expect(again.notice.contains("重做：第15项进度 未报→5%"))
        try again.press("2/16<enter>+U")
        #expect(again.notice.contains("没有可以重做的修改"))
    }

    @Test func aStartInThePastGoesThereOrSaysWhyNot() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>+")
        var clerk = desk.clerk
        try clerk.go(to: PointInTime(argument: "2000-01-01"))
        #expect(clerk.brief().asOf == "2000-01-01" && clerk.past?.number == 0)
        let complaint = #expect(throws: Complaint.self) { try clerk.go(to: PointInTime(argument: "last-meeting")) }
        #expect(complaint?.sentence.contains("没有结束过会议") == true)
        try clerk.go(to: PointInTime(argument: "now"))
        #expect(clerk.past == nil)
    }

    @Test func undoNeverTouchesAnothersEditWithoutAsking() throws {
        var mine = try Desk()
        defer { mine.clean() }
        var theirs = try Desk(directory: mine.directory, author: "李四")
        try mine.press("2/15<enter>+")
        try theirs.hear()
        try theirs.press("2/15<enter>e<c-u>60<c-s>")
        try mine.press("u")
        #expect(mine.screen.contains("李四 在") && mine.screen.contains("改了同一处，仍要撤销吗？"))
        try mine.press("n")
        #expect(mine.plan.status(ofRow: 15) == .underway(percent: 60))
        try mine.press("uy")
        #expect(mine.plan.status(ofRow: 15) == nil)
        try theirs.hear()
        #expect(theirs.screen.contains("张三"))
    }

    @Test func anothersEditIsSeenAndTheCursorStays() throws {
        var mine = try Desk()
        defer { mine.clean() }
        var theirs = try Desk(directory: mine.directory, author: "李四")
        try mine.press("2/20<enter>")
        let before = mine.lines[10]
        try theirs.press("2/15<enter>e<c-u>60<c-s>")
        try mine.hear()
        #expect(mine.notice.contains("李四 刚记了：第15项进度 未报→60%"))
        #expect(mine.lines[10] == before)
    }

    @Test func whoWasSlowerSeesWhatTheOtherDid() throws {
        var mine = try Desk()
        defer { mine.clean() }
        var theirs = try Desk(directory: mine.directory, author: "李四")
        try mine.press("2/15<enter>e50")
        try theirs.press("2/15<enter>e60<c-s>")
        try mine.press("<c-s>")
        #expect(mine.screen.contains("李四 在") && mine.screen.contains("第15项进度 未报→60%"))
        try mine.press("y")
        #expect(mine.plan.status(ofRow: 15) == .underway(percent: 50))
    }

    @Test func aDayInThePastIsShownMarkedAndNotEdited() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>++T2")
        #expect(desk.lines[0].contains("【历史】") && desk.lines[0].contains("只读"))
        #expect(desk.screen.contains("5%") && !desk.screen.contains("10%"))
        try desk.press("+")
        #expect(desk.notice.contains("只看不改"))
        try desk.press(",")
        #expect(!desk.screen.contains(" 5%"))
        try desk.press("..")
        #expect(!desk.lines[0].contains("【历史】") || desk.screen.contains("10%"))
        try desk.press("Tn")
        #expect(!desk.lines[0].contains("【历史】"))
    }

    @Test func historyListsEditsAndRestoresAValue() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("2/15<enter>e40<c-s>e<c-u>55<c-s>H")
        #expect(desk.screen.contains("第15项进度 未报→40%") && desk.screen.contains("第15项进度 40%→55%"))
        try desk.press("<enter>")
        #expect(desk.screen.contains("修改前") && desk.screen.contains("修改后"))
        try desk.press("<enter>1")
        #expect(desk.plan.status(ofRow: 15) == .underway(percent: 40))
    }

    @Test func comparisonSaysWhatChangedSinceTheMeetingAndMarksTheTree() throws {
        var desk = try Desk()
        defer { desk.clean() }
        try desk.press("m<c-s>my2/15<enter>e40<c-s>CC")
        #expect(desk.screen.contains("第15项") && desk.screen.contains("40%"))
        try desk.press("<esc>")
        let row = try #require(desk.lines.first { $0.contains(" 15 ") })
        #expect(row.first != " ")
    }

    @Test func reportsAreReceivedWithOneKeyAndPastedInMany() throws {
        var desk = try Desk()
        defer { desk.clean() }
        let reports = try #require(desk.tab("报送"))
        try desk.press("\(reports)o")
        #expect(desk.plan.tree.items.contains { $0.reports.contains { $0.isSignedOff } })
        let table = "序号\t单位\t进展情况\t存在问题\t下一步打算\n15\t市科技局\t\"已签约\n三家\"\t无\t再签\n99\t市科技局\t没有这一项\t\t"
        try desk.press("<paste \(table)>")
        #expect(desk.screen.contains("填入 1 条") && desk.screen.contains("没有序号“99”"))
        try desk.press("<enter>")
        let position = try #require(desk.plan.tree.position(of: "row-15"))
        #expect(desk.plan.tree[position].reports.contains { $0.progress == "已签约\n三家" && $0.unit == "kjj" })
    }

    @Test func conflictBetweenReplicasIsListedAndSettledWithOneKey() throws {
        var here = try Desk()
        defer { here.clean() }
        let elsewhere = here.directory + "-elsewhere"
        try FileManager.default.copyItem(atPath: here.directory, toPath: elsewhere)
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        try? FileManager.default.removeItem(atPath: elsewhere + "/.local")
        var there = try Desk(directory: elsewhere, author: "李四")
        try here.press("2/15<enter>e50<c-s>")
        try there.press("2/15<enter>e60<c-s>")
        for journal in try FileManager.default.contentsOfDirectory(atPath: elsewhere + "/history") {
            try FileManager.default.copyItem(
                atPath: elsewhere + "/history/" + journal, toPath: here.directory + "/history/" + journal)
        }
        try here.hear()
        #expect(here.lines[0].contains("冲突 1"))
        try here.press("c")
        #expect(here.screen.contains("50%") && here.screen.contains("60%") && here.screen.contains("李四"))
        try here.press("1")
        #expect(!here.lines[0].contains("冲突"))
    }
}

extension Plan {
    fileprivate func status(ofRow number: Int) -> Status? {
        tree.items.first { $0.number == "\(number)" }?.progress.last?.status
    }
}

extension Desk {
    /// The number key of a tab.
    fileprivate func tab(_ title: String) -> Int? {
        lines[1].firstMatch(of: /(\d)(\p{Han}+)/) == nil
            ? nil : lines[1].matches(of: /(\d)(\p{Han}+)/).first { $0.output.2 == title }.flatMap { Int($0.output.1) }
    }
}

/// Steele, Lea and Flood's generator: the same numbers every time.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
