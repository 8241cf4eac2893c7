import StrictJSON
import WorkPlan

extension Assignment {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(unit: try object.identifier("unit"), role: try object.optional("role")?.word() ?? .responsible)
    }
}

extension Recurrence {
    init(_ object: JSONObject) throws(JSONError) {
        let month = try object.optional("month")?.integer(in: 1...12)
        let day = try object.optional("day")?.integer(in: 1...31)
        if let month, let day, Day.daysIn(month: month, year: 2000) < day {
            throw try object.required("day").failure(.invalid("\(month)月没有\(day)日"))
        }
        self.init(name: try object.title("name"), month: month, day: day)
    }
}

extension Adjustment {
    init(_ object: JSONObject) throws(JSONError) {
        try self.init(try object.identifier("id"), object)
    }

    init(_ id: Identifier<Adjustment>, _ object: JSONObject) throws(JSONError) {
        self.init(
            id: id, deadline: try object.day("deadline"), basis: try object.text(ifPresent: "basis") ?? "",
            decided: try object.day("decided"))
    }
}

extension Rewording {
    init(_ object: JSONObject) throws(JSONError) {
        try self.init(try object.identifier("id"), object)
    }

    init(_ id: Identifier<Rewording>, _ object: JSONObject) throws(JSONError) {
        self.init(
            id: id, text: try object.title("text"), basis: try object.text(ifPresent: "basis") ?? "",
            decided: try object.day("decided"))
    }
}

extension Evidence {
    init(_ object: JSONObject) throws(JSONError) {
        try self.init(try object.identifier("id"), object)
    }

    init(_ id: Identifier<Evidence>, _ object: JSONObject) throws(JSONError) {
        self.init(id: id, place: try object.title("place"), about: try object.text(ifPresent: "about") ?? "")
    }
}

extension Note {
    init(_ object: JSONObject) throws(JSONError) {
        try self.init(try object.identifier("id"), object)
    }

    init(_ id: Identifier<Note>, _ object: JSONObject) throws(JSONError) {
        self.init(id: id, day: try object.day("day"), text: try object.title("text"))
    }
}

extension LightOverride {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            light: try object.word("light"), reason: try object.text(ifPresent: "reason") ?? "",
            until: try object.day("until"))
    }
}

extension Progress {
    static let keys = ["unit", "day"] + Status.keys

    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            unit: try object.identifier(ifPresent: "unit"), day: try object.day("day"), status: try Status(object))
    }
}

extension Status {
    static let keys = ["status", "percent", "on", "evidence", "reason"]

    /// `{"status":"underway","percent":45}`: the status word and what belongs to it.
    init(_ object: JSONObject) throws(JSONError) {
        let category: Category = try object.word("status")
        switch category {
        case .notReported: throw try object.required("status").failure(.invalid("未报就不写这一条"))
        case .notStarted: self = .notStarted
        case .underway: self = .underway(percent: try object.optional("percent")?.number(in: 0...100))
        case .completed: self = .completed(try object.day("on"))
        case .struckOff:
            self = .struckOff(try object.day("on"), evidence: try object.text(ifPresent: "evidence") ?? "")
        case .terminated: self = .terminated(reason: try object.text(ifPresent: "reason") ?? "")
        }
    }
}

extension Report {
    static let keys = [
        "unit", "period", "progress", "problems", "next", "coordinate", "received", "signedOff",
    ]

    init(_ object: JSONObject) throws(JSONError) {
        try self.init(unit: try object.identifier("unit"), period: try object.required("period").period(), object)
    }

    init(unit: Identifier<Unit>, period: Period, _ object: JSONObject) throws(JSONError) {
        self.init(
            unit: unit, period: period, progress: try object.text(ifPresent: "progress") ?? "",
            problems: try object.text(ifPresent: "problems") ?? "", next: try object.text(ifPresent: "next") ?? "",
            needsCoordination: try object.flag("coordinate"), received: try object.day("received"),
            isSignedOff: try object.flag("signedOff"))
    }
}
