import Glibc
import Ledger
import WorkPlan

/// What the length of a history costs: one ledger that grows, measured at every power of ten.
struct HistoryBenchmark {
    private let workshop: Workshop
    private let keys: Int
    private let sizes: [Int]
    private(set) var figures: Figures
    private var ledger: Ledger
    private let item: Identifier<Item>

    private static let name = "history"

    init(_ workshop: Workshop, keys: Int, isLarge: Bool) throws(Failure) {
        self.workshop = workshop
        self.keys = keys
        sizes = [100, 1000, 10_000, 100_000] + (isLarge ? [1_000_000] : [])
        figures = Figures(columns: sizes.map { "1e\(String($0).count - 1)" })
        ledger = try workshop.makeLedger(Self.name, try workshop.realPlan())
        guard let item = ledger.plan.tree.items.first(where: { $0.level == .subtask }) else {
            throw Failure("the plan has no subtask")
        }
        self.item = item.id
        // While a folder's clock may still stand at its last change, a commit reads its names anew: two seconds, of which
        // the first table would be full.
        do { try commit() } catch { throw Failure(error.sentence) }
    }

    mutating func measure(rounds: Int) {
        do {
            Progress.show("news")
            for _ in 0..<rounds { try measureNews(figures.columns[0]) }
        } catch {
            figures.remark("news: \(error)")
        }
        for (size, column) in zip(sizes, figures.columns) {
            do {
                Progress.show("a history of \(column)")
                while ledger.entryCount < size - Self.commits { try commit() }
                try warmUp()
                try measureCommits(column)
                try measureCold(size, column)
                ledger.tidy(always: true)
                for _ in 0..<rounds { try measureLedger(size, column) }
                for _ in 0..<rounds { try measureScreen(column) }
            } catch let error as LedgerError {
                return figures.remark("\(column): \(error.sentence)")
            } catch {
                return figures.remark("\(column): \(error)")
            }
        }
    }

    /// How many commits are timed.
    private static let commits = 90
    /// How many entries there are in a day.
    private static let entriesPerDay = 400

    private mutating func commit() throws(LedgerError) {
        try ledger.commit([Self.change(to: ledger.plan, number: ledger.entryCount, of: item)], at: moment)
    }

    /// Another percentage for the item.
    private static func change(to plan: Plan, number: Int, of item: Identifier<Item>) -> Change {
        let day = Day(number: 19_800)
        let place = plan.tree.position(of: item)
        let now = place.flatMap { plan.tree[$0].progress.first { $0.day == day && $0.unit == nil } }
        let edit = Edit<Status?>(was: now?.status, becomes: .underway(percent: Double(number % 97)))
        return .progress(item, unit: nil, day: day, edit)
    }

    /// When the next entry is written. One that is dated after those that follow it would be looked at again for every day
    /// that is asked for.
    private var moment: Moment { Moment("\(Self.day(ledger.entryCount))T08:00:00.000+08:00") ?? .epoch }

    /// Beginning on a day that leaves a million of them in the past.
    private static func day(_ number: Int) -> Day { Day(number: 17_500 + number / entriesPerDay) }

    /// A processor that has had nothing to do is slower, and one column would begin with it.
    private func warmUp() throws {
        var other = try workshop.makeLedger("other", try workshop.realPlan())
        for number in 0..<1000 { try other.commit([Self.change(to: other.plan, number: number, of: item)]) }
    }

    /// Commits, each beside the least that can be done: as many bytes appended to a file, and `fdatasync`.
    private mutating func measureCommits(_ column: String) throws(LedgerError) {
        let file = open(workshop.folder + "/bare", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        defer { close(file) }
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300)
        var own: [Double] = []
        var bare: [Double] = []
        for _ in 0..<Self.commits {
            let (change, moment) = (Self.change(to: ledger.plan, number: ledger.entryCount, of: item), moment)
            var start = now()
            try ledger.commit([change], at: moment)
            own.append(milliseconds(since: start))
            start = now()
            _ = write(file, line, line.count)
            fdatasync(file)
            bare.append(milliseconds(since: start))
        }
        figures.add(own, .commit, .commitWorst, Figures.own, on: column)
        figures.add(bare, .commit, .commitWorst, "append", on: column)
    }

    /// Without anything that is derived from the base and the journals; once, because it may take long.
    private mutating func measureCold(_ size: Int, _ column: String) throws(LedgerError) {
        workshop.remove(ledger.directory + "/plan.json", ledger.directory + "/.local/cache")
        var start = now()
        ledger = try Ledger.open(at: ledger.directory, seed: nil, author: "benchmark", readOnly: false)
        figures.add(milliseconds(since: start), .openCold, Figures.own, on: column)
        start = now()
        _ = try ledger.past(at: .day(Self.day(size / 2)))
        figures.add(milliseconds(since: start), .asOfCold, Figures.own, on: column)
    }

    private mutating func measureLedger(_ size: Int, _ column: String) throws(LedgerError) {
        let own = Figures.own
        var start = now()
        ledger = try Ledger.open(at: ledger.directory, seed: nil, author: "benchmark", readOnly: false)
        figures.add(milliseconds(since: start), .open, own, on: column)
        start = now()
        _ = try ledger.past(at: .day(Self.day(size / 2)))
        figures.add(milliseconds(since: start), .asOf, own, on: column)
        start = now()
        let days = (Self.day(size / 4), Self.day(size / 4 * 3))
        if let from = try ledger.past(at: .day(days.0)), let to = try ledger.past(at: .day(days.1)) {
            _ = Comparison(from: from.plan, on: from.day, to: to.plan, on: to.day)
            figures.add(milliseconds(since: start), .compare, own, on: column)
        }
        start = now()
        if let entry = try ledger.nextUndo() { try ledger.commit(ledger.reversal(of: entry), at: moment) }
        figures.add(milliseconds(since: start), .undo, own, on: column)
    }

    /// Two seconds in which a thousand entries each are appended beside the program, while keys are pressed in its tree.
    private mutating func measureNews(_ column: String) throws {
        var other = try workshop.makeLedger("news", try workshop.realPlan())
        var none = Figures(columns: [])
        var course = try Course.start(
            Figures.own, [workshop.program], environment: workshop.environment(ledger: "news"), marker: "2022-2025",
            on: column, &none)
        course.go("2")
        let (start, time) = (now(), course.processorTime)
        var unanswered = 0
        for number in 0..<2000 {
            try other.commit([Self.change(to: other.plan, number: number, of: item)])
            if number.isMultiple(of: 50), course.time(of: number.isMultiple(of: 100) ? Key.down : Key.up) == nil {
                unanswered += 1
            }
            while milliseconds(since: start) < Double(number) { usleep(100) }
        }
        let share = Double(course.processorTime - time) / Double(now() - start) * 100
        figures.add(share, .news, Figures.own, on: column)
        figures.add(Double(unanswered), .deaf, Figures.own, on: column)
    }

    /// The program's own first frame and its history page.
    private mutating func measureScreen(_ column: String) throws(Failure) {
        let own = Figures.own
        var course = try Course.start(
            own, [workshop.program], environment: workshop.environment(ledger: Self.name), marker: "2022-2025",
            on: column, &figures)
        if let time = course.time(of: "7") { figures.add(time, .historyOpening, own, on: column) }
        let lines = course.press(Key.down, Key.up, times: keys)
        figures.add(lines.times, .history, .historyWorst, own, on: column)
        course.notePeak(&figures)
    }
}
