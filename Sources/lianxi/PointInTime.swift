import ArgumentParser
import Ledger
import WorkPlan

/// A point in the history, as it is written on the command line: a day, the beginning of an entry's identifier, `now` or
/// `last-meeting`.
struct PointInTime: ExpressibleByArgument {
    let text: String

    init(argument: String) {
        text = argument
    }

    /// The plan as it stood there, the day it is judged on, and the point in words.
    struct View {
        var plan: Plan
        var day: Day
        var words: String
    }

    func view(of ledger: Ledger, today: Day) throws -> View {
        do {
            switch try anchor(today: today) {
            case .now: return View(plan: ledger.plan, day: today, words: "现在（\(today)）")
            case .day(let day): return View(plan: try ledger.history().plan(on: day), day: day, words: "\(day)")
            case .lastMeeting: return try lastMeeting(ledger)
            case .entry, .before: return try entry(ledger)
            }
        } catch let error as LedgerError {
            throw Complaint(error.sentence, status: .data)
        }
    }

    /// What kind of point it is. Days without a year are the latest such days.
    private func anchor(today: Day) throws(Complaint) -> Anchor {
        switch text {
        case "now", "现在": return .now
        case "last-meeting", "上次会议": return .lastMeeting
        default: break
        }
        if let day = Day(spoken: text, today: today) {
            let earlier = Day(spoken: text, today: today.adding(days: -365))
            let isRelative = text.hasPrefix("+") || text.hasPrefix("＋")
            return .day(day > today && !isRelative ? earlier.flatMap { $0 <= today ? $0 : nil } ?? day : day)
        }
        let isName = text.utf8.allSatisfy { byte in
            Character(Unicode.Scalar(byte)).isLetter && byte < 128 || (48...57).contains(byte) || byte == 45
                || byte == 95
        }
        guard isName, (4...22).contains(text.utf8.count) else {
            throw Complaint(
                "“\(text)”不是日期，也不是记录。可以写 2024-03-31、记录号（lianxi log 每条开头的字母数字，至少 4 个）、now 或 last-meeting。",
                status: .usage)
        }
        return .entry(Identifier(text))
    }

    private func entry(_ ledger: Ledger) throws -> View {
        let history = try ledger.history()
        guard let number = try history.number(of: text), let entry = try history.entries(number..<number + 1).first
        else {
            throw Complaint("没有以“\(text)”开头的记录，或者不止一条。lianxi log 列出记录号。", status: .usage)
        }
        return View(
            plan: try history.plan(before: number + 1), day: entry.day,
            words: "\(entry.id.text.prefix(8))（\(entry.author) \(entry.moment.minute)）之后")
    }

    /// After the entry that closed the last meeting; where none did, at the end of the meeting's day.
    private func lastMeeting(_ ledger: Ledger) throws -> View {
        guard let meeting = ledger.plan.lastMeeting else { throw Complaint("还没有开过会，没有“上次会议”。", status: .data) }
        let words = "上次会议（\(meeting.day) \(meeting.name)）"
        var closing: Identifier<Entry>?
        try ledger.eachBackwards { entry in
            let closes = entry.changes.contains { change in
                guard case .meeting(meeting.id, let edit) = change else { return false }
                return edit.becomes?.value.isOpen == false && edit.was?.value.isOpen != false
            }
            if closes { closing = entry.id }
            return !closes
        }
        let history = try ledger.history()
        guard let closing, let number = try history.number(of: closing.text) else {
            return View(plan: try history.plan(on: meeting.day), day: meeting.day, words: words)
        }
        return View(plan: try history.plan(before: number + 1), day: meeting.day, words: words)
    }
}
