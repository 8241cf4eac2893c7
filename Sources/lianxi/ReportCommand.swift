import ArgumentParser
import Ledger
import WorkPlan

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "记下一个单位对一项的报送，并写入历史",
        discussion: """
            例：lianxi report 15 --unit 市科技局 --progress 已开放许可120件 --next 开展对接活动
                lianxi report 2 --unit 南湖区 --period 2024Q1 --received 2024-04-08 --signed-off
            已有报送时，只改写出的几栏，其余不动。
            """)

    @Argument(help: ArgumentHelp("序号（15）或标识（row-15）", valueName: "对象"))
    var subject: String

    @Option(help: ArgumentHelp("报送单位；只有一个责任单位时可不写", valueName: "单位"))
    var unit: String?

    @Option(help: ArgumentHelp("报送期，如 2024Q1、2024-03；不写时为最近结束的一期", valueName: "期"))
    var period: String?

    @Option(help: ArgumentHelp("进展情况", valueName: "文字"))
    var progress: String?

    @Option(help: ArgumentHelp("存在问题", valueName: "文字"))
    var problems: String?

    @Option(help: ArgumentHelp("下一步打算", valueName: "文字"))
    var next: String?

    @Flag(inversion: .prefixedNo, help: "需协调")
    var needsCoordination: Bool?

    @Flag(inversion: .prefixedNo, help: "主要领导已审")
    var signedOff: Bool?

    @Option(help: ArgumentHelp("收到报送的日期；不写时为 --today 或今天", valueName: "日期"))
    var received: Day?

    @Option(help: ArgumentHelp("随修改记入历史的说明", valueName: "文字"))
    var note: String?

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        try options.requireNow("不能报送")
        guard progress ?? problems ?? next != nil || needsCoordination ?? signedOff != nil || received != nil else {
            throw Complaint("没有写报送的内容。可写 --progress、--problems、--next、--signed-off、--received 等。", status: .usage)
        }
        var ledger = try PlanSource.editing(options.request) { _ = try change($0) }.ledger
        let reported = try change(ledger.plan)
        let entry: Entry
        do throws(LedgerError) {
            // Not tried anew where somebody was quicker: what they wrote would be overwritten unseen.
            entry = try ledger.commit([reported], note: note, meeting: ledger.plan.openMeeting?.id)
        } catch {
            throw Complaint(error)
        }
        try Output.saved(entry, ledger.plan, format)
        ledger.tidy()
        Output.remarks(ledger.notices.map(\.sentence))
    }

    private func change(_ plan: Plan) throws(Complaint) -> Change {
        guard case .item(let position) = try Subject(subject, in: plan) else {
            throw Complaint("“\(subject)”不是一项工作，不能报送。", status: .usage)
        }
        let item = plan.tree[position]
        guard item.level >= .subtask else {
            throw Complaint("\(plan.name(of: position))是\(item.level.word)，报送要按事项记，如 lianxi report 15。", status: .data)
        }
        let unit = try reporter(of: position, in: plan)
        let period = try period(plan)
        let known = item.report(by: unit.id, for: period)
        let day = options.today ?? Environment.today
        let report = Report(
            unit: unit.id, period: period, progress: progress ?? known?.progress ?? "",
            problems: problems ?? known?.problems ?? "", next: next ?? known?.next ?? "",
            needsCoordination: needsCoordination ?? known?.needsCoordination ?? false,
            received: received ?? min(known?.received ?? day, day),
            isSignedOff: signedOff ?? known?.isSignedOff ?? false)
        return plan.setting(report: report, of: item)
    }

    /// The unit that reports: one that answers for the item, or a member of a collective unit that does.
    private func reporter(of position: ItemTree.Position, in plan: Plan) throws(Complaint) -> Unit {
        let assignments = plan.tree[position].assignments
        var ids = assignments.map(\.unit)
        for assignment in assignments { ids += plan.reporters(of: assignment).filter { !ids.contains($0) } }
        let reporters = ids.compactMap { plan.unit($0) }
        let single = reporters.filter { !$0.isCollective }
        guard let name = unit else {
            if single.count == 1 { return single[0] }
            throw Complaint(
                "请用 --unit 写明报送单位。\(plan.name(of: position))的责任单位有：\(single.map(\.name).joined(separator: "、"))。",
                status: .usage)
        }
        let unit = try plan.requireUnit(named: name)
        guard ids.contains(unit.id) else {
            throw Complaint(
                "\(unit.name)不是\(plan.name(of: position))的责任单位。责任单位有：\(single.map(\.name).joined(separator: "、"))。",
                status: .data)
        }
        return unit
    }

    /// The period that was asked for, else the latest that has ended.
    private func period(_ plan: Plan) throws(Complaint) -> Period {
        let cycle = plan.rules.reporting.cycle
        guard let text = period else {
            let current = Period(cycle, containing: options.today ?? Environment.today)
            return current.end <= options.today ?? Environment.today ? current : current.previous
        }
        let fitting = Period(cycle, containing: options.today ?? Environment.today).previous
        guard let period = Period(text) else {
            throw Complaint("“\(text)”不是报送期，应写成 \(fitting) 的样子。", status: .usage)
        }
        guard period.cycle == cycle else {
            throw Complaint(
                "方案\(cycle.word)报送，“\(text)”应写成 \(Period(cycle, containing: period.start)) 的样子。", status: .usage)
        }
        return period
    }
}
