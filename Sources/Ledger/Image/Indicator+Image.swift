import WorkPlan

extension ImageWriter {
    mutating func indicator(_ indicator: Indicator) {
        identifier(indicator.id)
        reference(indicator.item)
        text(indicator.title)
        text(indicator.printed)
        target(indicator.target)
        text(indicator.unit)
        optional(indicator.sentence) { $0.reference($1) }
        optional(indicator.counting) { $0.choice($1) }
        optional(indicator.printedDeadline) { $0.text($1) }
        optional(indicator.remark) { $0.text($1) }
        optional(indicator.baseline) { $0.number($1) }
        list(indicator.readings) {
            $0.day($1.day)
            $0.optional($1.unit) { $0.reference($1) }
            $0.number($1.value)
        }
    }

    private mutating func target(_ target: Indicator.Target) {
        switch target {
        case .atLeast(let value):
            choice(Indicator.Target.Kind.atLeast)
            number(value)
        case .moreThan(let value):
            choice(Indicator.Target.Kind.moreThan)
            number(value)
        case .reduceBy(let percent):
            choice(Indicator.Target.Kind.reduceBy)
            number(percent)
        case .all(let all, let members):
            choice(Indicator.Target.Kind.all)
            integer(all)
            optional(members) { $0.reference($1) }
        case .achieved:
            choice(Indicator.Target.Kind.achieved)
        case .qualitative(let wording):
            choice(Indicator.Target.Kind.qualitative)
            text(wording)
        }
    }

    mutating func deliverable(_ deliverable: Deliverable) {
        identifier(deliverable.id)
        text(deliverable.name)
        text(deliverable.kind)
        list(deliverable.items) { $0.reference($1) }
        optional(deliverable.phase) { $0.reference($1) }
        optional(deliverable.sentence) { $0.reference($1) }
    }

    mutating func discrepancy(_ discrepancy: Discrepancy) {
        text(discrepancy.code)
        optional(discrepancy.item) { $0.reference($1) }
        text(discrepancy.text)
    }

    mutating func meeting(_ meeting: Meeting) {
        reference(meeting.id)
        text(meeting.name)
        day(meeting.day)
        text(meeting.attendees)
        flag(meeting.isOpen)
    }

    mutating func decision(_ decision: Decision) {
        identifier(decision.id)
        reference(decision.meeting)
        text(decision.text)
        reference(decision.unit)
        optional(decision.deadline) { $0.day($1) }
        list(decision.items) { $0.reference($1) }
        optional(decision.status) { $0.status($1) }
    }
}

extension ImageReader {
    mutating func indicator() -> Indicator {
        var indicator = Indicator(
            id: identifier(), item: reference(), title: text(), printed: text(),
            target: target(), unit: text())
        indicator.sentence = optional { $0.reference() }
        indicator.counting = optional { $0.choice() }
        indicator.printedDeadline = optional { $0.text() }
        indicator.remark = optional { $0.text() }
        indicator.baseline = optional { $0.number() }
        indicator.readings = list {
            Indicator.Reading(
                day: $0.day(), unit: $0.optional { $0.reference() },
                value: $0.number())
        }
        return indicator
    }

    private mutating func target() -> Indicator.Target {
        let kind: Indicator.Target.Kind = choice()
        return switch kind {
        case .atLeast: .atLeast(number())
        case .moreThan: .moreThan(number())
        case .reduceBy: .reduceBy(percent: number())
        case .all:
            .all(of: integer(), members: optional { $0.reference() })
        case .achieved: .achieved
        case .qualitative: .qualitative(wording: text())
        }
    }

    mutating func deliverable() -> Deliverable {
        Deliverable(
            id: identifier(), name: text(), kind: text(),
            items: list { $0.reference() },
            phase: optional { $0.reference() },
            sentence: optional { $0.reference() })
    }

    mutating func discrepancy() -> Discrepancy {
        Discrepancy(
            code: text(), item: optional { $0.reference() },
            text: text())
    }

    mutating func meeting() -> Meeting {
        Meeting(
            id: reference(), name: text(), day: day(), attendees: text(), isOpen: flag())
    }

    mutating func decision() -> Decision {
        Decision(
            id: identifier(), meeting: reference(), text: text(), unit: reference(),
            deadline: optional { $0.day() },
            items: list { $0.reference() },
            status: optional { $0.status() })
    }
}
