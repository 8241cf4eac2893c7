import StrictJSON
import WorkPlan

extension JSONWriter {
    mutating func members(of indicator: Indicator) {
        member("id", indicator.id.text)
        member("item", indicator.item.text)
        member("title", indicator.title)
        member("printed", indicator.printed)
        member("sentence", ifPresent: indicator.sentence?.text)
        member("target") { $0.members(of: indicator.target) }
        member("unit", ifFilled: indicator.unit)
        member("counting", ifPresent: indicator.counting?.rawValue)
        member("printedDeadline", ifPresent: indicator.printedDeadline)
        member("remark", ifPresent: indicator.remark)
        member("baseline", ifPresent: indicator.baseline)
        elements("readings", indicator.readings) {
            $0.member("day", $1.day.description)
            $0.member("unit", ifPresent: $1.unit?.text)
            $0.member("value", $1.value)
        }
    }

    private mutating func members(of target: Indicator.Target) {
        switch target {
        case .atLeast(let value):
            member("kind", Indicator.Target.Kind.atLeast.rawValue)
            member("value", value)
        case .moreThan(let value):
            member("kind", Indicator.Target.Kind.moreThan.rawValue)
            member("value", value)
        case .reduceBy(let percent):
            member("kind", Indicator.Target.Kind.reduceBy.rawValue)
            member("percent", percent)
        case .all(let count, let members):
            member("kind", Indicator.Target.Kind.all.rawValue)
            member("of", count)
            member("members", ifPresent: members?.text)
        case .achieved:
            member("kind", Indicator.Target.Kind.achieved.rawValue)
        case .qualitative(let wording):
            member("kind", Indicator.Target.Kind.qualitative.rawValue)
            member("wording", wording)
        }
    }

    mutating func members(of deliverable: Deliverable) {
        member("id", deliverable.id.text)
        member("name", deliverable.name)
        member("kind", deliverable.kind)
        member("item", ifPresent: deliverable.items.first?.text)
        texts("also", deliverable.items.dropFirst().map(\.text))
        member("phase", ifPresent: deliverable.phase?.text)
        member("sentence", ifPresent: deliverable.sentence?.text)
    }

    mutating func members(of discrepancy: Discrepancy) {
        member("code", discrepancy.code)
        member("item", ifPresent: discrepancy.item?.text)
        member("text", discrepancy.text)
    }

    /// - Parameter id: nil where the identifier stands elsewhere.
    mutating func members(of meeting: Meeting, id: Identifier<Meeting>? = nil) {
        member("id", ifPresent: id?.text)
        member("name", meeting.name)
        member("day", meeting.day.description)
        member("attendees", ifFilled: meeting.attendees)
        member("open", ifTrue: meeting.isOpen)
    }

    /// - Parameter id: nil where the identifier stands elsewhere.
    mutating func members(of decision: Decision, id: Identifier<Decision>? = nil) {
        member("id", ifPresent: id?.text)
        member("meeting", decision.meeting.text)
        member("text", decision.text)
        member("unit", decision.unit.text)
        member("deadline", ifPresent: decision.deadline?.description)
        texts("items", decision.items.map(\.text))
        if let status = decision.status { member("status") { $0.members(of: status) } }
    }
}
