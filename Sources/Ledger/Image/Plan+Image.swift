import WorkPlan

// How a plan lies in an image: each type's values in the order in which both functions name them. Whoever changes an
// order here or in the files beside it raises `Image.layout`.

extension ImageWriter {
    /// All of a plan but its items.
    mutating func plan(_ plan: Plan) {
        identifier(plan.id)
        for text in [plan.title, plan.shortTitle, plan.issuer, plan.period, plan.goal] { self.text(text) }
        day(plan.issued)
        day(plan.periodEnd)
        source(plan.source)
        rules(plan.rules)
        list(plan.phases) { $0.phase($1) }
        list(plan.safeguards) { $0.safeguard($1) }
        list(plan.units) { $0.unit($1) }
        list(plan.paragraphs) { $0.paragraph($1) }
        list(plan.indicators) { $0.indicator($1) }
        list(plan.deliverables) { $0.deliverable($1) }
        list(plan.discrepancies) { $0.discrepancy($1) }
        list(plan.meetings) { $0.meeting($1) }
        list(plan.decisions) { $0.decision($1) }
    }
}

extension ImageReader {
    /// All of a plan but its items.
    mutating func plan() -> Plan {
        let id: Identifier<Plan> = identifier()
        let (title, shortTitle, issuer) = (text(), text(), text())
        let (period, goal) = (text(), text())
        let (issued, periodEnd) = (day(), day())
        var plan = Plan(
            id: id, title: title, shortTitle: shortTitle, issuer: issuer, issued: issued, period: period,
            periodEnd: periodEnd, goal: goal)
        plan.source = source()
        plan.rules = rules()
        plan.phases = list { $0.phase() }
        plan.safeguards = list { $0.safeguard() }
        for unit in list({ $0.unit() }) where !plan.add(unit) { fail() }
        plan.paragraphs = list { $0.paragraph() }
        plan.indicators = list { $0.indicator() }
        plan.deliverables = list { $0.deliverable() }
        plan.discrepancies = list { $0.discrepancy() }
        plan.meetings = list { $0.meeting() }
        plan.decisions = list { $0.decision() }
        return plan
    }
}

// MARK: What stands around the table

extension ImageWriter {
    fileprivate mutating func source(_ source: Plan.Source) {
        for text in [
            source.notice, source.addressees, source.copies, source.publicity, source.approval, source.preamble,
            source.tableTitle,
        ] { self.text(text) }
        list(source.basis) { $0.text($1) }
        list(source.tableHeadings) { $0.text($1) }
    }

    fileprivate mutating func rules(_ rules: Rules) {
        optional(rules.deadlinePhase) { $0.reference($1) }
        list(rules.printedDeadlines) {
            $0.text($1.phrase)
            $0.day($1.day)
        }
        choice(rules.lead)
        number(rules.light.yellow)
        number(rules.light.red)
        integer(rules.light.dueSoon)
        choice(rules.reporting.cycle)
        integer(rules.reporting.dueDay)
        flag(rules.reporting.isPrinted)
    }

    fileprivate mutating func phase(_ phase: Phase) {
        reference(phase.id)
        for text in [phase.number, phase.title, phase.printed, phase.text] { self.text(text) }
        day(phase.start)
        day(phase.end)
    }

    fileprivate mutating func safeguard(_ safeguard: Safeguard) {
        identifier(safeguard.id)
        for text in [safeguard.number, safeguard.title, safeguard.text] { self.text(text) }
    }

    fileprivate mutating func unit(_ unit: Unit) {
        reference(unit.id)
        text(unit.name)
        text(unit.short)
        list(unit.aliases) { $0.text($1) }
        choice(unit.kind)
        flag(unit.isPrinted)
        list(unit.members) { $0.reference($1) }
        list(unit.renames) {
            $0.text($1.from)
            $0.text($1.name)
        }
        list(unit.generalKnowledge) { $0.text($1) }
        list(unit.contacts) {
            for text in [$1.name, $1.role, $1.telephone] { $0.text(text) }
        }
    }

    fileprivate mutating func paragraph(_ paragraph: Paragraph) {
        reference(paragraph.id)
        reference(paragraph.area)
        text(paragraph.number)
        text(paragraph.title)
        list(paragraph.sentences) {
            $0.reference($1.id)
            $0.text($1.text)
        }
    }
}

extension ImageReader {
    fileprivate mutating func source() -> Plan.Source {
        var source = Plan.Source()
        source.notice = text()
        source.addressees = text()
        source.copies = text()
        source.publicity = text()
        source.approval = text()
        source.preamble = text()
        source.tableTitle = text()
        source.basis = list { $0.text() }
        source.tableHeadings = list { $0.text() }
        return source
    }

    fileprivate mutating func rules() -> Rules {
        var rules = Rules()
        rules.deadlinePhase = optional { $0.reference() }
        rules.printedDeadlines = list {
            Rules.PrintedDeadline(phrase: $0.text(), day: $0.day())
        }
        rules.lead = choice()
        rules.light = Rules.LightThresholds(yellow: number(), red: number(), dueSoon: integer())
        rules.reporting = Rules.Reporting(cycle: choice(), dueDay: integer(), isPrinted: flag())
        return rules
    }

    fileprivate mutating func phase() -> Phase {
        let id: Identifier<Phase> = reference()
        let (number, title, printed, text) = (text(), text(), text(), text())
        return Phase(
            id: id, number: number, title: title, printed: printed, start: day(), end: day(), text: text)
    }

    fileprivate mutating func safeguard() -> Safeguard {
        Safeguard(id: identifier(), number: text(), title: text(), text: text())
    }

    fileprivate mutating func unit() -> Unit {
        let (id, name, short): (Identifier<Unit>, String, String) = (reference(), text(), text())
        let aliases = list { $0.text() }
        var unit = Unit(id: id, name: name, short: short, kind: choice())
        unit.aliases = aliases
        unit.isPrinted = flag()
        unit.members = list { $0.reference() }
        unit.renames = list {
            Unit.Rename(from: $0.text(), name: $0.text())
        }
        unit.generalKnowledge = list { $0.text() }
        unit.contacts = list {
            Contact(name: $0.text(), role: $0.text(), telephone: $0.text())
        }
        return unit
    }

    fileprivate mutating func paragraph() -> Paragraph {
        Paragraph(
            id: reference(), area: reference(), number: text(), title: text(),
            sentences: list {
                Sentence(id: $0.reference(), text: $0.text())
            })
    }
}
