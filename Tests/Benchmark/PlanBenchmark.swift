import Glibc
import Ledger
import WorkPlan

/// What the size and the shape of a plan cost: first frame, keys and memory, beside `ncdu` on as many nodes.
struct PlanBenchmark {
    private let workshop: Workshop
    private let keys: Int
    private var shapes: [PlanShape] = []
    private(set) var figures: Figures

    static let real = "real plan"

    init(_ workshop: Workshop, keys: Int, shapes: [PlanShape]) throws(Failure) {
        self.workshop = workshop
        self.keys = keys
        figures = Figures(columns: [Self.real] + shapes.map(\.name))
        try workshop.makeLedger(Self.real, try workshop.realPlan())
        try start(Self.real)
        for shape in shapes {
            Progress.show("generating \(shape.name)")
            do throws(Failure) {
                try workshop.makeLedger(shape.name, shape.plan())
                self.shapes.append(shape)
                try start(shape.name)
            } catch {
                figures.remark("\(shape.name): \(error.description)")
            }
            if workshop.ncdu != nil { try File.write(shape.export(), to: workshop.export(shape.name)) }
        }
    }

    /// The first start of all, which is not measured: the others find what it leaves behind.
    private func start(_ column: String) throws(Failure) {
        var figures = Figures(columns: [])
        _ = try lianxi(column, &figures)
    }

    private func lianxi(_ column: String, _ figures: inout Figures) throws(Failure) -> Course {
        try Course.start(
            Figures.own, [workshop.program], environment: workshop.environment(ledger: column),
            marker: Self.marker(column), on: column, &figures)
    }

    /// What stands in the first frame and nowhere before it.
    private static func marker(_ column: String) -> String { column == real ? "2022-2025" : PlanShape.title }

    /// The first start of a day: the day after tomorrow's. Then one of today, for the next runs to find.
    private mutating func newDay(_ column: String) throws(Failure) {
        let day = Day(number: time(nil) / 86_400 + 2)
        var terminal = try Terminal.start(
            [workshop.program, "--today", "\(day)"], environment: workshop.environment(ledger: column))
        let ready = try terminal.firstFrame(Self.marker(column)).ready
        figures.add(milliseconds(since: terminal.started, until: ready), .newDay, Figures.own, on: column)
        _ = consume terminal
        try start(column)
    }

    private enum Run {
        case lianxi(String), ncdu(String), hello
    }

    /// One run of everything, in an order that is another each time.
    mutating func round() {
        let names = shapes.map(\.name)
        let runs =
            names.map(Run.lianxi) + [.lianxi(Self.real), .hello]
            + figures.columns.filter { $0 != Self.real }.map(Run.ncdu)
        for run in runs.shuffled() {
            do {
                switch run {
                case .lianxi(let column): try lianxi(column)
                case .ncdu(let column): try ncdu(column)
                case .hello: try hello()
                }
            } catch {
                figures.remark("\(run): \(error)")
            }
        }
    }

    private mutating func hello() throws(Failure) {
        guard let hello = workshop.hello else { return }
        // As often as there are data it is compared on.
        for column in figures.columns {
            _ = try Course.start(
                "hello", [hello], environment: workshop.environment(), marker: "hello", on: column, &figures)
        }
    }

    private mutating func ncdu(_ column: String) throws(Failure) {
        guard let ncdu = workshop.ncdu else { return }
        var course = try Course.start(
            "ncdu", [ncdu, "-f", workshop.export(column)], environment: workshop.environment(),
            marker: "Total disk", on: column, &figures)
        let lines = course.press(Key.down, Key.up, times: keys)
        for (median, worst) in [(Measure.outline, Measure.outlineWorst), (.matrix, .matrixWorst)] {
            figures.add(lines.times, median, worst, "ncdu", on: column)
        }
        for measure in [Measure.outlineTime, .matrixTime] { figures.add(lines.time / 1e3, measure, "ncdu", on: column) }
        for measure in [Measure.outlineBytes, .matrixBytes] { figures.add(lines.bytes, measure, "ncdu", on: column) }
        let pages = course.press(Key.pageDown, Key.pageUp, times: keys / 8, stretch: 2)
        figures.add(pages.times, .outlinePage, .outlinePageWorst, "ncdu", on: column)
        course.go(Key.home)
        if let burst = course.time(of: String(repeating: Key.down, count: 500)) {
            figures.add(burst, .burst, "ncdu", on: column)
        }
        course.notePeak(&figures)
    }

    private mutating func lianxi(_ column: String) throws(Failure) {
        let own = Figures.own
        var course = try lianxi(column, &figures)
        figures.add((3...9).compactMap { course.time(of: "\($0)") }.max() ?? 0, .opening, own, on: column)
        course.go("2", ">")
        var lines = course.press(Key.down, Key.up, times: keys)
        figures.add(lines.times, .outline, .outlineWorst, own, on: column)
        figures.add(lines.time / 1e3, .outlineTime, own, on: column)
        figures.add(lines.bytes, .outlineBytes, own, on: column)
        let pages = course.press(Key.pageDown, Key.pageUp, times: keys / 8, stretch: 2)
        figures.add(pages.times, .outlinePage, .outlinePageWorst, own, on: column)
        course.go("g")
        if let burst = course.time(of: String(repeating: Key.down, count: 500)) {
            figures.add(burst, .burst, own, on: column)
        }
        course.go("8")
        if let paste = course.time(of: Key.paste) { figures.add(paste, .paste, own, on: column) }
        course.go(Key.escape, "2", "/", "1", "5", "\r")
        let edits = course.press("+", "u", times: keys / 4, stretch: 1)
        figures.add(edits.times, .edit, .editWorst, own, on: column)
        course.go("3", ">")
        lines = course.press(Key.down, Key.up, times: keys)
        figures.add(lines.times, .matrix, .matrixWorst, own, on: column)
        figures.add(lines.time / 1e3, .matrixTime, own, on: column)
        figures.add(lines.bytes, .matrixBytes, own, on: column)
        var letters: [Double] = []
        for query in ["kfxk", "高校科研", "zhuanli", "yxzf"] {
            course.go("/")
            letters += query.compactMap { course.time(of: String($0)) }
            course.go(Key.escape)
        }
        figures.add(letters, .search, .searchWorst, own, on: column)
        // The menu of what to present opens on the whole plan.
        course.go(Key.presenting, "\r")
        let slides = course.press(Key.pageDown, Key.pageUp, times: keys / 8, stretch: 2)
        figures.add(slides.times, .slides, .slidesWorst, own, on: column)
        course.notePeak(&figures)
        _ = consume course
        try newDay(column)
    }
}
