/// One value of a document. Asking for it as what it is not throws an error that knows the file, the line and the path.
package struct JSONValue: Sendable {
    let document: JSONDocument
    let index: Int

    var record: JSONRecord { document.records[index] }

    package var kind: JSONKind { record.kind }
    package var isNull: Bool { kind == .null }

    /// The line the value begins on. Counted anew each time, over all bytes before the value: for errors.
    package var line: Int {
        let source = document.bytes
        return JSONDocument.line(at: Int(record.start), source.span, firstLine: document.firstLine)
    }

    /// The way from the root. Found anew each time, over all elder siblings of its ancestors: for errors.
    package var path: JSONPath { document.path(to: index) }

    /// The value's bytes exactly as they stand in the source, without the blanks around it.
    package var rawBytes: ArraySlice<UInt8> {
        let source = document.bytes
        let base = source.startIndex
        return source[base + Int(record.start)..<base + Int(record.end)]
    }

    /// An error at this value.
    package func failure(_ reason: JSONError.Reason) -> JSONError {
        JSONError(file: document.file, line: line, path: path, reason: reason)
    }

    private func require(_ expected: JSONKind) throws(JSONError) {
        guard kind == expected else { throw failure(.wrongType(expected: expected, found: kind)) }
    }

    /// Throws `wrongType`.
    package func object() throws(JSONError) -> JSONObject {
        try require(.object)
        return JSONObject(value: self)
    }

    /// Throws `wrongType`.
    package func array() throws(JSONError) -> JSONArray {
        try require(.array)
        return JSONArray(value: self)
    }

    /// The decoded string, neither normalized nor trimmed. Throws `wrongType`.
    package func string() throws(JSONError) -> String {
        try require(.string)
        let source = document.bytes
        return JSONText.string(token, source.span)
    }

    /// Throws `wrongType`.
    package func bool() throws(JSONError) -> Bool {
        try require(.bool)
        return rawBytes.first == UInt8(ascii: "t")
    }

    /// A number without fraction and exponent. Throws `wrongType`, `notAnInteger` (also for `1.0` and `1e3`), `outOfRange`.
    package func integer() throws(JSONError) -> Int {
        try require(.number)
        let token = rawBytes
        let isNegative = token.first == UInt8(ascii: "-")
        // Below zero, where there is room for every integer.
        var value = 0
        for byte in isNegative ? token.dropFirst() : token {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { throw failure(.notAnInteger) }
            let (tens, isFar) = value.multipliedReportingOverflow(by: 10)
            let (sum, isFurther) = tens.subtractingReportingOverflow(Int(digit))
            guard !isFar, !isFurther else { throw failure(isInteger ? .outOfRange : .notAnInteger) }
            value = sum
        }
        guard isNegative || value > .min else { throw failure(.outOfRange) }
        return isNegative ? value : -value
    }

    /// Whether a number is written without fraction and exponent.
    private var isInteger: Bool { rawBytes.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "0") < 10 } }

    /// An integer within bounds. Throws what `integer()` throws; `outOfRange` outside the bounds.
    package func integer(in bounds: ClosedRange<Int>) throws(JSONError) -> Int {
        let integer = try integer()
        guard bounds.contains(integer) else { throw failure(.outOfRange) }
        return integer
    }

    /// The nearest `Double`, always finite. Throws `wrongType`; `outOfRange` for numbers so large that only infinity is
    /// near, and for numbers other than zero so small that zero is.
    package func number() throws(JSONError) -> Double {
        try require(.number)
        let digits = rawBytes
        // Most are small and whole: the library takes twenty times as long for them.
        if digits.count < 16, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) { return Double(try integer()) }
        guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else {
            throw failure(.outOfRange)
        }
        if number == 0 {
            let mantissa = digits.prefix { $0 | 0x20 != UInt8(ascii: "e") }
            let isZero = mantissa.allSatisfy { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
            guard isZero else { throw failure(.outOfRange) }
        }
        return number
    }

    /// Whether this is a string of exactly these UTF-8 bytes (é composed and é decomposed differ). Decodes nothing when
    /// the string has no escapes.
    package func equals(_ text: String) -> Bool {
        guard kind == .string else { return false }
        let source = document.bytes
        return JSONText.equals(token, source.span, text.utf8Span.span)
    }

    private var token: JSONToken {
        JSONToken(start: Int(record.start), end: Int(record.end), escapes: record.textHasEscapes)
    }
}
