import Cells
import Text
import WorkPlan

// Who is on an item, and the units themselves.
extension App {
    static func noUnits(_ app: App, _ situation: Situation) -> DisplayText? {
        if case .unit? = app.selection(situation) { return locked(app, situation) }
        return noItem(app, situation)
    }

    func units(_ situation: Situation) -> Response {
        if marked.isEmpty, case .unit(let id)? = selection(situation) {
            return situation.plan.unit(id).map { .ask(Self.unitMenu($0, situation)) } ?? .done
        }
        return parts(situation).isEmpty ? .done : .ask(assignmentList(situation))
    }

    /// Every unit with its role on the item, to be ticked; then the basis, which may stay empty.
    private func assignmentList(_ situation: Situation) -> TickList {
        let plan = situation.plan
        let parts = parts(situation)
        let roles: [Assignment.Role?] = [nil, .responsible, .lead, .support]
        // Those that are on it already come first, in their order on it.
        let present = parts.first?.item.assignments ?? []
        let units =
            present.compactMap { plan.unit($0.unit) }
            + plan.units.filter { unit in !present.contains { $0.unit == unit.id } }
        let entries = units.map { unit in
            let role = present.first { $0.unit == unit.id }?.role
            return TickList.Entry(
                name: DisplayText(unit.name), words: [unit.short] + unit.aliases,
                state: roles.firstIndex(of: role) ?? 0)
        }
        return TickList(
            Self.title("责任单位", parts, situation), states: roles.map { DisplayText($0?.word ?? "") }, entries
        ) { states in
            let changes = parts.flatMap { part in
                zip(units, states).compactMap { unit, state -> Change? in
                    let present = part.item.assignments.first { $0.unit == unit.id }?.role
                    guard present != roles[state] else { return nil }
                    return plan.setting(role: roles[state], of: unit.id, on: part.item)
                }
            }
            guard !changes.isEmpty else { return .notice("责任单位没有改动") }
            return .ask(Self.basis(of: changes, parts.key, situation))
        }
    }

    private static func basis(of changes: [Change], _ key: String, _ situation: Situation) -> Form {
        let words = changes.map { $0.sentence(in: situation.plan) }.joined(separator: "；")
        return Form(
            "assignment-basis \(key)", title: "分工调整的依据", remark: DisplayText(words), fields: [.line("依据（可空）")],
            situation
        ) { form, _ throws(FormMistake) in
            .submit(Submission(changes, note: form.text(0).isEmpty ? nil : form.text(0)))
        }
    }

    // MARK: The units themselves

    private static func unitMenu(_ unit: Unit, _ situation: Situation) -> Menu {
        var options = [
            Menu.Option("联络员", remark: DisplayText(unit.contacts.map(\.name).joined(separator: "、"))) {
                .ask(contactMenu(unit, $0))
            },
            Menu.Option("别名", remark: DisplayText(unit.aliases.joined(separator: "、"))) { .ask(aliasForm(unit, $0)) },
            Menu.Option("更名", remark: DisplayText(unit.renames.map { "\($0.from)起 \($0.name)" }.joined(separator: "、")))
            {
                .ask(renameForm(unit, $0))
            },
            Menu.Option("简称", remark: DisplayText(unit.short)) { .ask(shortForm(unit, $0)) },
        ]
        if unit.isCollective {
            options.append(
                Menu.Option("成员", remark: DisplayText("\(unit.members.count) 家")) { .ask(memberList(unit, $0)) })
        }
        return Menu(DisplayText("单位资料　\(unit.name)"), options)
    }

    private static func contactMenu(_ unit: Unit, _ situation: Situation) -> any Dialog {
        guard !unit.contacts.isEmpty else { return contactForm(nil, unit, situation) }
        return Menu(
            DisplayText("联络员　\(unit.name)"),
            unit.contacts.map { contact in
                Menu.Option(DisplayText(contact.name), remark: DisplayText("\(contact.role) \(contact.telephone)")) {
                    .ask(contactForm(contact, unit, $0))
                }
            } + [Menu.Option("增加一位") { .ask(contactForm(nil, unit, $0)) }])
    }

    /// An empty name takes the contact away.
    private static func contactForm(_ contact: Contact?, _ unit: Unit, _ situation: Situation) -> Form {
        Form(
            "contact \(unit.id) \(contact?.name ?? "")", title: DisplayText("联络员　\(unit.name)"),
            remark: contact == nil ? "" : "姓名清空再保存，就是去掉这一位",
            fields: [
                .line("姓名", contact?.name ?? ""), .line("职务", contact?.role ?? ""),
                .line("电话", contact?.telephone ?? ""),
            ], situation
        ) { form, opened throws(FormMistake) in
            let name = form.text(0)
            guard !name.isEmpty || contact != nil else { throw FormMistake("请写姓名") }
            var changes: [Change] = []
            if let contact, contact.name != name {
                changes.append(opened.plan.setting(contact: nil, named: contact.name, of: unit))
            }
            if !name.isEmpty {
                let becomes = Contact(name: name, role: form.text(1), telephone: form.text(2))
                changes.append(opened.plan.setting(contact: becomes, named: name, of: unit))
            }
            return .submit(Submission(changes))
        }
    }

    private static func aliasForm(_ unit: Unit, _ situation: Situation) -> Form {
        Form(
            "aliases \(unit.id)", title: DisplayText("别名　\(unit.name)"), remark: "用顿号分开",
            fields: [.line("别名", unit.aliases.joined(separator: "、"), isList: true)], situation
        ) { form, _ throws(FormMistake) in
            let names = form.text(0).split(whereSeparator: { "、，,；;".contains($0) }).map(String.init)
            return .submit(Submission([.unitAliases(unit.id, Edit(was: unit.aliases, becomes: names))]))
        }
    }

    private static func shortForm(_ unit: Unit, _ situation: Situation) -> Form {
        Form(
            "short \(unit.id)", title: DisplayText("简称　\(unit.name)"), remark: "两到四个字，用在矩阵的列头",
            fields: [.line("简称", unit.short)], situation
        ) { form, _ throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("简称不能空着") }
            return .submit(Submission([.unitShort(unit.id, Edit(was: unit.short, becomes: form.text(0)))]))
        }
    }

    private static func renameForm(_ unit: Unit, _ situation: Situation) -> Form {
        Form(
            "rename \(unit.id)", title: DisplayText("更名　\(unit.name)"), remark: "方案里印的名称不变，生效日起另注新名",
            fields: [.line("新名称"), .day("生效日", today: situation.today)], situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("请写新名称") }
            guard let day = try form.day(1) else { throw FormMistake("请写生效日", field: 1) }
            return .submit(Submission([opened.plan.renaming(unit, to: form.text(0), from: "\(day)")]))
        }
    }

    private static func memberList(_ unit: Unit, _ situation: Situation) -> TickList {
        let candidates = situation.plan.units.filter { !$0.isCollective }
        let entries = candidates.map {
            TickList.Entry(
                name: DisplayText($0.name), words: [$0.short] + $0.aliases, state: unit.members.contains($0.id) ? 1 : 0)
        }
        return TickList(DisplayText("成员　\(unit.name)"), states: ["", "成员"], entries) { states in
            let chosen = zip(candidates, states).filter { $0.1 > 0 }.map(\.0.id)
            // Who was a member before keeps the place among the members.
            let members = unit.members.filter(chosen.contains) + chosen.filter { !unit.members.contains($0) }
            guard members != unit.members else { return .notice("成员没有改动") }
            return .submit(Submission([.unitMembers(unit.id, Edit(was: unit.members, becomes: members))]))
        }
    }
}
