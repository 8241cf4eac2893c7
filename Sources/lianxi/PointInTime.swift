import ArgumentParser
import Ledger
import WorkPlan

/// A point in the history, as it is written on the command line: a day, the beginning of an entry's identifier, `now` or
/// `last-meeting`.
struct PointInTime: ExpressibleByArgument {
    let text: String

    init(argument: String) {
        text = String(argument.map { $0 == Self.shield ? "-" : $0 })
    }

    /// Stands for a hyphen where the argument parser must not take an entry's identifier for an option: one in 64 begins
    /// with one.
    private static let shield: Character = "\u{2010}"

    /// The arguments of a command line, with the hyphens shielded that begin what can only be the beginning of an
    /// identifier: four characters or more, and no word of small letters after two hyphens as the options have.
    static func shielding(_ arguments: some Sequence<String>) -> [String] {
        arguments.map { argument in
            let hyphens = argument.prefix { $0 == "-" }
            let rest = argument.dropFirst(hyphens.count)
            guard !hyphens.isEmpty, isIdentifier(argument),
                hyphens.count != 2 || rest.contains(where: { !$0.isLowercase && $0 != "-" })
            else { return argument }
            return String(repeating: shield, count: hyphens.count) + rest
        }
    }

    /// Four to 22 characters of base64url.
    private static func isIdentifier(_ text: String) -> Bool {
        (4...22).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "_" }
    }

    /// The plan as it stood there, the day it is judged on, and the point in words.
    struct View {
        var plan: Plan
        var day: Day
        var words: String
    }

    func view(of ledger: Ledger, today: Day) throws(Complaint) -> View {
        guard let past = try past(of: ledger, today: today) else {
            return View(plan: ledger.plan, day: today, words: "现在（\(today)）")
        }
        return View(plan: past.plan, day: past.day, words: past.words)
    }

    /// The plan as it stood there; nil for `now`.
    func past(of ledger: Ledger, today: Day) throws(Complaint) -> Past? {
        let anchor = try anchor(today: today)
        guard anchor != .now else { return nil }
        let found: Past?
        do throws(LedgerError) {
            found = try ledger.past(at: anchor)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
        guard let found else { throw Complaint(missing(anchor), status: .usage) }
        return found
    }

    /// What kind of point it is. Days without a year are the latest such days.
    func anchor(today: Day) throws(Complaint) -> Anchor {
        switch text {
        case "now", "现在": return .now
        case "last-meeting", "上次会议": return .lastMeeting
        default: break
        }
        if let day = Day(spoken: text, today: today, isPast: true) { return .day(day) }
        guard Self.isIdentifier(text) else {
            throw Complaint(
                "“\(text)”不是日期，也不是记录。可以写 2024-03-31、记录号（lianxi log 每条开头的字母数字，至少 4 个）、now 或 last-meeting。",
                status: .usage)
        }
        return .entry(Identifier(text))
    }

    private func missing(_ anchor: Anchor) -> String {
        if anchor == .lastMeeting { return "还没有结束过会议，没有“上次会议”。" }
        // Digits and hyphens can begin an identifier too: asked of the history first, they are taken for a day after all.
        if text.contains("-") || text.count == 8, text.allSatisfy({ $0 == "-" || $0.isNumber }) {
            return "“\(text)”不是日历上的日期。请写成 2024-03-31、3月31日或月底的样子。"
        }
        return "没有以“\(text)”开头的记录，或者不止一条。lianxi log 列出记录号。"
    }
}
