import ArgumentParser
import Ledger
import StrictJSON
import Text
import WorkPlan

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "列出历史上的修改，新的在前",
        discussion: "例：lianxi log；lianxi log 15；lianxi log 市科技局 --since 2024-01-01；lianxi log --author 张三 --format json"
    )

    @Argument(help: ArgumentHelp("只列这一项（15）、领域（三）、指标（T3）或单位的修改", valueName: "对象"))
    var subject: String?

    @Option(name: [.short, .long], help: ArgumentHelp("至多列几条", valueName: "条数"))
    var number = 20

    @Option(help: ArgumentHelp("只列这一天及以后写下的", valueName: "日期"))
    var since: Day?

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        try options.requireNow("log 列出全部历史")
        let source = try PlanSource.reading(options.request)
        let entries = try chosen(source)
        switch format {
        case .text:
            if entries.isEmpty, number > 0 { try requireAuthor(source.ledger) }
            try Output.lines(entries.flatMap { lines($0, source.plan) })
        case .json:
            var writer = JSONWriter(.indented)
            writer.array { list in
                for entry in entries { list.object { $0.members(of: entry, in: source.plan) } }
            }
            try Output.bytes(writer.finish())
        }
    }

    private func chosen(_ source: PlanSource) throws -> [Entry] {
        let concerns = try matching(source.plan)
        var entries: [Entry] = []
        do throws(LedgerError) {
            guard number > 0 else { return [] }
            try source.ledger.eachBackwards { entry in
                let isMeant =
                    entry.day >= since ?? entry.day && entry.author == options.author ?? entry.author
                    && (subject == nil || entry.changes.contains(where: concerns))
                if isMeant { entries.append(entry) }
                return entries.count < number
            }
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
        // What is gone from the plan is found by its identifier as long as the history knows it.
        if entries.isEmpty, let subject { _ = try Self.target(subject, source.plan) }
        return entries
    }

    /// Complains where nobody of the name that was asked for has ever written.
    private func requireAuthor(_ ledger: Ledger) throws(Complaint) {
        guard let author = options.author else { return }
        var authors: [String] = []
        do throws(LedgerError) {
            var seen: Set<String> = []
            try ledger.eachBackwards { entry in
                if seen.insert(entry.author).inserted { authors.append(entry.author) }
                return entry.author != author
            }
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
        guard authors.last != author else { return }
        let few = authors.prefix(Self.fewAuthors).joined(separator: "、")
        let known =
            switch authors.count {
            case 0: "历史里还没有修改。"
            case ...Self.fewAuthors: "署名有：\(few)。"
            default: "署名有：\(few)等 \(authors.count) 个。"
            }
        throw Complaint("历史里没有署名“\(author)”的修改。\(known)")
    }

    private static let fewAuthors = 5

    /// Whether a change is about what was asked for.
    private func matching(_ plan: Plan) throws -> (Change) -> Bool {
        guard let subject else { return { _ in true } }
        guard let target = try? Self.target(subject, plan) else { return { $0.slot.target == subject } }
        switch target {
        case .unit(let id): return { $0.unit == id }
        case .targets(let names): return { names.contains($0.slot.target) }
        }
    }

    private enum Target {
        case unit(Identifier<Unit>)
        case targets(Set<String>)
    }

    /// An item with all below it and their indicators, an indicator or a unit.
    private static func target(_ subject: String, _ plan: Plan) throws(Complaint) -> Target {
        if let indicator = plan.indicators.first(where: { $0.id.text == subject || $0.title == subject }) {
            return .targets([indicator.id.text])
        }
        switch try Subject(subject, in: plan) {
        case .plan: return .targets([""])
        case .unit(let unit): return .unit(unit.id)
        case .item(let position):
            let items = Set(plan.tree.subtree(of: position).map { plan.tree[$0].id })
            let indicators = plan.indicators.filter { items.contains($0.item) }.map(\.id.text)
            return .targets(Set(items.map(\.text)).union(indicators))
        }
    }

    private func lines(_ entry: Entry, _ plan: Plan) -> [DisplayText] {
        var lines = ["\(entry.id.text.prefix(8))  \(entry.moment.minute)  \(entry.author)"]
        lines += entry.changes.map { "    \($0.sentence(in: plan))" }
        if let note = entry.note { lines.append("    说明：\(note)") }
        if let meeting = entry.meeting.flatMap(plan.meeting) { lines.append("    会议：\(meeting.name)") }
        if let undone = entry.undoes { lines.append("    撤销 \(undone.text.prefix(8))") }
        return lines.map { DisplayText($0) }
    }
}
