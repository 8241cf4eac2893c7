import Cells
import Text
import WorkPlan

// What the deck begins and ends with.
extension Deck {
    func cover(_ builder: inout SlideBuilder) {
        builder.centered(DisplayText(plan.title), role: .heading)
        builder.centered("工作推进情况", role: .heading)
        if let meeting = plan.openMeeting {
            builder.centered(DisplayText("\(meeting.name)　\(meeting.day.inWords)"))
        } else {
            builder.centered(DisplayText(today.inWords))
        }
        builder.centered(DisplayText("数据截至 \(today)　\(plan.phaseInWords(on: today))"), role: .dim, apart: false)
        if let asOf = situation.briefing.asOf { builder.centered(DisplayText("回看：\(asOf) 的样子"), role: .warning) }
        if let restriction { builder.centered(restriction, role: .dim) }
    }

    func whole(_ builder: inout SlideBuilder) {
        let tally = standings.whole
        var figures: [(figure: String, caption: DisplayText, role: Role)] = []
        if let percent = tally.percent {
            figures.append(("\(Figure.points(percent))%", "总进度", .heading))
        }
        for light in Light.reported + (tally.count(.none) > 0 ? [.none] : []) {
            figures.append(("\(tally.count(light))", glyphs.lightInWords(light), light.role))
        }
        builder.figures(figures)
        let days = today.days(to: plan.periodEnd)
        let left = days > 0 ? "，距方案期满 \(days) 天" : ""
        let percent = tally.percent == nil ? "，进度未报" : "，\(tally.known) 项有进度"
        builder.sentence(
            DisplayText("共 \(tally.total) 项：\(tally.lightWords)\(percent)\(left)"), role: .heading)
        builder.block(apart: false) { $0.paragraph(tally.statusesInWords) }
        builder.blocks(plan.tree.roots, apart: frame.area.height >= 34 ? .all : .none) { position, builder in
            let area = plan.tree[position]
            let tally = standings[position].tally
            builder.named(
                standings.light(of: position), plan.number(of: position), area.wording, role: .text,
                link: .item(area.id))
            let words = DisplayText("\(tally.total)项：\(tally.lightWords)　进度 ") + tally.percentInWords
            builder.paragraph(words, role: .dim, indent: 7, link: .item(area.id))
        }
    }

    func closing(_ builder: inout SlideBuilder) {
        builder.centered(DisplayText(plan.shortTitle), role: .heading)
        builder.centered("汇报完毕，请各位领导指示", role: .heading)
        let period = plan.duePeriod(on: today).next
        let day = plan.rules.reporting.dueDay(of: period)
        builder.centered(DisplayText("下次报送：\(period.word)，\(day.inWords)前"))
        builder.centered(DisplayText("数据截至 \(today)"), role: .dim, apart: false)
    }
}
