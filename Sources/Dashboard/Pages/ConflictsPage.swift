import Cells
import Text
import WorkPlan

/// The fields that several people or replicas changed without knowing of each other; a key chooses.
struct ConflictsPage: SheetPage {
    var view = SheetView()

    static let commands: [Command<ConflictsPage>] =
        (1...9).map { number in
            Command(
                "choose-\(number)", [.character(Character("\(number)"))], help: DisplayText("选定第 \(number) 个值")
            ) { page, situation in page.choose(number - 1, situation) }
        } + walking.filter { $0.name != "open" }

    func heading(_ situation: Situation) -> DisplayText { "冲突" }

    func sheets(_ situation: Situation) -> [Sheet] {
        var builder = SheetBuilder(width: min(100, situation.area.width - 2), glyphs: situation.glyphs)
        let disputes = situation.briefing.disputes
        guard !disputes.isEmpty else {
            builder.paragraph("没有冲突。", role: .dim)
            return [builder.sheet.moved(to: 1)]
        }
        builder.paragraph(DisplayText("\(disputes.count) 处被几个人各改各的。移到一处，按 1、2 选定留哪个值；方案现在显示的是最后一个。"), role: .dim)
        for (number, dispute) in disputes.enumerated() {
            let what = dispute.sides.last?.change.words(in: situation.plan).what ?? ""
            builder.heading(DisplayText(what))
            for (place, side) in dispute.sides.enumerated() {
                let value = side.change.words(in: situation.plan).becomes
                let isShown = place == dispute.sides.count - 1 ? "　← 现在显示" : ""
                builder.entry(
                    DisplayText("\(place + 1)"),
                    DisplayText("\(value)　\(side.author) \(side.moment.minute)\(isShown)"), indent: 4,
                    link: .change("dispute", number))
            }
        }
        return [builder.sheet.moved(to: 1)]
    }

    private func choose(_ side: Int, _ situation: Situation) -> Response {
        guard case .change(_, let number)? = view.link(laidOut(situation)) else { return .done }
        let dispute = situation.briefing.disputes[number]
        guard dispute.sides.indices.contains(side) else { return .notice("没有这个值") }
        let change = situation.plan.rebasing(dispute.sides[side].change)
        return .commit(Submission([change], note: "选定冲突中的一个值", isSettling: true))
    }
}
