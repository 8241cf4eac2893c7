import WorkPlan

/// Reads what `ImageWriter` wrote, in the same order. Where the bytes end too soon or are none that it wrote, it goes to
/// their end and gives zeros and empty lists from there on, so that nobody needs to ask before the last value.
struct ImageReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    /// What is referred to by its number.
    private(set) var tables: Tables
    private var hasFailed = false

    struct Tables: Sendable {
        var names: [String] = []
        var unitLists: [[Assignment]] = []
    }

    /// - Parameter bytes: have to outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer, _ tables: Tables = Tables()) {
        self.bytes = bytes
        self.tables = tables
    }

    /// Reads the tables, before anything that refers to them.
    mutating func readTables() {
        tables.names = list { $0.text() }
        tables.unitLists = list { $0.list { Assignment(unit: $0.reference(), role: $0.choice()) } }
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
        guard place < bytes.count, bytes[place] < 0x80 else { return longUnsigned() }
        defer { place += 1 }
        return UInt(bytes[place])
    }

    private mutating func longUnsigned() -> UInt {
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

    /// A count of bytes that lie elsewhere; nil for none.
    mutating func length() -> Int? {
        let value = unsigned()
        guard value <= Int32.max else {
            fail()
            return nil
        }
        return value == 0 ? nil : Int(value)
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

    /// A count of anything, none of which needs a byte.
    mutating func natural() -> Int { integer(in: 0...Int(Int32.max)) }

    mutating func number() -> Double { Double(bitPattern: word()) }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        let number = number()
        guard range.contains(number) else {
            fail()
            return range.lowerBound
        }
        return number
    }

    mutating func word() -> UInt64 {
        guard bytes.count - place >= 8 else {
            fail()
            return 0
        }
        defer { place += 8 }
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
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

    mutating func reference<Subject>() -> Identifier<Subject> { Identifier(entry(of: tables.names) ?? "") }

    /// Items with the same units share their list: for each an allocation less.
    mutating func assignments() -> [Assignment] { entry(of: tables.unitLists) ?? [] }

    private mutating func entry<Value>(of table: [Value]) -> Value? {
        let number = integer()
        if table.indices.contains(number) { return table[number] }
        fail()
        return nil
    }

    /// Numbers as they lie in memory.
    mutating func words() -> [Int32] {
        let count = count()
        guard bytes.count - place >= 4 * count else {
            fail()
            return []
        }
        defer { place += 4 * count }
        return [Int32](unsafeUninitializedCapacity: count) { words, filled in
            UnsafeMutableRawBufferPointer(words).copyBytes(from: bytes[place..<place + 4 * count])
            for index in 0..<count { words[index] = Int32(littleEndian: words[index]) }
            filled = count
        }
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
