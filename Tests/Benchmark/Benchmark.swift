import ArgumentParser
import Glibc

/// Measures the release program from outside, beside an empty program with ncurses and `ncdu`.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measures lianxi on plans and histories of many sizes; only ratios within one table hold.")

    @Flag(help: "Also a plan of a million nodes and a history of a million entries.")
    var million = false

    @Flag(help: "Keep the tables in the README, between its two comments.")
    var writeReadme = false

    @Option(help: "How often everything is run.")
    var rounds = 5

    @Option(help: "How many keys are pressed in each list.")
    var keys = 160

    @Option(help: "The program that is measured; else that of the release build.")
    var program: String?

    @Option(help: "Only data whose name begins so: 1e3, real, history …")
    var only: String?

    @Flag(help: "Measure nothing, but write Data/functions.order. Needs valgrind and a program that has its names.")
    var order = false

    func run() throws {
        let workshop = try Workshop(program: program)
        defer { workshop.clear() }
        if order { return try FunctionOrder(workshop).write(to: workshop.functionOrder) }
        var tables: [String] = []
        let shapes = PlanShape.all(isLarge: million).filter { only.map($0.name.hasPrefix) ?? true }
        if only != "history" {
            var plans = try PlanBenchmark(workshop, keys: keys, shapes: shapes)
            for round in 1...max(1, rounds) {
                Progress.show("plans, round \(round) of \(rounds)")
                plans.round()
            }
            tables.append(plans.figures.markdown(heading: "plan"))
        }
        if only == nil || only == "history" {
            var histories = try HistoryBenchmark(workshop, keys: keys, isLarge: million)
            histories.measure(rounds: max(1, rounds))
            tables.append(histories.figures.markdown(heading: "history"))
        }
        let text = tables.joined(separator: "\n")
        print(text)
        if writeReadme { try Readme.keep(text, in: workshop.readme) }
    }
}

/// What is being done, for who waits; the table alone goes to standard output.
enum Progress {
    static func show(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}

/// The README keeps the last tables.
enum Readme {
    private static let begin = "<!-- benchmark -->\n", end = "<!-- end of benchmark -->"

    static func keep(_ tables: String, in file: String) throws(Failure) {
        let text = File.read(file).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let before = text.split(separator: begin, omittingEmptySubsequences: false)
        let behind = text.split(separator: end, omittingEmptySubsequences: false)
        guard before.count == 2, behind.count == 2, before[0].utf8.count < text.utf8.count - behind[1].utf8.count else {
            throw Failure("\(file) has no place for the tables")
        }
        try File.write(Array((before[0] + begin + "\n" + tables + "\n" + end + behind[1]).utf8), to: file)
    }
}
