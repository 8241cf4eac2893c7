import ArgumentParser
import StrictJSON
import Text
import WorkPlan

struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "在事项、单位、指标、原文和报送里查找，最像的在前",
        discussion: """
            例：lianxi find 许可 高校；lianxi find 15；lianxi find zlkfxk；lianxi find kjj --format json
            几个词都要有；字母也作拼音，首字母、全拼、混着写都可以。
            """)

    @Argument(help: ArgumentHelp("词、序号或拼音", valueName: "查找内容"))
    var words: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("至多列几处", valueName: "条数"))
    var number = 20

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        let text = words.joined(separator: " ")
        let query = Query(text, pinyin: Assets.pinyin)
        guard !query.isEmpty else { throw Complaint("要找什么？请写一个词、序号或拼音，如 lianxi find 许可。", status: .usage) }
        let plan = try PlanSource.reading(options.request).plan
        let hits = plan.search(query, limit: max(1, number))
        switch format {
        case .text:
            guard !hits.isEmpty else { throw Complaint("没有找到“\(text)”。") }
            try Output.lines(hits.map { line($0, plan) })
        case .json: try Output.bytes(json(hits, plan))
        }
    }

    private func line(_ hit: Hit, _ plan: Plan) -> DisplayText {
        var line = "\(hit.kind == .item ? hit.item.map { plan.tree.level(of: $0).word } ?? "" : hit.kind.word)　"
        if hit.name != hit.text { line += hit.kind == .item ? "\(hit.name)　" : "\(hit.name)：" }
        line += hit.text
        if let other = hit.other { line += "（\(other.text)）" }
        return DisplayText(line)
    }

    private func json(_ hits: [Hit], _ plan: Plan) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.array { list in
            for hit in hits {
                list.object { writer in
                    writer.member("kind", hit.kind.rawValue)
                    writer.member(hit.isNumbered ? "number" : "name", hit.name)
                    writer.member("text", hit.text)
                    stretches(hit.stretches, &writer)
                    if hit.kind != .item { writer.member("item", ifPresent: hit.item.map { plan.number(of: $0) }) }
                    if let other = hit.other {
                        writer.member(
                            "other",
                            object: { writer in
                                writer.member("text", other.text)
                                stretches(other.stretches, &writer)
                            })
                    }
                }
            }
        }
        return writer.finish()
    }

    /// Offsets of Unicode scalars, from and up to.
    private func stretches(_ stretches: [Range<Int>], _ writer: inout JSONWriter) {
        writer.member(
            "stretches",
            array: { list in
                for stretch in stretches {
                    list.array { pair in
                        pair.number(Double(stretch.lowerBound))
                        pair.number(Double(stretch.upperBound))
                    }
                }
            })
    }
}
