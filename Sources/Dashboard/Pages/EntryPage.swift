import Cells
import Text
import WorkPlan

/// One entry of the history: who, when, why, and each change with what was and what became of it.
struct EntryPage: SheetPage {
    let entry: Identifier<Entry>
    var view = SheetView()
    /// An entry never changes: once seen, it is not asked for again.
    private let seen = Once<Entry>()

    init(entry: Identifier<Entry>) {
        self.entry = entry
    }

    static let commands: [Command<EntryPage>] =
        [
            Command(
                "restore", [.enter, .right, "l"], label: "恢复或打开", help: "把这一处恢复成修改前或修改后的值，或打开它所说的事项"
            ) { page, situation in page.act(situation) }
        ] + walking.filter { $0.name != "open" }

    func heading(_ situation: Situation) -> DisplayText { "一次修改" }

    /// Mostly among the answers that the page before this one asked for.
    private func found(_ situation: Situation) -> Entry? {
        if let seen = seen.known { return seen }
        for case .history(let entries, _) in situation.answers.values {
            if let found = entries.first(where: { $0.id == entry }) { return seen { found } }
        }
        return nil
    }

    func inquiry(_ situation: Situation) -> Inquiry? { found(situation) == nil ? .entry(entry) : nil }

    func sheets(_ situation: Situation) -> [Sheet] {
        var builder = SheetBuilder(width: min(100, situation.area.width - 2), glyphs: situation.glyphs)
        guard let entry = found(situation) else {
            if case .failure(let reason)? = situation.answers[.entry(entry)] {
                builder.paragraph(DisplayText(reason), role: .warning)
            } else {
                builder.paragraph("正在读取历史……", role: .dim)
            }
            return [builder.sheet.moved(to: 1)]
        }
        builder.entry("时间", DisplayText(entry.moment.minute))
        builder.entry("记录人", DisplayText(entry.author))
        if let meeting = entry.meeting.flatMap(situation.plan.meeting) {
            builder.entry("会议", DisplayText("\(meeting.day) \(meeting.name)"))
        }
        if let note = entry.note { builder.entry("说明", DisplayText(note)) }
        if let undone = entry.undoes { builder.entry("撤销", DisplayText("编号 \(undone.text.prefix(8)) 的修改")) }
        builder.entry("编号", DisplayText(String(entry.id.text.prefix(8))), role: .dim)
        for (number, change) in entry.changes.enumerated() {
            let words = change.words(in: situation.plan)
            builder.heading(DisplayText(words.what))
            let link = Link.change(entry.id, number)
            builder.entry("修改前", DisplayText(words.was), link: link)
            builder.entry("修改后", DisplayText(words.becomes), link: link)
            builder.entry("现在", DisplayText(now(change, situation.plan)), role: .dim, link: link)
        }
        return [builder.sheet.moved(to: 1)]
    }

    /// What stands in the slot today.
    private func now(_ change: Change, _ plan: Plan) -> String {
        plan.rebasing(change).words(in: plan).was
    }

    private func act(_ situation: Situation) -> Response {
        guard case .change(_, let number)? = view.link(laidOut(situation)),
            let change = found(situation)?.changes[number]
        else { return .notice("这里没有可以恢复的内容") }
        let words = change.words(in: situation.plan)
        let plan = situation.plan
        var options = [
            Menu.Option("恢复成修改前", remark: DisplayText(words.was)) { _ in
                .submit(Submission([plan.rebasing(change.inverted)], note: "恢复"))
            },
            Menu.Option("恢复成修改后", remark: DisplayText(words.becomes)) { _ in
                .submit(Submission([plan.rebasing(change)], note: "恢复"))
            },
        ]
        if let position = plan.tree.position(of: Identifier(change.slot.target)) {
            options.append(
                Menu.Option("打开\(DisplayText(plan.name(of: position)))") { _ in
                    .open(ItemPage(item: plan.tree[position].id))
                })
        }
        return .ask(Menu(DisplayText(words.what), options, selected: options.count - 1))
    }
}
