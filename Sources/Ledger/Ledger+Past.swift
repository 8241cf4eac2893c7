package import WorkPlan

/// The plan at a point of its history.
package struct Past: Sendable {
    package let plan: Plan
    /// How many entries had been made then.
    package let number: Int
    /// The day it is judged on.
    package let day: Day
    /// The point, in words.
    package let words: String
}

extension Ledger {
    /// The plan at a point of the history; nil where there is no such point, and for `now`.
    package func past(at anchor: Anchor) throws(LedgerError) -> Past? {
        switch anchor {
        case .now: return nil
        case .day(let day):
            let (plan, number) = try history().state(on: day)
            return Past(plan: plan, number: number, day: day, words: "\(day)")
        case .entry(let id):
            guard let number = try history().number(of: id.text) else { return nil }
            return try past(before: number + 1)
        case .lastMeeting:
            guard let meeting = plan.lastMeeting else { return nil }
            let words = "上次会议（\(meeting.day) \(meeting.name)）"
            if let number = try closing(of: meeting) {
                return Past(
                    plan: try history().plan(before: number), number: number, day: meeting.day, words: words)
            }
            guard let past = try past(at: .day(meeting.day)) else { return nil }
            return Past(plan: past.plan, number: past.number, day: meeting.day, words: words)
        }
    }

    /// The plan after the first so many entries.
    package func past(before number: Int) throws(LedgerError) -> Past {
        let (past, last) = try history().state(before: number)
        let words = last.map { "\($0.moment.minute) \($0.author)修改后" } ?? "印发时"
        return Past(plan: past, number: number, day: last?.day ?? plan.issued, words: words)
    }

    /// How many entries there were when a meeting had been closed; meetings that were entered closed have no such entry.
    private func closing(of meeting: Meeting) throws(LedgerError) -> Int? {
        var number = entryCount
        var isFound = false
        try eachBackwards { entry in
            isFound = entry.changes.contains { change in
                guard case .meeting(meeting.id, let edit) = change else { return false }
                return edit.was?.value.isOpen == true && edit.becomes?.value.isOpen == false
            }
            if !isFound { number -= 1 }
            return !isFound
        }
        return isFound ? number : nil
    }
}
