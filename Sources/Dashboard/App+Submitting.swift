import Cells
import Text
import WorkPlan

// From a dialog to the history, and what comes back.
extension App {
    /// So many things in one edit, or more, ask first, naming the count.
    private static let fewestAsked = 3

    /// Opens a dialog; a form about the same as one that was put away comes with what was typed into that.
    mutating func ask(_ asked: any Dialog) {
        dialog = asked
        guard var form = asked as? Form, let draft = drafts[form.name] else { return }
        let isOutrun = form.write(draft)
        dialog = form
        notice = isOutrun ? "接着上次没有保存的文字写；这里的内容其间改过，请核对" : "接着上次没有保存的文字写"
    }

    mutating func pressDialog(_ key: Key) -> [Effect] {
        guard var open = dialog else { return [] }
        let answer = open.press(key, situation)
        dialog = open
        switch answer {
        case .stay: return []
        case .notice(let sentence): notice = sentence
        case .effect(let effect): return [effect]
        case .cancel:
            dialog = behind.take()
            waiting = nil
            submitted = nil
            keep(open)
        case .close(let response):
            dialog = nil
            behind = nil
            if case .ask = response { behind = open as? TickList }
            if let form = open as? Form, response.isSubmission { submitted = form }
            // A no: what is saved next is another edit, and takes nothing with it of what was typed for this one.
            if case .done = response { submitted = nil }
            return carryOut(response)
        }
        return []
    }

    /// Nothing typed is lost: it is offered again when the form is opened again.
    private mutating func keep(_ closed: any Dialog) {
        guard let form = closed as? Form else { return }
        drafts[form.name] = form.draft
        if form.isTouched { notice = "文字留着，再打开时接着写" }
    }

    mutating func submit(_ submission: Submission) -> [Effect] {
        let targets = Set(submission.changes.map(\.slot.target))
        guard targets.count >= Self.fewestAsked else { return commit(submission) }
        // A no leaves what was typed where it is offered again.
        if let submitted { drafts[submitted.name] = submitted.draft }
        let first = submission.changes.prefix(3).map { $0.sentence(in: briefing.plan) }.joined(separator: "；")
        let more = submission.changes.count > 3 ? "……" : ""
        dialog = Menu.question(
            DisplayText("一次修改 \(targets.count) 项，确定吗？"), remark: DisplayText(first + more), yes: "全部修改",
            then: .commit(submission))
        return []
    }

    mutating func commit(_ submission: Submission) -> [Effect] {
        guard briefing.isAuthorKnown else {
            waiting = submission
            if let submitted { drafts[submitted.name] = submitted.draft }
            dialog = Form(
                "author", title: "您是？", remark: "修改会记在您的名下。只问这一次，记在本机。", fields: [.line("姓名")], situation
            ) { form, _ throws(FormMistake) in
                guard !form.text(0).isEmpty else { throw FormMistake("请写姓名") }
                return .effect(.introduce(form.text(0)))
            }
            return []
        }
        return [.commit(submission)]
    }

    // MARK: What comes back

    mutating func settle(_ sentence: String, _ briefing: Briefing) {
        take(briefing)
        notice = DisplayText(sentence)
        if let submitted { drafts[submitted.name] = nil }
        submitted = nil
        waiting = nil
        marked = []
    }

    /// The form comes back with its text; the reason stands above it.
    mutating func refuse(_ sentence: DisplayText) {
        notice = sentence
        guard let submitted else { return }
        drafts[submitted.name] = submitted.draft
        dialog = submitted
        self.submitted = nil
    }

    /// Somebody else changed the same: both are told apart, and the second decides.
    mutating func contest(_ submission: Submission, _ sentence: DisplayText) {
        if let submitted { drafts[submitted.name] = submitted.draft }
        let mine = submission.changes.map { $0.sentence(in: briefing.plan) }.joined(separator: "；")
        dialog = Menu.question(
            sentence, remark: DisplayText("您的修改：\(mine)"), yes: "仍按我的改", no: "保留对方的，我的文字留在表单里",
            then: .commit(submission))
    }

    /// The name is known now: what waited for it is written.
    mutating func resume() -> [Effect] {
        guard let waiting, briefing.isAuthorKnown else { return [] }
        self.waiting = nil
        return [.commit(waiting)]
    }

    mutating func hear(_ entries: [Entry]) {
        for entry in entries {
            for change in entry.changes { news[Identifier(change.slot.target)] = entry.author }
        }
        // On the wall nobody is told what somebody else has just written.
        guard let last = entries.last, !page.isFullScreen else { return }
        let more = entries.count > 1 ? "等 \(entries.count) 笔" : ""
        notice = DisplayText("\(last.author) 刚记了：\(last.sentences(in: briefing.plan))\(more)")
    }
}
