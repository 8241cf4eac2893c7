import StrictJSON
import WorkPlan

extension Plan.Source {
    init(_ object: JSONObject) throws(JSONError) {
        try object.only([
            "notice", "addressees", "copies", "publicity", "approval", "basis", "preamble", "tableTitle",
            "tableHeadings",
        ])
        self.init()
        notice = try object.text(ifPresent: "notice") ?? ""
        addressees = try object.text(ifPresent: "addressees") ?? ""
        copies = try object.text(ifPresent: "copies") ?? ""
        publicity = try object.text(ifPresent: "publicity") ?? ""
        approval = try object.text(ifPresent: "approval") ?? ""
        basis = try object.list("basis") { value throws(JSONError) in try value.string() }
        preamble = try object.text(ifPresent: "preamble") ?? ""
        tableTitle = try object.text(ifPresent: "tableTitle") ?? ""
        tableHeadings = try object.list("tableHeadings") { value throws(JSONError) in try value.string() }
    }
}

extension Phase {
    init(_ object: JSONObject) throws(JSONError) {
        try object.only(["id", "number", "title", "printed", "start", "end", "text"])
        let start = try object.day("start")
        let end = try object.required("end")
        let lastDay = try end.day()
        guard start <= lastDay else { throw end.failure(.invalid("结束日 \(lastDay) 早于开始日 \(start)")) }
        self.init(
            id: try object.identifier("id"), number: try object.text("number"), title: try object.title("title"),
            printed: try object.text("printed"), start: start, end: lastDay, text: try object.text("text"))
    }
}

extension Safeguard {
    init(_ object: JSONObject) throws(JSONError) {
        try object.only(["id", "number", "title", "text"])
        self.init(
            id: try object.identifier("id"), number: try object.text("number"), title: try object.title("title"),
            text: try object.text("text"))
    }
}

extension PlanReader {
    func readRules(_ object: JSONObject) throws(JSONError) -> Rules {
        try object.only(["deadlines", "lead", "light", "reporting"])
        var rules = Rules()
        if let deadlines = try object.optional("deadlines")?.object() {
            try deadlines.only(["phase", "printed"])
            if let value = deadlines.optional("phase") { rules.deadlinePhase = try phase(value) }
            rules.printedDeadlines = try deadlines.list("printed") { value throws(JSONError) in
                let printed = try value.object()
                try printed.only(["phrase", "day"])
                return Rules.PrintedDeadline(phrase: try printed.title("phrase"), day: try printed.day("day"))
            }
        }
        if let lead = object.optional("lead") { rules.lead = try lead.word() }
        if let light = try object.optional("light")?.object() {
            try light.only(["yellow", "red", "dueSoon"])
            rules.light = try Rules.LightThresholds(light)
        }
        if let reporting = try object.optional("reporting")?.object() {
            try reporting.only(["cycle", "dueDay", "printed"])
            rules.reporting = try Rules.Reporting(reporting)
        }
        return rules
    }
}

extension Rules.LightThresholds {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            yellow: try object.required("yellow").number(in: 0...100),
            red: try object.required("red").number(in: 0...100),
            dueSoon: try object.required("dueSoon").integer(in: 0...3660))
    }
}

extension Rules.Reporting {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            cycle: try object.word("cycle"), dueDay: try object.required("dueDay").integer(in: 1...366),
            isPrinted: try object.flag("printed"))
    }
}
