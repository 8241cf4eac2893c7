import Cells
import Text
import WorkPlan

// Indicators against their targets, and how the units stand.
extension Deck {
    func indicators(_ builder: inout SlideBuilder) {
        let shown = plan.indicators.filter { touches($0.item) }
        guard !shown.isEmpty else { return builder.sentence("没有指标") }
        builder.blocks(shown) { indicator, builder in
            let pace = plan.pace(of: indicator, on: today)
            let link = Link.indicator(indicator.id)
            builder.paragraph(DisplayText(indicator.title), role: .heading, link: link)
            builder.paragraph(
                DisplayText("目标 \(indicator.goalInWords)　\(latest(indicator, pace))"), indent: 2, link: link)
            guard indicator.target.isCounted, let attainment = pace.attainment else { return }
            let bar = min(30, builder.width / 3)
            let words = DisplayText("\(Figure.points(attainment))%\(ahead(pace))")
            let parts = words.lines(width: max(8, builder.width - bar - 3), ambiguous: builder.glyphs.ambiguous)
            for (row, part) in parts.enumerated() {
                let drawn: [(Int, Sheet.Piece)] = row == 0 ? [(2, .bar(percent: attainment, columns: bar))] : []
                builder.line(drawn + [(bar + 3, .text(part, .text))], link: link)
            }
        }
    }

    /// 最新 3,510 次（2024-03-31）
    func latest(_ indicator: Indicator, _ pace: Pace) -> String {
        guard let latest = pace.latest else { return "最新 未报" }
        return "最新 \(indicator.inWords(latest.value))（\(latest.day)）" + (pace.isReached == true ? "　已达到" : "")
    }

    /// 　落后序时 12.3 个百分点
    func ahead(_ pace: Pace) -> String {
        pace.pointsAhead.map { "　\($0 < 0 ? "落后" : "超前")序时 \(Figure.points(abs($0))) 个百分点" } ?? ""
    }

    // MARK: Units

    private static let heads: [DisplayText] =
        ["承担"] + Light.reported.map { DisplayText($0.word) } + ["缺报"]

    /// A unit's counts in the order of their heads; what is zero stays in the background.
    private static func counts(_ load: Workload) -> [(DisplayText, Role)] {
        let counts: [(Int, Role)] =
            [(load.subtasks.count, .text)] + Light.reported.map { (load.count($0), $0.role) } + [
                (load.missing.count, .warning)
            ]
        return counts.map { (DisplayText("\($0)"), $0 == 0 ? .dim : $1) }
    }

    func units(_ builder: inout SlideBuilder) {
        let columns = 6
        let counted = Self.heads.count * columns
        // Beside the name where there is room, else on a line of their own below it.
        let isBeside = builder.width - counted >= 20
        let left = isBeside ? min(40, builder.width - counted) : max(0, min(4, builder.width - counted))
        @Sendable func pieces(_ words: [(DisplayText, Role)]) -> [(x: Int, piece: Sheet.Piece)] {
            words.enumerated().map { place, word in
                (left + (place + 1) * columns - word.0.columns(glyphs.ambiguous), .text(word.0, word.1))
            }
        }
        var header = SheetBuilder(width: builder.width, glyphs: glyphs)
        header.line(
            (isBeside ? [(0, .text("单位", .dim))] : []) + pieces(Self.heads.map { ($0, Role.dim) }))
        builder.header = header.sheet.lines
        for (kind, loads) in UnitOrder.printed.grouped(situation) {
            let shown = loads.filter { !$0.subtasks.isEmpty && isShown($0) }
            guard !shown.isEmpty else { continue }
            builder.heading(DisplayText("\(kind.word)　\(shown.count)家"))
            builder.blocks(shown, apart: .none) { load, builder in
                let words = Self.counts(load)
                let name = DisplayText(plan.unit(load.unit)?.name ?? load.unit.text)
                let width = isBeside ? left - 1 : builder.width
                let parts = name.lines(width: max(2, width), ambiguous: builder.glyphs.ambiguous)
                for (row, part) in parts.enumerated() {
                    let counts = isBeside && row == 0 ? pieces(words) : []
                    builder.line([(0, .text(part, .text))] + counts, link: .unit(load.unit))
                }
                if !isBeside { builder.line(pieces(words), link: .unit(load.unit)) }
            }
        }
    }

    private func isShown(_ load: Workload) -> Bool {
        let wanted = choice.filter.units
        if !wanted.isEmpty {
            return wanted.contains { $0 == load.unit || plan.unit($0)?.members.contains(load.unit) ?? false }
        }
        return choice.filter.isEmpty || load.subtasks.contains(where: isShown)
    }
}
