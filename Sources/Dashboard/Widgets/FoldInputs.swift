import WorkPlan

/// What the rows of a page that folds are made from, besides how it arranges them.
struct FoldInputs: Equatable {
    let revision: Revision
    let folded: Set<Identifier<Item>>
}

extension Memo where Inputs == FoldInputs, Output == Outline {
    /// The rows of the whole tree that the filter and the folds leave.
    func callAsFunction(_ situation: Situation, folded: Set<Identifier<Item>>) -> Outline {
        self(FoldInputs(revision: situation.revision, folded: folded)) {
            Outline(situation.plan.tree, folded: folded, kept: situation.kept)
        }
    }
}
