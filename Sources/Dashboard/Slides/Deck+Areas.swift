import Cells
import Text
import WorkPlan

// One area: its tasks, what is red and yellow with all there is to say, and every other subtask by number and title.
extension Deck {
    func area(_ position: ItemTree.Position, _ builder: inout SlideBuilder) {
        let tally = standings[position].tally
        let shown = subtasks(below: position).filter(isShown)
        builder.sentence(
            DisplayText("共 \(tally.total) 项：\(tally.lightWords)　进度 ") + tally.percentInWords, role: .heading)
        if let restriction { builder.sentence(restriction, role: .dim, apart: false) }
        let tasks = plan.tree.children(of: position).filter { subtasks(below: $0).contains(where: isShown) }
        builder.blocks(tasks, apart: .none) { task, builder in
            let tally = standings[task].tally
            builder.named(
                standings.light(of: task), plan.number(of: task), plan.tree[task].wording, role: .text,
                link: .item(plan.tree[task].id), tail: "　\(tally.total)项：\(tally.lightWords)")
        }
        for light in [Light.red, .yellow] {
            let troubled = Positions(shown.lazy.filter { standings.light(of: $0) == light })
            guard !troubled.isEmpty else { continue }
            builder.heading(glyphs.lightInWords(light) + DisplayText("灯 \(troubled.count) 项"))
            builder.blocks(
                troubled,
                continued: { subtask, builder in
                    let item = plan.tree[subtask]
                    let again = glyphs.lightInWords(light) + DisplayText(" 第\(item.number)项（接上页）")
                    builder.paragraph(again, role: .dim, link: .item(item.id))
                }
            ) { self.troubled($0, &$1) }
        }
        for light in [Light.grey, .green, .none] {
            let others = Positions(shown.lazy.filter { standings.light(of: $0) == light })
            guard !others.isEmpty else { continue }
            builder.heading(DisplayText("\(glyphs.lightInWords(light).string) \(others.count)项"))
            builder.blocks(others, apart: .first) { subtask, builder in
                let item = plan.tree[subtask]
                builder.entry(DisplayText(item.number), DisplayText(item.wording), indent: 6, link: .item(item.id))
            }
        }
    }

    /// A red or yellow subtask: whose it is, why, what was reported, what is in the way, what comes next.
    private func troubled(_ position: ItemTree.Position, _ builder: inout SheetBuilder) {
        let item = plan.tree[position]
        let standing = standings[position]
        let link = Link.item(item.id)
        builder.named(standing.light, item.number, item.wording, link: link)
        builder.entry("单位", DisplayText(unitNames(item)), indent: 8, link: link)
        builder.entry("原因", DisplayText(standing.reason.publicSentence), indent: 8, link: link)
        report(item.newestReports(on: today).first, &builder, link: link)
    }

    /// What a slide begins with onto which an item runs over.
    func again(_ position: ItemTree.Position, _ builder: inout SheetBuilder) {
        let item = plan.tree[position]
        builder.paragraph(DisplayText("第\(item.number)项（接上页）"), role: .dim, link: .item(item.id))
    }

    /// The three blanks of a report, with who gave it and for when.
    func report(_ report: Report?, _ builder: inout SheetBuilder, link: Link? = nil) {
        guard let report else { return builder.entry("进展", "未报", role: .dim, indent: 8, link: link) }
        let source = "（\(plan.unit(report.unit)?.name ?? report.unit.text)，\(report.period.word)）"
        builder.written("进展", (report.progress.isEmpty ? "未写" : report.progress) + source, link: link)
        builder.written("问题", report.problems, link: link)
        builder.written("下一步", report.next, link: link)
    }
}
