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
        case .entry(let id):
            var found: Entry?
            try source.ledger.eachBackwards { entry in
                if entry.id == id { found = entry }
                return found == nil
            }
            return found.map { .history([$0], more: false) } ?? .failure("历史里没有这一处修改")
        case .comparison(let from, let to):
            guard let old = try state(at: from) else {
                return .failure(from == .lastMeeting ? "还没有结束过会议" : "历史里没有这一点")
            }
            guard let new = try state(at: to) else { return .failure("历史里没有这一点") }
            return .comparison(Comparison(from: old.plan, on: old.day, to: new.plan, on: new.day))
        }
    }

    /// The plan at a point of the history with the day it is judged on; nil where there is no such point.
    private func state(at anchor: Anchor) throws(LedgerError) -> (plan: Plan, day: Day)? {
        anchor == .now ? (source.plan, today) : try source.ledger.past(at: anchor).map { ($0.plan, $0.day) }
    }

    // MARK: Travelling

    /// Goes where `--as-of` says.
    mutating func go(to point: PointInTime) throws(Complaint) {
        past = try point.past(of: source.ledger, today: today)
    }

    mutating func travel(to anchor: Anchor?) throws(LedgerError) -> Message {
        let found = try anchor.flatMap { anchor throws(LedgerError) in try source.ledger.past(at: anchor) }
        guard found != nil || anchor == nil else { return .notice("历史里没有这一点") }
        past = found
        return .briefed(brief())
    }

    mutating func travel(_ step: TimeStep, forward: Bool) throws(LedgerError) -> Message {
        let count = source.ledger.entryCount
        let here = past.map { ($0.number, $0.day) } ?? (count, today)
        switch step {
        case .entry:
            let number = here.0 + (forward ? 1 : -1)
            guard number >= 0 else { return .notice("已到最早：方案印发时的样子") }
            guard number <= count else { return try travel(to: nil) }
            past = try source.ledger.past(before: number)
            return .briefed(brief())
        case .week, .month:
            let day = here.1.adding(days: (step == .week ? 7 : 30) * (forward ? 1 : -1))
            return try travel(to: day > today ? nil : .day(day))
        case .meeting:
            let days = source.plan.meetings.map(\.day).sorted()
            let day = forward ? days.first { $0 > here.1 } : days.last { $0 < here.1 }
            guard forward || day != nil else { return .notice("此前没有会议") }
            return try travel(to: day.map { .day($0) })
        }
    }
}
