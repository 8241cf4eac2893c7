import Cells
import Text
import WorkPlan

/// Everything about one item of the tree.
struct ItemPage: SheetPage {
    let item: Identifier<Item>
    var view = SheetView()

    init(item: Identifier<Item>) {
        self.item = item
    }

    static let commands: [Command<ItemPage>] = walking

    /// The newest edits of the item that are listed.
    private static let edits = 12

    func inquiry(_ situation: Situation) -> Inquiry? { .history(HistoryFilter(item: item), limit: Self.edits) }

    /// An edit is about the item itself, unless the cursor stands on one of its units or on what is below it.
    func selection(_ situation: Situation) -> Link? {
        let tree = situation.plan.tree
        switch view.link(laidOut(situation)) {
        case .unit(let unit)?: return .part(item, unit)
        case .part(let id, let unit)?: return .part(id, unit)
        case .item(let id)?:
            guard let below = tree.position(of: id), let own = tree.position(of: item) else { return .item(item) }
            return tree.subtree(of: own).contains(below) ? .item(id) : .item(item)
        default: return .item(item)
        }
    }

    func heading(_ situation: Situation) -> DisplayText {
        situation.plan.tree.position(of: item).map { DisplayText(situation.plan.name(of: $0)) } ?? "事项"
    }

    func sheets(_ situation: Situation) -> [Sheet] {
        guard let position = situation.plan.tree.position(of: item) else {
            return situation.spread({ $0.paragraph("这一项已不在方案中。", role: .warning) }, { _ in })
        }
        let item = situation.plan.tree[position]
        return situation.spread(
            { left in
                whole(item, position, &left, situation)
                children(position, &left, situation)
                deliverables(item, &left, situation)
            },
            { right in
                narrative(item, &right, situation)
                discrepancies(item, &right, situation)
                records(item, &right, situation)
                edits(&right, situation)
            })
    }

    // MARK: The facts

    private func whole(
        _ item: Item, _ position: ItemTree.Position, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let plan = situation.plan
        builder.paragraph(DisplayText(item.wording), role: .heading)
        if let rewording = item.rewordings.last {
            builder.entry("原文", DisplayText(item.title), role: .dim)
            builder.entry("调整", DisplayText("\(rewording.decided)　依据：\(rewording.basis)"), role: .remark)
        }
        builder.gap()
        for place in plan.tree.ancestors(of: position) {
            let above = plan.tree[place]
            builder.entry(
                DisplayText(above.level.word), DisplayText("\(plan.number(of: place)) \(above.wording)"), role: .link,
                link: .item(above.id))
        }
        let standing = situation.standings[position]
        builder.light(standing)
        builder.progress(standing, isParent: item.level < .subtask)
        builder.deadline(item, standing, situation)
        builder.units(of: item, situation)
        if let printed = item.unitsPrinted, item.assignments.count > 1 {
            builder.entry("原文", DisplayText(printed), role: .dim)
        }
        if let source = item.addedSource { builder.entry("来源", DisplayText("办公室增列：\(source)")) }
        builder.indicators(of: item, situation)
    }

    private func children(
        _ position: ItemTree.Position, _ builder: inout SheetBuilder, _ situation: Situation
    ) {
        let tree = situation.plan.tree
        guard let first = tree.children(of: position).first else { return }
        builder.heading(DisplayText("\(tree[first].level.word)（\(tree.children(of: position).count)）"))
        for place in tree.subtree(of: position).dropFirst() {
            let child = tree[place]
            let indent = (child.level.depth - tree[first].level.depth) * 2
            let standing = situation.standings[place]
            let number = DisplayText(situation.plan.number(of: place))
            let start = indent + 4 + max(3, number.columns(builder.glyphs.ambiguous) + 1)
            let parts = DisplayText(child.wording)
                .lines(width: max(8, builder.width - start), ambiguous: builder.glyphs.ambiguous)
            for (row, part) in parts.enumerated() {
                var pieces: [(Int, Sheet.Piece)] = [(start, .text(part, .text))]
                if row == 0 {
                    pieces.append((indent, .text(builder.glyphs.lightInWords(standing.light), standing.light.role)))
                    pieces.append((indent + 4, .text(number, .number)))
                }
                builder.line(pieces, link: .item(child.id))
            }
        }
    }

    private func deliverables(_ item: Item, _ builder: inout SheetBuilder, _ situation: Situation) {
        let deliverables = situation.plan.deliverables(of: item.id)
        guard !deliverables.isEmpty else { return }
        builder.heading(DisplayText("成果与平台（\(deliverables.count)）"))
        for deliverable in deliverables {
            builder.entry(DisplayText(deliverable.kind), DisplayText(deliverable.name))
        }
    }

    // MARK: The source

    private func narrative(_ item: Item, _ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        switch item.level {
        case .task:
            guard let paragraph = item.paragraph.flatMap(plan.paragraph) else { return }
            builder.heading(DisplayText("方案原文 \(paragraph.number)\(paragraph.title)"))
            let covered = plan.coveredSentences
            for sentence in paragraph.sentences {
                builder.entry(DisplayText(sentence.id.text), DisplayText(sentence.text), indent: 7)
                if !covered.contains(sentence.id) { builder.entry("", "（表中没有对应事项）", role: .remark, indent: 7) }
            }
        case .subtask, .milestone:
            guard !item.sentences.isEmpty else { return }
            builder.heading("方案原文")
            for id in item.sentences {
                guard let sentence = plan.sentence(id) else { continue }
                if let paragraph = plan.paragraphs.first(where: { $0.sentences.contains(sentence) }) {
                    builder.paragraph(
                        DisplayText("\(paragraph.number)\(paragraph.title)　第\(id.text)句"), role: .dim)
                }
                builder.paragraph(DisplayText(sentence.text))
            }
        case .area: break
        }
    }

    private func discrepancies(_ item: Item, _ builder: inout SheetBuilder, _ situation: Situation) {
        let found = situation.plan.discrepancies(of: item.id)
        guard !found.isEmpty else { return }
        builder.heading("与原文核对（不改原文，仅提示）")
        for note in found {
            builder.entry(
                DisplayText(note.code == "ours" ? "说明" : note.code), DisplayText(note.text), role: .remark, indent: 5)
        }
    }

    // MARK: What was recorded since

    private func edits(_ builder: inout SheetBuilder, _ situation: Situation) {
        let inquiry = Inquiry.history(HistoryFilter(item: item), limit: Self.edits)
        guard case .history(let entries, let more)? = situation.answers[inquiry], !entries.isEmpty else { return }
        builder.heading("变更")
        for entry in entries { builder.entry(entry, situation, isDated: true) }
        if more { builder.paragraph("更早的按 H 查看", role: .dim) }
    }

    private func records(_ item: Item, _ builder: inout SheetBuilder, _ situation: Situation) {
        for report in item.reports.reversed() where report.received <= situation.today {
            let unit = situation.plan.unit(report.unit)?.name ?? report.unit.text
            builder.heading(DisplayText("\(report.period.word)　\(unit)"))
            builder.entry("进展情况", DisplayText(report.progress))
            builder.entry("存在问题", DisplayText(report.problems))
            builder.entry("下一步", DisplayText(report.next))
            if report.needsCoordination { builder.entry("", "需协调", role: .warning) }
            let signed = report.isSignedOff ? "，主要领导已审" : ""
            builder.entry("收到", DisplayText("\(report.received)\(signed)"), role: .dim)
        }
        if !item.adjustments.isEmpty {
            builder.heading("节点调整")
            for adjustment in item.adjustments {
                builder.entry(
                    DisplayText("\(adjustment.decided)"),
                    DisplayText("期限调整为 \(adjustment.deadline)　依据：\(adjustment.basis)"), indent: 12)
            }
        }
        if !item.evidence.isEmpty {
            builder.heading("佐证材料")
            for evidence in item.evidence {
                builder.paragraph(DisplayText("\(evidence.about)　\(evidence.place)"))
            }
        }
        if !item.notes.isEmpty {
            builder.heading("备注")
            for note in item.notes { builder.entry(DisplayText("\(note.day)"), DisplayText(note.text), indent: 12) }
        }
    }
}
