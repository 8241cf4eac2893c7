import StrictJSON
import WorkPlan

extension JSONWriter {
    /// A change as a journal carries it: `{"field":"progress","target":"row-15","day":…,"was":…,"becomes":…}`.
    mutating func change(_ change: Change) {
        beginObject()
        let slot = change.slot
        member("field", slot.field)
        if !slot.target.isEmpty { member("target", slot.target) }
        switch change {
        case .progress(_, let unit, let day, let edit):
            dated(day, unit)
            self.edit(edit, ValueCoding.status.optional)
        case .report(_, let unit, let period, let edit):
            member("unit", unit.text)
            member("period", period.description)
            self.edit(edit, .report(unit, period))
        case .adjustment(_, let id, let edit):
            member("id", id.text)
            self.edit(edit, .adjustment(id))
        case .rewording(_, let id, let edit):
            member("id", id.text)
            self.edit(edit, .rewording(id))
        case .assignment(_, let unit, let edit):
            member("unit", unit.text)
            self.edit(edit, ValueCoding<Assignment.Role>.word.placed)
        case .note(_, let id, let edit):
            member("id", id.text)
            self.edit(edit, .note(id))
        case .evidence(_, let id, let edit):
            member("id", id.text)
            self.edit(edit, .evidence(id))
        case .lightOverride(_, let edit): self.edit(edit, .lightOverride)
        case .start(_, let edit): self.edit(edit, ValueCoding.day.optional)
        case .weight(_, let edit): self.edit(edit, .number)
        case .item(_, let edit): self.edit(edit, .placedItem)
        case .place(_, let edit): self.edit(edit, .itemPlace)
        case .title(_, let edit), .number(_, let edit), .addedSource(_, let edit), .unitName(_, let edit),
            .unitShort(_, let edit):
            self.edit(edit, .text)
        case .reading(_, let unit, let day, let edit):
            dated(day, unit)
            self.edit(edit, ValueCoding.number.optional)
        case .baseline(_, let edit): self.edit(edit, ValueCoding.number.optional)
        case .unit(_, let edit): self.edit(edit, ValueCoding.unit.placed)
        case .unitAliases(_, let edit): self.edit(edit, .texts)
        case .unitMembers(_, let edit): self.edit(edit, .identifiers())
        case .unitRename(_, let from, let edit):
            member("from", from)
            self.edit(edit, ValueCoding.text.placed)
        case .contact(_, let name, let edit):
            member("name", name)
            self.edit(edit, ValueCoding.contact.placed)
        case .leadRule(let edit): self.edit(edit, .word)
        case .lightRule(let edit): self.edit(edit, .lightThresholds)
        case .reportingRule(let edit): self.edit(edit, .reporting)
        case .deadlinePhaseRule(let edit): self.edit(edit, ValueCoding<Identifier<Phase>>.identifier().optional)
        case .printedDeadlineRule(let phrase, let edit):
            member("phrase", phrase)
            self.edit(edit, ValueCoding.day.placed)
        case .meeting(let id, let edit): self.edit(edit, .meeting(id))
        case .decision(let id, let edit): self.edit(edit, .decision(id))
        case .decisionStatus(_, let edit): self.edit(edit, ValueCoding.status.optional)
        case .unknown: break
        }
        endObject()
    }

    private mutating func dated(_ day: Day, _ unit: Identifier<Unit>?) {
        member("day", day.description)
        member("unit", ifPresent: unit?.text)
    }

    private mutating func edit<Value>(_ edit: Edit<Value>, _ coding: ValueCoding<Value>) {
        key("was")
        coding.write(&self, edit.was)
        key("becomes")
        coding.write(&self, edit.becomes)
    }
}
