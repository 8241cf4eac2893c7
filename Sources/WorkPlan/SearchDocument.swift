/// One thing of a plan that can be found, as its place in the plan.
struct SearchDocument: Sendable {
    var kind: Hit.Kind
    /// Of the unit, item, indicator … in its list; of a sentence's paragraph; of the item a report or a note hangs on.
    var place: Int32
    /// Of the sentence, report, note, evidence or contact in that.
    var part: Int32 = 0

    init(_ kind: Hit.Kind, _ place: Int, _ part: Int = 0) {
        self.kind = kind
        self.place = Int32(place)
        self.part = Int32(part)
    }

    /// How many of its texts at most are its own name or words; what follows is what belongs to it.
    var names: Int {
        switch kind {
        case .unit: .max
        case .report: 3
        case .item, .indicator, .sentence: 2
        case .deliverable, .decision, .meeting, .phase, .safeguard, .contact, .note, .evidence, .discrepancy: 1
        }
    }
}

extension Plan {
    /// What comes before the items in an index: units first, so that a unit's document has the unit's place.
    var documentsBeforeItems: [SearchDocument] {
        units.indices.map { SearchDocument(.unit, $0) }
            + units.indices.flatMap { unit in
                units[unit].contacts.indices.map { SearchDocument(.contact, unit, $0) }
            }
    }

    var documentsBehindItems: [SearchDocument] {
        var documents = indicators.indices.map { SearchDocument(.indicator, $0) }
        documents += deliverables.indices.map { SearchDocument(.deliverable, $0) }
        documents += decisions.indices.map { SearchDocument(.decision, $0) }
        documents += meetings.indices.map { SearchDocument(.meeting, $0) }
        for (place, paragraph) in paragraphs.enumerated() {
            documents += paragraph.sentences.indices.map { SearchDocument(.sentence, place, $0) }
        }
        documents += phases.indices.map { SearchDocument(.phase, $0) }
        documents += safeguards.indices.map { SearchDocument(.safeguard, $0) }
        documents += discrepancies.indices.map { SearchDocument(.discrepancy, $0) }
        return documents
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

    /// Some items, each followed by what was written about it, with their texts as `texts(of:_:)` gives them, and the
    /// places of the units on them.
    func eachDocument(
        ofItems positions: Range<ItemTree.Position>, _ belongings: [Identifier<Item>: [String]],
        _ body: (SearchDocument, [String], [Int]) -> Void
    ) {
        tree.items.each(in: positions) { position, item in
            let units = item.assignments.compactMap { place(of: $0.unit) }
            body(SearchDocument(.item, position), item.texts(number(of: item, at: position), belongings), units)
            for (part, report) in item.reports.enumerated() {
                body(SearchDocument(.report, position, part), report.texts, [])
            }
            for (part, note) in item.notes.enumerated() { body(SearchDocument(.note, position, part), [note.text], []) }
            for (part, evidence) in item.evidence.enumerated() {
                body(SearchDocument(.evidence, position, part), [evidence.about, evidence.place], [])
            }
        }
    }

    /// What is searched of a document, the words shown first.
    func texts(of document: SearchDocument, _ belongings: [Identifier<Item>: [String]]) -> [String] {
        let (place, part) = (Int(document.place), Int(document.part))
        switch document.kind {
        case .unit:
            let unit = units[place]
            return [unit.name, unit.short] + unit.aliases + unit.renames.map(\.name)
        case .contact:
            let contact = units[place].contacts[part]
            return [contact.name, contact.role, contact.telephone]
        case .item: return tree[place].texts(number(of: place), belongings)
        case .report: return tree[place].reports[part].texts
        case .note: return [tree[place].notes[part].text]
        case .evidence:
            let evidence = tree[place].evidence[part]
            return [evidence.about, evidence.place]
        case .indicator:
            let indicator = indicators[place]
            return [indicator.title, indicator.id.text, indicator.printed, indicator.remark ?? ""]
        case .deliverable: return [deliverables[place].name, deliverables[place].kind]
        case .decision: return [decisions[place].text]
        case .meeting: return [meetings[place].name, meetings[place].attendees]
        case .sentence:
            let sentence = paragraphs[place].sentences[part]
            return [sentence.text, sentence.id.text]
        case .phase: return [phases[place].title, phases[place].text]
        case .safeguard: return [safeguards[place].title, safeguards[place].text]
        case .discrepancy: return [discrepancies[place].text, discrepancies[place].code]
        }
    }
}

extension Item {
    fileprivate func texts(_ number: String, _ belongings: [Identifier<Item>: [String]]) -> [String] {
        var texts = [wording, number]
        if !belongings.isEmpty { texts += belongings[id] ?? [] }
        if !rewordings.isEmpty { texts.append(title) }
        return texts
    }

    /// Whether a search finds the same of another state of the item: whether all that `eachDocument` reads is the same.
    func isFound(as other: Item) -> Bool {
        id == other.id && number == other.number && level == other.level && title == other.title
            && rewordings == other.rewordings && assignments == other.assignments && reports == other.reports
            && notes == other.notes && evidence == other.evidence
    }
}

extension Report {
    fileprivate var texts: [String] { [progress, problems, next] }
}
