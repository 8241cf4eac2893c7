extension SearchIndex {
    /// A document that was found, as people read it.
    func hit(_ number: Int, _ query: Query, _ words: [WordMatcher]) -> Hit {
        let document = documents[number]
        let texts = texts(number)
        let (name, item, unit) = whereabouts(document)
        let text = texts.first?.text ?? name
        var hit = Hit(kind: document.kind, name: name, text: text, stretches: [], item: item, unit: unit)
        hit.stretches = texts.first.map { stretches(words, in: $0.place) } ?? query.stretches(in: text)
        guard hit.stretches.isEmpty else { return hit }
        let unitNames = units[units(number)].flatMap { self.texts(Int($0)) }
        for other in texts.dropFirst() + unitNames {
            let stretches = stretches(words, in: other.place)
            guard !stretches.isEmpty else { continue }
            if other.text != name { hit.other = Hit.Other(text: other.text, stretches: stretches) }
            return hit
        }
        hit.stretches = query.stretches(in: text, loosely: true)
        return hit
    }

    /// The texts of a document that are not empty, with their places.
    private func texts(_ document: Int) -> [(place: Int, text: String)] {
        zip(strings(document), plan.texts(of: documents[document], belongings)).filter { !$1.isEmpty }.map { ($0, $1) }
    }

    /// `Query.stretches`, without working out the text's characters again.
    private func stretches(_ words: [WordMatcher], in place: Int) -> [Range<Int>] {
        let text = text.span.extracting(range(ofString: place))
        return words.flatMap { $0.stretches(in: text) }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// What a document is called, and the item and the unit one goes to from it.
    private func whereabouts(
        _ document: SearchDocument
    ) -> (name: String, item: ItemTree.Position?, unit: Identifier<Unit>?) {
        let place = Int(document.place)
        let part = Int(document.part)
        switch document.kind {
        case .unit: return (plan.units[place].name, nil, plan.units[place].id)
        case .contact: return ("\(plan.units[place].name)联络员", nil, plan.units[place].id)
        case .item: return (plan.number(of: place), place, nil)
        case .indicator:
            let indicator = plan.indicators[place]
            return (indicator.id.text, plan.tree.position(of: indicator.item), nil)
        case .deliverable:
            let deliverable = plan.deliverables[place]
            return (deliverable.name, deliverable.items.first.flatMap(plan.tree.position), nil)
        case .decision:
            let decision = plan.decisions[place]
            let meeting = plan.meetings.first { $0.id == decision.meeting }
            return (meeting?.name ?? "", decision.items.first.flatMap(plan.tree.position), decision.unit)
        case .meeting: return (plan.meetings[place].name, nil, nil)
        case .sentence:
            let paragraph = plan.paragraphs[place]
            let sentence = paragraph.sentences[part].id
            let items = plan.tree.items
            let item =
                items.firstIndex { $0.sentences.contains(sentence) }
                ?? items.firstIndex { $0.paragraph == paragraph.id }
            return (sentence.text, item, nil)
        case .phase: return (plan.phases[place].title, nil, nil)
        case .safeguard: return (plan.safeguards[place].title, nil, nil)
        case .report:
            let report = plan.tree[place].reports[part]
            let unit = plan.unit(report.unit)?.name ?? ""
            return ("\(plan.name(of: place))\(unit)\(report.period.word)", place, report.unit)
        case .note, .evidence: return (plan.name(of: place), place, nil)
        case .discrepancy:
            let discrepancy = plan.discrepancies[place]
            return (discrepancy.code, discrepancy.item.flatMap(plan.tree.position), nil)
        }
    }
}
