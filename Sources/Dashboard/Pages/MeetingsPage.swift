import Cells
import Text
import WorkPlan

/// Meetings, newest first, with what they decided and how far it is.
struct MeetingsPage: SheetPage {
    var view = SheetView()

    static let commands: [Command<MeetingsPage>] =
        [
            Command(
                "decision-status", [.enter, "s"], label: "办理情况", help: "改议定事项的办理情况；在会议上看会议期间的修改",
                unavailable: { page, situation in situation.plan.meetings.isEmpty ? "还没有会议：按 m 开会" : nil }
            ) { page, situation in page.act(situation) },
            Command("decision-open", [.right, "l"], help: "打开议定事项关联的第一个事项") { page, situation in
                guard case .decision(let id)? = page.view.link(page.laidOut(situation)),
                    let item = situation.plan.decision(id)?.items.first
                else { return .notice("没有关联事项") }
                return .open(ItemPage(item: item))
            },
        ] + walking.filter { $0.name != "open" }

    func heading(_ situation: Situation) -> DisplayText { "会议" }

    func sheets(_ situation: Situation) -> [Sheet] {
        let plan = situation.plan
        guard !plan.meetings.isEmpty else {
            return situation.stack(
                [{ $0.paragraph("还没有会议。按 m 开会：会议期间的修改都记在会议名下；按 A 记议定事项。", role: .dim) }], most: 110)
        }
        let newestFirst = plan.meetings.sorted { $0.day > $1.day }
        return situation.stack(newestFirst.map { meeting in { show(meeting, &$0, situation) } }, most: 110)
    }

    private func show(_ meeting: Meeting, _ builder: inout SheetBuilder, _ situation: Situation) {
        let decisions = situation.plan.decisions.filter { $0.meeting == meeting.id }
        let done = decisions.count { $0.status?.isClosed == true }
        let name = DisplayText("\(meeting.day) \(meeting.name)\(meeting.isOpen ? "（进行中）" : "")")
        let counts = DisplayText("\(decisions.count) 件，办结 \(done) 件")
        let whole = name + "　议定 " + counts
        // A line takes its own label with six columns of rule around it.
        let isRoom = whole.columns(builder.glyphs.ambiguous) + 6 <= builder.width
        builder.heading(isRoom ? whole : name)
        if !isRoom { builder.entry("议定", counts) }
        if !meeting.attendees.isEmpty { builder.entry("出席", DisplayText(meeting.attendees)) }
        for decision in decisions { show(decision, &builder, situation) }
    }

    private func show(_ decision: Decision, _ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        let light = decision.light(on: situation.today, rules: plan.rules)
        var text = decision.text + "　" + (plan.unit(decision.unit)?.name ?? "")
        if let deadline = decision.deadline { text += "　\(deadline)" }
        let percent = decision.status?.judgedPercent.map { " \(Figure.number($0))%" } ?? ""
        text += "　\(decision.status?.word ?? "未报")\(percent)"
        let items = decision.items.compactMap(plan.tree.position).map { plan.name(of: $0) }
        if !items.isEmpty { text += "　（\(items.joined(separator: "、"))）" }
        builder.light(light, DisplayText(text), label: "", indent: 2, link: .decision(decision.id))
    }

    private func act(_ situation: Situation) -> Response {
        guard case .decision(let id)? = view.link(laidOut(situation)), let decision = situation.plan.decision(id) else {
            return .notice("光标不在议定事项上")
        }
        if let reason = situation.briefing.readOnly { return .notice(DisplayText(reason)) }
        let plan = situation.plan
        func option(_ label: DisplayText, _ status: Status) -> Menu.Option {
            Menu.Option(label) { _ in .commit(Submission([plan.setting(status: status, of: decision)])) }
        }
        return .ask(
            Menu(
                "议定事项的办理情况", remark: DisplayText(decision.text),
                [
                    option("未启动", .notStarted), option("正在办理", .underway(percent: nil)),
                    option("办理过半", .underway(percent: 50)), option("已办结", .completed(situation.today)),
                    Menu.Option("已终止", remark: "要写理由") { .ask(Self.terminating(decision, $0)) },
                ], selected: 1))
    }

    private static func terminating(_ decision: Decision, _ situation: Situation) -> Form {
        Form(
            "terminate-decision \(decision.id)", title: "终止议定事项", remark: DisplayText(decision.text),
            fields: [.line("理由")], situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("终止要写理由") }
            return .commit(Submission([opened.plan.setting(status: .terminated(reason: form.text(0)), of: decision)]))
        }
    }
}

extension Decision {
    /// As for subtasks, by status and deadline alone.
    func light(on today: Day, rules: Rules) -> Light {
        switch status {
        case .completed?, .struckOff?: return .green
        case .terminated?: return .none
        case .notStarted?, .underway?, nil: break
        }
        guard let deadline else { return status == nil ? .grey : .green }
        if deadline < today { return .red }
        return today.days(to: deadline) <= rules.light.dueSoon ? .yellow : .green
    }
}
