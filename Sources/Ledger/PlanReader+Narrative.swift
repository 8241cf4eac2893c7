import StrictJSON
import WorkPlan

extension PlanReader {
    mutating func readParagraphs(_ top: JSONObject) throws(JSONError) {
        guard let list = try top.optional("paragraphs")?.array() else { return }
        for value in list {
            let object = try value.object()
            try object.only(["id", "area", "number", "title", "sentences"])
            let id: Identifier<Paragraph> = try object.identifier("id")
            guard paragraphs.insert(id) else { throw try value.duplicate("id", "段落", id.text) }
            let texts = try object.list("sentences") { value throws(JSONError) in
                let sentence = try value.object()
                try sentence.only(["id", "text"])
                let id: Identifier<Sentence> = try sentence.identifier("id")
                guard sentences.insert(id) else { throw try value.duplicate("id", "句子", id.text) }
                return Sentence(id: id, text: try sentence.title("text"))
            }
            plan.paragraphs.append(
                Paragraph(
                    id: id, area: try object.identifier("area"), number: try object.text("number"),
                    title: try object.text(ifPresent: "title") ?? "", sentences: texts))
        }
    }

    /// Paragraphs come before the items in a file, so their areas are looked at afterwards.
    func checkAreas(_ top: JSONObject) throws(JSONError) {
        guard let list = try top.optional("paragraphs")?.array() else { return }
        for value in list {
            let area = try value.object().required("area")
            let id = try item(area)
            guard let position = plan.tree.position(of: id), plan.tree.level(of: position) == .area else {
                throw area.failure(.invalid("“\(id)”不是工作领域"))
            }
        }
    }

    mutating func readDeliverables(_ top: JSONObject) throws(JSONError) {
        var seen = KnownIdentifiers<Deliverable>()
        plan.deliverables = try top.list("deliverables") { value throws(JSONError) in
            let object = try value.object()
            try object.only(["id", "name", "kind", "item", "also", "phase", "sentence"])
            let id: Identifier<Deliverable> = try object.identifier("id")
            guard seen.insert(id) else { throw try value.duplicate("id", "成果", id.text) }
            var items: [Identifier<Item>] = []
            if let first = object.optional("item") { items.append(try item(first)) }
            let also = try object.list("also") { value throws(JSONError) in try item(value) }
            guard also.isEmpty || !items.isEmpty else {
                throw try object.required("also").failure(.invalid("有 also 就要先有 item"))
            }
            return Deliverable(
                id: id, name: try object.title("name"), kind: try object.text("kind"), items: items + also,
                phase: try phase(ifPresent: object.optional("phase")),
                sentence: try sentence(ifPresent: object.optional("sentence")))
        }
    }

    mutating func readDiscrepancies(_ top: JSONObject) throws(JSONError) {
        plan.discrepancies = try top.list("notes") { value throws(JSONError) in
            let object = try value.object()
            try object.only(["code", "item", "text"])
            return Discrepancy(
                code: try object.title("code"), item: try item(ifPresent: object.optional("item")),
                text: try object.title("text"))
        }
    }
}
