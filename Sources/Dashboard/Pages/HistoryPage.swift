import Cells
import Text
import WorkPlan

/// Every edit, newest first, by day.
struct HistoryPage: SheetPage {
    var filter: HistoryFilter { didSet { view.layOutAnew() } }
    var view = SheetView()
    /// How many entries are asked for.
    private var limit = HistoryPage.portion { didSet { view.layOutAnew() } }

    private static let portion = 200

    init(_ filter: HistoryFilter = HistoryFilter()) {
        self.filter = filter
    }

    static let commands: [Command<HistoryPage>] =
        [
            Command("filter", ["f"], label: "筛选", help: "按事项、单位、记录人、类别、日期或会议筛选历史") { page, situation in
                .ask(page.filterForm(situation))
            },
            Command("more", ["]"], label: "更早", help: "列出更早的修改") { page, _ in
                page.limit += HistoryPage.portion
                return .done
            },
        ] + walking

    func heading(_ situation: Situation) -> DisplayText {
        filter.isEmpty ? "历史" : "历史：" + filter.words(in: situation.plan)
    }

    func inquiry(_ situation: Situation) -> Inquiry? { .history(filter, limit: limit) }

    func sheets(_ situation: Situation) -> [Sheet] {
        var builder = SheetBuilder(width: min(120, situation.area.width - 2), glyphs: situation.glyphs)
        if !filter.isEmpty { builder.entry("筛选", filter.words(in: situation.plan)) }
        switch situation.answers[.history(filter, limit: limit)] {
        case .history(let entries, let more)?:
            list(entries, &builder, situation)
            if entries.isEmpty { builder.paragraph("没有符合的修改。", role: .dim) }
            if more { builder.paragraph("还有更早的修改，按 ] 列出", role: .dim) }
        case .failure(let reason)?: builder.paragraph(DisplayText(reason), role: .warning)
        default: builder.paragraph("正在读取历史……", role: .dim)
        }
        return [builder.sheet.moved(to: 1)]
    }

    private func list(_ entries: [Entry], _ builder: inout SheetBuilder, _ situation: Situation) {
        var day: Day?
        for entry in entries {
            if entry.day != day {
                builder.heading(DisplayText("\(entry.day) \(entry.day.weekday)"))
                day = entry.day
            }
            builder.entry(entry, situation)
        }
    }

    // MARK: Filtering

    private func filterForm(_ situation: Situation) -> Form {
        let plan = situation.plan
        let kinds = HistoryFilter.Kind.allCases
        let known = filter
        return Form(
            "history-filter", title: "筛选历史", remark: "空着的不限，全空就是不筛选",
            fields: [
                .line("事项", known.item.flatMap(plan.tree.position).map { plan.number(of: $0) } ?? ""),
                .line("单位", known.unit.flatMap(plan.unit)?.name ?? ""), .line("记录人", known.author ?? ""),
                .choice(
                    "类别", ["不限"] + kinds.map { DisplayText($0.word) },
                    known.kind.flatMap(kinds.firstIndex).map { $0 + 1 } ?? 0),
                .day("从", known.days.map { "\($0.lowerBound)" } ?? "", isPast: true, today: situation.today),
                .day("到", known.days.map { "\($0.upperBound)" } ?? "", isPast: true, today: situation.today),
                .choice(
                    "会议", ["不限"] + plan.meetings.map { DisplayText($0.name) },
                    known.meeting.flatMap { id in plan.meetings.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0),
            ], situation
        ) { form, opened throws(FormMistake) in
            var filter = HistoryFilter()
            if !form.text(0).isEmpty {
                guard let item = opened.plan.items(listed: form.text(0)).found.first else {
                    throw FormMistake(DisplayText("没有第\(form.text(0))项"))
                }
                filter.item = item
            }
            if !form.text(1).isEmpty {
                guard let unit = opened.plan.unit(named: form.text(1)) else {
                    throw FormMistake(DisplayText("方案里没有单位“\(form.text(1))”"), field: 1)
                }
                filter.unit = unit.id
            }
            filter.author = form.text(2).isEmpty ? nil : form.text(2)
            filter.kind = form.fields[3].chosen > 0 ? kinds[form.fields[3].chosen - 1] : nil
            let from = try form.day(4) ?? Day(number: -700_000)
            let to = try form.day(5) ?? Day(number: 2_900_000)
            guard from <= to else { throw FormMistake("“从”要在“到”之前", field: 4) }
            if !form.text(4).isEmpty || !form.text(5).isEmpty { filter.days = from...to }
            filter.meeting = form.fields[6].chosen > 0 ? opened.plan.meetings[form.fields[6].chosen - 1].id : nil
            return .replace(HistoryPage(filter))
        }
    }
}

extension HistoryFilter {
    /// What is filtered by, as words.
    func words(in plan: Plan) -> DisplayText {
        var parts: [String] = []
        if let position = item.flatMap(plan.tree.position) { parts.append(plan.name(of: position)) }
        if let unit = unit.flatMap(plan.unit) { parts.append(unit.name) }
        if let author { parts.append(author) }
        if let kind { parts.append(kind.word) }
        if let days {
            parts.append(
                days.lowerBound == days.upperBound ? "\(days.lowerBound)" : "\(days.lowerBound) 至 \(days.upperBound)")
        }
        if let meeting = meeting.flatMap(plan.meeting) { parts.append(meeting.name) }
        return DisplayText(parts.joined(separator: "；"))
    }
}

extension SheetBuilder {
    /// One entry as a line of the history: time, who, what.
    mutating func entry(_ entry: Entry, _ situation: Situation, isDated: Bool = false) {
        let time = isDated ? String(entry.moment.minute.prefix(10)) : String(entry.moment.minute.suffix(5))
        let meeting = entry.meeting.flatMap(situation.plan.meeting).map { "〔\($0.name)〕" } ?? ""
        let undone = entry.undoes == nil ? "" : "撤销："
        let note = entry.note.map { "　说明：\($0)" } ?? ""
        self.entry(
            DisplayText(time),
            DisplayText("\(entry.author)　\(meeting)\(undone)\(entry.sentences(in: situation.plan))\(note)"),
            indent: isDated ? 12 : 7, link: .entry(entry.id))
    }
}
