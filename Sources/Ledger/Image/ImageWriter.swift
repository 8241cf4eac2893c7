import WorkPlan

/// Writes an image: values one after another in binary, without names. What `ImageReader` reads in the same order.
struct ImageWriter {
    private(set) var bytes: [UInt8] = []
    /// What stands in the tables and elsewhere goes by its number: the names that many values refer to, and the lists of
    /// units, which many items have in common.
    private var names = Table<String>()
    private var unitLists = Table<[Assignment]>()

    private struct Table<Value> {
        private(set) var values: [Value] = []
        private var numbers: [String: Int] = [:]

        /// From 0 in the order of the first times.
        mutating func number(of value: Value, _ key: String) -> Int {
            if let known = numbers[key] { return known }
            numbers[key] = values.count
            values.append(value)
            return values.count - 1
        }
    }

    /// What `body` writes, by itself; the tables go on.
    mutating func apart(_ body: (inout Self) -> Void) -> [UInt8] {
        let before = bytes
        bytes = []
        body(&self)
        defer { bytes = before }
        return bytes
    }

    /// Writes what has come to the tables, and then what refers to it.
    mutating func tables(before rest: [UInt8]) {
        let lists = unitLists.values
        let written = apart { writer in
            writer.list(lists) {
                $0.list($1) {
                    $0.reference($1.unit)
                    $0.choice($1.role)
                }
            }
        }
        list(names.values) { $0.text($1) }
        bytes += written
        bytes += rest
    }

    /// Seven bits a byte, the lowest first.
    mutating func count(_ value: Int) {
        var rest = UInt(bitPattern: value)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Small numbers of either sign in few bytes.
    mutating func integer(_ value: Int) {
        count(value << 1 ^ value >> (Int.bitWidth - 1))
    }

    mutating func number(_ value: Double) { word(value.bitPattern) }

    mutating func word(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func flag(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    mutating func data(_ data: [UInt8]) {
        count(data.count)
        bytes.append(contentsOf: data)
    }

    mutating func text(_ value: String) {
        count(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    mutating func identifier<Subject>(_ value: Identifier<Subject>) {
        text(value.text)
    }

    /// A name that many values refer to.
    mutating func reference<Subject>(_ value: Identifier<Subject>) {
        integer(names.number(of: value.text, value.text))
    }

    /// A list of units, which many items have in common.
    mutating func assignments(_ list: [Assignment]) {
        integer(unitLists.number(of: list, list.reduce(into: "") { $0 += "\($1.unit.text) \($1.role.rawValue) " }))
    }

    /// Numbers as they lie in memory, for very many of them.
    mutating func words(_ words: [Int32]) {
        count(words.count)
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    }

    mutating func day(_ value: Day) {
        integer(value.number)
    }

    /// One of few values, by its place among all of them.
    mutating func choice<Choice: CaseIterable & Equatable>(_ value: Choice) {
        for (place, other) in Choice.allCases.enumerated() where other == value { bytes.append(UInt8(place)) }
    }

    mutating func optional<Value>(_ value: Value?, _ body: (inout Self, Value) -> Void) {
        flag(value != nil)
        if let value { body(&self, value) }
    }

    mutating func list<Element>(_ list: [Element], _ body: (inout Self, Element) -> Void) {
        count(list.count)
        for element in list { body(&self, element) }
    }
}
