/// Decodes the strings of a document that has been validated.
enum JSONText {
    /// What a backslash and this letter stand for, `u` aside.
    static func shortEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    static func string(_ token: JSONToken, _ bytes: Span<UInt8>) -> String {
        if token.escapes { return String(decoding: decoded(token, bytes), as: UTF8.self) }
        return bytes.extracting(token.start + 1..<token.end - 1).withUnsafeBufferPointer {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The UTF-8 bytes a string or key stands for.
    static func decoded(_ token: JSONToken, _ bytes: Span<UInt8>) -> [UInt8] {
        let source = bytes.extracting(token.start + 1..<token.end - 1)
        var text: [UInt8] = []
        text.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < source.count else {
                text.append(byte)
                index += 1
                continue
            }
            if let plain = shortEscape(source[index + 1]) {
                text.append(plain)
                index += 2
                continue
            }
            var code = unit(source, at: index)
            index += 6
            if 0xD800...0xDBFF ~= code {
                code = 0x10000 + (code - 0xD800) << 10 | unit(source, at: index) & 0x3FF
                index += 6
            }
            text.append(contentsOf: (Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        }
        return text
    }

    /// The value of the `\uXXXX` at the index.
    private static func unit(_ source: Span<UInt8>, at index: Int) -> UInt32 {
        guard index + 6 <= source.count else { return 0xFFFD }
        var value: UInt32 = 0
        for digit in index + 2..<index + 6 { value = value << 4 | (hexadecimalDigit(source[digit]) ?? 0) }
        return value
    }

    /// Whether a string or key stands for exactly these bytes; without decoding when it has no escapes.
    static func equals(_ token: JSONToken, _ bytes: Span<UInt8>, _ wanted: Span<UInt8>) -> Bool {
        if token.escapes {
            let decoded = decoded(token, bytes)
            guard decoded.count == wanted.count else { return false }
            for index in wanted.indices where decoded[index] != wanted[index] { return false }
            return true
        }
        guard token.end - token.start - 2 == wanted.count else { return false }
        for index in wanted.indices {
            let byte = wanted[index]
            // A raw quote is never part of a string: without this, the text `a":"b` would be found in `"a":"b"`.
            if bytes[token.start + 1 + index] != byte || byte == UInt8(ascii: "\"") { return false }
        }
        return true
    }

    /// Where the string that opens at `start` ends: behind its closing quote.
    static func end(from start: Int, _ bytes: Span<UInt8>) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }
}
