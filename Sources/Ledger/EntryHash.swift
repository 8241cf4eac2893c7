/// The first 128 bits of a SHA-256, written as 22 characters of base64url: the identity of an entry and the seal of
/// the files beside it.
package struct EntryHash: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Characters of its written form.
    static let length = 22

    let high: UInt64
    let low: UInt64

    /// The seal of these bytes.
    init(of bytes: some Collection<UInt8>) {
        var hash = SHA256()
        hash.update(bytes)
        self.init(hash)
    }

    /// The seal of the bytes that a hash was made of.
    init(_ hash: SHA256) {
        var hash = hash
        let words = hash.finishWords()
        high = UInt64(words[0]) << 32 | UInt64(words[1])
        low = UInt64(words[2]) << 32 | UInt64(words[3])
    }

    /// From a whole SHA-256; nil for anything else.
    init?(digest: [UInt8]) {
        guard digest.count == 32 else { return nil }
        high = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads its canonical form; nil for anything else.
    package init?(_ text: String) { self.init(utf8: text.utf8Span.span) }

    init?(utf8: Span<UInt8>) {
        guard utf8.count == Self.length else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for place in 0..<Self.length - 1 {
            let six = UInt64(Self.values[Int(utf8[place])])
            guard six < 64 else { return nil }
            high = high << 6 | low >> 58
            low = low << 6 | six
        }
        // 22 × 6 = 132 bits: the last character carries two bits, its other four are zero.
        let last = UInt64(Self.values[Int(utf8[Self.length - 1])])
        guard last < 64, last & 15 == 0 else { return nil }
        self.high = high << 2 | low >> 62
        self.low = low << 2 | last >> 4
    }

    /// The hash that a text ends in, between an opening and a closing, and where the opening begins; nil where a text ends
    /// otherwise.
    static func ending(
        _ text: Span<UInt8>, after opening: [UInt8], before closing: [UInt8]
    ) -> (start: Int, hash: EntryHash)? {
        let end = text.count - closing.count
        let start = end - length - opening.count
        guard start >= 0, stands(opening, in: text, at: start), stands(closing, in: text, at: end),
            let hash = EntryHash(utf8: text.extracting(start + opening.count..<end))
        else { return nil }
        return (start, hash)
    }

    private static func stands(_ part: [UInt8], in text: Span<UInt8>, at place: Int) -> Bool {
        for index in part.indices where text[place + index] != part[index] { return false }
        return true
    }

    package var description: String { String(decoding: utf8, as: UTF8.self) }

    /// base64url without padding (RFC 4648 §5): six bits a character from the highest on.
    var utf8: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
            var (high, low) = (high, low)
            for place in 0..<Self.length {
                buffer[place] = Self.letters[Int(high >> 58)]
                high = high << 6 | low >> 58
                low <<= 6
            }
            count = Self.length
        }
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    package static func < (left: EntryHash, right: EntryHash) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// What each byte stands for; 64 for those that stand for nothing.
    private static let values: InlineArray<256, UInt8> = {
        var values = InlineArray<256, UInt8>(repeating: 64)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()
}

/// Lower-case hexadecimal.
enum Hexadecimal {
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes of an even number of digits; empty for anything else.
    static func decode(_ text: String) -> [UInt8] {
        let values = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue ?? 16 }
        guard values.count.isMultiple(of: 2), values.allSatisfy({ $0 < 16 }) else { return [] }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
