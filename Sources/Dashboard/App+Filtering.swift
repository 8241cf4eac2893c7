import Cells
import Text
import WorkPlan

// Which items are to be seen.
extension App {
    static func filterMenu(_ situation: Situation) -> Menu {
        func option(_ label: DisplayText, _ change: (inout Filter) -> Void) -> Menu.Option {
            var filter = Filter()
            change(&filter)
            let chosen = filter
            return Menu.Option(label) { _ in .filter(chosen) }
        }
        let named = situation.briefing.filters.map { named in
            Menu.Option(
                DisplayText(named.name), remark: DisplayText(named.filter.words(in: situation.plan))
            ) { _ in .filter(named.filter) }
        }
        return Menu(
            "看哪些事项？", remark: situation.filterInWords,
            [
                Menu.Option("全部，不筛选") { _ in .filter(Filter()) },
                option("黄灯或红灯") { $0.lights = [.yellow, .red] },
                option("逾期，或 30 天内到期") { $0.dues = [.overdue, .within(days: 30)] },
                option("本期未报") { $0.reporting = [.missing] },
                option("需协调") { $0.needsCoordination = true },
                Menu.Option("自己定……") { .ask(filterForm($0)) },
            ] + named)
    }

    private static func filterForm(_ situation: Situation) -> Form {
        let plan = situation.plan
        let known = situation.filter
        let lights = Light.reported
        let statuses = Status.Category.allCases
        let areas = plan.tree.roots
        let dues: [(DisplayText, [Filter.Due])] = [
            ("不限", []), ("逾期", [.overdue]), ("7天内", [.within(days: 7)]), ("30天内", [.within(days: 30)]),
            ("90天内", [.within(days: 90)]),
        ]
        let reporting: [(DisplayText, Set<Filter.Reporting>)] = [("不限", []), ("未报", [.missing]), ("已报", [.complete])]
        return Form(
            "filter", title: "筛选", remark: "空着的不限；灯可写几个，如 黄红",
            fields: [
                .line("灯", lights.filter(known.lights.contains).map(\.word).joined()),
                .choice("状态", ["不限"] + statuses.map { DisplayText($0.word) }),
                .line("单位", known.units.compactMap { plan.unit($0)?.name }.joined(separator: "、")) { text in
                    plan.units(listed: text).unknown.first.map { DisplayText("没有单位“\($0)”") } ?? ""
                },
                .choice("领域", ["不限"] + areas.map { DisplayText(plan.number(of: $0)) }),
                .choice("期限", dues.map(\.0)), .choice("报送", reporting.map(\.0)),
                .toggle("需协调", known.needsCoordination), .day("变更自", isPast: true, today: situation.today),
                .line("存为（可空）"),
            ], situation
        ) { form, opened throws(FormMistake) in
            var filter = Filter()
            filter.lights = Set(lights.filter { form.text(0).contains($0.word) })
            if form.fields[1].chosen > 0 { filter.statuses = [statuses[form.fields[1].chosen - 1]] }
            let (units, unknown) = opened.plan.units(listed: form.text(2))
            guard unknown.isEmpty else { throw FormMistake(DisplayText("方案里没有单位“\(unknown[0])”"), field: 2) }
            filter.units = units.map(\.id)
            if form.fields[3].chosen > 0 { filter.areas = [opened.plan.tree[areas[form.fields[3].chosen - 1]].id] }
            filter.dues = dues[form.fields[4].chosen].1
            filter.reporting = reporting[form.fields[5].chosen].1
            filter.needsCoordination = form.fields[6].isOn
            filter.changedSince = try form.day(7)
            guard !form.text(8).isEmpty else { return .filter(filter) }
            return .keep(NamedFilter(name: form.text(8), filter: filter))
        }
    }

    // MARK: Copying

    /// What the cursor stands on as one paragraph, on the clipboard and on the screen: not every terminal passes it on.
    func copy(_ situation: Situation) -> Response {
        guard let text = selection(situation).flatMap({ situation.paragraph(on: $0) }) else {
            return .notice("光标处没有可复制的内容")
        }
        return .copy(text)
    }
}

extension Situation {
    /// A thing of the plan as one readable paragraph; nil for what is no such thing.
    func paragraph(on link: Link) -> String? {
        switch link {
        case .item(let id): return plan.tree.position(of: id).map { paragraph(on: $0, unit: nil) }
        case .part(let id, let unit): return plan.tree.position(of: id).map { paragraph(on: $0, unit: unit) }
        case .unit(let id):
            guard let unit = plan.unit(id) else { return nil }
            let positions = plan.subtasks(of: id)
            let lights = Light.reported.map { light in
                "\(light.word)灯\(positions.count { standings.light(of: $0) == light })项"
            }
            let numbers = positions.map { plan.number(of: $0) }.joined(separator: "、")
            return "\(unit.name)：承担\(positions.count)项（\(lights.joined(separator: "、"))），即第\(numbers)项。截至\(today)。"
        case .indicator(let id):
            return plan.indicators.first { $0.id == id }.map { "指标：\($0.inWords(on: today).string)。" }
        case .decision(let id):
            return plan.decision(id).map { decision in
                let unit = plan.unit(decision.unit)?.name ?? ""
                return
                    "议定事项：\(decision.text)（\(unit)，\(decision.deadline.map { "\($0)前，" } ?? "")\(decision.status?.word ?? "未报")）。"
            }
        default: return nil
        }
    }

    private func paragraph(on position: ItemTree.Position, unit: Identifier<Unit>?) -> String {
        let item = plan.tree[position]
        let standing = standings[position]
        var text = "\(plan.name(of: position))　\(item.wording)"
        let units = item.assignments.compactMap { plan.unit($0.unit)?.name }
        if !units.isEmpty { text += "责任单位：\(units.joined(separator: "、"))。" }
        if let deadline = standing.deadline { text += "期限：\(deadline.day)（\(deadline.explanation)）。" }
        let percent = standing.actual.map { "，进度\(Figure.points($0))%" } ?? ""
        text +=
            "截至\(today)：\(standing.status?.word ?? (item.level < .subtask ? "下属\(standing.tally.total)项" : "未报"))\(percent)，"
        text += "\(standing.light.word)灯（\(standing.reason.sentence)）。"
        if let unit, let name = plan.unit(unit)?.name {
            let status = item.status(on: today, unit: unit)
            let own = status?.judgedPercent.map { " \(Figure.number($0))%" } ?? ""
            text += "其中\(name)：\(status?.word ?? "未报")\(own)。"
        }
        return text
    }
}
