import Cells
import Text
import WorkPlan

// Reports, deadlines, overrides, evidence and notes.
extension App {
    /// The form for a unit's report; asks first whose, where the item has several units.
    func report(_ situation: Situation) -> Response {
        guard let part = part(situation) else { return .done }
        if let unit = part.unit { return .ask(Self.reportForm(part.item, unit, situation)) }
        let units = part.item.assignments.flatMap { situation.plan.reporters(of: $0) }
        if units.count == 1 { return .ask(Self.reportForm(part.item, units[0], situation)) }
        guard !units.isEmpty else { return .notice("这一项没有责任单位，先按 r 选责任单位") }
        let item = part.item
        let period = situation.reportingPeriod
        return .ask(
            Menu(
                DisplayText("哪个单位的进展？　\(part.name(in: situation.plan))　\(period.word)"),
                units.map { unit in
                    let has = item.report(by: unit, for: period).map { $0.received <= situation.today } ?? false
                    return Menu.Option(
                        DisplayText(situation.plan.unit(unit)?.name ?? ""), remark: has ? "已报" : "未报"
                    ) { .ask(Self.reportForm(item, unit, $0)) }
                }))
    }

    static func reportForm(_ item: Item, _ unit: Identifier<Unit>, _ situation: Situation) -> Form {
        let plan = situation.plan
        let presumed = situation.reportingPeriod
        let known = item.report(by: unit, for: presumed)
        let before = item.reports.last { $0.unit == unit && $0.period < presumed }
        let place = plan.tree.position(of: item.id).map { plan.name(of: $0) } ?? ""
        return Form(
            "report \(item.id) \(unit)", title: DisplayText("进展　\(place)·\(plan.unit(unit)?.name ?? "")"),
            remark: before.map { DisplayText("上期（\($0.period.word)）打算：\($0.next.isEmpty ? "未写" : $0.next)") } ?? "",
            fields: [
                .line("报送期", known?.period.description ?? presumed.description) { text in
                    DisplayText(Period(text).map(\.word) ?? "如 2024Q1、2024-03、2024H1")
                },
                .lines("进展情况", known?.progress ?? "", rows: 4), .lines("存在问题", known?.problems ?? "", rows: 2),
                .lines("下一步打算", known?.next ?? "", rows: 2), .toggle("需协调", known?.needsCoordination ?? false),
                .day(
                    "收到日", "\(min(known?.received ?? situation.today, situation.today))", isPast: true,
                    today: situation.today),
                .toggle("主要领导已审", known?.isSignedOff ?? false),
            ], focus: 1, situation
        ) { form, opened throws(FormMistake) in
            guard let period = Period(form.text(0)) else { throw FormMistake("看不懂报送期，可写 2024Q1、2024-03、2024H1") }
            guard !(form.text(1) + form.text(2) + form.text(3)).isEmpty else {
                throw FormMistake("三栏都空着：至少写一栏", field: 1)
            }
            let report = Report(
                unit: unit, period: period, progress: form.text(1), problems: form.text(2), next: form.text(3),
                needsCoordination: form.fields[4].isOn, received: try form.day(5) ?? opened.today,
                isSignedOff: form.fields[6].isOn)
            return .submit(Submission([opened.plan.setting(report: report, of: item)]))
        }
    }

    // MARK: Deadline and light

    func deadlineForm(_ situation: Situation) -> Form {
        let parts = parts(situation)
        let known = parts.first.flatMap { situation.plan.deadline(of: $0.position) }
        return Form(
            "deadline \(parts.key)", title: Self.title("节点调整", parts, situation),
            remark: known.map { DisplayText("现在：\($0.day)　\($0.explanation)") } ?? "",
            fields: [
                .day("新期限", today: situation.today), .line("依据"),
                .day("决定日", "\(situation.today)", isPast: true, today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            guard let day = try form.day(0) else { throw FormMistake("请写新的期限，如 2024-06-30、6月30日、月底、+30") }
            guard !form.text(1).isEmpty else { throw FormMistake("调整期限要写依据：会议、文件或批示", field: 1) }
            let decided = try form.day(2) ?? opened.today
            return .submit(
                Submission(
                    parts.enumerated().map { number, part in
                        opened.plan.adjusting(
                            part.item,
                            to: Adjustment(
                                id: form.freshName(number), deadline: day, basis: form.text(1), decided: decided))
                    }, note: form.text(1)))
        }
    }

    func overrideForm(_ situation: Situation) -> Form {
        let parts = parts(situation)
        let lights = Light.reported
        let known = parts.first?.item.lightOverride
        let standing = parts.first.map { situation.standings[$0.position] }
        return Form(
            "override \(parts.key)", title: Self.title("人工定灯", parts, situation),
            remark: standing.map { DisplayText("现在：\($0.reason.sentence)") } ?? "",
            fields: [
                .choice(
                    "灯", ["按计算"] + lights.map { DisplayText($0.word) },
                    known.flatMap { lights.firstIndex(of: $0.light) }.map { $0 + 1 } ?? 1),
                .line("理由", known?.reason ?? ""),
                .day("有效至", known.map { "\($0.until)" } ?? "+30", today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            var override: LightOverride?
            if form.fields[0].chosen > 0 {
                guard !form.text(1).isEmpty else { throw FormMistake("人工定灯要写理由", field: 1) }
                guard let until = try form.day(2), until >= opened.today else {
                    throw FormMistake("有效期要写今天或以后的日期", field: 2)
                }
                override = LightOverride(
                    light: lights[form.fields[0].chosen - 1], reason: form.text(1), until: until)
            }
            return .submit(Submission(parts.map { opened.plan.setting(override: override, of: $0.item) }))
        }
    }

    // MARK: Evidence and notes

    func evidenceForm(_ situation: Situation) -> Form {
        let parts = parts(situation)
        return Form(
            "evidence \(parts.key)", title: Self.title("佐证材料", parts, situation),
            remark: "只登记地址和说明，程序不会打开它", fields: [.line("地址"), .line("说明")], situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("请写佐证材料的地址、路径或文号") }
            return .submit(
                Submission(
                    parts.enumerated().map { number, part in
                        opened.plan.adding(
                            Evidence(id: form.freshName(number), place: form.text(0), about: form.text(1)),
                            to: part.item)
                    }))
        }
    }

    func noteForm(_ situation: Situation) -> Form {
        let parts = parts(situation)
        return Form(
            "note \(parts.key)", title: Self.title("备注", parts, situation),
            fields: [.lines("备注", rows: 3)], situation
        ) { form, opened throws(FormMistake) in
            guard !form.text(0).isEmpty else { throw FormMistake("备注是空的") }
            return .submit(
                Submission(
                    parts.enumerated().map { number, part in
                        opened.plan.adding(
                            Note(id: form.freshName(number), day: opened.today, text: form.text(0)), to: part.item)
                    }))
        }
    }
}

extension Situation {
    /// The period a report that comes in today is most likely for: the latest one that has ended.
    var reportingPeriod: Period { Period(plan.rules.reporting.cycle, containing: today.adding(days: 1)).previous }
}
