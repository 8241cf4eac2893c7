extension JSONReader {
    /// Reads the string whose opening quote stands at the position.
    mutating func readString(_ bytes: Span<UInt8>) throws(Failure) -> JSONToken {
        let start = position
        var escapes = false
        position += 1
        // The last place where the closing quote may stand.
        let fence = position + min(limits.stringBytes, bytes.count)
        while true {
            skipPlainASCII(bytes, fence: fence)
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            let byte = bytes[position]
            guard position < fence || position == fence && byte == UInt8(ascii: "\"") else {
                throw failure(.stringTooLong(limit: limits.stringBytes), at: start)
            }
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return JSONToken(start: start, end: position, escapes: escapes)
            case UInt8(ascii: "\\"):
                escapes = true
                try skipEscape(bytes)
            case 0: throw failure(.nulCharacter)
            case 1..<0x20: throw failure(.controlCharacter(byte))
            case 0x80...: try skipUTF8(bytes, fence: fence)
            default: position += 1
            }
        }
    }

    /// Skips characters that need no second look, eight at a time; stops at or before a quote, a backslash, a control
    /// or a byte beyond ASCII, and at most eight bytes behind the fence.
    private mutating func skipPlainASCII(_ bytes: Span<UInt8>, fence: Int) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = bytes.bytes
        let last = min(bytes.count - 8, fence)
        while position <= last {
            let word = UInt64(
                littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
            // A byte's high bit is set where it is a quote, a backslash, below a blank or beyond ASCII. Borrows only
            // reach bytes behind such a one, so the lowest bit is always right.
            let quotes = (word ^ (ones &* 0x22)) &- ones
            let backslashes = (word ^ (ones &* 0x5C)) &- ones
            let controls = word &- (ones &* 0x20)
            let stops = (quotes | backslashes | controls | word) & (ones &* 0x80)
            guard stops == 0 else {
                position += stops.trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
    }

    private mutating func skipEscape(_ bytes: Span<UInt8>) throws(Failure) {
        guard position + 1 < bytes.count else { throw failure(.unexpectedEnd, at: bytes.count) }
        let letter = bytes[position + 1]
        guard letter == UInt8(ascii: "u") else {
            guard JSONText.shortEscape(letter) != nil else { throw failure(.badEscape(letter)) }
            position += 2
            return
        }
        let unit = try hexadecimal(bytes)
        guard unit != 0 else { throw failure(.nulCharacter) }
        guard 0xD800...0xDFFF ~= unit else {
            position += 6
            return
        }
        guard unit < 0xDC00, position + 7 < bytes.count, bytes[position + 6] == UInt8(ascii: "\\"),
            bytes[position + 7] == UInt8(ascii: "u")
        else { throw failure(.loneSurrogate) }
        position += 6
        guard 0xDC00...0xDFFF ~= (try hexadecimal(bytes)) else { throw failure(.loneSurrogate, at: position - 6) }
        position += 6
    }

    /// The value of the `\uXXXX` at the position.
    private func hexadecimal(_ bytes: Span<UInt8>) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for index in position + 2..<position + 6 {
            guard index < bytes.count else { throw failure(.unexpectedEnd, at: bytes.count) }
            guard let digit = JSONText.hexadecimalDigit(bytes[index]) else {
                throw failure(.badEscape(UInt8(ascii: "u")))
            }
            value = value << 4 | digit
        }
        return value
    }

    /// Skips characters beyond ASCII, one by one, by the table of well-formed sequences (Unicode, table 3-7).
    private mutating func skipUTF8(_ bytes: Span<UInt8>, fence: Int) throws(Failure) {
        while position < min(bytes.count, fence), bytes[position] >= 0x80 {
            let length: Int
            let second: ClosedRange<UInt8>
            switch bytes[position] {
            case 0xE1...0xEC, 0xEE, 0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: throw failure(.invalidUTF8)
            }
            guard position + length <= bytes.count else { throw failure(.unexpectedEnd, at: bytes.count) }
            guard second.contains(bytes[position + 1]),
                length < 3 || bytes[position + 2] & 0xC0 == 0x80,
                length < 4 || bytes[position + 3] & 0xC0 == 0x80
            else { throw failure(.invalidUTF8) }
            position += length
        }
    }
}
