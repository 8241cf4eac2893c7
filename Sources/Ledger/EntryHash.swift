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
    package init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    init?(utf8: some Collection<UInt8>) {
        guard utf8.count == 22 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (place, byte) in utf8.enumerated() {
            guard let six = Self.value(byte) else { return nil }
            // 22 × 6 = 132 bits: the last character carries two bits, its other four are zero.
            let count: UInt64 = place == 21 ? 2 : 6
            guard place < 21 || six & 15 == 0 else { return nil }
            let bits = place == 21 ? six >> 4 : six
            high = high << count | low >> (64 - count)
            low = low << count | bits
        }
        self.high = high
        self.low = low
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

    private static func value(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
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
