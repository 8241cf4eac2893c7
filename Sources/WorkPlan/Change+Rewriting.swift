extension Change {
    /// The change that takes this one back.
    package var inverted: Change { rewritten(Inversion()) }

    /// Whether both leave the same value in the same slot.
    package func agrees(with other: Change) -> Bool {
        slot == other.slot && outcome == other.outcome
    }

    /// Whether it leaves what was there.
    package var changesNothing: Bool { outcome == inverted.outcome }

    /// The change that leaves the same and says that this was there already.
    var outcome: Change { rewritten(Outcome()) }

    /// The same change with another edit in it: the one place that opens every case.
    private func rewritten(_ rewrite: some Rewrite) -> Change {
        switch self {
        case .progress(let item, let unit, let day, let edit): .progress(item, unit: unit, day: day, rewrite(edit))
        case .report(let item, let unit, let period, let edit): .report(item, unit: unit, period: period, rewrite(edit))
        case .adjustment(let item, let id, let edit): .adjustment(item, id, rewrite(edit))
        case .rewording(let item, let id, let edit): .rewording(item, id, rewrite(edit))
        case .assignment(let item, let unit, let edit): .assignment(item, unit: unit, rewrite(edit))
        case .note(let item, let id, let edit): .note(item, id, rewrite(edit))
        case .evidence(let item, let id, let edit): .evidence(item, id, rewrite(edit))
        case .lightOverride(let item, let edit): .lightOverride(item, rewrite(edit))
        case .start(let item, let edit): .start(item, rewrite(edit))
        case .weight(let item, let edit): .weight(item, rewrite(edit))
        case .item(let id, let edit): .item(id, rewrite(edit))
        case .place(let item, let edit): .place(item, rewrite(edit))
        case .title(let item, let edit): .title(item, rewrite(edit))
        case .number(let item, let edit): .number(item, rewrite(edit))
        case .addedSource(let item, let edit): .addedSource(item, rewrite(edit))
        case .reading(let indicator, let unit, let day, let edit):
            .reading(indicator, unit: unit, day: day, rewrite(edit))
        case .baseline(let indicator, let edit): .baseline(indicator, rewrite(edit))
        case .unit(let id, let edit): .unit(id, rewrite(edit))
        case .unitName(let unit, let edit): .unitName(unit, rewrite(edit))
        case .unitShort(let unit, let edit): .unitShort(unit, rewrite(edit))
        case .unitAliases(let unit, let edit): .unitAliases(unit, rewrite(edit))
        case .unitMembers(let unit, let edit): .unitMembers(unit, rewrite(edit))
        case .unitRename(let unit, let from, let edit): .unitRename(unit, from: from, rewrite(edit))
        case .contact(let unit, let name, let edit): .contact(unit, name: name, rewrite(edit))
        case .leadRule(let edit): .leadRule(rewrite(edit))
        case .lightRule(let edit): .lightRule(rewrite(edit))
        case .reportingRule(let edit): .reportingRule(rewrite(edit))
        case .deadlinePhaseRule(let edit): .deadlinePhaseRule(rewrite(edit))
        case .printedDeadlineRule(let phrase, let edit): .printedDeadlineRule(phrase: phrase, rewrite(edit))
        case .meeting(let id, let edit): .meeting(id, rewrite(edit))
        case .decision(let id, let edit): .decision(id, rewrite(edit))
        case .decisionStatus(let id, let edit): .decisionStatus(id, rewrite(edit))
        case .unknown: self
        }
    }
}

/// Makes one edit into another, whatever it is an edit of.
private protocol Rewrite {
    func callAsFunction<Value>(_ edit: Edit<Value>) -> Edit<Value>
}

private struct Inversion: Rewrite {
    func callAsFunction<Value>(_ edit: Edit<Value>) -> Edit<Value> { edit.inverted }
}

/// Forgets what was: equal for edits that leave the same.
private struct Outcome: Rewrite {
    func callAsFunction<Value>(_ edit: Edit<Value>) -> Edit<Value> { Edit(was: edit.becomes, becomes: edit.becomes) }
}
