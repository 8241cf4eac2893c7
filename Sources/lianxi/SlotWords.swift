import Ledger
import WorkPlan

/// What `lianxi set` can change, by the words of its command line.
enum SlotWord: String, CaseIterable {
    case progress, status, reading, deadline, weight, note, evidence, milestone

    /// What stands behind the `=`.
    var hint: String {
        switch self {
        case .progress: "0…100"
        case .status: "notStarted、underway、completed、struckOff、terminated 或 notReported"
        case .reading: "数"
        case .deadline: "日期"
        case .weight: "数"
        case .note, .evidence, .milestone: "文字"
        }
    }

    /// What people write behind it.
    fileprivate var example: String {
        switch self {
        case .progress: "50"
        case .status: "completed"
        case .reading: "3510"
        case .deadline: "2025-12-31"
        case .weight: "2"
        case .note: "待核实"
        case .evidence: "佐证/验收报告.pdf"
        case .milestone: "提交草案"
        }
    }
}

/// Reads `progress=50` as a change of the plan as it stands.
struct SlotWords {
    let plan: Plan
    let day: Day
    /// A unit's name, for its part only.
    let unit: String?
    let note: String?

    func change(of subject: String, _ assignment: String) throws(Complaint) -> Change {
        let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1, let word = SlotWord(rawValue: assignment) {
            throw Complaint(
                "“\(assignment)”后面没有写值（\(word.hint)）。请写成 \(assignment)=\(word.example) 的样子。", status: .usage)
        }
        guard parts.count == 2, let word = SlotWord(rawValue: parts[0]) else {
            let words = SlotWord.allCases.map { "\($0.rawValue)=\($0.hint)" }.joined(separator: "；")
            let near = Nearest.question(parts[0], among: SlotWord.allCases.map(\.rawValue), otherwise: "")
            throw Complaint("不认识“\(assignment)”。\(near)可以写：\(words)。", status: .usage)
        }
        return try change(word, parts[1], of: subject)
    }

    private func change(_ word: SlotWord, _ text: String, of subject: String) throws(Complaint) -> Change {
        if word == .reading { return try reading(text, of: subject) }
        guard case .item(let position) = try Subject(subject, in: plan) else {
            throw Complaint("“\(subject)”不是一项工作，不能改“\(word.rawValue)”。", status: .usage)
        }
        let item = plan.tree[position]
        let unit = try unitIdentifier()
        switch word {
        case .progress:
            let percent = try number(text, in: 0...100)
            return plan.setting(status: .underway(percent: percent), of: item, unit: unit, on: day)
        case .status: return plan.setting(status: try status(text), of: item, unit: unit, on: day)
        case .deadline:
            guard let deadline = Day(spoken: text, today: day) else {
                throw Complaint("“\(text)”不是日期，可写 2024-06-30、6月30日、月底、+30。", status: .usage)
            }
            let basis = try note(for: "调整期限要写依据：会议、文件或批示", example: "联席会议第三次会议")
            return plan.adjusting(
                item,
                to: Adjustment(id: Identifier(Ledger.freshName()), deadline: deadline, basis: basis, decided: day))
        case .weight:
            return .weight(item.id, Edit(was: item.weight, becomes: try number(text, in: 0...1_000_000)))
        case .note: return plan.adding(Note(id: Identifier(Ledger.freshName()), day: day, text: text), to: item)
        case .evidence:
            return plan.adding(
                Evidence(id: Identifier(Ledger.freshName()), place: text, about: note ?? ""), to: item)
        case .milestone:
            var milestone = Item(id: Identifier(Ledger.freshName()), level: .milestone, title: text)
            milestone.addedSource = note ?? "联席会议办公室"
            return plan.adding(milestone, under: position)
        case .reading: return try reading(text, of: subject)
        }
    }

    private func reading(_ text: String, of subject: String) throws(Complaint) -> Change {
        guard let indicator = plan.indicators.first(where: { $0.id.text == subject || $0.title == subject }) else {
            let names = plan.indicators.flatMap { [$0.id.text, $0.title] }
            let known = plan.indicators.map { "\($0.id) \($0.title)" }.joined(separator: "、")
            let near = Nearest.question(subject, among: names, otherwise: "指标有：\(known)。")
            throw Complaint("没有“\(subject)”这个指标。\(near)", status: .usage)
        }
        let unit = try unitIdentifier()
        return plan.setting(reading: try number(text, in: Indicator.figures), of: indicator, unit: unit, on: day)
    }

    private func status(_ text: String) throws(Complaint) -> Status? {
        switch Status.Category(rawValue: text) ?? Status.Category.allCases.first(where: { $0.word == text }) {
        case .notReported?: return nil
        case .notStarted?: return .notStarted
        case .underway?: return .underway(percent: nil)
        case .completed?: return .completed(day)
        case .struckOff?:
            return .struckOff(day, evidence: try note(for: "销号要写佐证：文件、地址或文号", example: "嘉知办〔2024〕3号"))
        case .terminated?: return .terminated(reason: try note(for: "终止要写理由", example: "并入第16项"))
        case nil:
            let near = Nearest.question(
                text, among: Status.Category.allCases.flatMap { [$0.rawValue, $0.word] }, otherwise: "")
            throw Complaint("“\(text)”不是状态。\(near)可以写：\(SlotWord.status.hint)。", status: .usage)
        }
    }

    /// What the dashboard's forms do not let anybody leave out either.
    private func note(for want: String, example: String) throws(Complaint) -> String {
        guard let note, !note.allSatisfy(\.isWhitespace) else {
            throw Complaint("\(want)。请用 --note 写，如 --note \(example)。", status: .usage)
        }
        return note
    }

    private func unitIdentifier() throws(Complaint) -> Identifier<Unit>? {
        guard let name = unit else { return nil }
        return try plan.requireUnit(named: name).id
    }

    private func number(_ text: String, in bounds: ClosedRange<Double>) throws(Complaint) -> Double {
        let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let number = Double(digits), bounds.contains(number) else {
            throw Complaint(
                "“\(text)”不是 \(Figure.number(bounds.lowerBound)) 到 \(Figure.number(bounds.upperBound)) 之间的数。",
                status: .usage)
        }
        return number
    }
}
