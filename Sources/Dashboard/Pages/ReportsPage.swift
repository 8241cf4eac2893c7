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
        let received = rows.flatMap { $0.duties.filter { $0.received != nil } }
        let states = isOpenOnly || received.isEmpty ? 7 : 24
        var blocks: [(inout SheetBuilder) -> Void] = [
            { head(of: rows.reduce(0) { $0 + $1.duties.count }, received, period, &$0, situation) }
        ]
        for (unit, duties) in rows {
            let open = duties.count { $0.received == nil }
            let shown = isOpenOnly ? duties.filter { $0.received == nil } : duties
            guard !shown.isEmpty else { continue }
            blocks.append { builder in
                builder.heading(DisplayText("\(unit.name)　未报 \(open)"))
                builder.rows(
                    shown.count, lines(of: shown, by: unit.id, builder.width, states: states, builder.glyphs, plan))
            }
        }
        return situation.stack(blocks, most: 120)
    }

    private func head(
        of count: Int, _ received: [ReportDuty], _ period: Period, _ builder: inout SheetBuilder,
        _ situation: Situation
    ) {
        let due = situation.plan.rules.reporting.dueDay(of: period)
        let came = received.count
        let late = received.count { $0.isLate }
        builder.paragraph(
            DisplayText("\(period.word)　应报 \(count)　已报 \(came)（其中迟报 \(late)）　未报 \(count - came)"), role: .heading)
        builder.paragraph(DisplayText("应于 \(due) 前报　从 WPS、Excel 复制表格，在这里粘贴，可一次填多条"), role: .dim)
    }

    /// - Parameter states: the room for what came and when; where nothing came there are no days to write.
    private func lines(
        of duties: [ReportDuty], by unit: Identifier<Unit>, _ width: Int, states: Int, _ glyphs: GlyphSet, _ plan: Plan
    ) -> Sheet.Rows {
        Sheet.Rows { place in
            .part(plan.tree[duties[place].position].id, unit)
        } pieces: { place in
            let duty = duties[place]
            let right = width - states
            let (word, role): (DisplayText, Role) =
                if let received = duty.received {
                    (
                        glyphs.check
                            + DisplayText("\(duty.isLate ? "迟报" : "已报") \(received)\(duty.isSignedOff ? " 已审" : "")"),
                        duty.isLate ? .lightYellow : .lightGreen
                    )
                } else {
                    (glyphs.cross + "未报", .lightGrey)
                }
            return [
                (2, .text(DisplayText(plan.number(of: duty.position)), .number)),
                (7, .cut(DisplayText(plan.tree[duty.position].wording), .text, columns: right - 8)),
                (right, .text(word, role)),
            ]
        }
    }

    // MARK: Receiving

    private func receive(_ situation: Situation) -> Response {
        guard case .part(let id, let unit)? = view.link(laidOut(situation)),
            let position = situation.plan.tree.position(of: id)
        else { return .notice("光标不在报送上") }
        let item = situation.plan.tree[position]
        let period = shown(situation)
        var report =
            item.report(by: unit, for: period)
            ?? Report(
                unit: unit, period: period, progress: "", problems: "", next: "", needsCoordination: false,
                received: situation.today, isSignedOff: false)
        // What is written down as received on a later day has not come as of this one.
        let isLater = report.received > situation.today
        report.isSignedOff = isLater || !report.isSignedOff
        report.received = min(report.received, situation.today)
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
