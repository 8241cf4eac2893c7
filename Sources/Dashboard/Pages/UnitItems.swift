import Cells
import Text
import WorkPlan

/// The subtasks of one unit as lines of its page.
struct UnitItems {
    private let unit: Unit
    private let situation: Situation
    private let load: Workload

    /// More lines than this nobody reads; every one is laid out anew for each key.
    private static let most = 300

    init(_ unit: Unit, _ load: Workload, _ situation: Situation) {
        self.unit = unit
        self.load = load
        self.situation = situation
    }

    private var plan: Plan { situation.plan }
    private var today: Day { situation.briefing.today }

    func summary(_ builder: inout SheetBuilder) {
        let counts = (Light.reported + (load.count(.none) > 0 ? [.none] : [])).map { light in
            builder.glyphs.lightInWords(light) + DisplayText(" \(load.count(light))")
        }
        builder.entry(DisplayText("承担\(load.subtasks.count)项"), counts.joined(separator: "　"))
        let period = plan.duePeriod(on: today)
        if load.missing.isEmpty {
            builder.entry("报送", DisplayText("\(period.word)已报齐"))
        } else {
            let words = "\(period.word)缺报 \(load.missing.count) 项：\(numbers(load.missing))"
            builder.entry("报送", DisplayText(words), role: .warning)
        }
        if !load.asking.isEmpty {
            builder.entry("需协调", DisplayText(numbers(load.asking)), role: .warning)
        }
    }

    /// 第3、15项; the first few of many.
    private func numbers(_ positions: Positions) -> String {
        let numbers = positions.prefix(60).map { plan.tree[$0].number }.joined(separator: "、")
        return "第\(numbers)项" + (positions.count > 60 ? "等" : "")
    }

    func list(byNumber: Bool, _ builder: inout SheetBuilder) {
        builder.heading(byNumber ? "承担事项（按序号）" : "承担事项（灯重的、先到期的在前）")
        let shown = byNumber ? Array(load.subtasks.prefix(Self.most)) : worst
        for position in shown { lines(position, &builder) }
        let hidden = load.subtasks.count - shown.count
        if hidden > 0 { builder.paragraph(DisplayText("其余 \(hidden) 项见“任务”页"), role: .dim) }
    }

    private var worst: [ItemTree.Position] {
        let order = load.subtasks.map { position in
            let share = situation.standings.share(of: position)
            return (-share.light.severity, share.deadline?.number ?? .max, position)
        }
        return order.sorted(by: <).prefix(Self.most).map(\.2)
    }

    /// The title beside light, number and role; the deadline at its right or below it; below, what the unit itself said.
    private func lines(_ position: ItemTree.Position, _ builder: inout SheetBuilder) {
        let item = plan.tree[position]
        let standing = situation.standings[position]
        let link = Link.part(item.id, unit.id)
        let role = item.assignments.first { $0.unit == unit.id }?.role.word ?? "集体"
        let isWide = builder.width >= 76
        let deadline = standing.deadline.map { "\($0.inShort) \(today.distanceInWords(to: $0.day))" }
        let parts = DisplayText(item.wording)
            .lines(width: builder.width - 13 - (isWide ? 26 : 0), ambiguous: builder.glyphs.ambiguous)
        for (row, part) in parts.enumerated() {
            var pieces: [(Int, Sheet.Piece)] = [(13, .text(part, .text))]
            if row == 0 {
                pieces.append((0, .text(builder.glyphs.lightInWords(standing.light), standing.light.role)))
                pieces.append((4, .text(DisplayText(item.number), .number)))
                pieces.append((8, .text(DisplayText(role), .dim)))
                if isWide, let deadline {
                    pieces.append((builder.width - 25, .text(DisplayText(deadline), .dim)))
                }
            }
            builder.line(pieces, link: link)
        }
        if !isWide, let deadline { builder.paragraph(DisplayText(deadline), role: .dim, indent: 13, link: link) }
        for words in inLines(ownWords(item), width: builder.width - 13, builder.glyphs) {
            builder.paragraph(words, role: .remark, indent: 13, link: link)
        }
    }

    /// On one line where there is room for it, else each on its own.
    private func inLines(_ words: [String], width: Int, _ glyphs: GlyphSet) -> [DisplayText] {
        let whole = DisplayText(words.joined(separator: "　"))
        return whole.columns(glyphs.ambiguous) <= width ? (words.isEmpty ? [] : [whole]) : words.map { DisplayText($0) }
    }

    /// What the unit reported of its own part: 本单位 进行中 45%（2024-03-20）, 2024年第1季度已报，需协调
    private func ownWords(_ item: Item) -> [String] {
        if unit.isCollective {
            let heard = unit.members.count { item.hasHeard(from: $0, on: today) }
            return ["成员 \(heard)/\(unit.members.count) 已报"]
        }
        var parts: [String] = []
        if let own = item.latest(of: unit.id, on: today) {
            let percent = own.status.judgedPercent.map { " \(Figure.number($0))%" } ?? ""
            parts.append("\(own.status.word)\(percent)（\(own.day)）")
        }
        if let report = latestReport(item) {
            parts.append("\(report.period.word)已报" + (report.needsCoordination ? "，需协调" : ""))
        }
        if let first = parts.first { parts[0] = "本单位 " + first }
        return parts
    }

    private func latestReport(_ item: Item) -> Report? {
        let reporters = plan.reporters(of: Assignment(unit: unit.id))
        return item.reports.filter { reporters.contains($0.unit) && $0.received <= today }
            .max { $0.period < $1.period }
    }
}
