/// What is wrong with a JSON document, and where: the file, the line and the path of the value.
package struct JSONError: Error, Equatable, Sendable {
    /// The name of the file as it was given to `JSONDocument`.
    package let file: String
    /// Counted from 1 (or from the document's `firstLine`); only line feeds end a line.
    package let line: Int
    /// The innermost value that is known to hold the mistake.
    package let path: JSONPath
    package let reason: Reason

    package init(file: String, line: Int, path: JSONPath, reason: Reason) {
        self.file = file
        self.line = line
        self.path = path
        self.reason = reason
    }

    /// What the grammar allows at the place of an unexpected byte.
    package enum Expectation: Equatable, Sendable {
        /// A value of any kind.
        case value
        /// The first element of an array, or its `]`.
        case valueOrBracket
        /// A key in quotes.
        case key
        /// The first key of an object, or its `}`.
        case keyOrBrace
        case colon
        case commaOrBracket
        case commaOrBrace
        /// The rest of `true`, `false` or `null`.
        case literal
    }

    package enum Reason: Equatable, Sendable {
        // The text is not JSON, or not the JSON we take.

        /// No bytes, or nothing but blanks.
        case emptyInput
        /// The text stops in the middle of a value.
        case unexpectedEnd
        case unexpectedByte(UInt8, expected: Expectation)
        /// Something other than blanks follows the document's value.
        case trailingData
        /// The file opens with U+FEFF.
        case byteOrderMark
        /// Bytes in a string that are not UTF-8: stray, overlong, beyond U+10FFFF, or a surrogate (CESU-8).
        case invalidUTF8
        /// A `\uD800`–`\uDFFF` escape without its other half.
        case loneSurrogate
        /// U+0000, raw or as `\u0000`, in a string.
        case nulCharacter
        /// A raw U+0001–U+001F in a string; it has to be escaped.
        case controlCharacter(UInt8)
        /// A backslash followed by this byte, or `\u` not followed by four hexadecimal digits.
        case badEscape(UInt8)
        case badNumber
        /// The key, decoded, stands twice in one object.
        case duplicateKey(String)

        // The text is more than we take.

        case depth(limit: Int)
        case tooManyKeys(limit: Int)
        case stringTooLong(limit: Int)
        case fileTooLarge(limit: Int)
        case tooManyValues(limit: Int)
        case numberTooLong(limit: Int)

        // The value is not what the reader's caller asked for.

        case missing(key: String)
        case wrongType(expected: JSONKind, found: JSONKind)
        /// A number with a fraction or an exponent (also `1.0` and `1e3`).
        case notAnInteger
        /// Beyond `Int`, beyond the bounds asked for, or beyond what a finite `Double` can hold.
        case outOfRange
        /// A caller's own words for what is wrong with a well-formed value.
        case invalid(String)
    }
}
