import StrictJSON
import Testing
import WorkPlan

@testable import Ledger

struct PlanFileTests {
    @Test func realPlanIsReadAndWrittenWithoutLoss() throws {
        let plan = try PlanFile.read(Assets.plan, file: "plan")
        let again = try PlanFile.read(PlanFile.write(plan), file: "again")
        let isSame = again == plan
        #expect(isSame)
        #expect(again.print == plan.print)
    }
}
