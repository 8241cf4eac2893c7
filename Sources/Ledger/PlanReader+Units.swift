import StrictJSON
import WorkPlan

extension PlanReader {
    mutating func readUnits(_ top: JSONObject) throws(JSONError) {
        guard let list = try top.optional("units")?.array() else { return }
        for value in list {
            let object = try value.object()
            try Unit.checkKeys(object)
            let unit = try Unit(object)
            guard units.insert(unit.id), plan.add(unit) else { throw try value.duplicate("id", "单位", unit.id.text) }
        }
        for value in list { try checkMembers(try value.object()) }
    }

    /// A member is a unit of the plan, and no collective unit leads back to itself.
    private func checkMembers(_ object: JSONObject) throws(JSONError) {
        guard let members = try object.optional("members")?.array(), !members.isEmpty else { return }
        let owner: Identifier<Unit> = try object.identifier("id")
        guard plan.unit(owner)?.isCollective == true else {
            throw members.value.failure(.invalid("只有集体单位（kind 为 collective）才有成员"))
        }
        var seen = KnownIdentifiers<Unit>()
        for value in members {
            let member = try unit(value)
            guard seen.insert(member) else { throw value.failure(.invalid("成员“\(member)”已经出现过，不能重复")) }
            guard !leads(from: member, to: owner) else {
                throw value.failure(.invalid("集体单位“\(owner)”经由“\(member)”包含了自己，成了循环"))
            }
        }
        for value in members {
            let member = try unit(value)
            guard plan.unit(member)?.isCollective == false else {
                throw value.failure(.invalid("成员“\(member)”本身是集体单位，集体单位只能由单个单位组成"))
            }
        }
    }

    /// Whether a unit is, or through its members contains, another one.
    private func leads(from start: Identifier<Unit>, to goal: Identifier<Unit>) -> Bool {
        var waiting = [start]
        var seen = KnownIdentifiers<Unit>()
        while let next = waiting.popLast() {
            if next == goal { return true }
            for member in plan.unit(next)?.members ?? [] where seen.insert(member) { waiting.append(member) }
        }
        return false
    }
}

extension Unit {
    /// Refuses keys that are not a unit's.
    static func checkKeys(_ object: JSONObject) throws(JSONError) {
        try object.only([
            "id", "name", "short", "aliases", "kind", "printed", "members", "renames", "generalKnowledge", "contacts",
        ])
        try object.only(["from", "name"], inEach: "renames")
        try object.only(["name", "role", "telephone"], inEach: "contacts")
    }

    /// Does not look at what `members` refer to.
    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            id: try object.identifier("id"), name: try object.title("name"), short: try object.title("short"),
            kind: try object.word("kind"))
        aliases = try object.list("aliases") { value throws(JSONError) in try value.string() }
        isPrinted = try object.optional("printed")?.bool() ?? true
        members = try object.list("members") { value throws(JSONError) in try value.identifier() }
        renames = try object.list("renames") { value throws(JSONError) in
            let rename = try value.object()
            return Rename(from: try rename.title("from"), name: try rename.title("name"))
        }
        generalKnowledge = try object.list("generalKnowledge") { value throws(JSONError) in try value.string() }
        var names: Set<String> = []
        contacts = try object.list("contacts") { value throws(JSONError) in
            let contact = try Contact(try value.object())
            guard names.insert(contact.name).inserted else { throw try value.duplicate("name", "联络员", contact.name) }
            return contact
        }
    }
}

extension Contact {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            name: try object.title("name"), role: try object.text(ifPresent: "role") ?? "",
            telephone: try object.text(ifPresent: "telephone") ?? "")
    }
}
