extension Plan {
    /// The plan after the changes, and those of them whose “what was” did not hold. Such a change is made nevertheless,
    /// unless something would go that is not what was to go, or the change has no place in the plan.
    package func applying(_ changes: [Change]) -> (plan: Plan, mismatches: [Mismatch]) {
        var plan = self
        let mismatches = changes.compactMap { plan.apply($0) }
        return (plan, mismatches)
    }

    /// As `applying`, in place, for one change. Nil when everything held.
    package mutating func apply(_ change: Change) -> Mismatch? {
        if let refusal = refusal(of: change) { return Mismatch(change: change, reason: .refused(refusal)) }
        return make(change).map { Mismatch(change: change, reason: .differs($0)) }
    }

    /// Makes a change that has a place; returns it with what was really there, where that differs from what was.
    private mutating func make(_ change: Change) -> Change? {
        switch change {
        case .progress, .report, .adjustment, .rewording, .assignment, .note, .evidence, .lightOverride, .start,
            .weight, .title,
            .number, .addedSource:
            makeInItem(change)
        case .reading(let id, let unit, let day, let edit):
            update(id) { indicator in
                Self.put(
                    edit, in: &indicator.readings, at: { $0.unit == unit && $0.day == day }, { $0.value },
                    { Indicator.Reading(day: day, unit: unit, value: $0) }
                ) {
                    ($0.day, $0.unit?.text ?? "") < ($1.day, $1.unit?.text ?? "")
                }
            }.map { .reading(id, unit: unit, day: day, $0) }
        case .baseline(let id, let edit):
            update(id) { Self.put(edit, in: &$0.baseline) }.map { .baseline(id, $0) }
        case .item(let id, let edit): makeItem(id, edit)
        case .place(let id, let edit): move(id, edit)
        case .unit, .unitName, .unitShort, .unitAliases, .unitMembers, .unitRename, .contact: makeInUnits(change)
        case .leadRule(let edit): Self.put(edit, in: &rules.lead).map { .leadRule($0) }
        case .lightRule(let edit): Self.put(edit, in: &rules.light).map { .lightRule($0) }
        case .reportingRule(let edit): Self.put(edit, in: &rules.reporting).map { .reportingRule($0) }
        case .deadlinePhaseRule(let edit): Self.put(edit, in: &rules.deadlinePhase).map { .deadlinePhaseRule($0) }
        case .printedDeadlineRule(let phrase, let edit):
            Self.put(edit, in: &rules.printedDeadlines, at: { $0.phrase == phrase }, { $0.day }) {
                Rules.PrintedDeadline(phrase: phrase, day: $0)
            }.map { .printedDeadlineRule(phrase: phrase, $0) }
        case .meeting(let id, let edit):
            Self.put(edit, in: &meetings, at: { $0.id == id }, { $0 }, { $0 }).map { .meeting(id, $0) }
        case .decision(let id, let edit): makeDecision(id, edit)
        case .decisionStatus(let id, let edit):
            decisions.firstIndex { $0.id == id }.flatMap { Self.put(edit, in: &decisions[$0].status) }
                .map { .decisionStatus(id, $0) }
        case .unknown: nil
        }
    }

    private mutating func makeInItem(_ change: Change) -> Change? {
        switch change {
        case .progress(let id, let unit, let day, let edit):
            update(id) { item in
                Self.put(
                    edit, in: &item.progress, at: { $0.unit == unit && $0.day == day }, { $0.status },
                    { Progress(unit: unit, day: day, status: $0) }
                ) {
                    ($0.day, $0.unit?.text ?? "") < ($1.day, $1.unit?.text ?? "")
                }
            }.map { .progress(id, unit: unit, day: day, $0) }
        case .report(let id, let unit, let period, let edit):
            update(id) { item in
                Self.put(edit, in: &item.reports, at: { $0.unit == unit && $0.period == period }, { $0 }, { $0 }) {
                    ($0.period.start, $0.period.cycle.months, $0.unit.text)
                        < ($1.period.start, $1.period.cycle.months, $1.unit.text)
                }
            }.map { .report(id, unit: unit, period: period, $0) }
        case .adjustment(let id, let element, let edit):
            update(id) { Self.put(edit, in: &$0.adjustments, at: { $0.id == element }, { $0 }, { $0 }) }
                .map { .adjustment(id, element, $0) }
        case .rewording(let id, let element, let edit):
            update(id) { Self.put(edit, in: &$0.rewordings, at: { $0.id == element }, { $0 }, { $0 }) }
                .map { .rewording(id, element, $0) }
        case .assignment(let id, let unit, let edit):
            update(id) {
                Self.put(edit, in: &$0.assignments, at: { $0.unit == unit }, { $0.role }) {
                    Assignment(unit: unit, role: $0)
                }
            }.map { .assignment(id, unit: unit, $0) }
        case .note(let id, let element, let edit):
            update(id) { Self.put(edit, in: &$0.notes, at: { $0.id == element }, { $0 }, { $0 }) }
                .map { .note(id, element, $0) }
        case .evidence(let id, let element, let edit):
            update(id) { Self.put(edit, in: &$0.evidence, at: { $0.id == element }, { $0 }, { $0 }) }
                .map { .evidence(id, element, $0) }
        case .lightOverride(let id, let edit):
            update(id) { Self.put(edit, in: &$0.lightOverride) }.map { .lightOverride(id, $0) }
        case .start(let id, let edit): update(id) { Self.put(edit, in: &$0.start) }.map { .start(id, $0) }
        case .weight(let id, let edit): update(id) { Self.put(edit, in: &$0.weight) }.map { .weight(id, $0) }
        case .title(let id, let edit): update(id) { Self.put(edit, in: &$0.title) }.map { .title(id, $0) }
        case .number(let id, let edit): update(id) { Self.put(edit, in: &$0.number) }.map { .number(id, $0) }
        case .addedSource(let id, let edit):
            update(id) { item in
                let found = item.addedSource ?? ""
                item.addedSource = edit.becomes
                return found == edit.was ? nil : Edit(was: found, becomes: edit.becomes)
            }.map { .addedSource(id, $0) }
        default: nil
        }
    }

    private mutating func makeInUnits(_ change: Change) -> Change? {
        switch change {
        case .unit(let id, let edit):
            updateUnits { Self.put(edit, in: &$0, at: { $0.id == id }, { $0 }, { $0 }) }.map { .unit(id, $0) }
        case .unitName(let id, let edit):
            update(id) { Self.put(edit, in: &$0.name) }.flatMap { $0 }.map { .unitName(id, $0) }
        case .unitShort(let id, let edit):
            update(id) { Self.put(edit, in: &$0.short) }.flatMap { $0 }.map { .unitShort(id, $0) }
        case .unitAliases(let id, let edit):
            update(id) { Self.put(edit, in: &$0.aliases) }.flatMap { $0 }.map { .unitAliases(id, $0) }
        case .unitMembers(let id, let edit):
            update(id) { Self.put(edit, in: &$0.members) }.flatMap { $0 }.map { .unitMembers(id, $0) }
        case .unitRename(let id, let from, let edit):
            update(id) {
                Self.put(edit, in: &$0.renames, at: { $0.from == from }, { $0.name }) {
                    Unit.Rename(from: from, name: $0)
                }
            }.flatMap { $0 }.map { .unitRename(id, from: from, $0) }
        case .contact(let id, let name, let edit):
            update(id) { Self.put(edit, in: &$0.contacts, at: { $0.name == name }, { $0 }, { $0 }) }.flatMap { $0 }
                .map { .contact(id, name: name, $0) }
        default: nil
        }
    }

    private mutating func makeItem(_ id: Identifier<Item>, _ edit: Edit<PlacedItem?>) -> Change? {
        let position = tree.position(of: id)
        let found = position.flatMap { placed($0) }
        guard found == edit.was else { return .item(id, Edit(was: found, becomes: edit.becomes)) }
        if let becomes = edit.becomes {
            guard position == nil, let parent = tree.position(of: becomes.parent) else { return nil }
            _ = tree.insert(becomes.item, under: parent, at: becomes.place)
        } else if let position {
            tree.remove(position)
        }
        return nil
    }

    private mutating func move(_ id: Identifier<Item>, _ edit: Edit<ItemPlace>) -> Change? {
        guard let position = tree.position(of: id), let found = place(of: position),
            let parent = tree.position(of: edit.becomes.parent)
        else { return nil }
        _ = tree.move(position, under: parent, at: edit.becomes.place)
        return found == edit.was ? nil : .place(id, Edit(was: found, becomes: edit.becomes))
    }

    /// Where an item stands; nil for areas.
    package func place(of position: ItemTree.Position) -> ItemPlace? {
        placed(position).map { ItemPlace(under: $0.parent, at: $0.place) }
    }

    /// An item with its place, as the change that takes it away carries it; nil for areas.
    package func placed(_ position: ItemTree.Position) -> PlacedItem? {
        guard let parent = tree.parent(of: position) else { return nil }
        return PlacedItem(tree[position], under: tree[parent].id, at: tree.ordinal(of: position))
    }

    /// A decision that is altered keeps its status, which is a slot of its own.
    private mutating func makeDecision(_ id: Identifier<Decision>, _ edit: Edit<Placed<Decision>?>) -> Change? {
        guard let index = decisions.firstIndex(where: { $0.id == id }), var was = edit.was, var becomes = edit.becomes
        else { return Self.put(edit, in: &decisions, at: { $0.id == id }, { $0 }, { $0 }).map { .decision(id, $0) } }
        was.value.status = decisions[index].status
        becomes.value.status = decisions[index].status
        return Self.put(Edit(was: was, becomes: becomes), in: &decisions, at: { $0.id == id }, { $0 }, { $0 })
            .map { .decision(id, $0) }
    }
}
