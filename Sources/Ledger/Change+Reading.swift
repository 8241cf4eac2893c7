import StrictJSON
import WorkPlan

extension Change {
    /// Reads a change of a journal. Members this program does not know are left where they are, in the line; a field it
    /// does not know becomes `.unknown`.
    init(_ object: JSONObject) throws(JSONError) {
        let field = try object.text("field")
        if let change = try Self.ofItem(field, object) {
            self = change
        } else if let change = try Self.ofAnother(field, object) {
            self = change
        } else {
            self = .unknown(field: field, target: try object.text(ifPresent: "target") ?? "")
        }
    }

    private static func ofItem(_ field: String, _ object: JSONObject) throws(JSONError) -> Change? {
        switch field {
        case "progress":
            return .progress(
                try object.target(), unit: try object.identifier(ifPresent: "unit"), day: try object.day("day"),
                try object.edit(ValueCoding.status.optional))
        case "report":
            let unit: Identifier<Unit> = try object.identifier("unit")
            let period = try object.required("period").period()
            return .report(try object.target(), unit: unit, period: period, try object.edit(.report(unit, period)))
        case "adjustment":
            let id: Identifier<Adjustment> = try object.identifier("id")
            return .adjustment(try object.target(), id, try object.edit(.adjustment(id)))
        case "rewording":
            let id: Identifier<Rewording> = try object.identifier("id")
            return .rewording(try object.target(), id, try object.edit(.rewording(id)))
        case "assignment":
            return .assignment(
                try object.target(), unit: try object.identifier("unit"),
                try object.edit(ValueCoding<Assignment.Role>.word.placed))
        case "note":
            let id: Identifier<Note> = try object.identifier("id")
            return .note(try object.target(), id, try object.edit(.note(id)))
        case "evidence":
            let id: Identifier<Evidence> = try object.identifier("id")
            return .evidence(try object.target(), id, try object.edit(.evidence(id)))
        case "lightOverride": return .lightOverride(try object.target(), try object.edit(.lightOverride))
        case "start": return .start(try object.target(), try object.edit(ValueCoding.day.optional))
        case "weight": return .weight(try object.target(), try object.edit(.number))
        case "item": return .item(try object.target(), try object.edit(.placedItem))
        case "place": return .place(try object.target(), try object.edit(.itemPlace))
        case "title": return .title(try object.target(), try object.edit(.text))
        case "number": return .number(try object.target(), try object.edit(.text))
        case "addedSource": return .addedSource(try object.target(), try object.edit(.text))
        default: return nil
        }
    }

    private static func ofAnother(_ field: String, _ object: JSONObject) throws(JSONError) -> Change? {
        switch field {
        case "reading":
            return .reading(
                try object.target(), unit: try object.identifier(ifPresent: "unit"), day: try object.day("day"),
                try object.edit(ValueCoding.number.optional))
        case "baseline": return .baseline(try object.target(), try object.edit(ValueCoding.number.optional))
        case "unit": return .unit(try object.target(), try object.edit(ValueCoding.unit.placed))
        case "unitName": return .unitName(try object.target(), try object.edit(.text))
        case "unitShort": return .unitShort(try object.target(), try object.edit(.text))
        case "unitAliases": return .unitAliases(try object.target(), try object.edit(.texts))
        case "unitMembers":
            return .unitMembers(try object.target(), try object.edit(.identifiers()))
        case "unitRename":
            return .unitRename(
                try object.target(), from: try object.text("from"), try object.edit(ValueCoding.text.placed))
        case "contact":
            return .contact(
                try object.target(), name: try object.text("name"), try object.edit(ValueCoding.contact.placed))
        case "leadRule": return .leadRule(try object.edit(.word))
        case "lightRule": return .lightRule(try object.edit(.lightThresholds))
        case "reportingRule": return .reportingRule(try object.edit(.reporting))
        case "deadlinePhaseRule":
            return .deadlinePhaseRule(try object.edit(ValueCoding<Identifier<Phase>>.identifier().optional))
        case "printedDeadlineRule":
            return .printedDeadlineRule(
                phrase: try object.text("phrase"), try object.edit(ValueCoding.day.placed))
        case "meeting":
            let id: Identifier<Meeting> = try object.target()
            return .meeting(id, try object.edit(.meeting(id)))
        case "decision":
            let id: Identifier<Decision> = try object.target()
            return .decision(id, try object.edit(.decision(id)))
        case "decisionStatus":
            return .decisionStatus(try object.target(), try object.edit(ValueCoding.status.optional))
        default: return nil
        }
    }
}

extension JSONObject {
    fileprivate func target<Subject>() throws(JSONError) -> Identifier<Subject> { try identifier("target") }

    fileprivate func edit<Value>(_ coding: ValueCoding<Value>) throws(JSONError) -> Edit<Value> {
        Edit(was: try coding.read(try required("was")), becomes: try coding.read(try required("becomes")))
    }
}
