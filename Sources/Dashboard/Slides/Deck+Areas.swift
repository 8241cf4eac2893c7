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
        for task in plan.tree.children(of: position) where !subtasks(below: task).filter(isShown).isEmpty {
            line(of: task, &builder)
        }
        for light in [Light.red, .yellow] {
            let troubled = shown.filter { standings.light(of: $0) == light }
            guard !troubled.isEmpty else { continue }
            builder.heading(glyphs.lightInWords(light) + DisplayText("灯 \(troubled.count) 项"))
            for subtask in troubled { self.troubled(subtask, &builder) }
        }
        for light in [Light.grey, .green, .none] {
            let others = shown.filter { standings.light(of: $0) == light }
            guard !others.isEmpty else { continue }
            builder.heading(DisplayText("\(glyphs.lightInWords(light).string) \(others.count)项"))
            for (place, subtask) in others.enumerated() {
                let item = plan.tree[subtask]
                builder.block(apart: place == 0) { builder in
                    builder.entry(
                        DisplayText(item.number), DisplayText(item.wording), indent: 6, link: .item(item.id))
                }
            }
        }
    }

    private func line(of task: ItemTree.Position, _ builder: inout SlideBuilder) {
        let tally = standings[task].tally
        builder.block(apart: false) { builder in
            builder.named(
                standings.light(of: task), plan.number(of: task), plan.tree[task].wording, role: .text,
                link: .item(plan.tree[task].id), tail: "　\(tally.total)项：\(tally.lightWords)")
        }
    }

    /// A red or yellow subtask: whose it is, why, what was reported, what is in the way, what comes next.
    private func troubled(_ position: ItemTree.Position, _ builder: inout SlideBuilder) {
        let item = plan.tree[position]
        let standing = standings[position]
        let link = Link.item(item.id)
        let again = DisplayText("第\(item.number)项（接上页）")
        builder.block(continued: glyphs.lightInWords(standing.light) + " " + again, link: link) { builder in
            builder.named(standing.light, item.number, item.wording, link: link)
            builder.entry("单位", DisplayText(unitNames(item)), indent: 8, link: link)
            builder.entry("原因", DisplayText(standing.reason.publicSentence), indent: 8, link: link)
            report(item.newestReports(on: today).first, &builder, link: link)
        }
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
