import StrictJSON
import WorkPlan

// The canonical plan file: keys in the order of the format, and no key for what is empty or as by default.

extension JSONWriter {
    mutating func members(of plan: Plan) {
        member("format", PlanFile.format)
        member("schema", PlanFile.schema)
        member("id", plan.id.text)
        member("title", plan.title)
        member("shortTitle", plan.shortTitle)
        member("issuer", plan.issuer)
        member("issued", plan.issued.description)
        member("period") {
            $0.member("printed", plan.period)
            $0.member("end", plan.periodEnd.description)
        }
        member("source") { $0.members(of: plan.source) }
        member("goal", plan.goal)
        member("rules") { $0.members(of: plan.rules) }
        elements("phases", plan.phases) { $0.members(of: $1) }
        elements("safeguards", plan.safeguards) { $0.members(of: $1) }
        elements("units", plan.units) { $0.members(of: $1) }
        elements("paragraphs", plan.paragraphs) { $0.members(of: $1) }
        items("items", at: plan.tree.roots, of: plan.tree)
        elements("indicators", plan.indicators) { $0.members(of: $1) }
        elements("deliverables", plan.deliverables) { $0.members(of: $1) }
        elements("notes", plan.discrepancies) { $0.members(of: $1) }
        elements("meetings", plan.meetings) { $0.members(of: $1, id: $1.id) }
        elements("decisions", plan.decisions) { $0.members(of: $1, id: $1.id) }
    }

    /// An object under a key.
    mutating func member(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        beginObject()
        body(&self)
        endObject()
    }

    /// An array of objects under a key; nothing for none.
    mutating func elements<Element>(_ key: String, _ list: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        guard !list.isEmpty else { return }
        self.key(key)
        beginArray()
        for element in list {
            beginObject()
            body(&self, element)
            endObject()
        }
        endArray()
    }

    /// An array of texts under a key; nothing for none.
    mutating func texts(_ key: String, _ list: [String]) {
        guard !list.isEmpty else { return }
        self.key(key)
        beginArray()
        for text in list { string(text) }
        endArray()
    }

    mutating func member(_ key: String, ifFilled text: String) {
        if !text.isEmpty { member(key, text) }
    }

    mutating func member(_ key: String, ifTrue flag: Bool) {
        if flag { member(key, true) }
    }

    private mutating func items(_ key: String, at positions: [ItemTree.Position], of tree: ItemTree) {
        elements(key, positions) { writer, position in
            writer.members(of: tree[position])
            writer.items("children", at: tree.children(of: position), of: tree)
        }
    }
}
