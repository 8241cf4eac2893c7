/// Goes through two plans and gathers what differs, in one pass over each.
struct Comparer {
    struct Side {
        let plan: Plan
        let day: Day
        let standings: Standings

        init(_ plan: Plan, _ day: Day) {
            self.plan = plan
            self.day = day
            standings = Standings(plan, on: day)
        }
    }

    /// What rows are being written about.
    struct Topic {
        var subject: Comparison.Row.Subject
        var item: Identifier<Item>?
        var name: String
        var title = ""
    }

    let old: Side
    let new: Side
    var topic = Topic(subject: .rules, name: "")
    private(set) var rows: [Comparison.Row] = []
    private(set) var marks: [Identifier<Item>: Comparison.Mark] = [:]

    init(_ old: Side, _ new: Side) {
        self.old = old
        self.new = new
    }

    /// Writes a row about the topic.
    mutating func add(
        _ kind: Comparison.Row.Kind, _ field: String = "", was: String? = nil, becomes: String? = nil,
        turn: Comparison.Turn? = nil
    ) {
        rows.append(
            Comparison.Row(
                subject: topic.subject, item: topic.item, name: topic.name, title: topic.title, kind: kind,
                field: field, was: was, becomes: becomes, turn: turn))
        mark(kind, turn)
    }

    /// A field that is another than before.
    mutating func compare<Value: Equatable>(
        _ field: String, _ was: Value, _ becomes: Value, _ words: (Value) -> String?
    ) {
        guard was != becomes else { return }
        add(.changed, field, was: words(was), becomes: words(becomes))
    }

    mutating func compare(_ field: String, _ was: String, _ becomes: String) {
        compare(field, was, becomes) { $0.isEmpty ? nil : $0.quoted }
    }

    /// Elements of two lists that go by the same key, in the order of the newer list, and then what went.
    mutating func compareElements<Element: Equatable, Key: Hashable>(
        _ was: [Element], _ becomes: [Element], by key: (Element) -> Key,
        _ differ: (inout Comparer, Element?, Element?) -> Void
    ) {
        guard was != becomes else { return }
        let before = Dictionary(was.map { (key($0), $0) }) { first, _ in first }
        var seen: Set<Key> = []
        for element in becomes {
            seen.insert(key(element))
            let known = before[key(element)]
            if known != element { differ(&self, known, element) }
        }
        for element in was where !seen.contains(key(element)) { differ(&self, element, nil) }
    }

    // MARK: Marks

    private mutating func mark(_ kind: Comparison.Row.Kind, _ turn: Comparison.Turn?) {
        guard let id = topic.item else { return }
        var above: ItemTree.Position?
        if let position = new.plan.tree.position(of: id) {
            var mark = marks[id] ?? Comparison.Mark()
            switch kind {
            case .added where topic.subject == .item(id): mark.isAdded = true
            case .moved: mark.isMoved = true
            case .turned: mark.turn = turn
            case .added, .removed, .changed: mark.isChanged = true
            }
            marks[id] = mark
            above = new.plan.tree.parent(of: position)
        } else {
            above = survivor(above: id)
        }
        while let position = above {
            marks[new.plan.tree[position].id, default: Comparison.Mark()].below += 1
            above = new.plan.tree.parent(of: position)
        }
    }

    /// The nearest item above one that went that is still there.
    private func survivor(above id: Identifier<Item>) -> ItemTree.Position? {
        var place = old.plan.tree.position(of: id)
        while let position = place {
            if let found = new.plan.tree.position(of: old.plan.tree[position].id) { return found }
            place = old.plan.tree.parent(of: position)
        }
        return nil
    }
}
