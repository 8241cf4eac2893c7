import StrictJSON
import WorkPlan

extension JSONWriter {
    /// Everything of an item but its children.
    mutating func members(of item: Item) {
        member("id", item.id.text)
        member("level", item.level.rawValue)
        member("number", ifFilled: item.number)
        member("title", item.title)
        member("addedSource", ifPresent: item.addedSource)
        member("paragraph", ifPresent: item.paragraph?.text)
        texts("sentences", item.sentences.map(\.text))
        member("unitsPrinted", ifPresent: item.unitsPrinted)
        elements("assignments", item.assignments) {
            $0.member("unit", $1.unit.text)
            if $1.role != .responsible { $0.member("role", $1.role.rawValue) }
        }
        member("printedDeadline", ifPresent: item.printedDeadline)
        member("start", ifPresent: item.start?.description)
        member("due", ifPresent: item.due?.description)
        member("recurrent", ifTrue: item.isRecurrent)
        elements("recurring", item.recurrences) {
            $0.member("name", $1.name)
            $0.member("month", ifPresent: $1.month)
            $0.member("day", ifPresent: $1.day)
        }
        if item.weight != 1 { member("weight", item.weight) }
        records(of: item)
    }

    /// What was reported and decided since publication.
    private mutating func records(of item: Item) {
        elements("rewordings", item.rewordings) {
            $0.member("id", $1.id.text)
            $0.members(of: $1)
        }
        elements("adjustments", item.adjustments) {
            $0.member("id", $1.id.text)
            $0.members(of: $1)
        }
        elements("progress", item.progress) {
            $0.member("unit", ifPresent: $1.unit?.text)
            $0.member("day", $1.day.description)
            $0.members(of: $1.status)
        }
        elements("reports", item.reports) {
            $0.member("unit", $1.unit.text)
            $0.member("period", $1.period.description)
            $0.members(of: $1)
        }
        elements("evidence", item.evidence) {
            $0.member("id", $1.id.text)
            $0.members(of: $1)
        }
        elements("notes", item.notes) {
            $0.member("id", $1.id.text)
            $0.members(of: $1)
        }
        if let override = item.lightOverride { member("override") { $0.members(of: override) } }
    }

    mutating func members(of rewording: Rewording) {
        member("text", rewording.text)
        member("basis", ifFilled: rewording.basis)
        member("decided", rewording.decided.description)
    }

    mutating func members(of adjustment: Adjustment) {
        member("deadline", adjustment.deadline.description)
        member("basis", ifFilled: adjustment.basis)
        member("decided", adjustment.decided.description)
    }

    mutating func members(of status: Status) {
        member("status", status.category.rawValue)
        switch status {
        case .notStarted: break
        case .underway(let percent): member("percent", ifPresent: percent)
        case .completed(let day): member("on", day.description)
        case .struckOff(let day, let evidence):
            member("on", day.description)
            member("evidence", ifFilled: evidence)
        case .terminated(let reason): member("reason", ifFilled: reason)
        }
    }

    mutating func members(of report: Report) {
        member("progress", ifFilled: report.progress)
        member("problems", ifFilled: report.problems)
        member("next", ifFilled: report.next)
        member("coordinate", ifTrue: report.needsCoordination)
        member("received", report.received.description)
        member("signedOff", ifTrue: report.isSignedOff)
    }

    mutating func members(of evidence: Evidence) {
        member("place", evidence.place)
        member("about", ifFilled: evidence.about)
    }

    mutating func members(of note: Note) {
        member("day", note.day.description)
        member("text", note.text)
    }

    mutating func members(of override: LightOverride) {
        member("light", override.light.rawValue)
        member("reason", ifFilled: override.reason)
        member("until", override.until.description)
    }
}
