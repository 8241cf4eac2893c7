import StrictJSON
import WorkPlan

extension JSONWriter {
    mutating func members(of source: Plan.Source) {
        member("notice", ifFilled: source.notice)
        member("addressees", ifFilled: source.addressees)
        member("copies", ifFilled: source.copies)
        member("publicity", ifFilled: source.publicity)
        member("approval", ifFilled: source.approval)
        texts("basis", source.basis)
        member("preamble", ifFilled: source.preamble)
        member("tableTitle", ifFilled: source.tableTitle)
        texts("tableHeadings", source.tableHeadings)
    }

    mutating func members(of rules: Rules) {
        member("deadlines") {
            $0.member("phase", ifPresent: rules.deadlinePhase?.text)
            $0.elements("printed", rules.printedDeadlines) {
                $0.member("phrase", $1.phrase)
                $0.member("day", $1.day.description)
            }
        }
        member("lead", rules.lead.rawValue)
        member("light") { $0.members(of: rules.light) }
        member("reporting") { $0.members(of: rules.reporting) }
    }

    mutating func members(of light: Rules.LightThresholds) {
        member("yellow", light.yellow)
        member("red", light.red)
        member("dueSoon", light.dueSoon)
    }

    mutating func members(of reporting: Rules.Reporting) {
        member("cycle", reporting.cycle.rawValue)
        member("dueDay", reporting.dueDay)
        member("printed", reporting.isPrinted)
    }

    mutating func members(of phase: Phase) {
        member("id", phase.id.text)
        member("number", phase.number)
        member("title", phase.title)
        member("printed", phase.printed)
        member("start", phase.start.description)
        member("end", phase.end.description)
        member("text", phase.text)
    }

    mutating func members(of safeguard: Safeguard) {
        member("id", safeguard.id.text)
        member("number", safeguard.number)
        member("title", safeguard.title)
        member("text", safeguard.text)
    }

    mutating func members(of unit: Unit) {
        member("id", unit.id.text)
        member("name", unit.name)
        member("short", unit.short)
        texts("aliases", unit.aliases)
        member("kind", unit.kind.rawValue)
        member("printed", unit.isPrinted)
        texts("members", unit.members.map(\.text))
        elements("renames", unit.renames) {
            $0.member("from", $1.from)
            $0.member("name", $1.name)
        }
        texts("generalKnowledge", unit.generalKnowledge)
        elements("contacts", unit.contacts) { $0.members(of: $1) }
    }

    mutating func members(of contact: Contact) {
        member("name", contact.name)
        member("role", ifFilled: contact.role)
        member("telephone", ifFilled: contact.telephone)
    }

    mutating func members(of paragraph: Paragraph) {
        member("id", paragraph.id.text)
        member("area", paragraph.area.text)
        member("number", paragraph.number)
        member("title", ifFilled: paragraph.title)
        elements("sentences", paragraph.sentences) {
            $0.member("id", $1.id.text)
            $0.member("text", $1.text)
        }
    }
}
