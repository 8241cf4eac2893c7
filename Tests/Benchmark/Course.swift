/// One run of a program from its start to its end, and what its keys cost.
struct Course: ~Copyable {
    private var terminal: Terminal
    let program: String
    let column: String

    /// What a run of keys cost; keys without an answer have no time.
    struct Phase {
        var times: [Double] = []
        /// Nanoseconds on a processor, for each key.
        var time = 0.0
        /// For each key.
        var bytes = 0.0
    }

    private init(_ terminal: consuming Terminal, _ program: String, _ column: String) {
        self.terminal = terminal
        self.program = program
        self.column = column
    }

    /// Starts it and waits for its first frame.
    static func start(
        _ program: String, _ command: [String], environment: [String: String], marker: String, on column: String,
        _ figures: inout Figures
    ) throws(Failure) -> Course {
        var terminal = try Terminal.start(command, environment: environment)
        let (shown, ready) = try terminal.firstFrame(marker)
        figures.add(milliseconds(since: terminal.started, until: shown), .firstFrame, program, on: column)
        figures.add(milliseconds(since: terminal.started, until: ready), .ready, program, on: column)
        figures.add(Double(terminal.process.time) / 1e6, .firstFrameTime, program, on: column)
        return Course(terminal, program, column)
    }

    /// Presses `key` so often, each time when the last has been answered. The keys turn back after every `stretch`, so that
    /// they do not come to the end of a short list, where what is drawn next is no answer to them.
    mutating func press(_ key: String, _ back: String, times: Int, stretch: Int = 24) -> Phase {
        var phase = Phase()
        let time = terminal.process.time
        var keys = [key, back]
        for number in 0..<times {
            if number > 0, number.isMultiple(of: stretch) { keys.swapAt(0, 1) }
            let start = now()
            let answer = terminal.press(keys[0])
            phase.bytes += Double(answer.count) / Double(times)
            if let end = answer.end { phase.times.append(milliseconds(since: start, until: end)) }
        }
        phase.time = Double(terminal.process.time - time) / Double(times)
        return phase
    }

    /// The time until the answer to something has come to its end; nil where there was none.
    mutating func time(of keys: String) -> Double? {
        let start = now()
        return terminal.press(keys).end.map { milliseconds(since: start, until: $0) }
    }

    /// Keys that only lead somewhere.
    mutating func go(_ keys: String...) {
        for key in keys { _ = terminal.press(key) }
    }

    /// Nanoseconds on a processor so far.
    var processorTime: UInt64 { terminal.process.time }

    func notePeak(_ figures: inout Figures) { figures.add(terminal.process.peak, .peak, program, on: column) }
}

enum Key {
    static let down = "\u{1B}OB", up = "\u{1B}OA", pageDown = "\u{1B}[6~", pageUp = "\u{1B}[5~"
    /// Lines as a spreadsheet hands them over: number, unit, progress.
    static let paste =
        "\u{1B}[200~" + (1...200).map { "\($0)\t市科技局\t已完成第\($0)次会商\n" }.joined() + "\u{1B}[201~"
    static let save = "\u{13}", presenting = "\u{1B}[15~", escape = "\u{1B}", home = "\u{1B}OH"
}
