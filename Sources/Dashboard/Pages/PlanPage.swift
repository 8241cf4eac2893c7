import Cells
import Text
import WorkPlan

/// The plan as a paper: what is on its cover, goal, phases, safeguards, and what does not fit in it.
struct PlanPage: SheetPage {
    var view = SheetView()

    static let commands: [Command<PlanPage>] = walking

    func heading(_ situation: Situation) -> DisplayText { "方案" }

    func sheets(_ situation: Situation) -> [Sheet] {
        situation.spread(
            { left in
                cover(&left, situation)
                phases(&left, situation)
                safeguards(&left, situation)
            },
            { right in
                rules(&right, situation)
                uncovered(&right, situation)
                discrepancies(&right, situation)
            })
    }

    private func cover(_ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        builder.paragraph(DisplayText(plan.title), role: .heading)
        builder.gap()
        builder.entry("发文机关", DisplayText(plan.issuer))
        builder.entry("成文日期", DisplayText(plan.issued.inWords))
        builder.entry("期限", DisplayText(plan.period))
        builder.entry("主送", DisplayText(plan.source.addressees))
        builder.entry("抄送", DisplayText(plan.source.copies))
        for basis in plan.source.basis { builder.entry("依据", DisplayText(basis)) }
        builder.heading("工作目标")
        builder.paragraph(DisplayText(plan.goal))
    }

    private func phases(_ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("工作步骤")
        for phase in situation.plan.phases {
            builder.paragraph(DisplayText("\(phase.number)\(phase.title)（\(phase.printed)）"), role: .heading)
            builder.paragraph(DisplayText(phase.text))
            for deliverable in situation.plan.deliverables where deliverable.phase == phase.id {
                builder.entry(DisplayText(deliverable.kind), DisplayText(deliverable.name))
            }
        }
    }

    private func safeguards(_ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("保障措施")
        for safeguard in situation.plan.safeguards {
            builder.paragraph(DisplayText(safeguard.number + safeguard.title), role: .heading)
            builder.paragraph(DisplayText(safeguard.text))
        }
    }

    private func rules(_ builder: inout SheetBuilder, _ situation: Situation) {
        let rules = situation.plan.rules
        builder.heading("本工具的规则（原文未写）")
        if let phase = situation.plan.deadlinePhase {
            builder.entry("期限", DisplayText("原文未写期限的事项，按\(phase.title)结束日 \(phase.end) 计"))
        }
        for rule in rules.printedDeadlines {
            builder.entry("", DisplayText("原文写“\(rule.phrase)”的，按 \(rule.day) 计"))
        }
        builder.entry(
            "亮灯",
            DisplayText(
                "落后序时进度 \(Figure.number(rules.light.yellow)) 个百分点为黄，"
                    + "\(Figure.number(rules.light.red)) 个为红；距期限 \(rules.light.dueSoon) 天内未完成为黄；"
                    + "逾期为红；未报为灰"))
        builder.entry(
            "报送",
            DisplayText("\(rules.reporting.cycle.word)，期满后 \(rules.reporting.dueDay) 日内"))
        builder.entry("牵头单位", DisplayText(rules.lead.word))
    }

    private func uncovered(_ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        let covered = plan.coveredSentences
        let open = plan.paragraphs.flatMap(\.sentences).filter { !covered.contains($0.id) }
        guard !open.isEmpty else { return }
        let total = plan.paragraphs.reduce(0) { $0 + $1.sentences.count }
        builder.heading(DisplayText("表中没有对应事项的正文（\(total)句中\(open.count)句）"))
        for sentence in open { builder.entry(DisplayText(sentence.id.text), DisplayText(sentence.text), indent: 7) }
    }

    private func discrepancies(_ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("与原文核对（不改原文，仅提示）")
        for note in situation.plan.discrepancies(of: nil) {
            builder.entry(DisplayText(note.code), DisplayText(note.text), role: .remark, indent: 5)
        }
    }
}
