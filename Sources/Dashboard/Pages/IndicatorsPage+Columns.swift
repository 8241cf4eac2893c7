import Cells
import Text
import WorkPlan

extension IndicatorsPage {
    /// Where the columns of a row end, by the width there is: what matters most is given room first.
    struct Columns {
        let title: Int
        /// 至少, 超 … begins here, and the number after it ends at `goal`; nil where there is only room for them together.
        let kind: Int?
        let goal: Int
        let latest: Int
        let percent: Int
        /// Points ahead of or behind 序时进度.
        let ahead: Int
        /// Where the bar begins.
        let bar: Int?
        let needed: Int?
        let forecast: Int?

        init(_ width: Int) {
            var right = width - 1
            func take(_ columns: Int, from least: Int) -> Int? {
                guard width >= least else { return nil }
                defer { right -= columns }
                return right
            }
            forecast = take(11, from: 112)
            needed = take(9, from: 100)
            bar = take(11, from: 80).map { $0 - 10 }
            ahead = right
            percent = ahead - 8
            latest = percent - 8
            goal = latest - (width >= 100 ? 9 : 8)
            kind = width >= 100 ? goal - 16 : nil
            title = (kind ?? goal - 12) - 1
        }

        func drawHeader(_ canvas: inout Canvas) {
            canvas.text("指标", x: 1, y: 0, role: .dim)
            if let kind {
                canvas.text("目标", x: kind, y: 0, role: .dim)
            } else {
                canvas.right("目标", y: 0, end: goal, role: .dim)
            }
            canvas.right("最新", y: 0, end: latest, role: .dim)
            canvas.right("达成", y: 0, end: percent, role: .dim)
            canvas.right("比序时", y: 0, end: ahead, role: .dim)
            if let needed { canvas.right("每月约需", y: 0, end: needed, role: .dim) }
            if let forecast { canvas.right("到期预测", y: 0, end: forecast, role: .dim) }
        }

        func draw(_ indicator: Indicator, _ pace: Pace, y: Int, query: Query?, _ canvas: inout Canvas) {
            let name = DisplayText(indicator.title)
            canvas.text(name, x: 1, y: y, width: title - 1, marking: query)
            let figure = DisplayText(indicator.goalFigure)
            let word = DisplayText(indicator.target.kindWord)
            canvas.right(figure, y: y, end: goal, role: .text)
            let before = goal - figure.columns(canvas.glyphs.ambiguous) - 1 - word.columns(canvas.glyphs.ambiguous)
            canvas.text(word, x: kind ?? before, y: y, role: .dim)
            drawOutlook(indicator, pace, y: y, &canvas)
            guard let reading = pace.latest else {
                canvas.right("未报", y: y, end: latest, role: .dim)
                if let bar, indicator.target.isCounted { canvas.bar(x: bar, y: y, width: 10, percent: nil) }
                return
            }
            canvas.right(DisplayText(indicator.figure(reading.value)), y: y, end: latest, role: .text)
            if indicator.target.isCounted, let attainment = pace.attainment {
                canvas.right(DisplayText("\(Figure.points(attainment))%"), y: y, end: percent, role: .text)
                if let bar { canvas.bar(x: bar, y: y, width: 10, percent: attainment) }
            }
            if let points = pace.pointsAhead {
                let words = (points < 0 ? "" : "+") + Figure.points(points)
                canvas.right(DisplayText(words), y: y, end: ahead, role: points < 0 ? .warning : .text)
            }
        }

        /// What is needed and what is to be expected.
        private func drawOutlook(_ indicator: Indicator, _ pace: Pace, y: Int, _ canvas: inout Canvas) {
            if let needed {
                let words = pace.neededPerMonth.map { "+\(Figure.number($0))" } ?? (pace.isReached == true ? "已达到" : "")
                canvas.right(DisplayText(words), y: y, end: needed, role: .text)
            }
            guard let forecast, indicator.target.isCounted else { return }
            switch pace.forecast {
            case .value(let value, _, _):
                canvas.right(
                    DisplayText(indicator.figure(value)), y: y, end: forecast,
                    role: indicator.reaches(value) ? .text : .warning)
            case .impossible: canvas.right("无法预测", y: y, end: forecast, role: .dim)
            }
        }
    }
}

extension Indicator {
    /// The target without its kind: 300家, 50%, 7个, 一批
    fileprivate var goalFigure: String {
        switch target {
        case .atLeast(let value), .moreThan(let value): Figure.number(value) + unit
        case .reduceBy(let percent): "\(Figure.number(percent))%"
        case .all(let count, _): "\(count)\(unit)"
        case .achieved: "有"
        case .qualitative(let wording): wording
        }
    }

    /// A reading without its unit, which stands beside the target.
    fileprivate func figure(_ value: Double) -> String {
        switch target {
        case .achieved: value >= 1 ? "有" : "无"
        case .reduceBy: "\(Figure.number(value))%"
        default: Figure.number(value)
        }
    }
}
