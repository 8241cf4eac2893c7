extension Plan {
    /// What people call an item: 三 for an area, 三-1 for a task, 15 for a row, 15-2 for a row's second milestone.
    package func number(of position: ItemTree.Position) -> String {
        tree.items.with(position) { number(of: $0, at: position) }
    }

    /// - Parameter item: the one at the position.
    func number(of item: Item, at position: ItemTree.Position) -> String {
        let printed = item.number
        if !printed.isEmpty {
            return item.level == .area
                ? String(printed.filter { $0 != "（" && $0 != "）" }) : printed
        }
        guard let parent = tree.parent(of: position) else { return "" }
        return "\(number(of: parent))-\(tree.ordinal(of: position) + 1)"
    }

    /// The subtasks and milestones by their printed numbers, for who asks for many: the first where two have the same.
    package var itemsByNumber: [String: Identifier<Item>] {
        let places = tree.items.places { $0.level >= .subtask && !$0.number.isEmpty }
        return Dictionary(places.lazy.map { (tree[$0].number, tree[$0].id) }) { first, _ in first }
    }

    /// The subtask or milestone with a printed number.
    package func item(numbered number: String) -> Identifier<Item>? {
        let found = tree.items.places(where: { $0.number == number && $0.level >= .subtask }, enough: 1)
        return found.first.map { tree[$0].id }
    }

    /// 第15项, 领域三, 任务三-1: how an item is named in a sentence.
    package func name(of position: ItemTree.Position) -> String {
        let number = number(of: position)
        return switch tree.level(of: position) {
        case .area: "领域\(number)"
        case .task: "任务\(number)"
        case .subtask: "第\(number)项"
        case .milestone: "节点\(number)"
        }
    }
}
