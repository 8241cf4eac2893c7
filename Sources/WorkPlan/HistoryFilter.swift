/// Which entries of the history are asked for; what is nil does not matter.
package struct HistoryFilter: Hashable, Sendable {
    /// The kinds of edits people tell apart.
    package enum Kind: String, CaseIterable, Sendable {
        case progress, report, deadline, responsibility, reading, structure, record, unit, meeting, rule

        package var word: String {
            switch self {
            case .progress: "进度"
            case .report: "报送"
            case .deadline: "节点调整"
            case .responsibility: "责任单位"
            case .reading: "指标读数"
            case .structure: "增删改"
            case .record: "佐证备注"
            case .unit: "单位资料"
            case .meeting: "会议"
            case .rule: "规则"
            }
        }
    }

    package var item: Identifier<Item>?
    package var unit: Identifier<Unit>?
    package var author: String?
    package var kind: Kind?
    package var days: ClosedRange<Day>?
    package var meeting: Identifier<Meeting>?

    package init(item: Identifier<Item>? = nil) {
        self.item = item
    }

    package var isEmpty: Bool { self == HistoryFilter() }

    package func matches(_ entry: Entry) -> Bool {
        if let author, entry.author != author { return false }
        if let days, !days.contains(entry.day) { return false }
        if let meeting, entry.meeting != meeting { return false }
        return entry.changes.contains { change in
            item.map { change.slot.target == $0.text } ?? true
                && unit.map { change.unit == $0 } ?? true && kind.map { change.kind == $0 } ?? true
        }
    }
}

extension Change {
    /// What kind of edit people would call it.
    package var kind: HistoryFilter.Kind {
        switch self {
        case .progress, .weight, .lightOverride, .decisionStatus: .progress
        case .report: .report
        case .adjustment, .start, .deadlinePhaseRule, .printedDeadlineRule: .deadline
        case .assignment: .responsibility
        case .reading, .baseline: .reading
        case .item, .place, .title, .rewording, .number, .addedSource: .structure
        case .note, .evidence: .record
        case .unit, .unitName, .unitShort, .unitAliases, .unitMembers, .unitRename, .contact: .unit
        case .meeting, .decision: .meeting
        case .leadRule, .lightRule, .reportingRule, .unknown: .rule
        }
    }

    /// The unit it is about, where it is about one.
    package var unit: Identifier<Unit>? {
        switch self {
        case .progress(_, let unit, _, _), .reading(_, let unit, _, _): unit
        case .report(_, let unit, _, _), .assignment(_, let unit, _): unit
        case .unit(let unit, _), .unitName(let unit, _), .unitShort(let unit, _), .unitAliases(let unit, _),
            .unitMembers(let unit, _), .unitRename(let unit, _, _), .contact(let unit, _, _):
            unit
        case .decision(_, let edit): (edit.becomes ?? edit.was)?.value.unit
        default: nil
        }
    }
}
