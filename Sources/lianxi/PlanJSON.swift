import StrictJSON
import WorkPlan

/// The plan, an item or a unit as JSON: the same facts as the pages, for other programs. Percents are 0…100, days
/// `2024-03-31`; what is unknown is null.
struct PlanJSON {
    let plan: Plan
    let standings: Standings
    private let judge: PartJudge
    private let reporting: ReportingTable

    init(_ plan: Plan, _ standings: Standings) {
        self.plan = plan
        self.standings = standings
        judge = PartJudge(plan, standings)
        reporting = ReportingTable(plan, on: standings.today)
    }

    /// - Parameter asOf: the point in history in words, where the plan is not that of now.
    func bytes(_ subject: Subject, asOf: String? = nil) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.object { writer in
            writer.member("asOf", ifPresent: asOf)
            writer.member("today", "\(standings.today)")
            switch subject {
            case .plan: whole(&writer)
            case .item(let position): writer.member("item", object: { item(position, &$0) })
            case .unit(let unit): writer.member("unit", object: { self.unit(unit, &$0) })
            }
        }
        return writer.finish()
    }

    private func whole(_ writer: inout JSONWriter) {
        writer.member("id", plan.id.text)
        writer.member("title", plan.title)
        writer.member("issuer", plan.issuer)
        writer.member("issued", "\(plan.issued)")
        writer.member("goal", plan.goal)
        frame(&writer)
        writer.member("total", object: { tally(standings.whole, &$0) })
        writer.member("items", array: { for area in plan.tree.roots { $0.object { item(area, &$0) } } })
        writer.member("meetings", array: { for meeting in plan.meetings { $0.object { self.meeting(meeting, &$0) } } })
        writer.member("units", array: { for unit in plan.units { $0.object { self.unit(unit, &$0) } } })
    }

    private func item(_ position: ItemTree.Position, _ writer: inout JSONWriter) {
        let item = plan.tree[position]
        let standing = standings[position]
        writer.member("id", item.id.text)
        writer.member("level", item.level.rawValue)
        writer.member("number", plan.number(of: position))
        writer.member("title", item.title)
        writer.member("light", standing.light.rawValue)
        writer.member("reason", standing.reason.sentence)
        if item.level >= .subtask {
            writer.member("status", (standing.status?.category ?? .notReported).rawValue)
            optional("expected", standing.expected, &writer)
            if item.level == .subtask { writer.member("weight", item.weight) }
            writer.member("start", ifPresent: plan.start(of: item).map { "\($0)" })
        } else {
            writer.member("total", object: { tally(standing.tally, &$0) })
        }
        optional("percent", standing.actual, &writer)
        if let deadline = standing.deadline {
            writer.member("deadline", "\(deadline.day)")
            writer.member("deadlineDerived", deadline.isDerived)
            writer.member("deadlineOrigin", deadline.explanation)
        }
        recurrences(of: item, &writer)
        sources(position, &writer)
        reports(on: item, &writer)
        let children = plan.tree.children(of: position)
        if !children.isEmpty {
            writer.member("children", array: { for child in children { $0.object { self.item(child, &$0) } } })
        }
    }

    private func sources(_ position: ItemTree.Position, _ writer: inout JSONWriter) {
        let item = plan.tree[position]
        if let printed = item.unitsPrinted { writer.member("unitsPrinted", printed) }
        if !item.assignments.isEmpty {
            writer.member(
                "units",
                array: { list in
                    for part in judge.parts(of: position) { list.object { self.part(part, &$0) } }
                })
        }
        let indicators = plan.indicators(of: item.id)
        if !indicators.isEmpty {
            writer.member("indicators", array: { for found in indicators { $0.object { indicator(found, &$0) } } })
        }
        strings("deliverables", plan.deliverables(of: item.id).map(\.name), &writer)
        strings("sentences", item.sentences.compactMap { plan.sentence($0)?.text }, &writer)
        strings("discrepancies", plan.discrepancies(of: item.id).map { "\($0.code) \($0.text)" }, &writer)
    }

    /// A unit's part; `ownLight` says whether its own report lit the light, or the item's shines through.
    private func part(_ part: UnitPart, _ writer: inout JSONWriter) {
        writer.member("id", part.unit.text)
        writer.member("name", plan.unit(part.unit)?.name ?? "")
        writer.member("role", part.role.rawValue)
        writer.member("light", part.light.rawValue)
        writer.member("ownLight", part.isOwn)
        writer.member("heard", part.isHeard)
        writer.member("status", (part.own?.status.category ?? .notReported).rawValue)
        if let own = part.own { writer.member("day", "\(own.day)") }
        optional("percent", part.percent, &writer)
        guard !part.members.isEmpty else { return }
        writer.member("members", array: { list in for part in part.members { list.object { self.part(part, &$0) } } })
    }

    private func unit(_ unit: Unit, _ writer: inout JSONWriter) {
        writer.member("id", unit.id.text)
        writer.member("name", unit.name)
        writer.member("short", unit.short)
        writer.member("kind", unit.kind.rawValue)
        writer.member("printed", unit.isPrinted)
        strings("aliases", unit.aliases, &writer)
        strings("members", unit.members.map(\.text), &writer)
        writer.member(
            "subtasks",
            array: { list in
                for position in plan.subtasks(of: unit.id) { list.string(plan.number(of: position)) }
            })
        let owed = zip(reporting.periods, reporting.cells(of: unit.id)).filter { $0.1.owed > 0 }
        guard !owed.isEmpty else { return }
        writer.member("reporting", array: { for (period, cell) in owed { $0.object { reports(period, cell, &$0) } } })
    }

    /// What a unit owed in a period, in subtasks, and what came.
    private func reports(_ period: Period, _ cell: ReportingTable.Cell, _ writer: inout JSONWriter) {
        writer.member("period", "\(period)")
        writer.member("due", cell.isDue)
        writer.member("owed", cell.owed)
        writer.member("onTime", cell.onTime)
        writer.member("late", cell.late)
        writer.member("missing", cell.missing)
    }

    private func tally(_ tally: Tally, _ writer: inout JSONWriter) {
        writer.member("subtasks", tally.total)
        writer.member("known", tally.known)
        optional("percent", tally.percent, &writer)
        writer.member(
            "lights", object: { for light in Light.allCases { $0.member(light.rawValue, tally.count(light)) } })
        writer.member(
            "statuses",
            object: { object in
                for status in Status.Category.allCases { object.member(status.rawValue, tally.count(status)) }
            })
    }

    func optional(_ key: String, _ value: Double?, _ writer: inout JSONWriter) {
        writer.key(key)
        if let value { writer.number(value) } else { writer.null() }
    }

    private func strings(_ key: String, _ values: [String], _ writer: inout JSONWriter) {
        guard !values.isEmpty else { return }
        writer.member(key, array: { for value in values { $0.string(value) } })
    }
}
