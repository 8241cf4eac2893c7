import Cells
import Text
import WorkPlan

/// One unit: its names, its members, and the items it is on.
struct UnitPage: SheetPage {
    let unit: Identifier<Unit>
    var view = SheetView()

    init(unit: Identifier<Unit>) {
        self.unit = unit
    }

    static let commands: [Command<UnitPage>] = walking

    func heading(_ situation: Situation) -> DisplayText {
        DisplayText(situation.plan.unit(unit)?.name ?? "单位")
    }

    func sheets(_ situation: Situation) -> [Sheet] {
        guard let unit = situation.plan.unit(unit) else { return [] }
        return situation.spread(
            { left in
                names(unit, &left, situation)
                items(unit, &left, situation)
            }, { _ in })
    }

    private func names(_ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation) {
        builder.paragraph(DisplayText(unit.name), role: .heading)
        builder.gap()
        builder.entry("类别", DisplayText(unit.kind.word + (unit.isPrinted ? "" : "（方案中未单独列出）")))
        if !unit.aliases.isEmpty {
            let remark = unit.generalKnowledge.contains("aliases") ? "（通识，请核对）" : ""
            builder.entry("又称", DisplayText(unit.aliases.joined(separator: "、") + remark))
        }
        for rename in unit.renames {
            builder.entry("更名", DisplayText("\(rename.from)年起 \(rename.name)（通识，请核对）"))
        }
        for contact in unit.contacts {
            builder.entry("联络员", DisplayText("\(contact.name) \(contact.role) \(contact.telephone)"))
        }
        for collective in situation.plan.collectives(of: unit.id) {
            builder.entry("属于", DisplayText(collective.name), role: .link, link: .unit(collective.id))
        }
        guard unit.isCollective else { return }
        builder.heading(DisplayText("成员（\(unit.members.count)，通识，原文未列名）"))
        for member in unit.members.compactMap(situation.plan.unit) {
            builder.paragraph(DisplayText(member.name), role: .link, link: .unit(member.id))
        }
    }

    private func items(_ unit: Unit, _ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        let subtasks = plan.subtasks(of: unit.id)
        var tally: [Light: Int] = [:]
        for position in subtasks { tally[situation.standings[position].light, default: 0] += 1 }
        let counts = Light.reported.map { "\($0.word) \(tally[$0] ?? 0)" }.joined(separator: "　")
        builder.heading(DisplayText("承担 \(subtasks.count) 项　\(counts)"))
        for position in subtasks {
            let item = plan.tree[position]
            let standing = situation.standings[position]
            let role = item.assignments.first { $0.unit == unit.id }?.role.word ?? "集体"
            let number = DisplayText(item.number)
            let wide = builder.width >= 76
            let parts = DisplayText(item.title)
                .lines(width: builder.width - 13 - (wide ? 17 : 0), ambiguous: builder.glyphs.ambiguous)
            for (row, part) in parts.enumerated() {
                var pieces: [(Int, Sheet.Piece)] = [(13, .text(part, .text))]
                if row == 0 {
                    pieces.append((0, .text(builder.glyphs.lightInWords(standing.light), standing.light.role)))
                    pieces.append((4, .text(number, .number)))
                    pieces.append((8, .text(DisplayText(role), .dim)))
                    if wide, let deadline = standing.deadline {
                        pieces.append((builder.width - 15, .text(DisplayText(deadline.inShort), .dim)))
                    }
                }
                builder.line(pieces, link: .item(item.id))
            }
        }
    }
}

extension Deadline {
    /// `2024-06-30推定`: fifteen columns at most.
    var inShort: String { "\(day)" + (isDerived ? "推定" : "") }
}
