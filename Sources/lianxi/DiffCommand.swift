import ArgumentParser
import Ledger
import Text
import WorkPlan

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "对比两个时点：新增、去掉、移动、修改了什么，谁的灯变了、为什么",
        discussion: """
            例：lianxi diff 2024-01-01 2024-03-31
                lianxi diff last-meeting（自上次会议以来）
                lianxi diff 3Kf9aQ2x now --format markdown
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Argument(help: ArgumentHelp("从哪时：日期、记录号（lianxi log 列出）、last-meeting（上次会议）或 now（现在）", valueName: "从"))
    var from: PointInTime

    @Argument(help: ArgumentHelp("到哪时，写法相同；不写时为 now", valueName: "到"))
    var to: PointInTime = PointInTime(argument: "now")

    @Option(help: "text、json 或 markdown")
    var format: Format = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        try options.requireNow("diff 的两个时点已经写明")
        let ledger = try PlanSource.reading(options.request).ledger
        let today = options.today ?? Environment.today
        let report = ComparisonReport(
            try from.view(of: ledger, today: today), try to.view(of: ledger, today: today))
        switch format {
        case .text: try Output.lines(report.text.map { DisplayText($0) })
        case .markdown: try Output.lines(report.markdown.map { DisplayText($0) })
        case .json: try Output.bytes(report.json)
        }
    }
}
