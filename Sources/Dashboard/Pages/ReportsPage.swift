import Cells
import Text
import WorkPlan

/// Who has reported for a period and who has not: one row for every unit on every item.
struct ReportsPage: SheetPage {
    /// Nil: the latest that has ended.
    var period: Period? { didSet { view.layOutAnew() } }
    var isOpenOnly = false { didSet { view.layOutAnew() } }
    var view = SheetView()

    static let commands: [Command<ReportsPage>] =
        [
            Command("period-earlier", ["["], label: "上一期", help: "上一个报送期") { page, situation in
                page.period = page.shown(situation).previous
                return .done
            },
            Command("period-later", ["]"], label: "下一期", help: "下一个报送期") { page, situation in
                page.period = page.shown(situation).next
                return .done
            },
            Command(
                "received", ["o"], label: "收到", help: "记下收到报送：今天收到，主要领导已审；已报的改为未审、已审",
                unavailable: { _, situation in situation.briefing.readOnly.map { DisplayText($0) } }
            ) { page, situation in page.receive(situation) },
            Command("open-only", ["f"], label: "只看未报", help: "只看未报的，或看全部") { page, _ in
                page.isOpenOnly.toggle()
                return .done
            },
        ] + walking

    func heading(_ situation: Situation) -> DisplayText { "报送" }

    private func shown(_ situation: Situation) -> Period { period ?? situation.reportingPeriod }

    func sheets(_ situation: Situation) -> [Sheet] {
        let plan = situation.plan
        let period = shown(situation)
        let rows = plan.duties(in: period, on: situation.today)
        let states = isOpenOnly || rows.allSatisfy { $0.report == nil } ? 7 : 24
        var blocks: [(inout SheetBuilder) -> Void] = [{ head(rows, period, &$0, situation) }]
        let byUnit = Dictionary(grouping: rows, by: \.unit)
        for unit in plan.units {
            let duties = byUnit[unit.id] ?? []
            let open = duties.count { $0.report == nil }
            let shown = isOpenOnly ? duties.filter { $0.report == nil } : duties
            guard !shown.isEmpty else { continue }
            blocks.append { builder in
                builder.heading(DisplayText("\(unit.name)　未报 \(open)"))
                for row in shown { show(row, period, states: states, &builder, situation) }
            }
        }
        return situation.stack(blocks, most: 120)
    }

    private func head(
        _ rows: [ReportDuty], _ period: Period, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let due = situation.plan.rules.reporting.dueDay(of: period)
        let received = rows.count { $0.report != nil }
        let late = rows.count { $0.report.map { $0.received > due } ?? false }
        builder.paragraph(
            DisplayText(
                "\(period.word)　应报 \(rows.count)　已报 \(received)（其中迟报 \(late)）　未报 \(rows.count - received)"),
            role: .heading)
        builder.paragraph(DisplayText("应于 \(due) 前报　从 WPS、Excel 复制表格，在这里粘贴，可一次填多条"), role: .dim)
    }

    /// - Parameter states: the room for what came and when; where nothing came there are no days to write.
    private func show(
        _ row: ReportDuty, _ period: Period, states: Int, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let item = situation.plan.tree[row.position]
        let state: (DisplayText, Role)
        if let report = row.report {
            let isLate = report.received > situation.plan.rules.reporting.dueDay(of: period)
            state = (
                builder.glyphs.check
                    + DisplayText("\(isLate ? "迟报" : "已报") \(report.received)\(report.isSignedOff ? " 已审" : "")"),
                isLate ? .lightYellow : .lightGreen
            )
        } else {
            state = (builder.glyphs.cross + "未报", .lightGrey)
        }
        let right = builder.width - states
        builder.line(
            [
                (2, .text(DisplayText(situation.plan.number(of: row.position)), .number)),
                (7, .cut(DisplayText(item.wording), .text, columns: right - 8)), (right, .text(state.0, state.1)),
            ], link: .part(item.id, row.unit))
    }

    // MARK: Receiving

    private func receive(_ situation: Situation) -> Response {
        guard case .part(let id, let unit)? = view.link(laidOut(situation)),
            let position = situation.plan.tree.position(of: id)
        else { return .notice("光标不在报送上") }
        let item = situation.plan.tree[position]
        let period = shown(situation)
        var report =
            item.reports.first { $0.unit == unit && $0.period == period }
            ?? Report(
                unit: unit, period: period, progress: "", problems: "", next: "", needsCoordination: false,
                received: situation.today, isSignedOff: false)
        report.isSignedOff.toggle()
        return .submit(Submission([situation.plan.setting(report: report, of: item)]))
    }

    /// A table copied from a spreadsheet: shown first as what would go where.
    mutating func paste(_ text: String, _ situation: Situation) -> Response? {
        if let reason = situation.briefing.readOnly { return .notice(DisplayText(reason)) }
        let pasted = PastedReports(text, period: shown(situation), in: situation.plan, today: situation.today)
        guard !pasted.matched.isEmpty else {
            return .notice(DisplayText(pasted.isTable ? "粘贴的表格里没有一行对得上：要有序号和单位两列" : "粘贴的不是表格：从 WPS、Excel 复制几列再粘贴"))
        }
        return .ask(PastePreview(pasted, situation))
    }
}

/// What a unit owes for a period: a report on one of its items.
struct ReportDuty: Sendable {
    let position: ItemTree.Position
    let unit: Identifier<Unit>
    /// Nil where it has not come.
    let report: Report?
}

extension Plan {
    /// Every report due for a period, by unit in the order of the list of units.
    func duties(in period: Period, on today: Day) -> [ReportDuty] {
        var byUnit: [Identifier<Unit>: [ReportDuty]] = [:]
        for position in tree.subtasks {
            for unit in reporters(of: position, for: period, on: today) {
                let report = tree[position].reports.first {
                    $0.unit == unit && $0.period == period && $0.received <= today
                }
                byUnit[unit, default: []].append(ReportDuty(position: position, unit: unit, report: report))
            }
        }
        return units.flatMap { byUnit[$0.id] ?? [] }
    }
}
