extension Standings {
    /// What an area or a task comes to.
    package struct Sum: Equatable, Sendable {
        package internal(set) var tally: Tally
        /// The latest deadline below.
        package private(set) var last: Day?

        package init(tally: Tally = Tally(), last: Day? = nil) {
            self.tally = tally
            self.last = last
        }

        mutating func add(_ deadline: Day?) {
            guard let deadline else { return }
            last = max(last ?? deadline, deadline)
        }

        var standing: Standing {
            let worst = tally.worst
            return Standing(
                light: worst, reason: .worstBelow(worst, count: tally.count(worst)), status: nil, actual: tally.percent,
                expected: nil, deadline: last.map { Deadline(day: $0, origin: .below) }, tally: tally)
        }
    }
}
