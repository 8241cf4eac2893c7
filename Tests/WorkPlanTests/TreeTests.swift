import Testing

@testable import WorkPlan

@Suite struct TreeTests {
    @Test("A milestone takes no children, an area no parent, and no identifier comes twice")
    func refusals() throws {
        var tree = ItemTree()
        let area = try tree.append(Item(id: "a", level: .area, title: "领域"), under: nil)
        let task = try tree.append(Item(id: "t", level: .task, title: "任务"), under: area)
        let row = try tree.append(Item(id: "r", level: .subtask, title: "事项"), under: task)
        let milestone = try tree.append(Item(id: "m", level: .milestone, title: "节点"), under: row)
        #expect(throws: ItemTree.Refusal.misplaced(.milestone, under: .milestone)) {
            try tree.append(Item(id: "n", level: .milestone, title: "节点"), under: milestone)
        }
        #expect(throws: ItemTree.Refusal.misplaced(.area, under: .area)) {
            try tree.append(Item(id: "b", level: .area, title: "领域"), under: area)
        }
        #expect(throws: ItemTree.Refusal.misplaced(.task, under: nil)) {
            try tree.append(Item(id: "c", level: .task, title: "任务"), under: nil)
        }
        #expect(throws: ItemTree.Refusal.duplicate("r")) {
            try tree.append(Item(id: "r", level: .subtask, title: "事项"), under: task)
        }
        #expect(tree.count == 4)
        #expect(tree.ancestors(of: milestone) == [area, task, row])
    }

    @Test("A shape made at once is the one that appending makes, and refuses what that refuses")
    func shape() throws {
        var random = SplitMix(state: 5)
        var made = 0
        for round in 0..<20_000 {
            let count = Int.random(in: 0...7, using: &random)
            let parents = (0..<count).map { place in
                Int32(Int.random(in: -1..<max(1, place + (round.isMultiple(of: 9) ? 2 : 0)), using: &random))
            }
            let levels = parents.map { parent in
                parent < 0 ? .area : Level.allCases.randomElement(using: &random) ?? .area
            }
            var appended: TreeShape? = TreeShape()
            for (level, parent) in zip(levels, parents) {
                do throws(ItemTree.Refusal) {
                    try appended?.append(level, under: parent < 0 ? nil : Int(parent))
                } catch {
                    appended = nil
                }
            }
            let whole = TreeShape(levels: levels, parents: parents)
            #expect((whole == nil) == (appended == nil), "\(levels) \(parents)")
            guard let whole, let appended else { continue }
            made += 1
            #expect(whole == appended && whole.ends == appended.ends && whole.ordinals == appended.ordinals)
        }
        #expect(made > 2000)
    }

    @Test("Each of many is found by its identifier, also after some have moved and gone, and none comes twice")
    func finding() throws {
        var plan = Sample.plan()
        let task = try #require(plan.tree.position(of: "task-1"))
        var additions: [Change] = []
        for number in 0..<500 {
            var row = Item(id: Identifier("made-\(number)"), level: .subtask, number: "增\(number)", title: "增列")
            row.addedSource = "会议"
            additions.append(plan.adding(row, under: task))
            plan = plan.applying(additions.suffix(1)).plan
        }
        let move = Change.place(
            "made-7", Edit(was: ItemPlace(under: "task-1", at: 9), becomes: ItemPlace(under: "task-2", at: 0)))
        let (left, mismatches) = plan.applying([move, additions[499].inverted])
        #expect(mismatches.isEmpty)
        var tree = left.tree
        #expect(tree.position(of: "made-499") == nil)
        #expect(tree.items.indices.allSatisfy { tree.position(of: tree[$0].id) == $0 })
        #expect((0..<499).allSatisfy { tree.position(of: Identifier("made-\($0)")) != nil })
        let last = try #require(tree.position(of: "task-2"))
        #expect(throws: ItemTree.Refusal.duplicate("made-498")) {
            try tree.append(Item(id: "made-498", level: .subtask, title: "事项"), under: last)
        }
    }

    @Test("What the office added moves with what is below it, and back again by the inverse; published rows stay")
    func moving() throws {
        var plan = Sample.plan()
        var row = Item(id: "made", level: .subtask, number: "增1", title: "增列")
        row.addedSource = "会议"
        var milestone = Item(id: "step", level: .milestone, title: "节点")
        milestone.addedSource = "会议"
        let task = try #require(plan.tree.position(of: "task-1"))
        plan = plan.applying([plan.adding(row, under: task)]).plan
        plan = plan.applying([plan.adding(milestone, under: try #require(plan.tree.position(of: "made")))]).plan
        let before = plan
        let move = Change.place(
            "made", Edit(was: ItemPlace(under: "task-1", at: 2), becomes: ItemPlace(under: "task-2", at: 0)))
        let (moved, mismatches) = plan.applying([move])
        #expect(mismatches.isEmpty)
        #expect(moved.tree.items.suffix(4).map(\.id) == ["task-2", "made", "step", "row-3"])
        let step = try #require(moved.tree.position(of: "step"))
        #expect(moved.tree.ancestors(of: step).map { moved.tree[$0].id } == ["area-2", "task-2", "made"])
        #expect(moved.applying([move.inverted]).plan == before)
        let published = Change.place(
            "row-3", Edit(was: ItemPlace(under: "task-2", at: 0), becomes: ItemPlace(under: "task-1", at: 0)))
        #expect(plan.refusal(of: published) == .published("开展宣传。"))
    }

    @Test("Folding hides what is below; a hidden item is found at the row that hides it")
    func folding() throws {
        let tree = Sample.plan().tree
        #expect(Outline(tree, folded: []).rows.map(\.depth) == [0, 1, 2, 2, 0, 1, 2])
        let areas = Outline(tree, folded: Outline.folds(tree, downTo: .area))
        #expect(areas.rows.map { tree[$0.position].id } == ["area-1", "area-2"])
        #expect(areas.rows.allSatisfy { $0.isFolded })
        let hidden = try #require(tree.position(of: "row-2"))
        #expect(areas.index(of: hidden, in: tree) == 0)
        #expect(Outline(ItemTree(), folded: []).index(of: 0, in: ItemTree()) == nil)
    }

    @Test("The rows of a tree are those one comes to item by item, however it is folded, filtered and arranged")
    func rows() throws {
        var random = SplitMix(state: 8)
        let levels = Level.allCases
        for _ in 0..<2000 {
            var tree = ItemTree()
            for number in 0..<Int.random(in: 0...12, using: &random) {
                let parent = tree.positions.last.flatMap { last in
                    (tree.ancestors(of: last) + [last]).filter { tree.level(of: $0) < .milestone }.randomElement(
                        using: &random)
                }
                let least = parent.map { tree.level(of: $0).depth + 1 } ?? 0
                let level = parent == nil ? .area : levels[Int.random(in: least..<levels.count, using: &random)]
                try tree.append(Item(id: Identifier("\(number)"), level: level, title: ""), under: parent)
            }
            let folded = Set(tree.positions.filter { _ in .random(using: &random) }.map { tree[$0].id })
            let keeps = tree.positions.map { _ in Bool.random(using: &random) }
            let kept = Bool.random(using: &random) ? Kept(tree) { keeps[$0] } : nil
            let arrangements = levels.map(Outline.Arrangement.tree) + [.flat]
            let arrangement = arrangements[Int.random(in: arrangements.indices, using: &random)]
            let rows = Outline(tree, arrangement, folded: folded, kept: kept).rows
            #expect(Array(rows) == Self.rows(tree, arrangement, folded, kept))
        }
    }

    /// Item by item: one has a row where nothing above it is folded.
    private static func rows(
        _ tree: ItemTree, _ arrangement: Outline.Arrangement, _ folded: Set<Identifier<Item>>, _ kept: Kept?
    ) -> [Outline.Row] {
        let deepest = if case .tree(let level) = arrangement { level } else { Level.subtask }
        let isFlat = arrangement == .flat
        return tree.positions.compactMap { position in
            let above = tree.ancestors(of: position)
            let level = tree.level(of: position)
            guard isFlat ? level == .subtask : level <= deepest, kept?.isShown(position) ?? true,
                isFlat || !above.contains(where: { folded.contains(tree[$0].id) })
            else { return nil }
            let below = tree.subtree(of: position).dropFirst()
            let isParent = level < deepest && below.contains { kept?.isKept($0) ?? true }
            return Outline.Row(
                position: position, depth: isFlat ? 0 : above.count, hasChildren: isParent,
                isFolded: isParent && !isFlat && folded.contains(tree[position].id),
                isKept: kept?.isKept(position) ?? true)
        }
    }

    @Test("Numbers are what people say")
    func numbers() {
        let plan = Sample.plan()
        let names = plan.tree.items.indices.map { plan.name(of: $0) }
        #expect(names == ["领域一", "任务一-1", "第1项", "第2项", "领域二", "任务二-1", "第3项"])
    }

    @Test("A collective unit is answered by its members")
    func collective() {
        let plan = Sample.plan()
        #expect(plan.counts.assignments == 3)
        #expect(plan.counts.assignmentsUnfolded == 4)
        #expect(plan.reportingUnits.map(\.id) == ["a", "x", "y"])
        #expect(plan.subtasks(of: "x").map { plan.tree[$0].id } == ["row-2"])
        #expect(plan.collectives(of: "y").map(\.id) == ["all"])
        #expect(plan.unit(named: "甲")?.id == "a")
    }
}

@Suite struct QueryTests {
    @Test("A 序号 finds its row and nothing else", arguments: ["2", "第2项", "２", "第２项"])
    func number(_ typed: String) {
        let plan = Sample.plan()
        #expect(plan.find(Query(typed)).map { plan.tree[$0].id } == ["row-2"])
    }

    @Test("All words must occur, in titles or units, in any order")
    func words() {
        let plan = Sample.plan()
        #expect(plan.find(Query("企业 培育")).map { plan.tree[$0].id } == ["row-1"])
        #expect(plan.find(Query("甲局")).map { plan.tree[$0].id } == ["row-1", "row-2"])
        #expect(plan.find(Query("企业 中心")).isEmpty)
        #expect(plan.find(Query("  ")).isEmpty)
    }

    @Test("Forms of one character are one, and the stretches are where they stand in the text")
    func stretches() {
        #expect(Query("(优势)").stretches(in: "示范（优势）企业") == [2..<6])
        #expect(Query("abc").stretches(in: "xＡＢＣ，abc") == [1..<4, 5..<8])
        #expect(Query("\"知源码\"").stretches(in: "推广“知源码”系统") == [2..<7])
        #expect(Query("企业 企业").stretches(in: "企业").count == 2)
        #expect(Query("没有").stretches(in: "").isEmpty)
    }
}

@Suite struct ItemTests {
    @Test("A changed copy leaves the item it was made from as it was")
    func copies() {
        var original = Item(id: "one", level: .subtask, title: "一")
        original.notes = [Note(id: "first", day: Sample.day("2024-01-01"), text: "先")]
        var copy = original
        copy.notes.append(Note(id: "second", day: Sample.day("2024-02-01"), text: "后"))
        copy.start = Sample.day("2023-01-01")
        #expect(original.notes.map(\.text) == ["先"])
        #expect(original.start == nil)
        #expect(copy.notes.map(\.text) == ["先", "后"])
        #expect(copy != original)
    }

    @Test("What was set and taken back again is as if it had never been there")
    func emptied() {
        let bare = Item(id: "one", level: .subtask, title: "一")
        var item = bare
        item.due = Sample.day("2024-01-01")
        #expect(item != bare)
        item.due = nil
        #expect(item == bare)
    }
}
