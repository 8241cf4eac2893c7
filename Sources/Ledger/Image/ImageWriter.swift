import WorkPlan

/// Writes an image: values one after another in binary, without names. What `ImageReader` reads in the same order.
struct ImageWriter {
    private(set) var bytes: [UInt8] = []
    /// The names that have been written, and the numbers they go by.
    private var names: [String: Int] = [:]

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
        if let known = names[value.text] { return count(known + 1) }
        names[value.text] = names.count
        count(0)
        text(value.text)
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
