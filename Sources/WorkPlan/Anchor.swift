/// A point in the history of a plan.
package enum Anchor: Hashable, Sendable {
    case now
    /// After the last entry written on that day or before.
    case day(Day)
    /// After that entry.
    case entry(Identifier<Entry>)
    /// When the last meeting was closed.
    case lastMeeting
}

/// How time travel goes on from where it stands.
package enum TimeStep: Hashable, Sendable, CaseIterable {
    case entry, week, month, meeting

    package var word: String {
        switch self {
        case .entry: "一条修改"
        case .week: "一周"
        case .month: "一个月"
        case .meeting: "一次会议"
        }
    }
}
