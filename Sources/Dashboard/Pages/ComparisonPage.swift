import Cells
import Text
import WorkPlan

/// Two points of the history side by side: whose light turned and why, what came, went, moved and changed.
struct ComparisonPage: SheetPage {
    let from: Anchor
    let to: Anchor
    var view = SheetView()

    init(from: Anchor, to: Anchor) {
        self.from = from
        self.to = to
    }

    static let commands: [Command<ComparisonPage>] =
        [
            Command("marks", ["o"], label: "树上标记", help: "在任务树上显示或去掉这次对比的标记") { page, situation in
                situation.comparison == nil ? .compare(page.inquiry(situation)) : .compare(nil)
            }
        ] + walking

    func heading(_ situation: Situation) -> DisplayText { "对比" }

    func inquiry(_ situation: Situation) -> Inquiry? { .comparison(from: from, to: to) }

    func sheets(_ situation: Situation) -> [Sheet] {
        var builder = SheetBuilder(width: min(110, situation.area.width - 2), glyphs: situation.glyphs)
        switch situation.answers[.comparison(from: from, to: to)] {
        case .comparison(let comparison)?: show(comparison, &builder)
        case .failure(let reason)?: builder.paragraph(DisplayText(reason), role: .warning)
        default: builder.paragraph("正在对比……", role: .dim)
        }
        return [builder.sheet.moved(to: 1)]
    }

    private func show(_ comparison: Comparison, _ builder: inout SheetBuilder) {
        builder.paragraph(DisplayText("\(comparison.from) 至 \(comparison.to)"), role: .heading)
        builder.paragraph(DisplayText(comparison.summary))
        for kind in Comparison.Row.Kind.allCases {
            let rows = comparison.rows.filter { $0.kind == kind }
            guard !rows.isEmpty else { continue }
            builder.heading(DisplayText("\(kind.word)（\(rows.count)）"))
            for row in rows {
                if let turn = row.turn {
                    builder.light(
                        turn.to, DisplayText(row.sentence), label: "", indent: 0, link: row.item.map { .item($0) })
                } else {
                    builder.paragraph(DisplayText(row.sentence), link: row.item.map { .item($0) })
                }
            }
        }
    }
}
