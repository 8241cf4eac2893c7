import ArgumentParser
import Ledger
import WorkPlan

struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "修改一项或一个指标，并写入历史",
        discussion: """
            例：lianxi set 15 progress=50 --note 据第三季度报送
                lianxi set 15 status=completed
                lianxi set 15 deadline=2025-12-31 --note 联席会议第三次会议
                lianxi set T3 reading=3510 --day 2024-03-31
            可改：\(SlotWord.allCases.map { "\($0.rawValue)=\($0.hint)" }.joined(separator: "；"))
            """)

    @Argument(help: ArgumentHelp("序号（15）、标识（row-15）或指标（T3）", valueName: "对象"))
    var subject: String

    @Argument(help: ArgumentHelp("要改的内容，如 progress=50；可写几个，一起生效", valueName: "内容"))
    var assignments: [String]

    @Option(help: ArgumentHelp("随修改记入历史的说明；改期限时就是依据，必须写", valueName: "文字"))
    var note: String?

    @Option(help: ArgumentHelp("只改这个单位的部分", valueName: "单位"))
    var unit: String?

    @Option(help: ArgumentHelp("数据日，如 2024-03-31；不写时为 --today 或今天", valueName: "日期"))
    var day: Day?

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    /// How often a change is worked out anew because somebody else was quicker: what is set does not depend on what was.
    private static let mostAttempts = 100

    func run() throws {
        try options.requireNow("不能修改")
        var ledger = try PlanSource.editing(options.request) { _ = try changes($0) }.ledger
        let entry = try commit(&ledger)
        try Output.saved(entry, ledger.plan, format)
        ledger.tidy()
        Output.remarks(ledger.notices.map(\.sentence) + (dayToCome.map { [$0] } ?? []))
    }

    /// As the dashboard's forms say beside a day: one that is still to come is no mistake, but it may be a slip.
    private var dayToCome: String? {
        let today = options.today ?? Environment.today
        guard let day, day > today else { return nil }
        return "数据日 \(day) \(day.weekday) 还有\(today.days(to: day))天；写错了请运行 lianxi undo，再改。"
    }

    private func commit(_ ledger: inout Ledger) throws -> Entry {
        var attempt = 0
        while true {
            attempt += 1
            let changes = try changes(ledger.plan)
            do throws(LedgerError) {
                return try ledger.commit(changes, note: note, meeting: ledger.plan.openMeeting?.id)
            } catch {
                if case .outdated = error, attempt < Self.mostAttempts { continue }
                throw Complaint(error)
            }
        }
    }

    private func changes(_ plan: Plan) throws(Complaint) -> [Change] {
        let words = SlotWords(plan: plan, day: day ?? options.today ?? Environment.today, unit: unit, note: note)
        var changes: [Change] = []
        for assignment in assignments { changes.append(try words.change(of: subject, assignment)) }
        for change in changes {
            guard let refusal = plan.refusal(of: change) else { continue }
            throw Complaint("不能这样改：\(refusal.words)。没有保存。", status: .data)
        }
        return changes
    }
}
