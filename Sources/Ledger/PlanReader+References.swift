import StrictJSON
import WorkPlan

/// The identifiers of one kind of thing. Kept as bare texts: the runtime makes the type of a set at its first use, and
/// one for all kinds is made sooner than one for each.
struct KnownIdentifiers<Subject> {
    private var texts: Set<String> = []

    func contains(_ id: Identifier<Subject>) -> Bool { texts.contains(id.text) }

    /// - Returns: false when the identifier was there before.
    mutating func insert(_ id: Identifier<Subject>) -> Bool { texts.insert(id.text).inserted }
}

// A reference is an identifier of something that has been read already. Where the value is absent, so is what it names.
extension PlanReader {
    func unit(_ value: JSONValue) throws(JSONError) -> Identifier<Unit> {
        let id: Identifier<Unit> = try value.identifier()
        guard units.contains(id) else { throw value.failure(.invalid("单位“\(id)”不在 units 里")) }
        return id
    }

    func item(_ value: JSONValue) throws(JSONError) -> Identifier<Item> {
        let id: Identifier<Item> = try value.identifier()
        guard plan.tree.position(of: id) != nil else { throw value.failure(.invalid("事项“\(id)”不在 items 里")) }
        return id
    }

    func sentence(_ value: JSONValue) throws(JSONError) -> Identifier<Sentence> {
        let id: Identifier<Sentence> = try value.identifier()
        guard sentences.contains(id) else { throw value.failure(.invalid("句子“\(id)”不在 paragraphs 里")) }
        return id
    }

    func phase(_ value: JSONValue) throws(JSONError) -> Identifier<Phase> {
        let id: Identifier<Phase> = try value.identifier()
        guard phases.contains(id) else { throw value.failure(.invalid("阶段“\(id)”不在 phases 里")) }
        return id
    }

    func unit(ifPresent value: JSONValue?) throws(JSONError) -> Identifier<Unit>? {
        if let value { try unit(value) } else { nil }
    }

    func item(ifPresent value: JSONValue?) throws(JSONError) -> Identifier<Item>? {
        if let value { try item(value) } else { nil }
    }

    func sentence(ifPresent value: JSONValue?) throws(JSONError) -> Identifier<Sentence>? {
        if let value { try sentence(value) } else { nil }
    }

    func phase(ifPresent value: JSONValue?) throws(JSONError) -> Identifier<Phase>? {
        if let value { try phase(value) } else { nil }
    }
}
