import Cells
import Text
import WorkPlan

// What was picked on a slide, large: an item, a unit, an indicator.
extension Deck {
    func largeTitle(_ link: Link) -> DisplayText {
        switch link {
        case .item(let id), .part(let id, _):
            plan.tree.position(of: id).map { DisplayText(plan.name(of: $0)) } ?? "已不在方案中"
        case .unit(let id): DisplayText(plan.unit(id)?.name ?? "已不在方案中")
        case .indicator(let id): DisplayText(plan.indicators.first { $0.id == id }?.title ?? "已不在方案中")
        case .decision, .entry, .change, .plan: ""
        }
    }

    func large(_ link: Link, _ builder: inout SlideBuilder) {
        switch link {
        case .item(let id), .part(let id, _):
            guard let position = plan.tree.position(of: id) else { return }
            if plan.tree.level(of: position) < .subtask { parent(position, &builder) } else { item(position, &builder) }
        case .unit(let id):
            if let unit = plan.unit(id) { self.unit(unit, &builder) }
        case .indicator(let id):
            if let indicator = plan.indicators.first(where: { $0.id == id }) { self.indicator(indicator, &builder) }
        case .decision, .entry, .change, .plan: break
        }
    }

    // MARK: Items

    private func item(_ position: ItemTree.Position, _ builder: inout SlideBuilder) {
        let item = plan.tree[position]
        let standing = standings[position]
        builder.block { $0.named(standing.light, item.number, item.wording, link: .item(item.id)) }
        var figures: [(figure: String, caption: DisplayText, role: Role)] = []
        if let actual = standing.actual {
            figures.append(("\(Figure.points(actual))%", "实际进度", standing.light.role))
        }
        if let expected = standing.expected { figures.append(("\(Figure.points(expected))%", "序时应达", .dim)) }
        if let day = standing.deadline?.day, standing.status?.isClosed != true {
            let days = today.days(to: day)
            figures.append(
                (
                    "\(abs(days))", days < 0 ? "天前已到期限" : "天到期限", days < 0 ? .warning : .text
                ))
        }
        if !figures.isEmpty { builder.figures(figures) }
        builder.block { builder in
            let status = (standing.status?.word ?? "未报") + (standing.actual == nil ? "，进度未报" : "")
            builder.entry("状态", DisplayText(status), indent: 8)
            builder.entry("原因", DisplayText(standing.reason.publicSentence), indent: 8)
            if let deadline = standing.deadline {
                builder.entry("期限", DisplayText("\(deadline.day)\(deadline.isDerived ? "（推定）" : "")"), indent: 8)
            }
        }
        builder.block(apart: false) { builder in
            for (place, assignment) in item.assignments.enumerated() {
                let name = plan.unit(assignment.unit)?.name ?? assignment.unit.text
                let role = assignment.role == .responsible ? "" : "（\(assignment.role.word)）"
                builder.entry(
                    place == 0 ? "单位" : "", DisplayText(name + role), indent: 8, link: .unit(assignment.unit))
            }
        }
        builder.block(apart: false) { builder in
            for indicator in plan.indicators(of: item.id) {
                builder.entry(
                    "指标",
                    DisplayText(
                        "\(indicator.title)　目标 \(indicator.goalInWords)　"
                            + latest(indicator, plan.pace(of: indicator, on: today))), indent: 8,
                    link: .indicator(indicator.id))
            }
        }
        builder.blocks(item.newestReports(on: today)) { report($0, &$1) }
        list(plan.tree.children(of: position), heading: "节点", &builder)
    }

    private func parent(_ position: ItemTree.Position, _ builder: inout SlideBuilder) {
        let item = plan.tree[position]
        let tally = standings[position].tally
        builder.block {
            $0.named(standings.light(of: position), plan.number(of: position), item.wording, link: .item(item.id))
        }
        var figures: [(figure: String, caption: DisplayText, role: Role)] = []
        if let percent = tally.percent { figures.append(("\(Figure.points(percent))%", "进度", .heading)) }
        figures += Light.reported.map { ("\(tally.count($0))", glyphs.lightInWords($0) + "灯", $0.role) }
        builder.figures(figures)
        list(subtasks(below: position).filter(isShown), heading: "事项", &builder)
    }

    /// Items by light, number and wording, the worst first.
    private func list(
        _ positions: some Collection<ItemTree.Position>, heading: String, _ builder: inout SlideBuilder
    ) {
        guard !positions.isEmpty else { return }
        builder.heading(DisplayText("\(heading) \(positions.count)项"))
        let worst = positions.enumerated().sorted { left, right in
            let (first, second) = (
                standings.light(of: left.element).severity, standings.light(of: right.element).severity
            )
            return (second, left.offset) < (first, right.offset)
        }.map(\.element)
        builder.blocks(Positions(worst), apart: .none) { position, builder in
            let item = plan.tree[position]
            builder.named(
                standings.light(of: position), plan.number(of: position), item.wording, role: .text,
                link: .item(item.id))
        }
    }

    // MARK: Units and indicators

    private func unit(_ unit: Unit, _ builder: inout SlideBuilder) {
        guard let load = situation.briefing.workloads.load(of: unit.id) else { return }
        let period = plan.duePeriod(on: today)
        let missing = load.missing.count
        var figures: [(figure: String, caption: DisplayText, role: Role)] = [
            ("\(load.subtasks.count)", "项承担", .heading)
        ]
        for light in Light.reported {
            figures.append(("\(load.count(light))", glyphs.lightInWords(light) + "灯", light.role))
        }
        figures.append(("\(missing)", "项缺报", missing > 0 ? .warning : .text))
        builder.figures(figures)
        let words = missing == 0 ? "\(period.word)已报齐" : "\(period.word)缺报 \(missing) 项"
        builder.sentence(DisplayText(words))
        if !unit.members.isEmpty {
            let names = unit.members.compactMap { plan.unit($0)?.name }.joined(separator: "、")
            builder.block { $0.entry("成员", DisplayText(names), indent: 8) }
        }
        list(load.subtasks, heading: "承担", &builder)
    }

    private func indicator(_ indicator: Indicator, _ builder: inout SlideBuilder) {
        let pace = plan.pace(of: indicator, on: today)
        var figures: [(figure: String, caption: DisplayText, role: Role)] = []
        if indicator.target.isCounted, let latest = pace.latest {
            let percent = indicator.target.isDownward
            figures.append(
                (
                    Figure.number(latest.value) + (percent ? "%" : ""),
                    percent ? "最新（压减）" : DisplayText("最新（\(indicator.unit)）"), .heading
                ))
        }
        if indicator.target.isCounted, let goal = indicator.goal {
            figures.append(
                (
                    Figure.number(goal) + (indicator.target.isDownward ? "%" : ""),
                    DisplayText("目标（\(indicator.target.kindWord)）"),
                    .text
                ))
        }
        if indicator.target.isCounted, let attainment = pace.attainment, !indicator.target.isDownward {
            let isBehind = (pace.pointsAhead ?? 0) < 0
            figures.append(("\(Figure.points(attainment))%", "达成", isBehind ? .warning : .text))
        }
        if let days = pace.daysLeft, days >= 0 { figures.append(("\(days)", "天到期限", .text)) }
        if !figures.isEmpty { builder.figures(figures) }
        builder.block { builder in
            builder.entry("目标", DisplayText(indicator.goalInWords), indent: 10)
            builder.entry("最新", DisplayText(latest(indicator, pace)), indent: 10)
            if let expected = pace.expected, let percent = pace.expectedPercent {
                builder.entry(
                    "今日应达",
                    DisplayText(
                        indicator.about + indicator.inWords(expected)
                            + "（序时 \(Figure.points(percent))%）\(ahead(pace))"),
                    indent: 10)
            }
            if let needed = pace.neededPerMonth {
                builder.entry("每月需", DisplayText("\(indicator.about)+\(Figure.number(needed))"), indent: 10)
            }
            if let deadline = pace.deadline {
                builder.entry(
                    "期限", DisplayText("\(deadline.day)　\(today.distanceInWords(to: deadline.day))"), indent: 10)
            }
        }
        guard let position = plan.tree.position(of: indicator.item) else { return }
        list([position], heading: "所属事项", &builder)
    }
}
