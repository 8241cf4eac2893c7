import Cells
import Text
import WorkPlan

extension OverviewPage {
    /// The phases as bars on one axis of time, with a mark where today stands.
    func phases(_ builder: inout SheetBuilder, _ situation: Situation) {
        let plan = situation.plan
        guard let first = plan.phases.map(\.start).min(), let last = plan.phases.map(\.end).max() else { return }
        let today = situation.briefing.today
        builder.heading("工作步骤")
        let names = 34
        let track = Axis(first: first, last: max(last, plan.periodEnd), columns: builder.width - names)
        for phase in plan.phases {
            let isNow = phase.contains(today)
            var pieces: [(Int, Sheet.Piece)] = [
                (0, .text(DisplayText(phase.title), isNow ? .heading : .text)),
                (9, .text(DisplayText(phase.printed), .dim)),
            ]
            if track.columns >= 12 { pieces += bars(of: phase, on: track, today: today, x: names, builder.glyphs) }
            builder.line(pieces, link: .plan)
        }
        let words = DisplayText(plan.phaseInWords(on: today))
        guard track.columns >= 12, let place = track.column(of: today) else {
            builder.paragraph(DisplayText("今天 \(today)　") + words, role: .today)
            return
        }
        let label = builder.glyphs.today + DisplayText("\(today)")
        let columns = label.columns(builder.glyphs.ambiguous)
        builder.line([
            (0, .text(words, .today)), (names + min(place, max(0, track.columns - columns)), .text(label, .today)),
        ])
    }

    private func bars(
        of phase: Phase, on axis: Axis, today: Day, x: Int, _ glyphs: GlyphSet
    ) -> [(Int, Sheet.Piece)] {
        let start = axis.column(of: phase.start) ?? 0
        let end = axis.column(of: phase.end) ?? start
        var pieces: [(Int, Sheet.Piece)] = [
            (x, .text(glyphs.barTrack.repeated(axis.columns), .barTrack)),
            (x + start, .text(glyphs.barFull.repeated(max(1, end - start + 1)), .barFilled)),
        ]
        if let now = axis.column(of: today) { pieces.append((x + now, .text(glyphs.vertical, .today))) }
        return pieces
    }
}

/// Days laid out on columns.
struct Axis {
    let first: Day
    let last: Day
    let columns: Int

    /// Nil outside the axis.
    func column(of day: Day) -> Int? {
        guard day >= first, day <= last, columns > 0 else { return nil }
        return min(columns - 1, first.days(to: day) * columns / max(1, first.days(to: last) + 1))
    }
}

extension DisplayText {
    func repeated(_ count: Int) -> DisplayText {
        DisplayText(String(repeating: string, count: max(0, count)))
    }
}

extension Plan {
    /// 实施阶段, or both where phases overlap, or what lies between and behind them.
    func phaseInWords(on today: Day) -> String {
        let now = phases.filter { $0.contains(today) }.map(\.title)
        if !now.isEmpty { return now.joined(separator: "、") }
        if let first = phases.map(\.start).min(), today < first { return "尚未开始" }
        return today > periodEnd ? "方案期已满" : "各阶段已结束"
    }
}
