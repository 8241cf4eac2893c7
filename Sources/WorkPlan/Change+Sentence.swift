/// What a change says, in the words of one plan.
package struct ChangeWords: Equatable, Sendable {
    /// What is edited: `第15项进度`. All there is to say of what has no value before and after, as a new item.
    package var what: String
    package var was = ""
    package var becomes = ""
    /// What goes with both: `（数据日 2024-03-31）`.
    package var remark = ""

    /// `第15项进度 45%→50%（数据日 2024-03-31）`
    package var sentence: String { was.isEmpty && becomes.isEmpty ? what : "\(what) \(was)→\(becomes)\(remark)" }

    fileprivate init(_ what: String) {
        self.what = what
    }

    fileprivate init<Value>(
        _ what: String, _ edit: Edit<Value>, remark: String = "", _ words: (Value) -> String
    ) {
        self.what = what
        was = words(edit.was)
        becomes = words(edit.becomes)
        self.remark = remark
    }
}

extension Change {
    /// As a line of a log. Names are those of `plan`.
    package func sentence(in plan: Plan) -> String { words(in: plan).sentence }

    /// The same in its parts.
    package func words(in plan: Plan) -> ChangeWords {
        switch self {
        case .progress(let id, let unit, let day, let edit):
            ChangeWords(plan.name(id) + plan.suffix(unit) + "进度", edit, remark: Self.remark(day)) {
                Self.words($0 ?? plan.status(of: id, by: unit, before: day))
            }
        case .report(let id, let unit, let period, let edit):
            ChangeWords(plan.name(id) + plan.suffix(unit) + "\(period.word)报送", edit) { $0?.words ?? "无" }
        case .adjustment(let id, _, let edit):
            ChangeWords(plan.name(id) + "节点调整", edit) {
                $0.map { "\($0.value.deadline)" + $0.value.basis.bracketed } ?? "无"
            }
        case .rewording(let id, _, let edit):
            ChangeWords(plan.name(id) + "文字调整", edit) {
                $0.map { $0.value.text.quoted + $0.value.basis.bracketed } ?? "无"
            }
        case .assignment(let id, let unit, let edit):
            ChangeWords(plan.name(id) + plan.suffix(unit) + "责任", edit) { $0?.value.word ?? "无" }
        case .note(let id, _, let edit): ChangeWords(plan.name(id) + "备注", edit) { $0?.value.text.quoted ?? "无" }
        case .evidence(let id, _, let edit):
            ChangeWords(plan.name(id) + "佐证材料", edit) {
                $0.map { $0.value.place.quoted + $0.value.about.bracketed } ?? "无"
            }
        case .lightOverride(let id, let edit):
            ChangeWords(plan.name(id) + "人工定灯", edit) {
                $0.map { "\($0.light.word)，至 \($0.until)" + $0.reason.bracketed } ?? "无"
            }
        case .start(let id, let edit): ChangeWords(plan.name(id) + "起算日", edit) { $0?.description ?? "按方案" }
        case .weight(let id, let edit): ChangeWords(plan.name(id) + "权重", edit, Figure.number)
        case .item(let id, let edit): ChangeWords(Self.sentence(id, edit, plan))
        case .place(let id, let edit):
            ChangeWords(plan.name(id) + "位置", edit) { "\(plan.name($0.parent))下第\($0.place + 1)" }
        case .title(let id, let edit): ChangeWords(plan.name(id) + "内容", edit, \.quoted)
        case .number(let id, let edit): ChangeWords(plan.name(id) + "编号", edit, \.quoted)
        case .addedSource(let id, let edit): ChangeWords(plan.name(id) + "来源", edit, \.quoted)
        case .reading(let id, let unit, let day, let edit):
            ChangeWords(plan.name(id) + plan.suffix(unit) + "读数", edit, remark: Self.remark(day)) {
                ($0 ?? plan.reading(of: id, by: unit, before: day)).map(Figure.number) ?? "无"
            }
        case .baseline(let id, let edit):
            ChangeWords(plan.name(id) + "基数", edit) { $0.map(Figure.number) ?? "无" }
        default: otherWords(in: plan)
        }
    }

    private static func remark(_ day: Day) -> String { "（数据日 \(day)）" }

    /// Units, rules and meetings.
    private func otherWords(in plan: Plan) -> ChangeWords {
        switch self {
        case .unit(let id, let edit):
            ChangeWords("单位", edit, remark: edit.becomes == nil ? "（\(id)）" : "") { $0?.value.name ?? "无" }
        case .unitName(let id, let edit): ChangeWords(plan.name(id) + "名称", edit, \.quoted)
        case .unitShort(let id, let edit): ChangeWords(plan.name(id) + "简称", edit, \.quoted)
        case .unitAliases(let id, let edit):
            ChangeWords(plan.name(id) + "别名", edit) { $0.isEmpty ? "无" : $0.joined(separator: "、") }
        case .unitMembers(let id, let edit):
            ChangeWords(plan.name(id) + "成员", edit) {
                $0.isEmpty ? "无" : $0.map { plan.name($0) }.joined(separator: "、")
            }
        case .unitRename(let id, let from, let edit):
            ChangeWords(plan.name(id) + "自\(from)起更名", edit) { $0?.value.quoted ?? "无" }
        case .contact(let id, let name, let edit):
            ChangeWords(plan.name(id) + "联络员\(name)", edit) { $0.map { $0.value.role + $0.value.telephone } ?? "无" }
        case .leadRule(let edit): ChangeWords("牵头规则", edit, \.word)
        case .lightRule(let edit):
            ChangeWords("亮灯规则", edit) {
                "黄 \(Figure.number($0.yellow)) 点、红 \(Figure.number($0.red)) 点、到期前 \($0.dueSoon) 天"
            }
        case .reportingRule(let edit): ChangeWords("报送规则", edit) { "\($0.cycle.word)，期后 \($0.dueDay) 日" }
        case .deadlinePhaseRule(let edit):
            ChangeWords("默认期限", edit) { id in
                plan.phases.first { $0.id == id }.map { "\($0.title)结束" } ?? id?.text ?? "无"
            }
        case .printedDeadlineRule(let phrase, let edit):
            ChangeWords("“\(phrase)”的期限", edit) { $0?.value.description ?? "无" }
        case .meeting(_, let edit):
            ChangeWords("会议", edit) {
                $0.map { "\($0.value.day) \($0.value.name)" + ($0.value.isOpen ? "（进行中）" : "") } ?? "无"
            }
        case .decision(_, let edit): ChangeWords("议定事项", edit) { $0?.value.text.quoted ?? "无" }
        case .decisionStatus(let id, let edit):
            ChangeWords("议定事项" + (plan.decisions.first { $0.id == id }?.text.quoted ?? id.text), edit, Self.words)
        case .unknown(let field, let target): ChangeWords("较新程序写的修改 \(field)" + target.bracketed)
        default: ChangeWords("")
        }
    }

    private static func sentence(_ id: Identifier<Item>, _ edit: Edit<PlacedItem?>, _ plan: Plan) -> String {
        switch (edit.was, edit.becomes) {
        case (_, let placed?): "\(plan.name(placed.parent))下新增\(placed.item.level.word) \(placed.item.title.quoted)"
        case (let placed?, nil): "\(plan.name(placed.parent))下去掉\(placed.item.level.word) \(placed.item.title.quoted)"
        case (nil, nil): plan.name(id)
        }
    }

    static func words(_ status: Status?) -> String {
        switch status {
        case nil: "未报"
        case .underway(let percent?)?: "\(Figure.number(percent))%"
        case .completed(let day)?: "已完成（\(day)）"
        case .struckOff(let day, let evidence)?: "已销号（\(day)\(evidence.isEmpty ? "" : "，\(evidence)")）"
        case .terminated(let reason)?: "已终止" + reason.bracketed
        case .notStarted?, .underway?: status?.word ?? ""
        }
    }
}

extension Report {
    /// The three blanks and what goes with them.
    fileprivate var words: String {
        var parts: [String] = []
        if !progress.isEmpty { parts.append("进展：\(progress)") }
        if !problems.isEmpty { parts.append("问题：\(problems)") }
        if !next.isEmpty { parts.append("打算：\(next)") }
        if needsCoordination { parts.append("需协调") }
        if isSignedOff { parts.append("领导已审") }
        return parts.isEmpty ? "（空）" : parts.joined(separator: "；").quoted
    }
}

extension String {
    var quoted: String { "“\(self)”" }
    /// In brackets; nothing for nothing.
    var bracketed: String { isEmpty ? "" : "（\(self)）" }
}

extension Plan {
    func name(_ id: Identifier<Item>) -> String {
        tree.position(of: id).map { name(of: $0) } ?? "事项\(id)"
    }

    // Where nothing is written down for a day, what was written down before it holds.

    fileprivate func status(of id: Identifier<Item>, by unit: Identifier<Unit>?, before day: Day) -> Status? {
        tree.position(of: id).flatMap { tree[$0].status(on: day.adding(days: -1), unit: unit) }
    }

    fileprivate func reading(of id: Identifier<Indicator>, by unit: Identifier<Unit>?, before day: Day) -> Double? {
        let readings = indicators.first { $0.id == id }?.readings ?? []
        return readings.filter { $0.unit == unit && $0.day < day }.max { $0.day < $1.day }?.value
    }

    fileprivate func name(_ id: Identifier<Indicator>) -> String {
        "指标“\(indicators.first { $0.id == id }?.title ?? id.text)”"
    }

    func name(_ id: Identifier<Unit>) -> String { unit(id)?.name ?? "单位\(id)" }

    /// The unit an edit is about, behind the item's name.
    func suffix(_ id: Identifier<Unit>?) -> String { id.map { "·\(name($0))" } ?? "" }
}

extension Entry {
    /// What was changed, each change as a sentence.
    package func sentences(in plan: Plan) -> String {
        changes.map { $0.sentence(in: plan) }.joined(separator: "；")
    }
}
