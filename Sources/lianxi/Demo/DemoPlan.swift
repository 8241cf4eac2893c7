import Ledger
import WorkPlan

/// The plan that the demonstration begins with: the published one under an identifier and titles of its own.
enum DemoPlan {
    static let id: Identifier<Plan> = "demo-jiaxing-2022-2025"
    /// Before the titles, so that it stands on every page.
    static let mark = "【演示】"

    static func seed() throws(Complaint) -> Seed {
        do {
            let published = try PlanFile.read(Assets.bytes(Assets.jiaxing) ?? [], file: Assets.jiaxing)
            return Seed(PlanFile.write(marked(published)))
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }

    private static func marked(_ published: Plan) -> Plan {
        var plan = Plan(
            id: id, title: mark + published.title, shortTitle: mark + published.shortTitle, issuer: published.issuer,
            issued: published.issued, period: published.period, periodEnd: published.periodEnd, goal: published.goal)
        plan.source = published.source
        plan.rules = published.rules
        plan.phases = published.phases
        plan.safeguards = published.safeguards
        plan.paragraphs = published.paragraphs
        plan.tree = published.tree
        plan.indicators = published.indicators
        plan.deliverables = published.deliverables
        plan.discrepancies = published.discrepancies
        for unit in published.units { _ = plan.add(unit) }
        return plan
    }
}
