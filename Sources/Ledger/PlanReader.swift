import StrictJSON
import WorkPlan

/// Reads a plan file from the top down. What later values refer to is remembered, so that a reference to something
/// that is not there fails at the value that holds it. There is one reader for a file, and it is never copied.
struct PlanReader: ~Copyable {
    var plan: Plan
    var phases = KnownIdentifiers<Phase>()
    var units = KnownIdentifiers<Unit>()
    var paragraphs = KnownIdentifiers<Paragraph>()
    var sentences = KnownIdentifiers<Sentence>()
    var indicators = KnownIdentifiers<Indicator>()
    var meetings = KnownIdentifiers<Meeting>()

    private init(_ plan: Plan) {
        self.plan = plan
    }

    static func read(_ root: JSONValue) throws(JSONError) -> Plan {
        let top = try root.object()
        try checkHead(top)
        try top.only([
            "format", "schema", "id", "title", "shortTitle", "issuer", "issued", "period", "source", "goal", "rules",
            "phases", "safeguards", "units", "paragraphs", "items", "indicators", "deliverables", "notes", "meetings",
            "decisions", Cover.key,
        ])
        var reader = PlanReader(try head(of: top))
        try reader.readFrame(top)
        try reader.readUnits(top)
        try reader.readParagraphs(top)
        try reader.readItems(top)
        try reader.checkAreas(top)
        try reader.readIndicators(top)
        try reader.readDeliverables(top)
        try reader.readDiscrepancies(top)
        try reader.readMeetings(top)
        return reader.plan
    }

    static func identifier(_ root: JSONValue) throws(JSONError) -> Identifier<Plan> {
        let top = try root.object()
        try checkHead(top)
        return try top.identifier("id")
    }

    /// The first thing asked of a file: whether it is one of ours, and of a schema this program knows.
    private static func checkHead(_ top: JSONObject) throws(JSONError) {
        let format = try top.required("format")
        guard format.equals(PlanFile.format) else {
            throw format.failure(.invalid("不是联席的方案文件：format 应为 \(PlanFile.format)"))
        }
        let schema = try top.required("schema")
        let number = try schema.integer(in: 1...Int(Int32.max))
        guard number == PlanFile.schema else {
            throw schema.failure(.invalid("文件格式是第 \(number) 版，本程序只认第 \(PlanFile.schema) 版，请用较新的程序打开"))
        }
    }

    private static func head(of top: JSONObject) throws(JSONError) -> Plan {
        let period = try top.required("period").object()
        try period.only(["printed", "end"])
        return Plan(
            id: try top.identifier("id"), title: try top.title("title"), shortTitle: try top.title("shortTitle"),
            issuer: try top.text("issuer"), issued: try top.day("issued"), period: try period.text("printed"),
            periodEnd: try period.day("end"), goal: try top.text("goal"))
    }

    /// Source, phases, safeguards and rules: what stands around the table.
    private mutating func readFrame(_ top: JSONObject) throws(JSONError) {
        if let source = try top.optional("source")?.object() { plan.source = try Plan.Source(source) }
        plan.phases = try top.list("phases") { value throws(JSONError) in
            let phase = try Phase(try value.object())
            guard phases.insert(phase.id) else { throw try value.duplicate("id", "阶段", phase.id.text) }
            return phase
        }
        var safeguards = KnownIdentifiers<Safeguard>()
        plan.safeguards = try top.list("safeguards") { value throws(JSONError) in
            let safeguard = try Safeguard(try value.object())
            guard safeguards.insert(safeguard.id) else {
                throw try value.duplicate("id", "保障措施", safeguard.id.text)
            }
            return safeguard
        }
        if let rules = try top.optional("rules")?.object() { plan.rules = try readRules(rules) }
    }
}

extension JSONValue {
    /// The error for a second element of the same name, at the name where there is one.
    func duplicate(_ key: StaticString, _ what: String, _ name: String) throws(JSONError) -> JSONError {
        (try object()[key] ?? self).failure(.invalid("\(what)“\(name)”已经出现过，不能重复"))
    }
}
