/// One thing of a plan that can be found, as its place in the plan.
struct SearchDocument: Sendable {
    var kind: Hit.Kind
    /// Of the unit, item, indicator … in its list; of a sentence's paragraph; of the item a report or a note hangs on.
    var place: Int32
    /// Of the sentence, report, note, evidence or contact in that.
    var part: Int32 = 0
    /// How many of its texts are its own name or words; what follows is what belongs to it.
    var names: Int32 = 1
}

extension Plan {
    /// What comes before the items in an index: units first, so that a unit's document has the unit's place. Each document
    /// comes with its texts, the words shown first.
    func eachDocumentBeforeItems(_ body: (SearchDocument, [String]) -> Void) {
        for (place, unit) in units.enumerated() {
            let names = [unit.name, unit.short] + unit.aliases + unit.renames.map(\.name)
            body(SearchDocument(kind: .unit, place: Int32(place), names: Int32(names.count)), names)
        }
        for (place, unit) in units.enumerated() {
            for (part, contact) in unit.contacts.enumerated() {
                body(
                    SearchDocument(kind: .contact, place: Int32(place), part: Int32(part)),
                    [contact.name, contact.role, contact.telephone])
            }
        }
    }

    func eachDocumentBehindItems(_ body: (SearchDocument, [String]) -> Void) {
        for (place, indicator) in indicators.enumerated() {
            body(
                SearchDocument(kind: .indicator, place: Int32(place), names: 2),
                [indicator.title, indicator.id.text, indicator.printed, indicator.remark ?? ""])
        }
        for (place, deliverable) in deliverables.enumerated() {
            body(SearchDocument(kind: .deliverable, place: Int32(place)), [deliverable.name, deliverable.kind])
        }
        for (place, decision) in decisions.enumerated() {
            body(SearchDocument(kind: .decision, place: Int32(place)), [decision.text])
        }
        for (place, meeting) in meetings.enumerated() {
            body(SearchDocument(kind: .meeting, place: Int32(place)), [meeting.name, meeting.attendees])
        }
        for (place, paragraph) in paragraphs.enumerated() {
            for (part, sentence) in paragraph.sentences.enumerated() {
                body(
                    SearchDocument(kind: .sentence, place: Int32(place), part: Int32(part), names: 2),
                    [sentence.text, sentence.id.text])
            }
        }
        for (place, phase) in phases.enumerated() {
            body(SearchDocument(kind: .phase, place: Int32(place)), [phase.title, phase.text])
        }
        for (place, safeguard) in safeguards.enumerated() {
            body(SearchDocument(kind: .safeguard, place: Int32(place)), [safeguard.title, safeguard.text])
        }
        for (place, discrepancy) in discrepancies.enumerated() {
            body(SearchDocument(kind: .discrepancy, place: Int32(place)), [discrepancy.text, discrepancy.code])
        }
    }

    /// The names of what belongs to items.
    var belongings: [Identifier<Item>: [String]] {
        var belongings: [Identifier<Item>: [String]] = [:]
        for indicator in indicators { belongings[indicator.item, default: []].append(indicator.title) }
        for deliverable in deliverables {
            for item in deliverable.items { belongings[item, default: []].append(deliverable.name) }
        }
        return belongings
    }

    /// Some items with what belongs to them, and what was written about them; `numbers` has seen those before them.
    func eachDocument(
        ofItems positions: Range<ItemTree.Position>, _ belongings: [Identifier<Item>: [String]],
        _ numbers: inout RunningNumbers, _ body: (SearchDocument, [String]) -> Void
    ) {
        for position in positions {
            let parent = tree.parent(of: position)
            tree.items.with(position) { item in
                let place = Int32(position)
                var texts = [item.wording, numbers.next(item.number, item.level, under: parent)]
                if !belongings.isEmpty { texts += belongings[item.id] ?? [] }
                if !item.rewordings.isEmpty { texts.append(item.title) }
                body(SearchDocument(kind: .item, place: place, names: 2), texts)
                for (part, report) in item.reports.enumerated() {
                    body(
                        SearchDocument(kind: .report, place: place, part: Int32(part), names: 3),
                        [report.progress, report.problems, report.next])
                }
                for (part, note) in item.notes.enumerated() {
                    body(SearchDocument(kind: .note, place: place, part: Int32(part)), [note.text])
                }
                for (part, evidence) in item.evidence.enumerated() {
                    body(
                        SearchDocument(kind: .evidence, place: place, part: Int32(part)),
                        [evidence.about, evidence.place])
                }
            }
        }
    }
}

extension Item {
    /// Whether a search finds the same of another state of the item: whether all that `eachDocument` reads is the same.
    func isFound(as other: Item) -> Bool {
        id == other.id && number == other.number && level == other.level && title == other.title
            && rewordings == other.rewordings && assignments == other.assignments && reports == other.reports
            && notes == other.notes && evidence == other.evidence
    }
}

/// The numbers `Plan.number(of:)` gives, in reading order, without counting siblings again for each.
struct RunningNumbers {
    private var numbers: [String] = []
    private var children: [Int] = []

    mutating func next(_ printed: String, _ level: Level, under parent: Int?) -> String {
        if let parent { children[parent] += 1 }
        let number =
            if !printed.isEmpty {
                level == .area ? String(printed.filter { $0 != "（" && $0 != "）" }) : printed
            } else {
                parent.map { "\(numbers[$0])-\(children[$0])" } ?? ""
            }
        numbers.append(number)
        children.append(0)
        return number
    }
}
