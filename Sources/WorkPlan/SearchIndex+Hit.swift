extension SearchIndex {
    /// A document that was found, as people read it.
    func hit(_ document: SearchDocument, _ query: Query) -> Hit {
        let texts = plan.texts(of: document, belongings).filter { !$0.isEmpty }
        let (name, item, unit) = whereabouts(document)
        let text = texts.first ?? name
        var hit = Hit(kind: document.kind, name: name, text: text, stretches: [], item: item, unit: unit)
        hit.stretches = query.stretches(in: text)
        guard hit.stretches.isEmpty else { return hit }
        for other in texts.dropFirst() + unitNames(document) {
            let stretches = query.stretches(in: other)
            guard !stretches.isEmpty else { continue }
            if other != name { hit.other = Hit.Other(text: other, stretches: stretches) }
            return hit
        }
        hit.stretches = query.stretches(in: text, loosely: true)
        return hit
    }

    /// All names of the units on the item that a document stands for.
    private func unitNames(_ document: SearchDocument) -> [String] {
        guard document.kind == .item else { return [] }
        let units = plan.tree[Int(document.place)].assignments.compactMap { plan.place(of: $0.unit) }
        return units.flatMap { plan.texts(of: SearchDocument(.unit, $0), belongings) }.filter { !$0.isEmpty }
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
