import Cells
import Text
import WorkPlan

/// How an indicator does, in words: its own page and the preview beside the list share these lines.
extension SheetBuilder {
    mutating func pace(of indicator: Indicator, _ pace: Pace) {
        entry("目标", DisplayText(indicator.goalInWords))
        guard let latest = pace.latest else {
            entry("最新", "未报：尚无读数", role: .dim)
            time(indicator, pace)
            entry("预测", forecast(indicator, pace))
            return
        }
        let reached = pace.isReached == true ? "　已达到" : ""
        entry("最新", DisplayText("\(indicator.inWords(latest.value))（\(latest.day)）\(reached)"))
        if let attainment = pace.attainment, indicator.target.isCounted {
            let columns = min(20, max(6, width - 44))
            let ahead = pace.pointsAhead.map { points in
                "　\(points < 0 ? "落后" : "超前") \(Figure.points(abs(points))) 个百分点"
            }
            line([
                (0, .text("达成", .dim)), (10, .bar(percent: attainment, columns: columns)),
                (11 + columns, .text(DisplayText("\(Figure.points(attainment))%\(ahead ?? "")"), .text)),
            ])
        }
        time(indicator, pace)
        if let missing = pace.missing, missing > 0 {
            entry("还差", DisplayText(needed(indicator, pace, missing: missing)))
        }
        entry("预测", forecast(indicator, pace))
    }

    private mutating func time(_ indicator: Indicator, _ pace: Pace) {
        if let expected = pace.expected, let percent = pace.expectedPercent {
            entry(
                "今日应达", DisplayText("\(indicator.about)\(indicator.inWords(expected))（序时 \(Figure.points(percent))%）"))
        }
        if let deadline = pace.deadline, let days = pace.daysLeft {
            entry("期限", DisplayText("\(deadline.inShort)　\(Day.distanceInWords(days))"))
        }
    }

    /// 6,490 次，余 640 天合 21.0 个月，每月需约 +309
    private func needed(_ indicator: Indicator, _ pace: Pace, missing: Double) -> String {
        let what = indicator.target.isDownward ? "\(Figure.number(missing)) 个百分点" : indicator.inWords(missing)
        guard let days = pace.daysLeft, let monthly = pace.neededPerMonth else { return "\(what)，期限已到" }
        let months = Figure.points(Double(days) / Pace.daysPerMonth)
        return "\(what)，余 \(days) 天合 \(months) 个月，每月需\(indicator.about) +\(Figure.number(monthly))"
    }

    private func forecast(_ indicator: Indicator, _ pace: Pace) -> DisplayText {
        switch pace.forecast {
        case .impossible(let obstacle): return DisplayText("无法预测：\(obstacle.reason)")
        case .value(let value, let readings, let reached):
            let verdict: String
            if indicator.reaches(value) {
                verdict = pace.isReached == true ? "能保持" : reached.map { "能达到，约在 \($0)" } ?? "能达到"
            } else {
                // 超 10,000 次 is missed by one where 10,000 are to be expected.
                let short = Figure.number(max((indicator.goal ?? 0) - value, indicator.isCount ? 1 : 0))
                verdict = "差 \(short)" + (reached.map { "，照此要到 \($0)" } ?? "，照此达不到")
            }
            return DisplayText(
                "到期时\(indicator.about) \(indicator.inWords(value))，\(verdict)（\(readings)次读数的直线趋势）")
        }
    }
}
