import Dashboard
import Ledger
import WorkPlan

// Questions about the history, and travelling in it.
extension Clerk {
    func answer(_ inquiry: Inquiry) throws(LedgerError) -> Answer {
        switch inquiry {
        case .history(let filter, let limit):
            var entries: [Entry] = []
            try source.ledger.eachBackwards { entry in
                if filter.matches(entry) { entries.append(entry) }
                return entries.count <= limit
            }
            return .history(Array(entries.prefix(limit)), more: entries.count > limit)
        case .comparison(let from, let to):
            let (old, new) = (try state(at: from), try state(at: to))
            guard let old else { return .failure(from == .lastMeeting ? "还没有结束过会议" : "历史里没有这一点") }
            guard let new else { return .failure("历史里没有这一点") }
            return .comparison(Comparison(from: old.plan, on: old.day, to: new.plan, on: new.day))
        }
    }

    /// The plan at a point of the history with the day it is judged on; nil where there is no such point.
    private func state(at anchor: Anchor) throws(LedgerError) -> (plan: Plan, day: Day)? {
        if anchor == .now { return (source.plan, today) }
        return try past(at: anchor).map { ($0.plan, $0.day) }
    }

    private func past(at anchor: Anchor) throws(LedgerError) -> Past? {
        let history = try source.ledger.history()
        switch anchor {
        case .now: return nil
        case .day(let day):
            let plan = try history.plan(on: day)
            let number = try history.entries(days: Day(number: -700_000)...day).count
            return Past(plan: plan, number: number, day: day, words: "\(day)")
        case .entry(let id):
            guard let number = try history.number(of: id.text) else { return nil }
            return try past(before: number + 1, history)
        case .before(let id):
            guard let number = try history.number(of: id.text) else { return nil }
            return try past(before: number, history)
        case .lastMeeting:
            guard let meeting = source.plan.lastMeeting else { return nil }
            if let closed = try closing(of: meeting, history) { return closed }
            return try past(at: .day(meeting.day))
        }
    }

    /// When a meeting was closed, by the entry that did; meetings that were entered closed have none.
    private func closing(of meeting: Meeting, _ history: History) throws(LedgerError) -> Past? {
        var closing: Int?
        var number = history.count
        try source.ledger.eachBackwards { entry in
            number -= 1
            let closes = entry.changes.contains { change in
                guard case .meeting(meeting.id, let edit) = change else { return false }
                return edit.was?.value.isOpen == true && edit.becomes?.value.isOpen == false
            }
            if closes { closing = number }
            return closing == nil && number > 0
        }
        guard let closing else { return nil }
        var past = try past(before: closing + 1, history)
        past?.words = "\(meeting.name)结束时"
        return past
    }

    private func past(before number: Int, _ history: History) throws(LedgerError) -> Past? {
        let plan = try history.plan(before: number)
        let last = number > 0 ? try history.entries(number - 1..<number).first : nil
        let words = last.map { "\($0.moment.minute) \($0.author)修改之后" } ?? "开始时"
        return Past(plan: plan, number: number, day: last?.day ?? source.plan.issued, words: words)
    }

    // MARK: Travelling

    mutating func travel(to anchor: Anchor?) throws(LedgerError) -> Message {
        guard let anchor, anchor != .now else {
            past = nil
            return .briefed(briefing)
        }
        guard let found = try past(at: anchor) else { return .notice("历史里没有这一点") }
        past = found
        return .briefed(briefing)
    }

    mutating func travel(_ step: TimeStep, forward: Bool) throws(LedgerError) -> Message {
        let history = try source.ledger.history()
        let here = past.map { ($0.number, $0.day) } ?? (history.count, today)
        switch step {
        case .entry:
            let number = here.0 + (forward ? 1 : -1)
            guard number >= 0 else { return .notice("已到最早：方案印发时的样子") }
            guard number <= history.count else { return try travel(to: nil) }
            past = try past(before: number, history)
        case .week, .month:
            let days = (step == .week ? 7 : 30) * (forward ? 1 : -1)
            let day = here.1.adding(days: days)
            guard !forward || day <= today else { return try travel(to: nil) }
            past = try past(at: .day(day))
        case .meeting:
            let days = source.plan.meetings.map(\.day).sorted()
            let day = forward ? days.first { $0 > here.1 } : days.last { $0 < here.1 }
            guard let day else { return forward ? try travel(to: nil) : .notice("此前没有会议") }
            past = try past(at: .day(day))
        }
        return .briefed(briefing)
    }
}
