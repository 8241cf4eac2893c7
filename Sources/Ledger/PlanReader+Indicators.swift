import StrictJSON
import WorkPlan

extension PlanReader {
    mutating func readIndicators(_ top: JSONObject) throws(JSONError) {
        plan.indicators = try top.list("indicators") { value throws(JSONError) in
            let object = try value.object()
            try object.only([
                "id", "item", "title", "printed", "sentence", "target", "unit", "counting", "printedDeadline",
                "remark", "baseline", "readings",
            ])
            var indicator = Indicator(
                id: try object.identifier("id"), item: try item(try object.required("item")),
                title: try object.title("title"), printed: try object.text("printed"),
                target: try target(try object.required("target").object()),
                unit: try object.text(ifPresent: "unit") ?? "")
            guard indicators.insert(indicator.id) else {
                throw try value.duplicate("id", "指标", indicator.id.text)
            }
            indicator.sentence = try sentence(ifPresent: object.optional("sentence"))
            indicator.counting = try object.optional("counting")?.word()
            indicator.printedDeadline = try object.text(ifPresent: "printedDeadline")
            indicator.remark = try object.text(ifPresent: "remark")
            indicator.baseline = try object.optional("baseline")?.number(in: Indicator.figures)
            indicator.readings = try object.list("readings") { value throws(JSONError) in
                let reading = try value.object()
                try reading.only(["day", "unit", "value"])
                return Indicator.Reading(
                    day: try reading.day("day"), unit: try unit(ifPresent: reading.optional("unit")),
                    value: try reading.required("value").number(in: Indicator.figures))
            }
            try object.requireDistinct(
                "readings", indicator.readings, "读数"
            ) { "\($0.day) \($0.unit?.text ?? "")" }
            return indicator
        }
    }

    private func target(_ object: JSONObject) throws(JSONError) -> Indicator.Target {
        let kind: Indicator.Target.Kind = try object.word("kind")
        try object.only(["kind"] + kind.keys)
        switch kind {
        case .atLeast: return .atLeast(try object.required("value").number(in: Indicator.figures))
        case .moreThan: return .moreThan(try object.required("value").number(in: Indicator.figures))
        case .reduceBy: return .reduceBy(percent: try object.required("percent").number(in: 0...100))
        case .all:
            return .all(
                of: try object.required("of").integer(in: 1...1_000_000),
                members: try unit(ifPresent: object.optional("members")))
        case .achieved: return .achieved
        case .qualitative: return .qualitative(wording: try object.title("wording"))
        }
    }

    mutating func readMeetings(_ top: JSONObject) throws(JSONError) {
        plan.meetings = try top.list("meetings") { value throws(JSONError) in
            let object = try value.object()
            try object.only(Meeting.keys)
            let meeting = try Meeting(try object.identifier("id"), object)
            guard meetings.insert(meeting.id) else { throw try value.duplicate("id", "会议", meeting.id.text) }
            return meeting
        }
        var decisions = KnownIdentifiers<Decision>()
        plan.decisions = try top.list("decisions") { value throws(JSONError) in
            let object = try value.object()
            try object.only(Decision.keys)
            try object.optional("status")?.object().only(Status.keys)
            let decision = try Decision(try object.identifier("id"), object)
            guard decisions.insert(decision.id) else {
                throw try value.duplicate("id", "议定事项", decision.id.text)
            }
            guard meetings.contains(decision.meeting) else {
                throw try object.required("meeting").failure(.invalid("会议“\(decision.meeting)”不在 meetings 里"))
            }
            _ = try unit(try object.required("unit"))
            _ = try object.list("items") { value throws(JSONError) in try item(value) }
            return decision
        }
    }
}

extension Indicator.Target {
    /// The words of files for the kinds of target.
    enum Kind: String, CaseIterable {
        case atLeast, moreThan, reduceBy, all, achieved, qualitative

        var keys: [String] {
            switch self {
            case .atLeast, .moreThan: ["value"]
            case .reduceBy: ["percent"]
            case .all: ["of", "members"]
            case .achieved: []
            case .qualitative: ["wording"]
            }
        }
    }
}

extension Meeting {
    static let keys = ["id", "name", "day", "attendees", "open"]

    init(_ id: Identifier<Meeting>, _ object: JSONObject) throws(JSONError) {
        self.init(
            id: id, name: try object.title("name"), day: try object.day("day"),
            attendees: try object.text(ifPresent: "attendees") ?? "", isOpen: try object.flag("open"))
    }
}

extension Decision {
    static let keys = ["id", "meeting", "text", "unit", "deadline", "items", "status"]

    /// Does not look at what is referred to.
    init(_ id: Identifier<Decision>, _ object: JSONObject) throws(JSONError) {
        let status = try object.optional("status")?.object()
        self.init(
            id: id, meeting: try object.identifier("meeting"), text: try object.title("text"),
            unit: try object.identifier("unit"), deadline: try object.day(ifPresent: "deadline"),
            items: try object.list("items") { value throws(JSONError) in try value.identifier() },
            status: try status.map { object throws(JSONError) in try Status(object) })
    }
}
