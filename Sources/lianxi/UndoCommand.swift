import ArgumentParser
import Ledger
import StrictJSON
import Text
import WorkPlan

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "撤销自己最近的一次修改，可一直撤销下去",
        discussion: "撤销也记入历史。别人后来改过同一处时说明是谁、何时，不加 --force 就不动。")

    @Flag(help: "别人后来改过同一处也撤销")
    var force = false

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws { try Reverting(way: .undo, force: force, format: format, options: options).run() }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "重做自己最近撤销的修改；撤销之后又改过别的就不能重做了")

    @Flag(help: "别人后来改过同一处也重做")
    var force = false

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws { try Reverting(way: .redo, force: force, format: format, options: options).run() }
}

/// Takes back the newest edit of one's own, or the newest undo.
private struct Reverting {
    enum Way: String {
        case undo = "撤销"
        case redo = "重做"
    }

    let way: Way
    let force: Bool
    let format: OutputFormat
    let options: PlanOptions

    /// How often it is tried anew because somebody else was quicker.
    private static let mostAttempts = 100

    func run() throws {
        try options.requireNow("不能\(way.rawValue)")
        var ledger = try PlanSource.editing(options.request) { _ throws(Complaint) in
            throw Complaint("还没有数据目录，没有可以\(way.rawValue)的修改。")
        }.ledger
        var attempt = 1
        while try revert(&ledger) == nil, attempt < Self.mostAttempts { attempt += 1 }
        ledger.tidy()
    }

    /// Nil where somebody else was quicker.
    private func revert(_ ledger: inout Ledger) throws(Complaint) -> Entry? {
        do {
            let next = way == .undo ? try ledger.nextUndo() : try ledger.nextRedo()
            guard let next else {
                let reason = way == .undo ? "\(ledger.author)在这里的修改都已撤销，或还没有修改" : "最近一次修改不是撤销"
                throw Complaint("没有可以\(way.rawValue)的修改：\(reason)。")
            }
            let reversal = try ledger.reversal(of: next)
            try ask(reversal, ledger.plan)
            // Named before it is made: afterwards the plan may not know any more what came or went.
            let words = next.sentences(in: ledger.plan)
            let entry = try ledger.commit(reversal)
            try Output.afterSaving { () throws(Complaint) in
                try say(way == .undo ? words : entry.sentences(in: ledger.plan), entry, ledger.plan)
            }
            return entry
        } catch let complaint as Complaint {
            throw complaint
        } catch LedgerError.outdated {
            return nil
        } catch let error as LedgerError {
            throw Complaint(error)
        } catch {
            throw Complaint("\(error)")
        }
    }

    /// Refuses to overwrite what others did, and says who and when.
    private func ask(_ reversal: Reversal, _ plan: Plan) throws(Complaint) {
        guard !force, !reversal.overwrites.isEmpty else { return }
        let others = reversal.overwrites.map { overwrite in
            let who = overwrite.by.map { "\($0.author) 在 \($0.moment.minute) 改过同一处" } ?? "同一处后来被改过"
            return "\(who)，\(way.rawValue)会变成：\(overwrite.change.sentence(in: plan))"
        }
        throw Complaint("没有\(way.rawValue)：\(others.joined(separator: "；"))。要\(way.rawValue)请加 --force。", status: .data)
    }

    private func say(_ words: String, _ entry: Entry, _ plan: Plan) throws(Complaint) {
        switch format {
        case .text:
            let rest = entry.changes.isEmpty ? "（别人已经改回，内容没有变化）" : ""
            try Output.lines([
                DisplayText("\(way.rawValue)：\(words)\(rest)"),
                DisplayText("已保存 \(entry.id.text.prefix(8))" + (rest.isEmpty ? "：\(entry.sentences(in: plan))" : "")),
            ])
        case .json:
            var writer = JSONWriter(.indented)
            writer.object { writer in
                writer.member(way == .undo ? "undid" : "redid", words)
                writer.members(of: entry, in: plan)
            }
            try Output.bytes(writer.finish())
        }
    }
}
