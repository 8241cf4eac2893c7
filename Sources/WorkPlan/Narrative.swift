/// A numbered paragraph of the plan's text.
package struct Paragraph: Equatable, Sendable {
    package let id: Identifier<Paragraph>
    package var area: Identifier<Item>
    /// As printed: （一）1．
    package var number: String
    /// Empty where the paragraph has none.
    package var title: String
    package var sentences: [Sentence]

    package init(
        id: Identifier<Paragraph>, area: Identifier<Item>, number: String, title: String, sentences: [Sentence]
    ) {
        self.id = id
        self.area = area
        self.number = number
        self.title = title
        self.sentences = sentences
    }
}

/// One sentence of the plan's text, verbatim, with its own full stop or semicolon. `id` is ours: 区.段-句.
package struct Sentence: Equatable, Sendable {
    package let id: Identifier<Sentence>
    package var text: String

    package init(id: Identifier<Sentence>, text: String) {
        self.id = id
        self.text = text
    }
}

/// A contradiction or an open question of the source, or a remark of ours, shown beside what it concerns.
package struct Discrepancy: Equatable, Sendable {
    /// The kind of discrepancy: `D1`…`D12`, or `ours`.
    package var code: String
    /// Nil: the plan as a whole.
    package var item: Identifier<Item>?
    package var text: String

    package init(code: String, item: Identifier<Item>?, text: String) {
        self.code = code
        self.item = item
        self.text = text
    }
}

/// A thing the plan names: a platform, a system, a document to be issued.
package struct Deliverable: Equatable, Sendable {
    package let id: Identifier<Deliverable>
    package var name: String
    package var kind: String
    package var items: [Identifier<Item>]
    package var phase: Identifier<Phase>?
    package var sentence: Identifier<Sentence>?

    package init(
        id: Identifier<Deliverable>, name: String, kind: String, items: [Identifier<Item>],
        phase: Identifier<Phase>?, sentence: Identifier<Sentence>?
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.items = items
        self.phase = phase
        self.sentence = sentence
    }
}
