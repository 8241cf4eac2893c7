import Testing
import WorkPlan

/// What a search finds is compared with what every text says by itself, without an index.
@Suite struct RandomSearchTests {
    private static let words = [
        "专利", "商标", "开放许可", "知识产权", "重庆", "调解", "行业", "绿色", "PCT", "“一件事”", "企业 园区", "强县", "第3项", "2025年", "中小微企业",
    ]

    /// A plan whose texts are made of few words, so that queries have many near misses.
    private static func plan(_ random: inout some RandomNumberGenerator) -> Plan {
        var plan = Sample.plan()
        for position in plan.tree.items.indices {
            plan.tree[position].title = text(Int.random(in: 1...8, using: &random), &random)
            if plan.tree[position].level == .subtask, Bool.random(using: &random) {
                let note = Note(id: Identifier("n\(position)"), day: Sample.day("2023-04-01"), text: text(3, &random))
                plan.tree[position].notes = [note]
            }
        }
        plan.deliverables = [
            Deliverable(
                id: "d", name: text(2, &random), kind: "平台", items: ["row-2"], phase: nil, sentence: nil)
        ]
        return plan
    }

    private static func text(_ count: Int, _ random: inout some RandomNumberGenerator) -> String {
        (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
    }

    /// Pieces of the words, initials, whole syllables, and what is spelled in part.
    private static func query(_ random: inout some RandomNumberGenerator) -> String {
        let letters = [
            "zl", "sb", "kfxk", "zscq", "zhuanli", "chongq", "zq", "tj", "hy", "xy", "lvse", "lu", "qy", "pct", "z",
        ]
        let piece = text(2, &random)
        let start = Int.random(in: 0..<piece.count, using: &random)
        let word = String(piece.dropFirst(start).prefix(Int.random(in: 1...4, using: &random)))
        let spelled = letters.randomElement(using: &random) ?? ""
        return switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: word
        case 2: spelled
        case 3: word + spelled
        default: word + " " + spelled
        }
    }

    /// The items every word of which stands in one of their texts or in the name of one of their units; only those that
    /// hold the words as they are, where there are any.
    private static func simply(_ typed: String, in plan: Plan) -> [ItemTree.Position] {
        let texts = plan.tree.items.indices.map { position -> [String] in
            let item = plan.tree[position]
            let belongings = plan.deliverables.filter { $0.items.contains(item.id) }.map(\.name)
            return [item.title, plan.number(of: position)] + belongings
        }
        let names = plan.tree.items.map { item in
            item.assignments.compactMap { plan.unit($0.unit) }.flatMap { [$0.name, $0.short] + $0.aliases }
        }
        let literal = Query(typed)
        let exact = texts.indices.filter { literal.matches(texts[$0]) }
        guard exact.isEmpty else { return exact }
        let spelled = Query(typed, pinyin: PinyinTests.pinyin)
        return texts.indices.filter { spelled.matches(texts[$0] + names[$0]) }
    }

    /// Made in pieces, as the desk makes it, with and without a shelf.
    private static func index(of plan: Plan, _ random: inout some RandomNumberGenerator) -> SearchIndex {
        let shelf = [nil, Shelf(), Shelf(room: 20), Shelf(isReadable: false)].randomElement(using: &random) ?? nil
        var index = SearchIndex(
            beginning: plan, itemsAtOnce: Int.random(in: 1...3, using: &random),
            cellsInBlock: Int.random(in: 1...300, using: &random), cellsInMemory: 100, shelf: shelf)
        while !index.isWhole { index.goOn(items: Int.random(in: 1...9, using: &random)) }
        return index
    }

    @Test("Typing finds, key by key, what looking at every text by itself finds", arguments: 0..<12)
    func items(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let plan = Self.plan(&random)
        for _ in 0..<6 {
            let typed = Self.query(&random)
            var index = Self.index(of: plan, &random)
            for count in 1...typed.count {
                let text = String(typed.prefix(count))
                let query = Query(text, pinyin: PinyinTests.pinyin)
                let found = index.items(query)
                #expect(found == plan.find(query), "\(text)")
                let simple = Self.simply(text, in: plan)
                if !simple.isEmpty, query.number.flatMap(plan.item(numbered:)) == nil {
                    #expect(found == Positions(simple), "\(text)")
                }
            }
        }
    }

    @Test("What is found marks the characters that were meant", arguments: 0..<6)
    func stretches(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let plan = Self.plan(&random)
        for _ in 0..<6 {
            let query = Query(Self.query(&random), pinyin: PinyinTests.pinyin)
            for hit in plan.search(query) where !query.stretches(in: hit.text).isEmpty {
                #expect(hit.stretches == query.stretches(in: hit.text))
            }
        }
    }
}
