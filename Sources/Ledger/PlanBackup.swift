import WorkPlan

/// What a plan was before some changes, so that they can be made in place and taken back: for changes inside an item only
/// that item is kept. A copy of the whole plan would be copied in truth by the first change, which at 100,000 items took
/// longer than everything else in a commit.
enum PlanBackup {
    case items([(position: ItemTree.Position, item: Item)])
    case whole(Plan)

    init(_ plan: Plan, _ changes: [Change]) {
        var items: [(ItemTree.Position, Item)] = []
        for change in changes {
            guard let position = change.innerItem.flatMap({ plan.tree.position(of: $0) }) else {
                self = .whole(plan)
                return
            }
            items.append((position, plan.tree[position]))
        }
        self = .items(items)
    }

    func restore(_ plan: inout Plan) {
        switch self {
        case .items(let items): for (position, item) in items { plan.tree[position] = item }
        case .whole(let whole): plan = whole
        }
    }
}

extension Change {
    /// The item that the change alters and nothing else; nil where it alters anything else, or the shape of the tree.
    fileprivate var innerItem: Identifier<Item>? {
        switch self {
        case .progress(let item, _, _, _), .report(let item, _, _, _), .adjustment(let item, _, _),
            .rewording(let item, _, _), .assignment(let item, _, _), .note(let item, _, _),
            .evidence(let item, _, _), .lightOverride(let item, _), .start(let item, _), .weight(let item, _),
            .title(let item, _), .number(let item, _), .addedSource(let item, _):
            item
        default: nil
        }
    }
}
