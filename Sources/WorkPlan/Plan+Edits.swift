// What people do to a plan, said as changes: each holds what is there now as “what was”.

extension Plan {
    /// A status from a data day on, of the whole item or of a unit's part; nil takes what was said on that day back.
    package func setting(
        status: Status?, of item: Item, unit: Identifier<Unit>? = nil, on day: Day
    ) -> Change {
        let was = item.progress.first { $0.day == day && $0.unit == unit }?.status
        return .progress(item.id, unit: unit, day: day, Edit(was: was, becomes: status))
    }

    package func setting(report: Report, of item: Item) -> Change {
        let was = item.report(by: report.unit, for: report.period)
        return .report(item.id, unit: report.unit, period: report.period, Edit(was: was, becomes: report))
    }

    /// 节点调整
    package func adjusting(_ item: Item, to adjustment: Adjustment) -> Change {
        .adjustment(item.id, adjustment.id, Edit(was: nil, becomes: Placed(adjustment, at: item.adjustments.count)))
    }

    /// 文字调整
    package func rewording(_ item: Item, to rewording: Rewording) -> Change {
        .rewording(item.id, rewording.id, Edit(was: nil, becomes: Placed(rewording, at: item.rewordings.count)))
    }

    /// A unit's role on an item; nil takes it off, a new one comes last.
    package func setting(role: Assignment.Role?, of unit: Identifier<Unit>, on item: Item) -> Change {
        let place = item.assignments.firstIndex { $0.unit == unit }
        let was = place.map { Placed(item.assignments[$0].role, at: $0) }
        let becomes = role.map { Placed($0, at: place ?? item.assignments.count) }
        return .assignment(item.id, unit: unit, Edit(was: was, becomes: becomes))
    }

    package func adding(_ note: Note, to item: Item) -> Change {
        .note(item.id, note.id, Edit(was: nil, becomes: Placed(note, at: item.notes.count)))
    }

    package func adding(_ evidence: Evidence, to item: Item) -> Change {
        .evidence(item.id, evidence.id, Edit(was: nil, becomes: Placed(evidence, at: item.evidence.count)))
    }

    package func setting(override: LightOverride?, of item: Item) -> Change {
        .lightOverride(item.id, Edit(was: item.lightOverride, becomes: override))
    }

    /// A figure on its data day; nil takes it back.
    package func setting(
        reading: Double?, of indicator: Indicator, unit: Identifier<Unit>? = nil, on day: Day
    ) -> Change {
        let was = indicator.readings.first { $0.day == day && $0.unit == unit }?.value
        return .reading(indicator.id, unit: unit, day: day, Edit(was: was, becomes: reading))
    }

    /// Adds an item as the last child of `parent`.
    package func adding(_ item: Item, under parent: ItemTree.Position) -> Change {
        let place = tree.children(of: parent).count
        return .item(item.id, Edit(was: nil, becomes: PlacedItem(item, under: tree[parent].id, at: place)))
    }

    package func removing(_ position: ItemTree.Position) -> Change {
        .item(tree[position].id, Edit(was: placed(position), becomes: nil))
    }

    /// Moves an item by so many places among its siblings; nil where it stands at the end already.
    package func moving(_ position: ItemTree.Position, by step: Int) -> Change? {
        guard let here = place(of: position), let parent = tree.parent(of: position) else { return nil }
        let place = here.place + step
        guard (0..<tree.children(of: parent).count).contains(place) else { return nil }
        return .place(tree[position].id, Edit(was: here, becomes: ItemPlace(under: here.parent, at: place)))
    }

    /// The number of the next subtask that the office adds: 增1, 增2 …
    package var nextAddedNumber: String {
        // What a file may say instead of a number that anybody counted to is left aside.
        let taken = tree.items.lazy.filter { $0.number.hasPrefix("增") && $0.number.utf8.count < 10 }
            .compactMap { Int($0.number.dropFirst()) }
        return "增\((taken.max() ?? 0) + 1)"
    }

    /// A contact of a unit; nil takes it away.
    package func setting(contact: Contact?, named name: String, of unit: Unit) -> Change {
        let place = unit.contacts.firstIndex { $0.name == name }
        let was = place.map { Placed(unit.contacts[$0], at: $0) }
        return .contact(
            unit.id, name: name, Edit(was: was, becomes: contact.map { Placed($0, at: place ?? unit.contacts.count) }))
    }

    /// 更名 from a year or a day on.
    package func renaming(_ unit: Unit, to name: String?, from day: String) -> Change {
        let place = unit.renames.firstIndex { $0.from == day }
        let was = place.map { Placed(unit.renames[$0].name, at: $0) }
        return .unitRename(
            unit.id, from: day, Edit(was: was, becomes: name.map { Placed($0, at: place ?? unit.renames.count) }))
    }

    package func setting(_ meeting: Meeting) -> Change {
        let place = meetings.firstIndex { $0.id == meeting.id }
        let was = place.map { Placed(meetings[$0], at: $0) }
        return .meeting(meeting.id, Edit(was: was, becomes: Placed(meeting, at: place ?? meetings.count)))
    }

    package func setting(_ decision: Decision) -> Change {
        let place = decisions.firstIndex { $0.id == decision.id }
        let was = place.map { Placed(decisions[$0], at: $0) }
        return .decision(decision.id, Edit(was: was, becomes: Placed(decision, at: place ?? decisions.count)))
    }

    package func setting(status: Status?, of decision: Decision) -> Change {
        .decisionStatus(decision.id, Edit(was: decision.status, becomes: status))
    }
}

extension Plan {
    /// The closed meeting whose day is the latest; of several on one day the one entered last.
    package var lastMeeting: Meeting? {
        meetings.enumerated().filter { !$0.element.isOpen }
            .max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element
    }

    /// The meeting that is going on.
    package var openMeeting: Meeting? { meetings.last { $0.isOpen } }

    package func meeting(_ id: Identifier<Meeting>) -> Meeting? { meetings.first { $0.id == id } }

    package func decision(_ id: Identifier<Decision>) -> Decision? { decisions.first { $0.id == id } }
}
