import Cells
import Text
import WorkPlan

/// A light told in reasons: which rule holds, what went into it, and what would turn it green.
struct LightPage: SheetPage {
    let item: Identifier<Item>
    var view = SheetView()

    init(item: Identifier<Item>) {
        self.item = item
    }

    static let commands: [Command<LightPage>] = walking

    func heading(_ situation: Situation) -> DisplayText {
        situation.plan.tree.position(of: item).map { DisplayText(situation.plan.name(of: $0) + "的灯") } ?? "灯"
    }

    func selection(_ situation: Situation) -> Link? { view.link(laidOut(situation)) ?? .item(item) }

    func sheets(_ situation: Situation) -> [Sheet] {
        guard let position = situation.plan.tree.position(of: item) else {
            return situation.spread({ $0.paragraph("这一项已不在方案中。", role: .warning) }, { _ in })
        }
        let explanation = situation.plan.explanation(of: position, situation.standings)
        return situation.spread(
            { left in
                verdict(explanation, position, &left, situation)
                remedies(explanation, &left)
                rules(explanation, &left)
            },
            { right in
                inputs(explanation, &right, situation)
                worst(explanation, &right, situation)
            })
    }

    private func verdict(
        _ explanation: LightExplanation, _ position: ItemTree.Position, _ builder: inout SheetBuilder,
        _ situation: Situation
    ) {
        let plan = situation.plan
        builder.paragraph(
            DisplayText("\(plan.name(of: position))　\(plan.tree[position].wording)"), role: .heading, link: .item(item))
        builder.gap()
        builder.light(explanation.light, DisplayText(explanation.reason.sentence))
        guard let override = explanation.override else { return }
        builder.light(explanation.computed, "系统按规则计算的灯", label: "计算")
        builder.entry("人工定灯", DisplayText("理由：\(override.reason)；有效至 \(override.until)"), role: .warning)
    }

    private func remedies(_ explanation: LightExplanation, _ builder: inout SheetBuilder) {
        builder.heading(explanation.light == .green ? "绿灯" : "怎样转绿（做到一条即可）")
        for remedy in explanation.remedies { builder.entry(builder.glyphs.bullet, DisplayText(remedy), indent: 2) }
        guard !explanation.outlook.isEmpty else { return }
        builder.gap()
        builder.paragraph("此后如没有新的报送：", role: .dim)
        for line in explanation.outlook { builder.entry(builder.glyphs.bullet, DisplayText(line), indent: 2) }
    }

    /// Every rule in its order; behind the one that decides, none is looked at.
    private func rules(_ explanation: LightExplanation, _ builder: inout SheetBuilder) {
        guard !explanation.rules.isEmpty else { return }
        builder.heading("规则（从上往下，第一条符合的定灯）")
        for (place, rule) in explanation.rules.enumerated() {
            let deciding = explanation.deciding ?? place
            let verdict: DisplayText = place > deciding ? "不再看" : rule.holds ? "符合" : "不符合"
            let mark = place > deciding ? DisplayText(" ") : rule.holds ? builder.glyphs.check : builder.glyphs.cross
            let isDeciding = place == deciding
            let words = "\(rule.words)" + (rule.figures.isEmpty ? "" : "：\(rule.figures)")
            let parts = DisplayText(words).lines(width: max(8, builder.width - 19), ambiguous: builder.glyphs.ambiguous)
            for (row, part) in parts.enumerated() {
                var pieces: [(Int, Sheet.Piece)] = [
                    (19, .text(part, isDeciding ? .heading : place > deciding ? .dim : .text))
                ]
                if row == 0 {
                    pieces.append((0, .text(DisplayText("\(place + 1)"), .number)))
                    pieces.append((3, .text(mark, isDeciding ? .heading : .dim)))
                    pieces.append((5, .text(verdict, isDeciding ? .heading : .dim)))
                    pieces.append((13, .text(builder.glyphs.lightInWords(rule.light), rule.light.role)))
                }
                builder.line(pieces)
            }
        }
    }

    private func inputs(_ explanation: LightExplanation, _ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("依据的数")
        builder.entry("截止日", DisplayText("\(situation.briefing.today)"))
        for input in explanation.inputs { builder.entry(DisplayText(input.label), DisplayText(input.text)) }
        let light = situation.plan.rules.light
        builder.entry(
            "标准",
            DisplayText(
                "落后满 \(Figure.number(light.yellow)) 个百分点为黄，满 \(Figure.number(light.red)) 个为红；"
                    + "距期限 \(light.dueSoon) 天内未完成为黄（本工具的规则，原文未写）"))
    }

    /// The subtasks that give a parent its light, as many as one reads.
    private func worst(_ explanation: LightExplanation, _ builder: inout SheetBuilder, _ situation: Situation) {
        guard !explanation.worst.isEmpty else { return }
        builder.heading(DisplayText("为\(explanation.light.word)的下属事项（\(explanation.worst.count)）"))
        for position in explanation.worst.prefix(100) {
            let item = situation.plan.tree[position]
            builder.entry(
                DisplayText(item.number), DisplayText(item.wording), role: .link, indent: 5, link: .item(item.id))
        }
        let hidden = explanation.worst.count - 100
        if hidden > 0 { builder.paragraph(DisplayText("另有 \(hidden) 项"), role: .dim, indent: 5) }
    }
}
