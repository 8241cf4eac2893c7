import Cells
import Text
import WorkPlan

// Meetings and what they decide.
extension App {
    /// Opens a meeting, or closes the one that is open.
    func meeting(_ situation: Situation) -> Response {
        guard var open = situation.plan.openMeeting else { return .ask(Self.meetingForm(situation)) }
        open.isOpen = false
        let closed = Submission([situation.plan.setting(open)])
        return .ask(
            Menu.question(
                DisplayText("结束“\(open.name)”吗？"), remark: "此后的修改不再记在这次会议名下", yes: "结束会议", no: "继续开会",
                then: .commit(closed)))
    }

    private static func meetingForm(_ situation: Situation) -> Form {
        let number = situation.plan.meetings.count + 1
        return Form(
            "meeting", title: "开会", remark: "会议期间的修改都记在这次会议名下",
            fields: [
                .line("会议", "第\(number)次联席会议"), .day("日期", "\(situation.today)", today: situation.today),
                .lines("出席", rows: 2),
            ], situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("请写会议名称") }
            let meeting = Meeting(
                id: form.freshName(), name: form.text(0), day: try form.day(1) ?? opened.today,
                attendees: form.text(2), isOpen: true)
            return .submit(Submission([opened.plan.setting(meeting)]))
        }
    }

    // MARK: 议定事项

    static func noMeeting(_ app: App, _ situation: Situation) -> DisplayText? {
        locked(app, situation) ?? (situation.plan.meetings.isEmpty ? "还没有会议：先按 m 开会" : nil)
    }

    /// A decision of the open meeting, or of the last one, linked to what is selected.
    func decisionForm(_ situation: Situation) -> Form {
        let plan = situation.plan
        let meeting = plan.openMeeting ?? plan.lastMeeting
        let parts = parts(situation)
        let linked = parts.map { plan.number(of: $0.position) }.joined(separator: "、")
        let unit = parts.first.flatMap { $0.unit ?? $0.item.assignments.first?.unit }.flatMap(plan.unit)
        return Form(
            "decision \(meeting?.id.text ?? "") \(parts.key)", title: DisplayText("议定事项　\(meeting?.name ?? "")"),
            fields: [
                .lines("议定", rows: 3),
                .line("责任单位", unit?.name ?? "") { text in
                    text.isEmpty ? "" : DisplayText(plan.unit(named: text)?.name ?? "没有这个单位")
                },
                .day("期限", today: situation.today),
                .line("关联事项", linked, isList: true) { text in
                    let (found, unknown) = plan.items(listed: text)
                    guard unknown.isEmpty else { return DisplayText("没有第\(unknown[0])项") }
                    return DisplayText("\(found.count) 项")
                },
            ], situation
        ) { form, opened throws(FormMistake) in
            guard let meeting, !form.text(0).isEmpty else { throw FormMistake("请写议定的内容") }
            guard let unit = opened.plan.unit(named: form.text(1)) else {
                throw FormMistake(DisplayText("方案里没有单位“\(form.text(1))”"), field: 1)
            }
            let (items, unknown) = opened.plan.items(listed: form.text(3))
            guard unknown.isEmpty else { throw FormMistake(DisplayText("没有第\(unknown[0])项"), field: 3) }
            let decision = Decision(
                id: form.freshName(), meeting: meeting.id, text: form.text(0), unit: unit.id,
                deadline: try form.day(2), items: items, status: .notStarted)
            return .submit(Submission([opened.plan.setting(decision)]))
        }
    }
}

extension Plan {
    /// Items by their numbers as people list them: 15、16. What is no number comes back as it was typed.
    /// - Parameter known: `itemsByNumber`, where it has been made.
    func items(
        listed text: String, known: [String: Identifier<Item>]? = nil
    ) -> (found: [Identifier<Item>], unknown: [String]) {
        var found: [Identifier<Item>] = []
        var unknown: [String] = []
        for part in text.split(whereSeparator: { "、，,；; \u{3000}第项".contains($0) }) {
            let number = String(part)
            if let item = known.map({ $0[number] }) ?? item(numbered: number) {
                if !found.contains(item) { found.append(item) }
            } else {
                unknown.append(number)
            }
        }
        return (found, unknown)
    }
}
