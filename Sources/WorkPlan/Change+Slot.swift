extension Change {
    /// What a change writes to: a field of a target, or one element of a list. Two changes meet where their slots are
    /// equal.
    package struct Slot: Hashable, Comparable, Sendable {
        /// The identifier of the item, indicator, unit …; empty for the plan's own rules.
        package let target: String
        /// The word of journals for the kind of edit.
        package let field: String
        /// Which element of a list; empty where the field is no list.
        package let element: String

        package init(target: String, field: String, element: String) {
            self.target = target
            self.field = field
            self.element = element
        }

        package static func < (left: Slot, right: Slot) -> Bool {
            (left.target, left.field, left.element) < (right.target, right.field, right.element)
        }
    }

    package var slot: Slot {
        switch self {
        case .progress(let item, let unit, let day, _): Slot(item, "progress", "\(day) \(unit?.text ?? "")")
        case .report(let item, let unit, let period, _): Slot(item, "report", "\(period) \(unit)")
        case .adjustment(let item, let id, _): Slot(item, "adjustment", id.text)
        case .rewording(let item, let id, _): Slot(item, "rewording", id.text)
        case .assignment(let item, let unit, _): Slot(item, "assignment", unit.text)
        case .note(let item, let id, _): Slot(item, "note", id.text)
        case .evidence(let item, let id, _): Slot(item, "evidence", id.text)
        case .lightOverride(let item, _): Slot(item, "lightOverride")
        case .start(let item, _): Slot(item, "start")
        case .weight(let item, _): Slot(item, "weight")
        case .item(let id, _): Slot(id, "item")
        case .place(let item, _): Slot(item, "place")
        case .title(let item, _): Slot(item, "title")
        case .number(let item, _): Slot(item, "number")
        case .addedSource(let item, _): Slot(item, "addedSource")
        case .reading(let indicator, let unit, let day, _): Slot(indicator, "reading", "\(day) \(unit?.text ?? "")")
        case .baseline(let indicator, _): Slot(indicator, "baseline")
        case .unit(let id, _): Slot(id, "unit")
        case .unitName(let unit, _): Slot(unit, "unitName")
        case .unitShort(let unit, _): Slot(unit, "unitShort")
        case .unitAliases(let unit, _): Slot(unit, "unitAliases")
        case .unitMembers(let unit, _): Slot(unit, "unitMembers")
        case .unitRename(let unit, let from, _): Slot(unit, "unitRename", from)
        case .contact(let unit, let name, _): Slot(unit, "contact", name)
        case .leadRule: Slot(rule: "leadRule")
        case .lightRule: Slot(rule: "lightRule")
        case .reportingRule: Slot(rule: "reportingRule")
        case .deadlinePhaseRule: Slot(rule: "deadlinePhaseRule")
        case .printedDeadlineRule(let phrase, _): Slot(rule: "printedDeadlineRule", phrase)
        case .meeting(let id, _): Slot(id, "meeting")
        case .decision(let id, _): Slot(id, "decision")
        case .decisionStatus(let id, _): Slot(id, "decisionStatus")
        case .unknown(let field, let target): Slot(target: target, field: field, element: "")
        }
    }
}

extension Change.Slot {
    fileprivate init<Subject>(_ target: Identifier<Subject>, _ field: String, _ element: String = "") {
        self.init(target: target.text, field: field, element: element)
    }

    fileprivate init(rule field: String, _ element: String = "") {
        self.init(target: "", field: field, element: element)
    }
}

extension Change.Slot {
    /// The slot in which a thing that other changes name comes and goes.
    package init(of subject: Refusal.Subject, _ name: String) {
        let field =
            switch subject {
            case .item: "item"
            case .indicator: "indicator"
            case .unit: "unit"
            case .phase: "phase"
            case .meeting: "meeting"
            case .decision: "decision"
            }
        self.init(target: name, field: field, element: "")
    }

    /// The slots in which a thing of this name may come and go.
    package static func existence(of target: String) -> [Change.Slot] {
        [Refusal.Subject.item, .unit, .meeting, .decision].map { Change.Slot(of: $0, target) }
    }
}

extension Change {
    /// Whether a thing that other changes name goes.
    package var isRemoval: Bool {
        switch self {
        case .item(_, let edit): edit.becomes == nil
        case .unit(_, let edit): edit.becomes == nil
        case .meeting(_, let edit): edit.becomes == nil
        case .decision(_, let edit): edit.becomes == nil
        default: false
        }
    }
}
