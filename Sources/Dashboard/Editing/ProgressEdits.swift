import Cells
import Text
import WorkPlan

// Status and percent, of one part or of many at once.
extension App {
    /// Percent up or down from what was reported last. Where it cannot go for one of many, it goes for none.
    func step(_ points: Double, _ situation: Situation) -> Response {
        let today = situation.today
        let parts = parts(situation)
        if let reason = parts.lazy.compactMap({ Self.noStep($0, situation) }).first { return .notice(reason) }
        return .submit(
            Submission(
                parts.map { part in
                    let next = max(0, min(100, (part.status(on: today)?.percent ?? 0) + points))
                    return situation.plan.setting(
                        status: .underway(percent: next), of: part.item, unit: part.unit, on: today)
                }))
    }

    /// Why a percent cannot go up or down; nil where it can. A closed item is not opened by one key, and no figure is
    /// written that nobody would see.
    private static func noStep(_ part: Part, _ situation: Situation) -> DisplayText? {
        let name = part.name(in: situation.plan)
        switch part.status(on: situation.today) {
        case .underway(nil)?: return DisplayText("\(name)进行中，没有百分比：按 e 填")
        case let status? where status.isClosed: return DisplayText("\(name)\(status.word)：要重新打开，按 S 选状态")
        default: break
        }
        guard part.unit == nil, let position = situation.plan.tree.position(of: part.item.id) else { return nil }
        if situation.plan.indicators(of: part.item.id).contains(where: { $0.attainment(on: situation.today) != nil }) {
            return DisplayText("\(name)的进度由指标算出：按 i 填读数")
        }
        return situation.plan.tree.hasChildren(position) ? DisplayText("\(name)的进度按节点计：改节点的状态") : nil
    }

    func percentForm(_ situation: Situation) -> Form {
        let parts = parts(situation)
        let known = parts.first?.status(on: situation.today)?.judgedPercent.map(Figure.number) ?? ""
        return Form(
            "percent \(parts.key)", title: Self.title("进度", parts, situation),
            remark: Self.presently(parts, situation),
            fields: [
                .line("百分比", known), .day("数据日", "\(situation.today)", isPast: true, today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            let digits = form.text(0).filter { $0 != "%" && $0 != "％" }
            guard let percent = Double(digits), (0...100).contains(percent) else {
                throw FormMistake(DisplayText("“\(form.text(0))”不是 0 到 100 之间的数"))
            }
            let day = try form.day(1) ?? opened.today
            return .submit(
                Submission(
                    parts.map {
                        opened.plan.setting(
                            status: .underway(percent: percent), of: $0.item, unit: $0.unit, on: day)
                    }))
        }
    }

    // MARK: Status

    /// The likely next status; what needs evidence or a reason asks for it.
    func nextStatus(_ situation: Situation) -> Response {
        let parts = parts(situation)
        switch parts.first?.status(on: situation.today) {
        case nil, .notStarted?: return Self.submit(.underway(percent: nil), parts, situation)
        case .underway?: return Self.submit(.completed(situation.today), parts, situation)
        case .completed?: return .ask(Self.strikingOff(parts, situation))
        case .struckOff?, .terminated?: return .ask(statusMenu(situation))
        }
    }

    func statusMenu(_ situation: Situation) -> Menu {
        let parts = parts(situation)
        let present = parts.first?.status(on: situation.today)?.category ?? .notReported
        func option(_ category: Status.Category, _ status: Status?, _ remark: DisplayText = "") -> Menu.Option {
            Menu.Option(DisplayText(category.word), remark: remark) { Self.submit(status, parts, $0) }
        }
        let percent = parts.first?.status(on: situation.today)?.judgedPercent
        return Menu(
            Self.title("状态", parts, situation), remark: Self.presently(parts, situation),
            [
                option(.notStarted, .notStarted), option(.underway, .underway(percent: percent)),
                option(.completed, .completed(situation.today), DisplayText("完成日 \(situation.today)")),
                Menu.Option("已销号", remark: "要写佐证") { .ask(Self.strikingOff(parts, $0)) },
                Menu.Option("已终止", remark: "要写理由") { .ask(Self.terminating(parts, $0)) },
                option(.notReported, nil, "收回今天这一条"),
            ], selected: [.notStarted, .underway, .completed, .struckOff, .terminated].firstIndex(of: present) ?? 1)
    }

    private static func submit(_ status: Status?, _ parts: [Part], _ situation: Situation) -> Response {
        .submit(
            Submission(
                parts.map {
                    situation.plan.setting(status: status, of: $0.item, unit: $0.unit, on: situation.today)
                }))
    }

    private static func strikingOff(_ parts: [Part], _ situation: Situation) -> Form {
        let known = parts.first?.item.evidence.map { "\($0.about) \($0.place)" }.joined(separator: "；") ?? ""
        return Form(
            "strike-off \(parts.key)", title: title("销号", parts, situation),
            remark: known.isEmpty ? "还没有登记佐证材料" : DisplayText("已登记：\(known)"),
            fields: [
                .line("佐证", known, isList: true),
                .day("销号日", "\(situation.today)", isPast: true, today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("销号要写佐证：文件、地址或文号") }
            let day = try form.day(1) ?? opened.today
            return .submit(
                Submission(
                    parts.map {
                        opened.plan.setting(
                            status: .struckOff(day, evidence: form.text(0)), of: $0.item, unit: $0.unit,
                            on: opened.today)
                    }))
        }
    }

    private static func terminating(_ parts: [Part], _ situation: Situation) -> Form {
        Form(
            "terminate \(parts.key)", title: title("终止", parts, situation), fields: [.line("理由")],
            situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("终止要写理由") }
            return submit(.terminated(reason: form.text(0)), parts, opened)
        }
    }

    // MARK: Words

    /// 进度 第15项, or 进度 5项 for several.
    static func title(_ what: DisplayText, _ parts: [Part], _ situation: Situation) -> DisplayText {
        let whom = parts.count == 1 ? parts.first?.name(in: situation.plan) ?? "" : "\(parts.count) 项"
        return what + DisplayText("　\(whom)")
    }

    /// What is there now.
    static func presently(_ parts: [Part], _ situation: Situation) -> DisplayText {
        guard let part = parts.first, parts.count == 1 else { return "" }
        let status = part.status(on: situation.today)
        let percent = status?.judgedPercent.map { " \(Figure.number($0))%" } ?? ""
        return DisplayText("现在：\(status?.word ?? "未报")\(percent)　\(part.item.wording)")
    }
}

extension Status {
    /// The judged percent 形象进度, where somebody gave one. `percent` has one for every status that comes to one.
    var judgedPercent: Double? {
        if case .underway(let percent) = self { return percent }
        return nil
    }
}
