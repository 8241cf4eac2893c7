import Cells
import Text
import WorkPlan

/// The readings of an indicator over time as rows of cells: bars, what should be by now, the trend, target and today.
///
/// A downward target hangs from the top: its bars grow down towards the target line.
struct Chart {
    enum Mark: Equatable {
        case target, expected, today, trend, bar
    }

    let indicator: Indicator
    let axis: Axis
    /// From the top; nil is an empty cell.
    private(set) var rows: [[Mark?]]
    private let low: Double
    private let high: Double

    /// Nil where nothing can be drawn: no amounts, no span of time, no room.
    init?(_ indicator: Indicator, _ pace: Pace, on today: Day, columns: Int, height: Int) {
        guard indicator.target.isCounted, let goal = indicator.goal, goal > 0, columns >= 12, height >= 4 else {
            return nil
        }
        let series = indicator.series(on: today)
        let days = [pace.start, pace.deadline?.day, today].compactMap { $0 } + series.map(\.day)
        guard let first = days.min(), let last = days.max(), first < last else { return nil }
        self.indicator = indicator
        axis = Axis(first: first, last: last, columns: columns)
        let values = series.map(\.value)
        low = min(0, values.min() ?? 0)
        high = max(goal, values.max() ?? 0)
        rows = Array(repeating: Array(repeating: nil, count: columns), count: height)
        for column in 0..<columns { mark(.target, column, goal) }
        drawExpected(goal, pace)
        if let column = axis.column(of: today) {
            for row in rows.indices { rows[row][column] = .today }
        }
        if let trend = Trend(series), let deadline = pace.deadline?.day, deadline > today {
            line(.trend, from: today, trend.value(on: today), to: deadline, trend.value(on: deadline))
        }
        drawBars(series)
    }

    /// The row of a value, from the top.
    func row(of value: Double) -> Int {
        let share = (max(low, min(high, value)) - low) / (high - low)
        let step = Int((share * Double(rows.count - 1)).rounded())
        return indicator.target.isDownward ? step : rows.count - 1 - step
    }

    private mutating func mark(_ mark: Mark, _ column: Int, _ value: Double) {
        guard value >= low, value <= high else { return }
        rows[row(of: value)][column] = mark
    }

    private mutating func drawExpected(_ goal: Double, _ pace: Pace) {
        guard let start = pace.start, let deadline = pace.deadline?.day, start < deadline else { return }
        line(.expected, from: start, 0, to: deadline, goal)
    }

    /// One cell in every column between two days.
    private mutating func line(_ mark: Mark, from start: Day, _ first: Double, to end: Day, _ last: Double) {
        guard let left = axis.column(of: start), let right = axis.column(of: end), left < right else { return }
        for column in left...right {
            self.mark(mark, column, first + (last - first) * Double(column - left) / Double(right - left))
        }
    }

    /// A bar for each reading, two columns wide where they stand apart.
    private mutating func drawBars(_ series: [Indicator.Reading]) {
        let columns = series.compactMap { axis.column(of: $0.day) }
        let gap = zip(columns, columns.dropFirst()).map { $1 - $0 }.min() ?? 4
        for reading in series {
            guard let column = axis.column(of: reading.day) else { continue }
            let ends = [row(of: 0), row(of: reading.value)].sorted()
            for row in ends[0]...ends[1] {
                for x in max(0, column - (gap >= 4 ? 1 : 0))...column { rows[row][x] = .bar }
            }
        }
    }
}

extension SheetBuilder {
    /// The chart with its axes and what its marks mean.
    mutating func chart(of indicator: Indicator, _ pace: Pace, on today: Day, height: Int = 10) {
        guard let goal = indicator.goal else { return }
        let sign = indicator.target.isDownward ? "-" : ""
        let labels = indicator.series(on: today).map(\.value).max().map { max($0, goal) } ?? goal
        let margin = DisplayText(sign + Figure.number(labels)).columns(glyphs.ambiguous) + 1
        guard let chart = Chart(indicator, pace, on: today, columns: min(96, width - margin - 1), height: height) else {
            return
        }
        heading(DisplayText("走势（\(indicator.unit)）"))
        for (y, row) in chart.rows.enumerated() {
            let value = [goal, 0].first { chart.row(of: $0) == y }
            let label = value.map { DisplayText(($0 > 0 ? sign : "") + Figure.number($0)) } ?? ""
            let end = margin - 1 - label.columns(glyphs.ambiguous)
            line([(end, .text(label, .dim)), (margin, .text(glyphs.vertical, .rule))] + pieces(row, x: margin + 1))
        }
        axis(chart.axis, today, x: margin + 1)
        let legend = [Chart.Mark.bar, .expected, .trend, .target, .today].map { glyph($0) + word($0) }
        paragraph(legend.joined(separator: "　"), role: .dim, indent: min(margin + 1, max(0, width - 44)))
    }

    /// Runs of one mark.
    private func pieces(_ row: [Chart.Mark?], x: Int) -> [(x: Int, piece: Sheet.Piece)] {
        var pieces: [(x: Int, piece: Sheet.Piece)] = []
        var start = 0
        for column in row.indices where column + 1 == row.count || row[column + 1] != row[column] {
            if let mark = row[column] {
                pieces.append((x + start, .text(glyph(mark).repeated(column + 1 - start), role(mark))))
            }
            start = column + 1
        }
        return pieces
    }

    /// First and last month below the chart, and between them where today is.
    private mutating func axis(_ axis: Axis, _ today: Day, x: Int) {
        let month = { (day: Day) in DisplayText(String("\(day)".prefix(7))) }
        var pieces: [(Int, Sheet.Piece)] = [
            (x, .text(month(axis.first), .dim)), (x + axis.columns - 7, .text(month(axis.last), .dim)),
        ]
        if let column = axis.column(of: today), column >= 10, column <= axis.columns - 12 {
            pieces.append((x + column - 2, .text("今天", .today)))
        }
        line(pieces)
    }

    private func glyph(_ mark: Chart.Mark) -> DisplayText {
        switch mark {
        case .target: glyphs.rule
        case .expected: glyphs.barTrack
        case .today: glyphs.vertical
        case .trend: "+"
        case .bar: glyphs.barFull
        }
    }

    private func word(_ mark: Chart.Mark) -> DisplayText {
        switch mark {
        case .target: "目标"
        case .expected: "序时应达"
        case .today: "今天"
        case .trend: "趋势"
        case .bar: "读数"
        }
    }

    private func role(_ mark: Chart.Mark) -> Role {
        switch mark {
        case .target: .heading
        case .expected: .dim
        case .today: .today
        case .trend: .warning
        case .bar: .barFilled
        }
    }
}
