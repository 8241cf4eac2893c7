extension Plan {
    /// Why a change has no place in this plan; nil where it has one.
    package func refusal(of change: Change) -> Refusal? {
        do {
            try check(change)
            return nil
        } catch {
            return error
        }
    }

    private func check(_ change: Change) throws(Refusal) {
        switch change {
        case .progress(let id, let unit, _, let edit):
            try requireOwnProgress(id)
            try require(unit)
            try Self.requirePercent(edit.becomes)
        case .report(let id, let unit, let period, let edit):
            try requireOwnProgress(id)
            try require(unit)
            if let report = edit.becomes, report.unit != unit || report.period != period { throw .malformed(unit.text) }
        case .adjustment(let id, let element, let edit):
            try requireOwnProgress(id)
            try Self.require(element, is: edit.becomes?.value.id)
        case .rewording(let id, let element, let edit):
            let item = tree[try require(id)]
            guard item.isPublished, edit.becomes?.value.text.isEmpty != true else { throw .malformed(id.text) }
            try Self.require(element, is: edit.becomes?.value.id)
        case .assignment(let id, let unit, _):
            _ = try require(id)
            try require(unit)
        case .note(let id, let element, let edit):
            _ = try require(id)
            try Self.require(element, is: edit.becomes?.value.id)
        case .evidence(let id, let element, let edit):
            _ = try require(id)
            try Self.require(element, is: edit.becomes?.value.id)
        case .lightOverride(let id, _), .start(let id, _): try requireOwnProgress(id)
        case .weight(let id, let edit):
            _ = try require(id)
            guard (0...1_000_000).contains(edit.becomes) else { throw .outOfRange }
        case .item(let id, let edit): try check(id, edit)
        case .place(let id, let edit): try check(id, edit.becomes)
        case .title(let id, let edit), .addedSource(let id, let edit):
            try requireMade(id)
            guard !edit.becomes.isEmpty else { throw .malformed(id.text) }
        case .number(let id, _): try requireMade(id)
        case .reading(let id, let unit, _, let edit):
            try require(id)
            try require(unit)
            guard edit.becomes.map(Indicator.figures.contains) ?? true else { throw .outOfRange }
        case .baseline(let id, let edit):
            try require(id)
            guard edit.becomes.map(Indicator.figures.contains) ?? true else { throw .outOfRange }
        case .unit(let id, let edit): try check(id, edit)
        case .unitName(let id, let edit), .unitShort(let id, let edit):
            try require(id)
            guard !edit.becomes.isEmpty else { throw .malformed(id.text) }
        case .unitAliases(let id, _): try require(id)
        case .unitMembers(let id, let edit):
            try require(id)
            guard unit(id)?.isCollective == true else { throw .malformed(id.text) }
            try check(id, members: edit.becomes)
        case .unitRename(let id, let from, let edit):
            try require(id)
            guard !from.isEmpty, edit.becomes?.value.isEmpty != true else { throw .malformed(id.text) }
        case .contact(let id, let name, let edit):
            try require(id)
            guard !name.isEmpty, edit.becomes.map({ $0.value.name == name }) ?? true else { throw .malformed(name) }
        case .leadRule: break
        case .lightRule(let edit): try Self.check(edit.becomes)
        case .reportingRule(let edit): guard (1...366).contains(edit.becomes.dueDay) else { throw .outOfRange }
        case .deadlinePhaseRule(let edit):
            if let phase = edit.becomes, !phases.contains(where: { $0.id == phase }) {
                throw .missing(.phase, phase.text)
            }
        case .printedDeadlineRule(let phrase, _): guard !phrase.isEmpty else { throw .malformed(phrase) }
        case .meeting(let id, let edit): try check(id, edit)
        case .decision(let id, let edit): try check(id, edit)
        case .decisionStatus(let id, let edit):
            guard decisions.contains(where: { $0.id == id }) else { throw .missing(.decision, id.text) }
            try Self.requirePercent(edit.becomes)
        case .unknown(let field, _): throw .unknown(field: field)
        }
    }

    // MARK: What comes and goes

    private func check(_ id: Identifier<Item>, _ edit: Edit<PlacedItem?>) throws(Refusal) {
        guard let becomes = edit.becomes else {
            let position = try require(id)
            try requireMade(id)
            let isNamed =
                indicators.contains { $0.item == id } || deliverables.contains { $0.items.contains(id) }
                || discrepancies.contains { $0.item == id } || decisions.contains { $0.items.contains(id) }
            guard !tree.hasChildren(position), !isNamed else { throw .inUse(.item, id.text) }
            return
        }
        let item = becomes.item
        // One that is there already is no mistake: who takes back a removal may find that an edit brought the item back.
        guard edit.was == nil, item.id == id, id.isWellFormed, !item.title.isEmpty else { throw .malformed(id.text) }
        guard item.addedSource?.isEmpty == false else { throw .published(item.title) }
        guard let parent = tree.position(of: becomes.parent) else { throw .missing(.item, becomes.parent.text) }
        let above = tree.level(of: parent)
        guard item.level >= .subtask, above < item.level, above != .milestone else {
            throw .misplaced(item.level, under: above)
        }
        for assignment in item.assignments { try require(assignment.unit) }
        for progress in item.progress { try require(progress.unit) }
        for report in item.reports { try require(report.unit) }
        for id in item.sentences where sentence(id) == nil { throw .malformed(id.text) }
        if let id = item.paragraph, paragraph(id) == nil { throw .malformed(id.text) }
    }

    private func check(_ id: Identifier<Unit>, _ edit: Edit<Placed<Unit>?>) throws(Refusal) {
        guard let unit = edit.becomes?.value else {
            guard let unit = self.unit(id) else { throw .missing(.unit, id.text) }
            guard !unit.isPrinted else { throw .published(unit.name) }
            guard !isNamed(id) else { throw .inUse(.unit, unit.name) }
            return
        }
        guard edit.was == nil, self.unit(id) == nil, unit.id == id, id.isWellFormed, !unit.name.isEmpty,
            !unit.short.isEmpty, unit.isCollective || unit.members.isEmpty,
            Set(unit.contacts.map(\.name)).count == unit.contacts.count
        else { throw .malformed(id.text) }
        try check(id, members: unit.members)
    }

    private func check(_ id: Identifier<Item>, _ place: ItemPlace) throws(Refusal) {
        let position = try require(id)
        try requireMade(id)
        guard let parent = tree.position(of: place.parent) else { throw .missing(.item, place.parent.text) }
        guard tree.level(of: parent) < tree.level(of: position), tree.level(of: parent) != .milestone else {
            throw .misplaced(tree.level(of: position), under: tree.level(of: parent))
        }
    }

    private func check(_ id: Identifier<Unit>, members: [Identifier<Unit>]) throws(Refusal) {
        guard Set(members).count == members.count else { throw .malformed(id.text) }
        for member in members {
            try require(member)
            guard self.unit(member)?.isCollective == false else { throw .malformed(member.text) }
        }
    }

    private func check(_ id: Identifier<Meeting>, _ edit: Edit<Placed<Meeting>?>) throws(Refusal) {
        guard let meeting = edit.becomes?.value else {
            guard !decisions.contains(where: { $0.meeting == id }) else { throw .inUse(.meeting, id.text) }
            return
        }
        try Self.require(id, is: meeting.id)
        guard !meeting.name.isEmpty else { throw .malformed(id.text) }
    }

    private func check(_ id: Identifier<Decision>, _ edit: Edit<Placed<Decision>?>) throws(Refusal) {
        guard let decision = edit.becomes?.value else { return }
        try Self.require(id, is: decision.id)
        guard !decision.text.isEmpty else { throw .malformed(id.text) }
        guard meetings.contains(where: { $0.id == decision.meeting }) else {
            throw .missing(.meeting, decision.meeting.text)
        }
        try require(decision.unit)
        for item in decision.items { _ = try require(item) }
        try Self.requirePercent(decision.status)
    }

    /// Whether anything in the plan names the unit.
    private func isNamed(_ id: Identifier<Unit>) -> Bool {
        units.contains { $0.members.contains(id) } || decisions.contains { $0.unit == id }
            || tree.items.contains { item in
                item.assignments.contains { $0.unit == id } || item.progress.contains { $0.unit == id }
                    || item.reports.contains { $0.unit == id }
            }
            || indicators.contains { indicator in
                if case .all(_, id?) = indicator.target { return true }
                return indicator.readings.contains { $0.unit == id }
            }
    }

    // MARK: What must be there

    private func require(_ id: Identifier<Item>) throws(Refusal) -> ItemTree.Position {
        guard let position = tree.position(of: id) else { throw .missing(.item, id.text) }
        return position
    }

    private func requireOwnProgress(_ id: Identifier<Item>) throws(Refusal) {
        let level = tree[try require(id)].level
        guard level >= .subtask else { throw .derived(level) }
    }

    /// An item of the secretariat's own making.
    private func requireMade(_ id: Identifier<Item>) throws(Refusal) {
        let item = tree[try require(id)]
        guard !item.isPublished else { throw .published(item.title) }
    }

    private func require(_ id: Identifier<Indicator>) throws(Refusal) {
        guard indicators.contains(where: { $0.id == id }) else { throw .missing(.indicator, id.text) }
    }

    private func require(_ id: Identifier<Unit>?) throws(Refusal) {
        guard let id else { return }
        guard unit(id) != nil else { throw .missing(.unit, id.text) }
    }

    /// The element is the one its slot is named after.
    private static func require<Subject>(
        _ id: Identifier<Subject>, is element: Identifier<Subject>?
    ) throws(Refusal) {
        guard id.isWellFormed, element.map({ $0 == id }) ?? true else { throw .malformed(id.text) }
    }

    private static func requirePercent(_ status: Status?) throws(Refusal) {
        guard case .underway(let percent?) = status else { return }
        guard (0...100).contains(percent) else { throw .outOfRange }
    }

    private static func check(_ light: Rules.LightThresholds) throws(Refusal) {
        guard (0...100).contains(light.yellow), (0...100).contains(light.red), (0...3660).contains(light.dueSoon)
        else { throw .outOfRange }
    }
}
