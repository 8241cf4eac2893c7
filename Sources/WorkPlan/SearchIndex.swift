/// A plan's texts made ready to be searched at every key: folded once, as numbers of an alphabet, one after the other.
/// Building it reads the whole plan; a page keeps it as long as the plan stays the same.
package struct SearchIndex: Sendable {
    let plan: Plan
    private(set) var documents: [SearchDocument] = []
    /// Every text as it is, by document; `firstStrings` says where a document's begin, with one more at the end.
    private var strings: [String] = []
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

    package init(_ plan: Plan) {
        self.plan = plan
        var letters = Letters()
        // Room for more characters than there are costs nothing as long as nobody touches it; growing costs copies.
        text.reserveCapacity(plan.tree.items.reduce(0) { $0 + $1.title.utf8.count })
        documents.reserveCapacity(plan.tree.count)
        marks.reserveCapacity(plan.tree.count)
        strings.reserveCapacity(2 * plan.tree.count)
        starts.reserveCapacity(2 * plan.tree.count)
        plan.eachDocument { document, texts in
            documents.append(document)
            firstStrings.append(Int32(strings.count))
            var marks = CharacterMarks()
            for string in texts {
                strings.append(string)
                starts.append(Int32(text.count))
                text.append(UInt16(WordMatcher.separator))
                letters.append(string, to: &text, &marks)
            }
            self.marks.append(marks)
        }
        firstStrings.append(Int32(strings.count))
        starts.append(Int32(text.count))
        alphabet = letters.alphabet
        let places = Dictionary(zip(plan.units.map(\.id), plan.units.indices)) { first, _ in first }
        let items = plan.tree.items.span
        for item in items.indices {
            firstUnits.append(Int32(units.count))
            for assignment in items[item].assignments {
                if let unit = places[assignment.unit] { units.append(Int32(unit)) }
            }
        }
        firstUnits.append(Int32(units.count))
    }

    /// The places of a document's texts; those shown first come first.
    func strings(_ document: Int) -> Range<Int> { Int(firstStrings[document])..<Int(firstStrings[document + 1]) }

    func string(_ place: Int) -> String { strings[place] }

    /// Where a text lies in `text`, without its separator.
    func range(ofString place: Int) -> Range<Int> { Int(starts[place]) + 1..<Int(starts[place + 1]) }

    /// All of a document's text.
    func range(_ document: Int) -> Range<Int> {
        Int(starts[Int(firstStrings[document])])..<Int(starts[Int(firstStrings[document + 1])])
    }

    /// Where its names or own words end, and what belongs to it begins.
    func endOfNames(_ document: Int) -> Int {
        let strings = strings(document)
        return Int(starts[min(strings.upperBound, strings.lowerBound + Int(documents[document].names))])
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

/// Gives every character the number in the alphabet that it has with all its variants.
private struct Letters {
    private(set) var alphabet: [Unicode.Scalar] = [" "]
    private var common: [UInt16] = Array(repeating: 0, count: 0x1_0000)
    private var rare: [Unicode.Scalar: UInt16] = [:]

    /// Adds the characters of a string, read from its bytes and all at once: one by one, as the library gives them, took
    /// three times as long, and the first letter that is typed waits for it.
    mutating func append(_ string: String, to text: inout [UInt16], _ marks: inout CharacterMarks) {
        let bytes = string.utf8.span
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: bytes.count) { numbers in
            var count = 0
            var place = 0
            while place < bytes.count {
                let code = Self.decode(bytes, &place)
                let known = code < 0x1_0000 ? common[Int(code)] : 0
                let letter = known == 0 ? number(Unicode.Scalar(code) ?? "\u{FFFD}") : known
                numbers[count] = letter
                marks.insert(Int(letter))
                count += 1
            }
            text.append(contentsOf: numbers[..<count])
        }
    }

    /// The scalar that begins at a place of a string. Unchecked, because strings are always well-formed UTF-8; the three
    /// bytes of most Han characters first.
    @inline(__always)
    private static func decode(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt32 {
        let first = UInt32(bytes[unchecked: place])
        if first & 0xF0 == 0xE0 {
            place += 3
            return (first & 0x0F) << 12 | follower(bytes, place - 2) << 6 | follower(bytes, place - 1)
        }
        if first < 0x80 {
            place += 1
            return first
        }
        if first < 0xE0 {
            place += 2
            return (first & 0x1F) << 6 | follower(bytes, place - 1)
        }
        place += 4
        return (first & 0x07) << 18 | follower(bytes, place - 3) << 12 | follower(bytes, place - 2) << 6
            | follower(bytes, place - 1)
    }

    @inline(__always)
    private static func follower(_ bytes: Span<UInt8>, _ place: Int) -> UInt32 {
        UInt32(bytes[unchecked: place] & 0x3F)
    }

    private mutating func number(_ scalar: Unicode.Scalar) -> UInt16 {
        let code = Int(scalar.value)
        let known = code < common.count ? common[code] : rare[scalar] ?? 0
        guard known == 0 else { return known }
        let folded = Query.folded(scalar)
        let number = folded == scalar ? next(scalar) : number(folded)
        if code < common.count { common[code] = number } else { rare[scalar] = number }
        return number
    }

    /// A plan with more than 65,534 different characters cannot be searched for those that come last: they are all one, that
    /// no query holds.
    private mutating func next(_ scalar: Unicode.Scalar) -> UInt16 {
        guard alphabet.count < Int(UInt16.max) else {
            if alphabet.count == Int(UInt16.max) { alphabet.append("\u{FFFF}") }
            return .max
        }
        alphabet.append(scalar)
        return UInt16(alphabet.count - 1)
    }
}
