/// A plan's texts made ready to be searched at every key: folded once, as numbers of an alphabet, one after the other.
/// Building it reads the whole plan; a page keeps it as long as the plan stays the same.
package struct SearchIndex: Sendable {
    let plan: Plan
    private(set) var documents: [SearchDocument] = []
    /// Every text as it is, by document; `firstStrings` says where a document's begin, with one more at the end.
    private var strings: [String] = []
    private var firstStrings: [Int] = []
    /// Every text folded, with a separator before each; `starts` says where a text's separator is, with one more at the
    /// end.
    private(set) var text: [UInt32] = []
    private var starts: [Int] = []
    /// The different characters of all texts; the separator first.
    private(set) var alphabet: [Unicode.Scalar] = [" "]
    /// By character; worked out when the first query with letters comes.
    private var readings: [[[UInt8]]] = []
    /// The units of every item by their places, which are those of their documents; `firstUnits` as above.
    private(set) var units: [Int] = []
    private var firstUnits: [Int] = []
    /// What the last search left for a query that only goes on.
    var narrowed: Narrowed?

    package init(_ plan: Plan) {
        self.plan = plan
        var letters = Letters()
        plan.eachDocument { document, texts in
            documents.append(document)
            firstStrings.append(strings.count)
            for string in texts {
                strings.append(string)
                starts.append(text.count)
                text.append(WordMatcher.separator)
                for scalar in string.unicodeScalars { text.append(letters.number(scalar, &alphabet)) }
            }
        }
        firstStrings.append(strings.count)
        starts.append(text.count)
        let places = Dictionary(zip(plan.units.map(\.id), plan.units.indices)) { first, _ in first }
        for item in plan.tree.items {
            firstUnits.append(units.count)
            units += item.assignments.compactMap { places[$0.unit] }
        }
        firstUnits.append(units.count)
    }

    /// The places of a document's texts; those shown first come first.
    func strings(_ document: Int) -> Range<Int> { firstStrings[document]..<firstStrings[document + 1] }

    func string(_ place: Int) -> String { strings[place] }

    /// Where a text lies in `text`, without its separator.
    func range(ofString place: Int) -> Range<Int> { starts[place] + 1..<starts[place + 1] }

    /// All of a document's text.
    func range(_ document: Int) -> Range<Int> {
        starts[firstStrings[document]]..<starts[firstStrings[document + 1]]
    }

    /// Its names or own words, and what belongs to it.
    func ranges(_ document: Int) -> (names: Range<Int>, belongings: Range<Int>) {
        let strings = strings(document)
        let end = starts[min(strings.upperBound, strings.lowerBound + Int(documents[document].names))]
        return (starts[strings.lowerBound]..<end, end..<starts[strings.upperBound])
    }

    /// The places in `units` of the units of an item; none for anything else.
    func units(_ document: Int) -> Range<Int> {
        guard documents[document].kind == .item else { return 0..<0 }
        let item = Int(documents[document].place)
        return firstUnits[item]..<firstUnits[item + 1]
    }

    /// What letters may stand for.
    enum Spelling {
        /// Themselves; also the usual reading of a character; also every other reading of it.
        case literal, usual, every
    }

    /// The words of a query against this alphabet.
    mutating func matchers(_ query: Query, _ spelling: Spelling) -> [WordMatcher] {
        if spelling != .literal, readings.isEmpty, let table = query.readings {
            readings = alphabet.map(table.readings)
        }
        let most = spelling == .literal || query.readings == nil ? 0 : spelling == .usual ? 1 : Int.max
        return query.words.map { word in
            WordMatcher(word, alphabet: alphabet) { most == 0 ? [] : Array(readings[$0].prefix(most)) }
        }
    }
}

/// Gives every character the number in the alphabet that it has with all its variants.
private struct Letters {
    private var common: [UInt32] = Array(repeating: 0, count: 0x1_0000)
    private var rare: [Unicode.Scalar: UInt32] = [:]

    mutating func number(_ scalar: Unicode.Scalar, _ alphabet: inout [Unicode.Scalar]) -> UInt32 {
        let code = Int(scalar.value)
        let known = code < common.count ? common[code] : rare[scalar] ?? 0
        guard known == 0 else { return known }
        let folded = Query.folded(scalar)
        let number = folded == scalar ? UInt32(alphabet.count) : number(folded, &alphabet)
        if folded == scalar { alphabet.append(scalar) }
        if code < common.count { common[code] = number } else { rare[scalar] = number }
        return number
    }
}
