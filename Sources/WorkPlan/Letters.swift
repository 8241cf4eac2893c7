/// Gives every character the number in the alphabet that it has with all its variants.
struct Letters: Sendable {
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
