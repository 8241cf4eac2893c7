import StrictJSON
import WorkPlan

extension PlanReader {
    mutating func readItems(_ top: JSONObject) throws(JSONError) {
        guard let list = try top.optional("items")?.array() else { return }
        for value in list { try readItem(value, under: nil) }
    }

    /// An item and what is below it. Levels grow with every step down, so this goes at most four calls deep.
    private mutating func readItem(_ value: JSONValue, under parent: ItemTree.Position?) throws(JSONError) {
        let object = try value.object()
        try Item.checkKeys(object)
        let item = try Item(object)
        if !namesOnlyKnown(item) { try checkReferences(object) }
        let position: ItemTree.Position
        do {
            position = try plan.tree.append(item, under: parent)
        } catch {
            throw refusal(error, of: item, object)
        }
        guard let children = try object.optional("children")?.array() else { return }
        guard item.level != .milestone || children.isEmpty else {
            throw children.value.failure(.invalid("节点下面不能再有下级"))
        }
        for child in children { try readItem(child, under: position) }
    }

    private func refusal(_ error: ItemTree.Refusal, of item: Item, _ object: JSONObject) -> JSONError {
        switch error {
        case .duplicate(let id):
            (object["id"] ?? object.value).failure(.invalid("事项“\(id)”已经出现过，不能重复"))
        case .misplaced(let level, let above):
            (object["level"] ?? object.value).failure(
                .invalid("\(level.word)不能放在\(above.map { "\($0.word)下面" } ?? "最上层，最上层只能是工作领域")"))
        case .outOfOrder: object.failure(.invalid("顺序不对"))
        }
    }

    /// Whether an item that names nothing but units names units there are: nearly every one of a large plan, seen
    /// without going through its values once more.
    private func namesOnlyKnown(_ item: Item) -> Bool {
        item.paragraph == nil && item.sentences.isEmpty && item.progress.isEmpty && item.reports.isEmpty
            && item.assignments.allSatisfy { units.contains($0.unit) }
    }

    /// What the item's own values name: units, sentences, its paragraph.
    private func checkReferences(_ object: JSONObject) throws(JSONError) {
        if let value = object.optional("paragraph") {
            let id: Identifier<Paragraph> = try value.identifier()
            guard paragraphs.contains(id) else { throw value.failure(.invalid("段落“\(id)”不在 paragraphs 里")) }
        }
        if let list = try object.optional("sentences")?.array() {
            for value in list { _ = try sentence(value) }
        }
        try checkUnits(of: "assignments", object)
        try checkUnits(of: "progress", object)
        try checkUnits(of: "reports", object)
    }

    /// The units named in the elements of a list.
    private func checkUnits(of key: StaticString, _ object: JSONObject) throws(JSONError) {
        guard let list = try object.optional(key)?.array() else { return }
        for value in list { _ = try unit(ifPresent: try value.object().optional("unit")) }
    }
}

extension Item {
    /// Refuses keys that are not an item's.
    static func checkKeys(_ object: JSONObject) throws(JSONError) {
        try object.only([
            "id", "level", "number", "title", "addedSource", "paragraph", "sentences", "unitsPrinted", "assignments",
            "printedDeadline", "start", "due", "recurrent", "recurring", "weight", "rewordings", "adjustments",
            "progress", "reports",
            "evidence", "notes", "override", "children",
        ])
        try object.only(["unit", "role"], inEach: "assignments")
        try object.only(["name", "month", "day"], inEach: "recurring")
        try object.only(["id", "text", "basis", "decided"], inEach: "rewordings")
        try object.only(["id", "deadline", "basis", "decided"], inEach: "adjustments")
        try object.only(Progress.keys, inEach: "progress")
        try object.only(Report.keys, inEach: "reports")
        try object.only(["id", "place", "about"], inEach: "evidence")
        try object.only(["id", "day", "text"], inEach: "notes")
        try object.optional("override")?.object().only(["light", "reason", "until"])
    }

    /// Reads everything but the children; does not look at what is referred to.
    init(_ object: JSONObject) throws(JSONError) {
        let extras = try Extras(object)
        self.init(
            id: try object.identifier("id"), level: try object.word("level"),
            number: try object.text(ifPresent: "number") ?? "", title: try object.title("title"),
            assignments: try object.list("assignments") { value throws(JSONError) in
                try Assignment(try value.object())
            },
            isRecurrent: try object.flag("recurrent"),
            weight: try object.optional("weight")?.number(in: 0...1_000_000) ?? 1,
            extras: extras == Extras() ? nil : Item.Shelf(extras))
        try checkElements(object)
    }

    /// Elements of a list are told apart by what the history calls them: none may stand twice.
    private func checkElements(_ object: JSONObject) throws(JSONError) {
        try object.requireDistinct("assignments", assignments, "单位") { $0.unit.text }
        try object.requireDistinct("rewordings", rewordings, "文字调整") { $0.id.text }
        try object.requireDistinct("adjustments", adjustments, "节点调整") { $0.id.text }
        try object.requireDistinct("progress", progress, "进度") { "\($0.day) \($0.unit?.text ?? "")" }
        try object.requireDistinct("reports", reports, "报送") { "\($0.period) \($0.unit)" }
        try object.requireDistinct("evidence", evidence, "佐证材料") { $0.id.text }
        try object.requireDistinct("notes", notes, "备注") { $0.id.text }
    }
}

extension Item.Extras {
    init(_ object: JSONObject) throws(JSONError) {
        self.init()
        addedSource = try object.text(ifPresent: "addedSource")
        paragraph = try object.identifier(ifPresent: "paragraph")
        sentences = try object.list("sentences") { value throws(JSONError) in try value.identifier() }
        unitsPrinted = try object.text(ifPresent: "unitsPrinted")
        printedDeadline = try object.text(ifPresent: "printedDeadline")
        start = try object.day(ifPresent: "start")
        due = try object.day(ifPresent: "due")
        recurrences = try object.list("recurring") { value throws(JSONError) in try Recurrence(try value.object()) }
        rewordings = try object.list("rewordings") { value throws(JSONError) in try Rewording(try value.object()) }
        adjustments = try object.list("adjustments") { value throws(JSONError) in
            try Adjustment(try value.object())
        }
        progress = try object.list("progress") { value throws(JSONError) in try Progress(try value.object()) }
        reports = try object.list("reports") { value throws(JSONError) in try Report(try value.object()) }
        evidence = try object.list("evidence") { value throws(JSONError) in try Evidence(try value.object()) }
        notes = try object.list("notes") { value throws(JSONError) in try Note(try value.object()) }
        if let override = try object.optional("override")?.object() { lightOverride = try LightOverride(override) }
    }
}

extension JSONObject {
    /// Fails at the first element of the list under `key` whose name has stood before.
    func requireDistinct<Element>(
        _ key: StaticString, _ elements: [Element], _ what: String, name: (Element) -> String
    ) throws(JSONError) {
        guard elements.count > 1, let array = try optional(key)?.array() else { return }
        var seen = Set<String>(minimumCapacity: elements.count)
        for (element, value) in zip(elements, array) {
            let name = name(element)
            guard seen.insert(name).inserted else {
                throw value.failure(.invalid("\(what)“\(name)”已经出现过，不能重复"))
            }
        }
    }
}
