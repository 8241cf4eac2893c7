import ArgumentParser
import Documents
import Text
import WorkPlan

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "输出台账、通报开头段或催报名单",
        discussion: """
            例：lianxi export 台账 --output 台账.csv
                lianxi export 通报 --today 2024-04-10
                lianxi export 催报 --period 2024Q1 --output 催报.md
            CSV 可直接用 WPS 打开。已有的文件不会被覆盖，除非加 --force。
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case ledger = "台账"
        case bulletin = "通报"
        case reminder = "催报"
    }

    @Argument(help: "台账、通报或催报")
    var kind: Kind

    @Option(help: "csv、md 或 txt；不写时看文件名的结尾，再不然台账为 csv，其余为 txt")
    var format: Paper.Format?

    @Option(name: [.short, .long], help: ArgumentHelp("写到这个文件；不写时输出到屏幕", valueName: "文件"))
    var output: String?

    @Option(help: ArgumentHelp("报送期，如 2024Q1、2024-03、2024H1、2024；不写时为最近一个应报的时期", valueName: "时期"))
    var period: Period?

    @Flag(help: "文件已经存在时覆盖它")
    var force = false

    @OptionGroup var options: PlanOptions

    func run() throws {
        let plan = try PlanSource.reading(options.request).plan
        if let period, period.cycle != plan.rules.reporting.cycle {
            let example = plan.duePeriod(on: options.today ?? Environment.today)
            throw Complaint(
                "方案\(plan.rules.reporting.cycle.word)报送，没有“\(period.word)”这样的时期；请写成 --period \(example)。",
                status: .usage)
        }
        let bytes = paper(plan).bytes(chosenFormat)
        guard let output else { return try Output.bytes(bytes) }
        try OutputFile.write(bytes, to: output, replacing: force)
        try Output.lines([DisplayText("已写入 \(output)")])
    }

    private func paper(_ plan: Plan) -> Paper {
        let today = day(plan)
        switch kind {
        case .ledger: return .ledger(plan, Standings(plan, on: today), period: period)
        case .bulletin: return .bulletin(plan, Standings(plan, on: today))
        case .reminder: return .reminder(plan, period: period ?? plan.duePeriod(on: today), today: today)
        }
    }

    /// `--today`; else the day from which on a period's reports are missing, where that has come; else today.
    private func day(_ plan: Plan) -> Day {
        if let today = options.today { return today }
        guard let period, kind == .bulletin else { return Environment.today }
        return min(Environment.today, plan.rules.reporting.missingFrom(period))
    }

    private var chosenFormat: Paper.Format {
        format ?? output?.split(separator: ".").last.flatMap { Paper.Format(rawValue: $0.lowercased()) }
            ?? (kind == .ledger ? .csv : .txt)
    }
}

extension Paper.Format: ExpressibleByArgument {}

extension Period: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
