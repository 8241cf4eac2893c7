import StrictJSON
import Testing
import WorkPlan

@testable import Ledger

struct ChangeTests {
    private let plan: Plan

    init() throws { plan = try PlanFile.read(Assets.plan, file: "plan") }

    @Test func everyChangeIsMadeAndTakenBack() {
        var now = plan
        var steps: [(Plan, Change)] = []
        for change in Changes.all(in: plan) {
            steps.append((now, change))
            let (next, mismatches) = now.applying([change])
            #expect(mismatches.isEmpty, "\(change.sentence(in: now))")
            #expect(next.print != now.print, "\(change.sentence(in: now))")
            now = next
        }
        for (before, change) in steps.reversed() {
            let (next, mismatches) = now.applying([change.inverted])
            #expect(mismatches.isEmpty, "\(change.inverted.sentence(in: now))")
            #expect(next.print == before.print)
            now = next
        }
        #expect(now.print == plan.print)
    }

    @Test func everyChangeIsCodedAndReadBack() throws {
        for change in Changes.all(in: plan) + Changes.all(in: plan).map(\.inverted) {
            var writer = JSONWriter(.compact)
            writer.change(change)
            let read = try Change(try JSONDocument(writer.bytes, file: "change").root.object())
            #expect(read == change)
            var again = JSONWriter(.compact)
            again.change(read)
            #expect(again.bytes == writer.bytes)
        }
    }

    @Test func everyChangeIsASentence() {
        var now = plan
        for change in Changes.all(in: plan) {
            now = now.applying([change]).plan
            #expect(change.sentence(in: now).contains("→") || change.sentence(in: now).contains("新增"))
        }
        let progress = Change.progress(
            "row-15", unit: nil, day: Changes.day,
            Edit(was: .underway(percent: 45), becomes: .underway(percent: 50)))
        #expect(progress.sentence(in: plan) == "第15项进度 45%→50%（数据日 2024-03-31）")
    }

    @Test func planWithEverythingInItIsReadBackFromItsFile() throws {
        let (full, mismatches) = plan.applying(Changes.all(in: plan))
        #expect(mismatches.isEmpty)
        let bytes = PlanFile.write(full)
        let read = try PlanFile.read(bytes, file: "full")
        let isSame = read == full
        #expect(isSame)
        #expect(read.print == full.print)
    }

    @Test func whatDoesNotHoldIsNamed() {
        let change = Change.weight("row-6", Edit(was: 3, becomes: 2))
        #expect(
            plan.applying([change]).mismatches == [
                Mismatch(change: change, reason: .differs(.weight("row-6", Edit(was: 1, becomes: 2))))
            ])
    }

    @Test(
        arguments: [
            (
                Change.progress("task-1.1", unit: nil, day: Changes.day, Edit(was: nil, becomes: .notStarted)),
                Refusal.derived(.task)
            ),
            (
                .progress("row-99", unit: nil, day: Changes.day, Edit(was: nil, becomes: .notStarted)),
                .missing(.item, "row-99")
            ),
            (
                .progress("row-1", unit: "x", day: Changes.day, Edit(was: nil, becomes: .notStarted)),
                .missing(.unit, "x")
            ),
            (
                .progress("row-1", unit: nil, day: Changes.day, Edit(was: nil, becomes: .underway(percent: 101))),
                .outOfRange
            ),
            (.unit("scjgj", Edit(was: nil, becomes: nil)), .published("市市场监管局")),
            (.leadRule(Edit(was: .first, becomes: .first)), nil),
        ] as [(Change, Refusal?)])
    func changeWithoutAPlaceIsRefused(_ change: Change, _ refusal: Refusal?) {
        #expect(plan.refusal(of: change) == refusal)
    }

    @Test func publishedWordsAreNotChanged() throws {
        let title = plan.tree[try #require(plan.tree.position(of: "row-15"))].title
        #expect(plan.refusal(of: .title("row-15", Edit(was: title, becomes: "改"))) == .published(title))
    }
}
