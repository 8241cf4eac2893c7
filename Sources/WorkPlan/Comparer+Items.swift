extension Comparer {
    /// The items in the reading order of the newer plan; what went stands behind what it hung on.
    mutating func compareItems() {
        let indicators = Indicators(old.plan, new.plan)
        var gone: [Identifier<Item>?: [ItemTree.Position]] = [:]
        for position in old.plan.tree.positions
        where new.plan.tree.position(of: old.plan.tree[position].id) == nil {
            gone[old.plan.tree.parent(of: position).map { old.plan.tree[$0].id }, default: []].append(position)
        }
        let moved = moves()
        for position in new.plan.tree.positions {
            let item = new.plan.tree[position]
            topic = Topic(
                subject: .item(item.id), item: item.id, name: new.plan.name(of: position), title: item.wording)
            if let before = old.plan.tree.position(of: item.id) {
                turn(before, position)
                if moved.contains(item.id) {
                    add(.moved, was: place(before, old.plan), becomes: place(position, new.plan))
                }
                compareFields(before, position)
            } else {
                add(.added, becomes: item.title)
                compareRecords(Item(id: item.id, level: item.level, title: item.title), item)
            }
            compareIndicators(of: item.id, indicators)
            for position in gone[item.id] ?? [] { remove(position, gone, indicators) }
        }
        for position in gone[nil] ?? [] { remove(position, gone, indicators) }
    }

    /// An item that went, and what went from below it.
    private mutating func remove(
        _ position: ItemTree.Position, _ gone: [Identifier<Item>?: [ItemTree.Position]], _ indicators: Indicators
    ) {
        let item = old.plan.tree[position]
        topic = Topic(subject: .item(item.id), item: item.id, name: old.plan.name(of: position), title: item.wording)
        add(.removed, was: item.title)
        compareIndicators(of: item.id, indicators)
        for position in gone[item.id] ?? [] { remove(position, gone, indicators) }
    }

    private mutating func turn(_ before: ItemTree.Position, _ position: ItemTree.Position) {
        let (from, to) = (old.standings.light(of: before), new.standings.light(of: position))
        guard from != to else { return }
        add(
            .turned, "亮灯", was: old.standings[before].reason.sentence,
            becomes: new.standings[position].reason.sentence, turn: Comparison.Turn(from: from, to: to))
    }

    // MARK: Places

    /// The fewest items that have to change their places to make one tree's order of the other's.
    private func moves() -> Set<Identifier<Item>> {
        var moved: Set<Identifier<Item>> = []
        for parent in new.plan.tree.positions where new.plan.tree.hasChildren(parent) {
            let id = new.plan.tree[parent].id
            var stayed: [(id: Identifier<Item>, place: ItemTree.Position)] = []
            for child in new.plan.tree.children(of: parent).map({ new.plan.tree[$0].id }) {
                guard let before = old.plan.tree.position(of: child) else { continue }
                if old.plan.tree.parent(of: before).map({ old.plan.tree[$0].id }) == id {
                    stayed.append((child, before))
                } else {
                    moved.insert(child)
                }
            }
            let kept = Self.longestAscending(stayed.map(\.place))
            for (place, child) in stayed.enumerated() where !kept.contains(place) { moved.insert(child.id) }
        }
        return moved
    }

    /// The indices of a longest ascending part of `numbers`.
    private static func longestAscending(_ numbers: [Int]) -> Set<Int> {
        var ends: [Int] = []
        var before: [Int?] = []
        for (index, number) in numbers.enumerated() {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
            }
            before.append(low > 0 ? ends[low - 1] : nil)
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var kept: Set<Int> = []
        var index = ends.last
        while let place = index {
            kept.insert(place)
            index = before[place]
        }
        return kept
    }

    /// 任务三-1下第2个
    private func place(_ position: ItemTree.Position, _ plan: Plan) -> String {
        guard let parent = plan.tree.parent(of: position) else { return "方案" }
        return "\(plan.name(of: parent))下第\(plan.tree.ordinal(of: position) + 1)个"
    }
}

/// The indicators of both plans by the item they hang on.
struct Indicators {
    let old: [Identifier<Item>: [Indicator]]
    let new: [Identifier<Item>: [Indicator]]

    init(_ old: Plan, _ new: Plan) {
        self.old = Dictionary(grouping: old.indicators, by: \.item)
        self.new = Dictionary(grouping: new.indicators, by: \.item)
    }
}
