extension JSONReader {
    /// Reads the number that begins at the position, by the grammar: `-`? (`0` | digits) (`.` digits)? (e sign? digits)?
    /// Whether a `Double` can hold it is asked by `JSONValue.number()`.
    mutating func readNumber(_ bytes: Span<UInt8>) throws(Failure) {
        let start = position
        // One byte more than allowed is enough to know; a megabyte of digits is not walked.
        let fence = limits.numberBytes < bytes.count - start ? start + limits.numberBytes + 1 : bytes.count

        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let startsWithZero = peek(bytes) == UInt8(ascii: "0")
        let wholeDigits = skipDigits(bytes, fence)
        var isSound = wholeDigits == 1 || wholeDigits > 1 && !startsWithZero
        if isSound, position < fence, bytes[position] == UInt8(ascii: ".") {
            position += 1
            isSound = skipDigits(bytes, fence) > 0
        }
        if isSound, position < fence, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < fence, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            isSound = skipDigits(bytes, fence) > 0
        }
        guard position - start <= limits.numberBytes else {
            throw failure(.numberTooLong(limit: limits.numberBytes), at: start)
        }
        guard isSound, !continuesNumber(peek(bytes)) else { throw failure(.badNumber, at: start) }
    }

    private mutating func skipDigits(_ bytes: Span<UInt8>, _ fence: Int) -> Int {
        let first = position
        while position < fence, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position - first
    }

    /// Bytes that make `1.2.3` or `1+1` a bad number rather than a number with something behind it.
    private func continuesNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
            UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
