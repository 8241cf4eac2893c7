import ArgumentParser
import Ledger
import StrictJSON
import Text
import WorkPlan

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "列出历史上的修改，新的在前")

    @Argument(help: ArgumentHelp("只列这一项（15）的修改", valueName: "对象"))
    var subject: String?

    @Option(name: [.short, .long], help: ArgumentHelp("至多列几条", valueName: "条数"))
    var number = 20

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        let source = try PlanSource(options.request, creating: false)
        let entries: [Entry]
        do throws(LedgerError) {
            entries = try chosen(source)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
        switch format {
        case .text: Output.lines(entries.flatMap { lines($0, source.plan) })
        case .json: Output.bytes(json(entries, source.plan))
        }
    }

    private func chosen(_ source: PlanSource) throws(LedgerError) -> [Entry] {
        guard let subject else { return try source.ledger.recent(max(0, number)) }
        let id = (try? Subject(subject, in: source.plan)).flatMap { found -> String? in
            guard case .item(let position) = found else { return nil }
            return source.plan.tree[position].id.text
        }
        let history = try source.ledger.history()
        let target = id ?? subject
        let touching = try history.entries(0..<history.count).filter { entry in
            entry.changes.contains { $0.slot.target == target }
        }
        return touching.suffix(max(0, number)).reversed()
    }

    private func lines(_ entry: Entry, _ plan: Plan) -> [DisplayText] {
        var lines = ["\(entry.id.text.prefix(8))  \(entry.moment.text.prefix(16))  \(entry.author)"]
        lines += entry.changes.map { "    \($0.sentence(in: plan))" }
        if let note = entry.note { lines.append("    说明：\(note)") }
        if let undone = entry.undoes { lines.append("    撤销 \(undone.text.prefix(8))") }
        return lines.map { DisplayText($0) }
    }

    private func json(_ entries: [Entry], _ plan: Plan) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.array { list in
            for entry in entries {
                list.object { writer in
                    writer.member("id", entry.id.text)
                    writer.member("at", entry.moment.text)
                    writer.member("by", entry.author)
                    writer.member(
                        "changes",
                        array: { list in
                            for change in entry.changes { list.string(change.sentence(in: plan)) }
                        })
                    writer.member("note", ifPresent: entry.note)
                    writer.member("meeting", ifPresent: entry.meeting?.text)
                    writer.member("undoes", ifPresent: entry.undoes?.text)
                }
            }
        }
        return writer.finish()
    }
}
