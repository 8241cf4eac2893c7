import WorkPlan

extension ImageWriter {
    /// An item, how long its extras are, which lie elsewhere, and whether there are rewordings among them.
    mutating func item(_ item: Item, extras: Int) {
        identifier(item.id)
        choice(item.level)
        text(item.number)
        text(item.title)
        assignments(item.assignments)
        flag(item.isRecurrent)
        optional(item.weight == 1 ? nil : item.weight) { $0.number($1) }
        count(extras)
        if extras > 0 { flag(!item.rewordings.isEmpty) }
    }

    mutating func extras(_ extras: Item.Extras) {
        optional(extras.addedSource) { $0.text($1) }
        optional(extras.paragraph) { $0.reference($1) }
        list(extras.sentences) { $0.reference($1) }
        optional(extras.unitsPrinted) { $0.text($1) }
        optional(extras.printedDeadline) { $0.text($1) }
        optional(extras.start) { $0.day($1) }
        optional(extras.due) { $0.day($1) }
        list(extras.recurrences) {
            $0.text($1.name)
            $0.optional($1.month) { $0.integer($1) }
            $0.optional($1.day) { $0.integer($1) }
        }
        list(extras.rewordings) {
            $0.identifier($1.id)
            $0.text($1.text)
            $0.text($1.basis)
            $0.day($1.decided)
        }
        list(extras.adjustments) {
            $0.identifier($1.id)
            $0.day($1.deadline)
            $0.text($1.basis)
            $0.day($1.decided)
        }
        list(extras.progress) {
            $0.optional($1.unit) { $0.reference($1) }
            $0.day($1.day)
            $0.status($1.status)
        }
        list(extras.reports) { $0.report($1) }
        list(extras.evidence) {
            $0.identifier($1.id)
            $0.text($1.place)
            $0.text($1.about)
        }
        list(extras.notes) {
            $0.identifier($1.id)
            $0.day($1.day)
            $0.text($1.text)
        }
        optional(extras.lightOverride) {
            $0.choice($1.light)
            $0.text($1.reason)
            $0.day($1.until)
        }
    }

    private mutating func report(_ report: Report) {
        reference(report.unit)
        choice(report.period.cycle)
        integer(report.period.index)
        for text in [report.progress, report.problems, report.next] { self.text(text) }
        flag(report.needsCoordination)
        day(report.received)
        flag(report.isSignedOff)
    }

    mutating func status(_ status: Status) {
        choice(status.category)
        switch status {
        case .notStarted: break
        case .underway(let percent): optional(percent) { $0.number($1) }
        case .completed(let day): self.day(day)
        case .struckOff(let day, let evidence):
            self.day(day)
            text(evidence)
        case .terminated(let reason): text(reason)
        }
    }
}

extension ImageReader {
    /// - Parameter extras: given how long they are, where there are any, and whether there are rewordings among them.
    mutating func item(_ extras: (Int, Bool) -> Item.Shelf) -> Item {
        Item(
            id: identifier(), level: choice(), number: text(), title: text(),
            assignments: assignments(), isRecurrent: flag(), weight: optional { $0.number() } ?? 1,
            extras: length().map { extras($0, flag()) })
    }

    mutating func extras() -> Item.Extras {
        var extras = Item.Extras()
        extras.addedSource = optional { $0.text() }
        extras.paragraph = optional { $0.reference() }
        extras.sentences = list { $0.reference() }
        extras.unitsPrinted = optional { $0.text() }
        extras.printedDeadline = optional { $0.text() }
        extras.start = optional { $0.day() }
        extras.due = optional { $0.day() }
        extras.recurrences = list {
            Recurrence(
                name: $0.text(), month: $0.optional { $0.integer() },
                day: $0.optional { $0.integer() })
        }
        extras.rewordings = list {
            Rewording(id: $0.identifier(), text: $0.text(), basis: $0.text(), decided: $0.day())
        }
        extras.adjustments = list {
            Adjustment(
                id: $0.identifier(), deadline: $0.day(), basis: $0.text(), decided: $0.day())
        }
        extras.progress = list {
            Progress(
                unit: $0.optional { $0.reference() }, day: $0.day(),
                status: $0.status())
        }
        extras.reports = list { $0.report() }
        extras.evidence = list {
            Evidence(id: $0.identifier(), place: $0.text(), about: $0.text())
        }
        extras.notes = list {
            Note(id: $0.identifier(), day: $0.day(), text: $0.text())
        }
        extras.lightOverride = optional {
            LightOverride(light: $0.choice(), reason: $0.text(), until: $0.day())
        }
        return extras
    }

    private mutating func report() -> Report {
        Report(
            unit: reference(), period: period(), progress: text(), problems: text(), next: text(),
            needsCoordination: flag(), received: day(), isSignedOff: flag())
    }

    private mutating func period() -> Period {
        let cycle: ReportingCycle = choice()
        let index = integer(in: 0...12 * 10_000)
        return Period(cycle: cycle, index: index)
    }

    mutating func status() -> Status {
        let category: Status.Category = choice()
        return switch category {
        case .notReported, .notStarted: .notStarted
        case .underway: .underway(percent: optional { $0.number() })
        case .completed: .completed(day())
        case .struckOff: .struckOff(day(), evidence: text())
        case .terminated: .terminated(reason: text())
        }
    }
}
