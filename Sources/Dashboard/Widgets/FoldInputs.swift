import WorkPlan

/// What the rows of a tree follow from.
struct FoldInputs: Equatable {
    let tree: ItemTree
    /// Nil where no filter hides anything: then an edit that moves no item leaves all rows as they are.
    let filtered: Revision?
    let folded: Set<Identifier<Item>>

    init(_ situation: Situation, folded: Set<Identifier<Item>>) {
        tree = situation.plan.tree
        filtered = situation.filter.isEmpty ? nil : situation.revision
        self.folded = folded
    }

    static func == (left: FoldInputs, right: FoldInputs) -> Bool {
        left.filtered == right.filtered && left.folded == right.folded && left.tree.isArranged(as: right.tree)
    }
}

extension Memo where Inputs == FoldInputs, Output == Outline {
    /// The rows of the whole tree that the filter and the folds leave.
    func callAsFunction(_ situation: Situation, folded: Set<Identifier<Item>>) -> Outline {
        self(FoldInputs(situation, folded: folded)) {
            Outline(situation.plan.tree, folded: folded, kept: situation.kept)
        }
    }
}
