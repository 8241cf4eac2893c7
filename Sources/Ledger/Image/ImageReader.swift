import WorkPlan

/// Reads what `ImageWriter` wrote, in the same order. Where the bytes end too soon or are none that it wrote, it goes to
/// their end and gives zeros and empty lists from there on, so that nobody needs to ask before the last value.
struct ImageReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    private var names: [String] = []
    private var unitLists: [[Assignment]] = []
    private var hasFailed = false

    /// - Parameter bytes: have to outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Whether every byte has been read, and all were such as the writer writes.
    var isComplete: Bool { !hasFailed && place == bytes.count }

    mutating func fail() {
        hasFailed = true
        place = bytes.count
    }

    private mutating func byte() -> UInt8 {
        guard place < bytes.count else {
            fail()
            return 0
        }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func unsigned() -> UInt {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = byte()
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            if shift > 63 { fail() }
        }
    }

    /// A count of things that take a byte each at least: none can ask for more than there is.
    mutating func count() -> Int {
        let value = unsigned()
        guard value <= UInt(bytes.count - place) else {
            fail()
            return 0
        }
        return Int(value)
    }

    mutating func integer(in range: ClosedRange<Int> = .min ... .max) -> Int {
        let value = unsigned()
        let integer = Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
        guard range.contains(integer) else {
            fail()
            return range.lowerBound
        }
        return integer
    }

    mutating func number() -> Double {
        guard bytes.count - place >= 8 else {
            fail()
            return 0
        }
        defer { place += 8 }
        return Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }

    mutating func flag() -> Bool { byte() != 0 }

    /// Lies in the reader's own bytes.
    mutating func data() -> UnsafeRawBufferPointer {
        let count = count()
        defer { place += count }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
    }

    mutating func text() -> String { String(decoding: data(), as: UTF8.self) }

    mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(text()) }

    mutating func reference<Subject>() -> Identifier<Subject> {
        var number = integer(in: 0...names.count)
        if number == 0 {
            names.append(text())
            number = names.count
        }
        return Identifier(names[number - 1])
    }

    /// Items with the same units share their list: for each an allocation less.
    mutating func assignments() -> [Assignment] {
        var number = integer(in: 0...unitLists.count)
        if number == 0 {
            unitLists.append(list { Assignment(unit: $0.reference(), role: $0.choice()) })
            number = unitLists.count
        }
        return unitLists[number - 1]
    }

    /// A day of the years that a `Day` can be written in, and some around them.
    mutating func day() -> Day { Day(number: integer(in: -1 << 40...1 << 40)) }

    mutating func choice<Choice: CaseIterable>() -> Choice where Choice.AllCases == [Choice] {
        let all = Choice.allCases
        let place = Int(byte())
        guard place < all.count else {
            fail()
            return all[0]
        }
        return all[place]
    }

    mutating func optional<Value>(_ body: (inout Self) -> Value) -> Value? {
        flag() ? body(&self) : nil
    }

    mutating func list<Element>(_ body: (inout Self) -> Element) -> [Element] {
        let count = count()
        guard count > 0 else { return [] }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(body(&self)) }
        return list
    }
}
