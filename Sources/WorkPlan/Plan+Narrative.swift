extension Plan {
    package func paragraph(_ id: Identifier<Paragraph>) -> Paragraph? {
        paragraphs.first { $0.id == id }
    }

    package func sentence(_ id: Identifier<Sentence>) -> Sentence? {
        for paragraph in paragraphs {
            if let found = paragraph.sentences.first(where: { $0.id == id }) { return found }
        }
        return nil
    }

    /// The sentences that some subtask comes from.
    package var coveredSentences: Set<Identifier<Sentence>> {
        paragraphs.isEmpty ? [] : Set(tree.subtasks.lazy.flatMap { tree[$0].sentences })
    }

    package func indicators(of item: Identifier<Item>) -> [Indicator] {
        indicators.filter { $0.item == item }
    }

    package func deliverables(of item: Identifier<Item>) -> [Deliverable] {
        deliverables.filter { $0.items.contains(item) }
    }

    /// The discrepancies beside an item; nil for those of the plan as a whole.
    package func discrepancies(of item: Identifier<Item>?) -> [Discrepancy] {
        discrepancies.filter { $0.item == item }
    }
}
