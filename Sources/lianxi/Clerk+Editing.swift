import Dashboard
import Ledger
import WorkPlan

// What the desk asks of the ledger, and what it is told.
extension Clerk {
    mutating func reply(to effect: Effect) -> [Message] {
        do throws(LedgerError) {
            switch effect {
            case .commit(let submission): return try commit(submission)
            case .undo(let force): return [try takeBack(.undo, force: force)]
            case .redo(let force): return [try takeBack(.redo, force: force)]
            case .introduce(let name): return [introduce(name)]
            case .keepFilter(let filter): return [keep(filter)]
            case .inquire(let inquiry): return [.answered(inquiry, try answer(inquiry))]
            case .travel(let anchor): return [try travel(to: anchor)]
            case .step(let step, let forward): return [try travel(step, forward: forward)]
            default: return []
            }
        } catch {
            if case .inquire(let inquiry) = effect { return [.answered(inquiry, .failure(error.sentence))] }
            // The plan may be another by now, and the ledger one that is only read.
            return [.briefed(brief()), .refused(error.sentence)]
        }
    }

    private mutating func commit(_ submission: Submission) throws(LedgerError) -> [Message] {
        do throws(LedgerError) {
            let entry = try source.ledger.commit(
                submission.changes, note: submission.note, meeting: source.plan.openMeeting?.id,
                isSettling: submission.isSettling)
            note(entry)
            return [.saved("已保存：\(entry.sentences(in: source.plan))", brief())]
        } catch {
            guard case .outdated(let mismatches, let meanwhile, let plan) = error else { throw error }
            look()
            var rebased = submission
            rebased.changes = submission.changes.map { plan.rebasing($0) }
            return [.briefed(brief()), .outrun(rebased, Self.words(of: mismatches, meanwhile, plan))]
        }
    }

    /// Who did what to the same field, as a question's first sentence.
    private static func words(of mismatches: [Mismatch], _ meanwhile: [Entry], _ plan: Plan) -> String {
        let slots = Set(mismatches.map(\.change.slot))
        guard let entry = meanwhile.last(where: { $0.changes.contains { slots.contains($0.slot) } }) else {
            return "这一处刚刚被改过，与您打开时不同"
        }
        let what = entry.changes.filter { slots.contains($0.slot) }.map { $0.sentence(in: plan) }
        return "\(entry.author) 在 \(entry.moment.minute.suffix(5)) 改了同一处：\(what.joined(separator: "；"))"
    }

    // MARK: Undo and redo

    private enum Way: String {
        case undo = "撤销"
        case redo = "重做"
    }

    private mutating func takeBack(_ way: Way, force: Bool) throws(LedgerError) -> Message {
        try source.ledger.catchUp()
        let found = way == .undo ? try source.ledger.nextUndo() : try source.ledger.nextRedo()
        guard let found else {
            return .notice(way == .undo ? "没有可以撤销的修改：您在这里的修改都已撤销，或还没有修改" : "没有可以重做的修改")
        }
        let reversal = try source.ledger.reversal(of: found)
        if !force, let other = reversal.overwrites.first {
            let who = other.by.map { "\($0.author) 在 \($0.moment.minute) " } ?? "别人后来"
            return .asked(
                question: "\(who)改了同一处，仍要\(way.rawValue)吗？",
                remark: "\(way.rawValue)会变成：\(other.change.sentence(in: source.plan))", yes: "仍\(way.rawValue)",
                way == .undo ? .undo(force: true) : .redo(force: true))
        }
        let entry = try source.ledger.commit(reversal)
        note(entry)
        return .saved("\(way.rawValue)：\(entry.sentences(in: source.plan))", brief())
    }

    // MARK: Who edits

    private mutating func introduce(_ name: String) -> Message {
        source.introduce(name)
        return .briefed(brief())
    }
}
