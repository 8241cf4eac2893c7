extension Comparer {
    /// The fields of an item that both plans have.
    mutating func compareFields(_ before: ItemTree.Position, _ position: ItemTree.Position) {
        let was = old.plan.tree[before]
        let item = new.plan.tree[position]
        if item.level >= .subtask { compareDeadline(before, position) }
        if was == item {
            // Another day may count other figures of the same list.
            if old.day != new.day { compareProgress(was, item) }
            return
        }
        compare("内容", was.title, item.title)
        compare("编号", was.number, item.number)
        compare("来源", was.addedSource ?? "", item.addedSource ?? "")
        compare("起算日", was.start, item.start) { $0?.description ?? "按方案" }
        compare("权重", was.weight, item.weight) { Figure.number($0) }
        compareRecords(was, item)
        compareRest(was, item)
    }

    /// What was reported and decided since publication.
    mutating func compareRecords(_ was: Item, _ item: Item) {
        compareProgress(was, item)
        compareAssignments(was.assignments, item.assignments)
        compareElements(was.reports, item.reports, by: { [$0.unit.text, $0.period.description] }) {
            comparer, was, becomes in
            guard let report = becomes ?? was else { return }
            let (before, after) = Report.differences(was, becomes)
            comparer.add(
                .changed, "·\(comparer.new.plan.name(report.unit))\(report.period.word)报送", was: before, becomes: after)
        }
        compareElements(was.rewordings, item.rewordings, by: \.id.text) {
            $0.add(.changed, "文字调整", was: $1?.words, becomes: $2?.words)
        }
        compareElements(was.evidence, item.evidence, by: \.id.text) {
            $0.add(.changed, "佐证材料", was: $1?.words, becomes: $2?.words)
        }
        compareElements(was.notes, item.notes, by: \.id.text) {
            $0.add(.changed, "备注", was: $1?.text.quoted, becomes: $2?.text.quoted)
        }
        compare("人工定灯", was.lightOverride, item.lightOverride) { override in
            override.map { "\($0.light.word)，至 \($0.until)" + $0.reason.bracketed }
        }
    }

    /// What has no words of its own here: that it differs is said nevertheless.
    private mutating func compareRest(_ was: Item, _ item: Item) {
        var rest = was
        rest.title = item.title
        rest.number = item.number
        rest.addedSource = item.addedSource
        rest.start = item.start
        rest.due = item.due
        rest.weight = item.weight
        rest.rewordings = item.rewordings
        rest.adjustments = item.adjustments
        rest.progress = item.progress
        rest.assignments = item.assignments
        rest.reports = item.reports
        rest.evidence = item.evidence
        rest.notes = item.notes
        rest.lightOverride = item.lightOverride
        if rest != item { add(.changed, "其他内容", was: "旧", becomes: "新") }
    }

    // MARK: Deadlines

    private mutating func compareDeadline(_ before: ItemTree.Position, _ position: ItemTree.Position) {
        let deadline = old.plan.deadline(of: before)
        let later = new.plan.deadline(of: position)
        compare("期限", deadline, later) { found in found.map { "\($0.day)" + $0.explanation.bracketed } }
        let was = old.plan.tree[before].adjustments
        let becomes = new.plan.tree[position].adjustments
        // The last one is the deadline that holds, and has been told.
        let told = deadline == later ? [] : [was.last?.id, becomes.last?.id].compactMap { $0 }
        compareElements(was, becomes, by: \.id) { comparer, was, becomes in
            guard let id = (becomes ?? was)?.id, !told.contains(id) else { return }
            comparer.add(.changed, "节点调整", was: was?.words, becomes: becomes?.words)
        }
    }

    // MARK: Figures by data day

    private mutating func compareProgress(_ was: Item, _ item: Item) {
        compareFigures(
            "进度", was.progress.map { ($0.unit, $0.day, $0.status) }, item.progress.map { ($0.unit, $0.day, $0.status) },
            Change.words)
    }

    /// Figures by unit and data day: the one that counted then against the one that counts now, and the older ones that
    /// were corrected. What came between the two is the way from one to the other, and not told.
    mutating func compareFigures<Value: Equatable>(
        _ field: String, _ was: [(unit: Identifier<Unit>?, day: Day, value: Value)],
        _ becomes: [(unit: Identifier<Unit>?, day: Day, value: Value)], _ words: (Value?) -> String
    ) {
        // Most lists are the same, and no figure of them begins to count between the two days.
        let days = min(old.day, new.day)...max(old.day, new.day)
        let isSame = was.count == becomes.count && zip(was, becomes).allSatisfy { $0 == $1 }
        guard !isSame || becomes.contains(where: { days.contains($0.day) }) else { return }
        // In closures: a key path of a generic tuple is made anew each time, which was a third of comparing.
        let before = Dictionary(grouping: was) { $0.unit }
        let after = Dictionary(grouping: becomes) { $0.unit }
        let units = Set(before.keys).union(after.keys).sorted { $0?.text ?? "" < $1?.text ?? "" }
        for unit in units {
            let label = new.plan.suffix(unit) + field
            let earlier = Dictionary((before[unit] ?? []).map { ($0.day, $0.value) }) { $1 }
            let later = Dictionary((after[unit] ?? []).map { ($0.day, $0.value) }) { $1 }
            let counted = earlier.keys.filter { $0 <= old.day }.max()
            let counts = later.keys.filter { $0 <= new.day }.max()
            let value = counted.flatMap { earlier[$0] }
            let now = counts.flatMap { later[$0] }
            let isNews = value != now
            if isNews {
                add(
                    .changed, label, was: words(value),
                    becomes: words(now) + (counts.map { "（数据日 \($0)）" } ?? ""))
            }
            let days =
                isNews
                ? earlier.keys.filter { $0 != counted && $0 != counts } : Set(earlier.keys).union(later.keys).sorted()
            for day in days.sorted() {
                compare("\(label)（数据日 \(day)）", earlier[day], later[day]) { words($0) }
            }
        }
    }

    // MARK: Units

    private mutating func compareAssignments(_ was: [Assignment], _ becomes: [Assignment]) {
        compareElements(was, becomes, by: \.unit) { comparer, was, becomes in
            guard let unit = (becomes ?? was)?.unit else { return }
            let name = comparer.new.plan.name(unit)
            comparer.add(
                .changed, "责任单位", was: was.map { name + $0.role.word.bracketed },
                becomes: becomes.map { name + $0.role.word.bracketed })
        }
        let order = was.map(\.unit)
        let newOrder = becomes.map(\.unit)
        let common = Set(order).intersection(newOrder)
        let names = { (units: [Identifier<Unit>], plan: Plan) in units.map { plan.name($0) }.joined(separator: "、") }
        if order.filter(common.contains) != newOrder.filter(common.contains) {
            add(.changed, "单位顺序", was: names(order, old.plan), becomes: names(newOrder, new.plan))
        }
    }
}

extension Report {
    /// The parts that differ, in words; nil for a report that is not there.
    fileprivate static func differences(_ was: Report?, _ becomes: Report?) -> (was: String?, becomes: String?) {
        let before = was?.parts ?? []
        let after = becomes?.parts ?? []
        guard was != nil, becomes != nil else { return (was.map { _ in before.said }, becomes.map { _ in after.said }) }
        let places = before.indices.filter { before[$0] != after[$0] }
        return (places.map { before[$0] }.said, places.map { after[$0] }.said)
    }

    private var parts: [String] {
        [
            progress.isEmpty ? "" : "进展：\(progress)", problems.isEmpty ? "" : "问题：\(problems)",
            next.isEmpty ? "" : "打算：\(next)", needsCoordination ? "需协调" : "", isSignedOff ? "领导已审" : "",
            "收到 \(received)",
        ]
    }
}

extension [String] {
    fileprivate var said: String {
        let filled = filter { !$0.isEmpty }
        return filled.isEmpty ? "（空）" : filled.joined(separator: "；").quoted
    }
}

extension Evidence {
    fileprivate var words: String { place.quoted + about.bracketed }
}

extension Rewording {
    fileprivate var words: String { text.quoted + basis.bracketed }
}

extension Adjustment {
    fileprivate var words: String { "\(deadline)" + basis.bracketed }
}
