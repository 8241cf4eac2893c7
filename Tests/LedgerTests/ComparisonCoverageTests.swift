import Testing
import WorkPlan

@testable import Ledger

/// Every kind of change shows in a comparison, forth and back: a new kind without a row fails here.
struct ComparisonCoverageTests {
    @Test func everyChangeIsARowInWords() throws {
        var plan = try PlanFile.read(Assets.plan, file: "plan")
        for change in Changes.all(in: plan) {
            let next = plan.applying([change]).plan
            for (from, to) in [(plan, next), (next, plan)] {
                let rows = Comparison(from: from, on: Changes.day, to: to, on: Changes.day).rows
                #expect(rows.contains { $0.kind != .turned }, "\(change.sentence(in: next))")
                #expect(!rows.contains { $0.field == "其他内容" }, "\(change.sentence(in: next))")
            }
            plan = next
        }
    }
}
