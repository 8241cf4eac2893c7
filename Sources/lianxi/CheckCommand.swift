import ArgumentParser
import Ledger
import StrictJSON
import Text
import WorkPlan

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "核对数据目录，并点数方案的各项内容")

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        try options.requireNow("核对的是现在的数据")
        let source = try PlanSource.reading(options.request)
        let counts = source.plan.counts
        let check = try Self.check(source)
        switch format {
        case .text:
            try Output.lines(
                ["数据来自：\(source.place)", "方案：\(source.plan.title)"].map { DisplayText($0) }
                    + Self.rows(counts).map { DisplayText("\($0.words)：\($0.count)") }
                    + Self.findings(check))
        case .json:
            var writer = JSONWriter(.indented)
            writer.object { writer in
                writer.member("place", source.place)
                for row in Self.rows(counts) { writer.member(row.key, row.count) }
                if let check { Self.write(check, &writer) }
            }
            try Output.bytes(writer.finish())
        }
        // Scripts see by the exit status whether all is well.
        guard check?.isSound ?? true else {
            throw Complaint("数据目录有问题，见上面所列。损坏的内容可用 lianxi repair 移到一边（只移动，不删除）。", status: .data)
        }
    }

    /// Nil where the plan lies in no ledger.
    private static func check(_ source: PlanSource) throws(Complaint) -> LedgerCheck? {
        guard !source.isUnsaved else { return nil }
        do {
            return try Ledger.check(at: source.ledger.directory)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }

    private static func findings(_ check: LedgerCheck?) -> [DisplayText] {
        guard let check else { return [] }
        let summary =
            check.isSound ? "历史 \(check.entries) 条，\(check.journals) 个副本，逐字节核对无误" : "历史 \(check.entries) 条，发现下列问题"
        return ([summary] + check.findings.map(\.sentence)).map { DisplayText($0) }
    }

    private static func write(_ check: LedgerCheck, _ writer: inout JSONWriter) {
        writer.member("sound", check.isSound)
        writer.member("entries", check.entries)
        writer.member("journals", check.journals)
        writer.member("conflicts", check.conflicts.count)
        writer.member(
            "findings",
            array: { list in
                for finding in check.findings {
                    list.object { writer in
                        writer.member("level", finding.level == .warning ? "warning" : "information")
                        writer.member("file", finding.file)
                        writer.member("line", ifPresent: finding.line)
                        writer.member("words", finding.words)
                    }
                }
            })
    }

    private static func rows(_ counts: Plan.Counts) -> [(key: String, words: String, count: Int)] {
        [
            ("areas", "工作领域", counts.areas), ("tasks", "任务", counts.tasks), ("subtasks", "事项", counts.subtasks),
            ("milestones", "节点", counts.milestones), ("units", "方案所列单位", counts.units),
            ("reportingUnits", "应报送单位（集体单位展开）", counts.reportingUnits),
            ("assignments", "事项与单位对应", counts.assignments),
            ("assignmentsUnfolded", "同上，集体单位展开", counts.assignmentsUnfolded),
            ("sentences", "正文句数", counts.sentences), ("sentencesCovered", "其中有对应事项", counts.sentencesCovered),
            ("indicators", "指标", counts.indicators), ("deliverables", "成果与平台", counts.deliverables),
            ("discrepancies", "与原文核对的提示", counts.discrepancies),
        ]
    }
}
