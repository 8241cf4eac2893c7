import StrictJSON
import WorkPlan

extension JSONWriter {
    /// An entry of the history: what was changed as sentences, in the plan's own names.
    mutating func members(of entry: Entry, in plan: Plan) {
        member("id", entry.id.text)
        member("at", entry.moment.text)
        member("by", entry.author)
        member(
            "changes",
            array: { list in
                for change in entry.changes { list.string(change.sentence(in: plan)) }
            })
        member("note", ifPresent: entry.note)
        member("meeting", ifPresent: entry.meeting?.text)
        member("undoes", ifPresent: entry.undoes?.text)
    }
}
