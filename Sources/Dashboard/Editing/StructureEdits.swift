import Cells
import Text
import WorkPlan

// The wording of items, and the items that the office adds, moves and removes.
extension App {
    /// For an item of the office's own making its title is changed; published words are adjusted and stay visible.
    func wordingForm(_ situation: Situation) -> Form {
        guard let part = part(situation), !part.item.isPublished else { return rewordingForm(situation) }
        let item = part.item
        return Form(
            "title \(item.id)", title: Self.title("内容", [part], situation),
            fields: [.lines("内容", item.title, rows: 3), .line("来源", item.addedSource ?? "")], situation
        ) { form, _ throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("内容不能空着") }
            guard !form.text(1).isEmpty else { throw FormMistake("请写来源：会议、批示或文件", field: 1) }
            var changes: [Change] = []
            if form.text(0) != item.title {
                changes.append(.title(item.id, Edit(was: item.title, becomes: form.text(0))))
            }
            if form.text(1) != item.addedSource {
                changes.append(.addedSource(item.id, Edit(was: item.addedSource ?? "", becomes: form.text(1))))
            }
            guard !changes.isEmpty else { throw FormMistake("没有改动") }
            return .submit(Submission(changes))
        }
    }

    private func rewordingForm(_ situation: Situation) -> Form {
        let part = part(situation)
        let item = part?.item
        return Form(
            "rewording \(part?.key ?? "")", title: Self.title("文字调整", part.map { [$0] } ?? [], situation),
            remark: DisplayText("原文：\(item?.title ?? "")（原文始终保留）"),
            fields: [
                .lines("调整为", item?.wording ?? "", rows: 3), .line("依据"),
                .day("决定日", "\(situation.today)", isPast: true, today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            guard let item, !form.text(0).isEmpty, form.text(0) != item.wording else { throw FormMistake("文字没有改动") }
            guard !form.text(1).isEmpty else { throw FormMistake("调整公布的文字要写依据：会议、文件或批示", field: 1) }
            let rewording = Rewording(
                id: form.freshName(), text: form.text(0), basis: form.text(1),
                decided: try form.day(2) ?? opened.today)
            return .submit(Submission([opened.plan.rewording(item, to: rewording)], note: form.text(1)))
        }
    }

    // MARK: Adding

    static func noParent(_ app: App, _ situation: Situation) -> DisplayText? {
        noItem(app, situation)
            ?? (app.part(situation)?.item.level == .area ? "事项放在任务下面：把光标移到一项任务上" : nil)
    }

    /// A subtask below a task, a milestone below a subtask, and beside a milestone another one.
    func additionForm(_ situation: Situation) -> Form {
        let plan = situation.plan
        let here = part(situation)?.position ?? 0
        let parent = plan.tree.level(of: here) == .milestone ? plan.tree.parent(of: here) ?? here : here
        let level: Level = plan.tree.level(of: parent) == .task ? .subtask : .milestone
        let parentID = plan.tree[parent].id
        let standing = situation.standings[parent]
        let isRecounted = level == .milestone && !plan.tree.hasChildren(parent) && standing.actual != nil
        return Form(
            "add \(parentID)", title: DisplayText("增列\(level.word)　\(plan.name(of: parent))下"),
            remark: isRecounted
                ? DisplayText("有了节点，进度就按办完的节点计：现在的 \(standing.tally.percentInWords) 会变成 0%") : "",
            fields: [
                .lines("内容", rows: 2), .day("期限", today: situation.today), .line("来源", plan.openMeeting?.name ?? ""),
                .line("责任单位") { text in
                    guard !text.isEmpty else { return level == .subtask ? "如 市科技局、市财政局" : "可不写" }
                    let (found, unknown) = plan.units(listed: text)
                    guard unknown.isEmpty else { return DisplayText("没有单位“\(unknown[0])”") }
                    return DisplayText(found.map(\.name).joined(separator: "、"))
                },
            ], situation
        ) { form, _ throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("请写内容") }
            guard !form.text(2).isEmpty else { throw FormMistake("请写来源：会议、批示或文件", field: 2) }
            let plan = form.now.plan
            let (units, unknown) = plan.units(listed: form.text(3))
            guard unknown.isEmpty else { throw FormMistake(DisplayText("方案里没有单位“\(unknown[0])”"), field: 3) }
            guard let parent = plan.tree.position(of: parentID) else { throw FormMistake("上级已不在方案中") }
            let number = level == .subtask ? plan.nextAddedNumber : ""
            var item = Item(id: form.freshName(), level: level, number: number, title: form.text(0))
            item.due = try form.day(1)
            item.addedSource = form.text(2)
            item.assignments = units.map { Assignment(unit: $0.id) }
            return .submit(Submission([plan.adding(item, under: parent)]))
        }
    }

    // MARK: Moving and removing

    static func notMade(_ app: App, _ situation: Situation) -> DisplayText? {
        if let reason = noItem(app, situation) { return reason }
        return app.parts(situation).contains { $0.item.isPublished } ? "这是公布的内容，不能移动或去掉；要停下来，按 S 选“已终止”" : nil
    }

    func removal(_ situation: Situation) -> Response {
        let plan = situation.plan
        let parts = parts(situation)
        if let above = parts.first(where: { plan.tree.hasChildren($0.position) }) {
            return .notice(DisplayText("\(above.name(in: plan))下面还有节点，先去掉节点"))
        }
        let names = parts.map { "\($0.name(in: plan)) \($0.item.title)" }.joined(separator: "；")
        return .ask(
            Menu.question(
                DisplayText("去掉 \(parts.count) 项，确定吗？"), remark: DisplayText(names), yes: "去掉（可以撤销）", no: "留着",
                then: .commit(Submission(parts.reversed().map { plan.removing($0.position) }))))
    }

    func move(_ step: Int, _ situation: Situation) -> Response {
        guard let part = part(situation), let change = situation.plan.moving(part.position, by: step) else {
            return .notice(step < 0 ? "已是同级第一位" : "已是同级最后一位")
        }
        return .commit(Submission([change]))
    }
}

extension Plan {
    /// Units listed as people list them: 市科技局、市财政局. What is no unit comes back as it was typed.
    func units(listed text: String) -> (found: [Unit], unknown: [String]) {
        var found: [Unit] = []
        var unknown: [String] = []
        for part in text.split(whereSeparator: { "、，,；; \u{3000}".contains($0) }) {
            if let unit = unit(named: String(part)) {
                if !found.contains(unit) { found.append(unit) }
            } else {
                unknown.append(String(part))
            }
        }
        return (found, unknown)
    }
}
