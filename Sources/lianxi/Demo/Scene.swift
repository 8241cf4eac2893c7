import WorkPlan

/// One entry of the demonstration's history before it is committed. What was there is filled in then: see `rebased`.
struct Scene {
    var day: Day
    /// Minutes after midnight.
    var minute: Int
    var author: String
    var changes: [Change]
    var note: String?
    var meeting: Identifier<Meeting>?
    /// By which a later scene takes this one back.
    var name: String?
    /// The scene that this one takes back; its changes are that one's inverse.
    var undoes: String?

    init(_ day: Day, minute: Int, by author: String, _ changes: [Change], note: String? = nil) {
        self.day = day
        self.minute = minute
        self.author = author
        self.changes = changes
        self.note = note
    }

    /// When it was written: by the clock of the place.
    var moment: Moment {
        let second = (day.number * 7 + minute * 13) % 60
        let clock = [minute / 60, minute % 60, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return Moment("\(day)T\(clock)+08:00") ?? .epoch
    }
}

extension Plan {
    /// The same changes, each with what is really there as what was.
    func rebased(_ changes: [Change]) -> [Change] {
        var plan = self
        return changes.map { change in
            guard case .differs(let found)? = plan.apply(change)?.reason else { return change }
            return found
        }
    }
}
