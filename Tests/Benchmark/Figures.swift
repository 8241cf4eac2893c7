/// What was measured: a figure a run, by what it is, whose it is and on which data.
struct Figures {
    struct Row: Hashable {
        var measure: Measure
        var program: String
    }

    private(set) var columns: [String]
    private var values: [Row: [String: [Double]]] = [:]
    /// Why a column has gaps.
    private(set) var remarks: [String] = []

    init(columns: [String]) { self.columns = columns }

    mutating func add(_ value: Double, _ measure: Measure, _ program: String, on column: String) {
        values[Row(measure: measure, program: program), default: [:]][column, default: []].append(value)
    }

    /// Two figures of one phase: the half and the hundredth of its keys that took longest.
    mutating func add(_ times: [Double], _ median: Measure, _ worst: Measure, _ program: String, on column: String) {
        guard !times.isEmpty else { return }
        add(times.quantile(0.5), median, program, on: column)
        add(times.quantile(0.99), worst, program, on: column)
    }

    mutating func remark(_ text: String) {
        if !remarks.contains(text) { remarks.append(text) }
    }

    /// The table as Markdown; behind the program's figures those of others, and how many times theirs they are.
    func markdown(heading: String) -> String {
        var lines = ["| \(heading) | | " + columns.joined(separator: " | ") + " |"]
        lines.append(String(repeating: "|---", count: columns.count + 2) + "|")
        for measure in Measure.allCases {
            let rows = values.keys.filter { $0.measure == measure }
            // The program first, then what it is compared with.
            let others = rows.map(\.program).filter { $0 != Self.own }.sorted()
            for program in [Self.own] + others where rows.contains(Row(measure: measure, program: program)) {
                let found = values[Row(measure: measure, program: program)] ?? [:]
                let cells = columns.map { found[$0].map { Self.words($0, measure) } ?? "" }
                let name = program == Self.own ? measure.rawValue : ""
                lines.append("| \(name) | \(program) | " + cells.joined(separator: " | ") + " |")
            }
            for program in others {
                guard let ratios = ratios(measure, to: program) else { continue }
                lines.append("| | **× \(program)** | " + ratios.joined(separator: " | ") + " |")
            }
        }
        return (lines + remarks.map { "\n\($0)" }).joined(separator: "\n") + "\n"
    }

    private func ratios(_ measure: Measure, to program: String) -> [String]? {
        guard let own = values[Row(measure: measure, program: Self.own)],
            let other = values[Row(measure: measure, program: program)]
        else { return nil }
        let ratios = columns.map { column in
            guard let mine = own[column]?.quantile(0.5), let theirs = other[column]?.quantile(0.5), theirs > 0 else {
                return ""
            }
            return "**\((mine / theirs).brief)**"
        }
        return ratios.contains { !$0.isEmpty } ? ratios : nil
    }

    /// The median of the runs, and the least of them where there was more than one.
    private static func words(_ values: [Double], _ measure: Measure) -> String {
        let median = values.quantile(0.5).brief
        return values.count > 1 && measure.hasLeast ? "\(median) (\(values.quantile(0).brief))" : median
    }

    static let own = "lianxi"
}

/// What is measured, in the order of the table.
enum Measure: String, CaseIterable {
    case firstFrame = "first frame, ms"
    case ready = "all read behind it, ms"
    case firstFrameTime = "CPU to that, ms"
    case newDay = "all read on a new day, ms"
    case opening = "the slowest tab opened, ms"
    case outline = "outline ↓ p50, ms"
    case outlineWorst = "outline ↓ p99, ms"
    case outlineTime = "outline ↓ CPU, µs a key"
    case outlineBytes = "outline ↓ bytes a key"
    case outlinePage = "outline PgDn p50, ms"
    case outlinePageWorst = "outline PgDn p99, ms"
    case burst = "500 ↓ at once, ms"
    case paste = "200 lines pasted, ms"
    case edit = "5 % more, and back: p50, ms"
    case editWorst = "5 % more, and back: p99, ms"
    case matrix = "matrix ↓ p50, ms"
    case matrixWorst = "matrix ↓ p99, ms"
    case matrixTime = "matrix ↓ CPU, µs a key"
    case matrixBytes = "matrix ↓ bytes a key"
    case search = "search, a letter typed, p50, ms"
    case searchWorst = "search p99, ms"
    case slides = "slides PgDn p50, ms"
    case slidesWorst = "slides PgDn p99, ms"
    case historyOpening = "history page opened, ms"
    case history = "history ↓ p50, ms"
    case historyWorst = "history ↓ p99, ms"
    case news = "1,000 foreign entries a second, % CPU"
    case deaf = "keys without an answer meanwhile"
    case peak = "peak memory, MB"
    case commit = "commit p50, ms"
    case commitWorst = "commit p99, ms"
    case undo = "undo p50, ms"
    case openCold = "open without caches, ms"
    case open = "open, ms"
    case asOf = "as of half the history, ms"
    case asOfCold = "as of that without caches, ms"
    case compare = "compare a quarter with three, ms"

    /// The least of worst cases says nothing.
    var hasLeast: Bool { !rawValue.contains("p99") }
}

extension [Double] {
    /// 0 the least, 0.5 the median, 1 the most.
    func quantile(_ part: Double) -> Double {
        let sorted = sorted()
        return sorted.isEmpty ? 0 : sorted[Int((part * Double(count - 1)).rounded())]
    }
}

extension Double {
    /// Three figures that count: 0.123, 1.23, 12.3, 123, 1230.
    var brief: String {
        let decimals = self >= 100 ? 0 : self >= 10 ? 1 : self >= 1 ? 2 : 3
        let scale = [1.0, 10, 100, 1000][decimals]
        let scaled = Int((self * scale).rounded())
        guard decimals > 0 else { return "\(scaled)" }
        let rest = String(Int(scale) + scaled % Int(scale)).dropFirst()
        return "\(scaled / Int(scale)).\(rest)"
    }
}
