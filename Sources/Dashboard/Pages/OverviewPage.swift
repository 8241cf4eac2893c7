import Cells
import Text
import WorkPlan

/// The plan at a glance: areas, phases, what is overdue or due next, indicators, the latest changes.
struct OverviewPage: SheetPage {
    var view = SheetView()

    static let commands: [Command<OverviewPage>] = walking

    func heading(_ situation: Situation) -> DisplayText { "总览" }

    func sheets(_ situation: Situation) -> [Sheet] {
        situation.spread(
            { left in
                whole(&left, situation)
                areas(&left, situation)
                phases(&left, situation)
                due(&left, situation)
            },
            { right in
                indicators(&right, situation)
                changes(&right, situation)
            })
    }

    private func whole(_ builder: inout SheetBuilder, _ situation: Situation) {
        let whole = situation.standings.whole
        builder.paragraph(DisplayText(situation.plan.title), role: .heading, link: .plan)
        builder.entry("共\(whole.total)项", whole.lightsInWords(builder.glyphs))
        builder.entry("", whole.statusesInWords)
        let percent = whole.percent.map { "\(Figure.points($0))%（\(whole.total)项中\(whole.known)项有数）" }
        builder.entry("总进度", percent.map { DisplayText($0) } ?? whole.percentInWords)
    }

    private func areas(_ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("工作领域")
        let bar = builder.width >= 62 ? 10 : builder.width >= 56 ? 6 : 0
        let counts = builder.width >= 78
        let right = builder.width - 5 - 5 - (bar > 0 ? bar + 1 : 0) - (counts ? 17 : 0)
        for position in situation.plan.tree.roots {
            let area = situation.plan.tree[position]
            let standing = situation.standings[position]
            var pieces: [(Int, Sheet.Piece)] = [
                (0, .text(builder.glyphs.lightInWords(standing.light), standing.light.role)),
                (4, .text(DisplayText(situation.plan.number(of: position)), .number)),
                (7, .cut(DisplayText(area.title), .text, columns: right - 8)),
            ]
            var x = right
            if bar > 0 {
                pieces.append((x, .bar(percent: standing.actual, columns: bar)))
                x += bar + 1
            }
            pieces.append((x, .text(standing.tally.percentInWords, .text)))
            pieces.append((x + 5, .text(DisplayText("\(standing.tally.total)项"), .dim)))
            if counts {
                for (number, light) in Light.reported.enumerated() {
                    let count = standing.tally.count(light)
                    let text = builder.glyphs.mark(light) + DisplayText("\(count)")
                    pieces.append((x + 10 + number * 4, .text(text, count == 0 ? .dim : light.role)))
                }
            }
            builder.line(pieces, link: .item(area.id))
        }
    }

    // MARK: Deadlines

    private func due(_ builder: inout SheetBuilder, _ situation: Situation) {
        let today = situation.briefing.today
        var overdue = Soonest(5)
        var next = Soonest(5)
        situation.standings.eachOpenDeadline { position, day in
            if day < today { overdue.add(position, day) } else { next.add(position, day) }
        }
        builder.heading(overdue.count == 0 ? "最近到期" : DisplayText("已过期限 \(overdue.count)项，以及最近到期"))
        let shown = (overdue.first + next.first).map(\.position)
        for position in shown {
            guard let deadline = situation.standings[position].deadline else { continue }
            let mark = deadline.isDerived ? "推定" : ""
            let when = "\(deadline.day)\(mark) " + today.distanceInWords(to: deadline.day)
            let light = situation.standings.light(of: position)
            let item = situation.plan.tree[position]
            let right = builder.width - 27
            builder.line(
                [
                    (0, .text(builder.glyphs.lightInWords(light), light.role)),
                    (4, .text(DisplayText(item.number), .number)),
                    (8, .cut(DisplayText(item.wording), .text, columns: right - 9)),
                    (right, .text(DisplayText(when), deadline.day < today ? .warning : .dim)),
                ], link: .item(item.id))
        }
        let hidden = overdue.count + next.count - shown.count
        if hidden > 0 { builder.paragraph(DisplayText("其余 \(hidden) 项见“任务”页"), role: .dim, indent: 7) }
    }

    // MARK: Indicators and history

    private func indicators(_ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("指标")
        let today = situation.briefing.today
        // The day of the figure where there is room for all of it.
        let isDated = builder.width >= 84
        let right = max(24, builder.width - (isDated ? 46 : 36))
        for indicator in situation.plan.indicators {
            let reading = indicator.latest(on: today)
            let sign = indicator.target.isDownward ? "%" : ""
            let latest = reading.map { Figure.number($0.value) + sign + (isDated ? "（\($0.day)）" : "") } ?? "未报"
            builder.line(
                [
                    (0, .cut(DisplayText(indicator.title), .text, columns: right - 1)),
                    (right, .cut(DisplayText("目标 " + indicator.targetInWords), .text, columns: 21)),
                    (right + 22, .text(DisplayText("最新 " + latest), reading == nil ? .dim : .text)),
                ], link: .indicator(indicator.id))
        }
    }

    private func changes(_ builder: inout SheetBuilder, _ situation: Situation) {
        builder.heading("最近变更")
        guard !situation.briefing.recent.isEmpty else {
            builder.paragraph("尚无变更：数据与印发的方案一致。", role: .dim)
            return
        }
        for change in situation.briefing.recent {
            builder.entry(DisplayText(change.at), DisplayText("\(change.by)　\(change.sentence)"), indent: 18)
        }
    }
}

/// The first few of many days, without sorting them all.
private struct Soonest {
    private let most: Int
    private(set) var count = 0
    /// By day; of one day in reading order.
    private(set) var first: [(position: ItemTree.Position, day: Day)] = []

    init(_ most: Int) { self.most = most }

    /// Positions come in reading order.
    mutating func add(_ position: ItemTree.Position, _ day: Day) {
        count += 1
        if first.count == most, let last = first.last, last.day <= day { return }
        let place = first.firstIndex { day < $0.day } ?? first.count
        first.insert((position, day), at: place)
        if first.count > most { first.removeLast() }
    }
}
