import Cells
import Text
import WorkPlan

/// Everything a query found, best first: items, units, indicators, sentences of the plan, reports, decisions.
struct ResultsPage: SheetPage {
    private let query: Query
    /// What was found when it was asked: positions are those of that plan.
    private let hits: [(hit: Hit, link: Link?)]
    var view = SheetView()

    init(_ query: Query, _ hits: [Hit], _ plan: Plan) {
        self.query = query
        self.hits = hits.map { hit in
            (hit, hit.item.map { .item(plan.tree[$0].id) } ?? hit.unit.map { .unit($0) })
        }
        view.query = query
    }

    static let commands: [Command<ResultsPage>] = walking

    func heading(_ situation: Situation) -> DisplayText { "查找结果" }

    func sheets(_ situation: Situation) -> [Sheet] {
        var builder = SheetBuilder(width: min(110, situation.area.width - 2), glyphs: situation.glyphs)
        builder.paragraph(DisplayText("共 \(hits.count) 处"), role: .heading)
        for (hit, link) in hits {
            let other = hit.other.map { "　〔\($0.text)〕" } ?? ""
            builder.entry(
                DisplayText("\(hit.kind.word)"), DisplayText("\(hit.name)　\(hit.text)\(other)"), indent: 10, link: link)
        }
        return [builder.sheet.moved(to: 1)]
    }
}
