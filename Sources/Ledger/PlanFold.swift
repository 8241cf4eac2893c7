import WorkPlan

/// A plan being folded when only the plan is asked for, and not who contradicts whom.
struct PlanFold {
    private(set) var plan: Plan
    private var graves: [Change.Slot: Conflict.Side] = [:]

    /// - Parameter graves: what had been taken away.
    init(_ plan: Plan, graves: [Conflict.Side] = []) {
        self.plan = plan
        for grave in graves { self.graves[grave.change.slot] = grave }
    }

    /// Adds the next line in the total order.
    mutating func add(_ line: JournalLine) {
        for change in line.entry.changes {
            let (mismatch, _) = plan.make(change, bringingBack: &graves)
            if change.isRemoval, mismatch == nil { graves[change.slot] = Conflict.Side(line, change) }
        }
    }
}

extension Plan {
    /// Applies a change. Where its target was taken away by somebody it did not know of, that comes back as it went,
    /// and the removal is returned.
    mutating func make(
        _ change: Change, bringingBack graves: inout [Change.Slot: Conflict.Side], depth: Int = 0
    ) -> (Mismatch?, returned: Conflict.Side?) {
        var mismatch = apply(change)
        var returned: Conflict.Side?
        while depth < 8, case .refused(.missing(let subject, let name))? = mismatch?.reason,
            let grave = graves.removeValue(forKey: Change.Slot(of: subject, name))
        {
            _ = make(grave.change.inverted, bringingBack: &graves, depth: depth + 1)
            mismatch = apply(change)
            returned = grave
        }
        return (mismatch, returned)
    }
}
