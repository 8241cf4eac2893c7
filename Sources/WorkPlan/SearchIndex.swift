/// A plan's texts made ready to be searched at every key: folded once, as numbers of an alphabet, one after the other.
/// Made by `SearchIndexing`; whoever searches keeps it as long as the plan stays the same.
package struct SearchIndex: Sendable {
    private(set) var plan: Plan
    private(set) var documents: [SearchDocument] = []
    let belongings: [Identifier<Item>: [String]]
    /// The place of each document's first text among all texts, with one more at the end. The plan has the texts as they
    /// are.
    private var firstStrings: [Int32] = []
    /// Every text folded, with a separator before each; `starts` says where a text's separator is, with one more at the
    /// end. Half the width of a scalar, because the texts of a large plan are most of an index.
    private(set) var text: [UInt16] = []
    private var starts: [Int32] = []
    /// By document.
    private(set) var marks: [CharacterMarks] = []
    /// The different characters of all texts; the separator first.
    private(set) var alphabet: [Unicode.Scalar] = []
    /// By character; worked out when the first query with letters comes.
    private var readings: [[[UInt8]]] = []
    /// The units of every item by their places, which are those of their documents; `firstUnits` as above.
    private(set) var units: [Int32] = []
    private var firstUnits: [Int32] = []
    /// What the last search left for a query that only goes on.
    var narrowed: Narrowed?

    /// Without anything in it yet.
    init(empty plan: Plan) {
        self.plan = plan
        belongings = plan.belongings
        // Room for more than there is costs nothing as long as nobody touches it; growing costs copies.
        text.reserveCapacity(32 * plan.tree.count)
        documents.reserveCapacity(plan.tree.count)
        marks.reserveCapacity(plan.tree.count)
        firstStrings.reserveCapacity(plan.tree.count)
        starts.reserveCapacity(2 * plan.tree.count)
    }

    /// The index of a later plan; nil where something else is to be found in it than in this one's.
    package func carried(to later: Plan) -> SearchIndex? {
        guard let altered = later.itemsAltered(since: plan),
            altered.allSatisfy({ later.tree[$0].isFound(as: plan.tree[$0]) })
        else { return nil }
        var index = self
        index.plan = later
        return index
    }

    mutating func append(_ document: SearchDocument, _ texts: [String], _ letters: inout Letters) {
        documents.append(document)
        firstStrings.append(Int32(starts.count))
        var marks = CharacterMarks()
        for string in texts {
            starts.append(Int32(text.count))
            text.append(UInt16(WordMatcher.separator))
            letters.append(string, to: &text, &marks)
        }
        self.marks.append(marks)
    }

    /// The units of the next item.
    mutating func append(unitsOf assignments: [Assignment]) {
        firstUnits.append(Int32(units.count))
        for assignment in assignments {
            if let place = plan.place(of: assignment.unit) { units.append(Int32(place)) }
        }
    }

    /// Behind the last of everything.
    mutating func close(_ alphabet: [Unicode.Scalar]) {
        firstStrings.append(Int32(starts.count))
        starts.append(Int32(text.count))
        firstUnits.append(Int32(units.count))
        self.alphabet = alphabet
    }

    /// Undoes `close`, for more to come.
    mutating func reopen() {
        firstStrings.removeLast()
        starts.removeLast()
        firstUnits.removeLast()
        // Of the alphabet as it was.
        readings = []
        narrowed = nil
    }

    /// The places of a document's texts; those shown first come first.
    func strings(_ document: Int) -> Range<Int> { Int(firstStrings[document])..<Int(firstStrings[document + 1]) }

    /// Where a text lies in `text`, without its separator.
    func range(ofString place: Int) -> Range<Int> { Int(starts[place]) + 1..<Int(starts[place + 1]) }

    /// All of a document's text.
    func range(_ document: Int) -> Range<Int> {
        Int(starts[Int(firstStrings[document])])..<Int(starts[Int(firstStrings[document + 1])])
    }

    /// Where its names or own words end, and what belongs to it begins.
    func endOfNames(_ document: Int) -> Int {
        let strings = strings(document)
        return Int(starts[strings.prefix(documents[document].names).endIndex])
    }

    /// The places in `units` of the units of an item; none for anything else.
    func units(_ document: Int) -> Range<Int> {
        guard documents[document].kind == .item else { return 0..<0 }
        let item = Int(documents[document].place)
        return Int(firstUnits[item])..<Int(firstUnits[item + 1])
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
            WordMatcher(word, alphabet: alphabet) { most == 0 ? [] : readings[$0].prefix(most) }
        }
    }
}
