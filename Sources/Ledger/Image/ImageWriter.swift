import WorkPlan

/// Writes an image: values one after another in binary, without names. What `ImageReader` reads in the same order.
struct ImageWriter {
    private(set) var bytes: [UInt8] = []
    private var names = Numbering()
    /// The lists of units that have been written.
    private var unitLists = Numbering()

    /// What is written once and then goes by its number.
    private struct Numbering {
        private var numbers: [String: Int] = [:]

        /// From 1 in the order of the first times; 0 for the first time.
        mutating func number(of key: String) -> Int {
            if let known = numbers[key] { return known }
            numbers[key] = numbers.count + 1
            return 0
        }
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

    mutating func number(_ value: Double) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
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

    /// A name that many values refer to: its text only once, then its number.
    mutating func reference<Subject>(_ value: Identifier<Subject>) {
        let number = names.number(of: value.text)
        integer(number)
        if number == 0 { text(value.text) }
    }

    /// A list of units, which many items have in common.
    mutating func assignments(_ list: [Assignment]) {
        let number = unitLists.number(of: list.map { "\($0.unit) \($0.role)" }.joined(separator: " "))
        integer(number)
        guard number == 0 else { return }
        self.list(list) {
            $0.reference($1.unit)
            $0.choice($1.role)
        }
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
