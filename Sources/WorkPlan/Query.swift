/// What somebody looks for: a 序号, or words that must all occur. Full-width and half-width forms, upper and lower
/// case and the variants of quotes, dashes and brackets are one; the plan's own text is never changed for it.
package struct Query: Equatable, Sendable {
    private let words: [[Unicode.Scalar]]
    /// `15` or `第15项`: then rows of this number come before rows whose text holds it.
    package let number: String?

    package init(_ text: String) {
        words = text.unicodeScalars.split { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }.map { $0.map(Self.folded) }
        let digits = words.count == 1 ? words[0].filter { $0 != "第" && $0 != "项" } : []
        let isNumber = !digits.isEmpty && digits.count <= 6 && digits.allSatisfy { ("0"..."9").contains($0) }
        number = isNumber ? String(String.UnicodeScalarView(digits)) : nil
    }

    package var isEmpty: Bool { words.isEmpty }

    /// The stretches of `text` that the query's words match, as offsets of Unicode scalars, in order; empty when no
    /// word matches.
    package func stretches(in text: String) -> [Range<Int>] {
        let haystack = text.unicodeScalars.map(Self.folded)
        var found: [Range<Int>] = []
        for word in words {
            var start = 0
            while let place = Self.first(word, in: haystack, from: start) {
                found.append(place..<place + word.count)
                start = place + word.count
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether every word occurs in one of the texts.
    package func matches(_ texts: [String]) -> Bool {
        let haystacks = texts.map { $0.unicodeScalars.map(Self.folded) }
        return !words.isEmpty
            && words.allSatisfy { word in haystacks.contains { Self.first(word, in: $0, from: 0) != nil } }
    }

    private static func first(_ word: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
        guard !word.isEmpty, text.count >= word.count, start <= text.count - word.count else { return nil }
        return (start...text.count - word.count).first { place in
            word.indices.allSatisfy { text[place + $0] == word[$0] }
        }
    }

    /// One scalar for all its variants.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "A"..."Z": Unicode.Scalar(scalar.value + 32) ?? scalar
        case "\u{FF01}"..."\u{FF5E}": folded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case "“", "”", "„": "\""
        case "‘", "’": "'"
        case "—", "–", "－", "―": "-"
        case "•", "・": "·"
        case "〔", "【", "［": "("
        case "〕", "】", "］": ")"
        case "、": ","
        case "\u{3000}": " "
        default: scalar
        }
    }
}

extension Plan {
    /// Whether a query names an item by its 序号: then nothing else is meant, also where a text holds the digits.
    package func isNumbered(_ query: Query) -> Bool {
        query.number.map { number in tree.items.contains { $0.number == number } } ?? false
    }

    /// The items a query finds: a 序号 exactly first, then every item in whose title, units or added words all the
    /// words occur, in reading order.
    package func find(_ query: Query) -> [ItemTree.Position] {
        guard !query.isEmpty else { return [] }
        let numbered = query.number.map { number in
            tree.items.indices.filter { tree[$0].number == number }
        }
        if let numbered, !numbered.isEmpty { return numbered }
        return tree.items.indices.filter { query.matches(words(of: tree[$0])) }
    }

    /// What of an item is searched: its number, title, units with their other names, indicators and deliverables.
    private func words(of item: Item) -> [String] {
        var words = [item.number, item.title, item.wording]
        for assignment in item.assignments {
            guard let unit = unit(assignment.unit) else { continue }
            words.append(unit.name)
            words += unit.aliases
        }
        words += indicators(of: item.id).map(\.title)
        words += deliverables(of: item.id).map(\.name)
        return words
    }
}
