import StrictJSON
import Testing

@Suite struct JSONNumberTests {
    @Test(
        "A number by the grammar is read as the nearest double",
        arguments: [
            ("0", 0), ("-0", -0.0), ("1", 1), ("-123", -123), ("0.5", 0.5), ("-0.0", -0.0), ("0e1", 0), ("0e+1", 0),
            ("0E-999", 0), ("1e3", 1000), ("1E+2", 100), ("1e-2", 0.01), ("123.456e78", 123.456e78), ("20.10", 20.1),
            ("9007199254740993", 9_007_199_254_740_992), ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("5e-324", .leastNonzeroMagnitude), ("0.000000000000000000000000000000000000000000001", 1e-45),
            ("1e0000000000000000000000000000000000000001", 10), ("-1e-10", -1e-10),
        ] as [(String, Double)])
    func reads(_ text: String, _ expected: Double) throws {
        let number = try document("[\(text)]").root.array().map { try $0.number() }
        #expect(number.map(\.bitPattern) == [expected.bitPattern])
    }

    @Test(
        "What only looks like a number is refused",
        arguments: [
            "-", "--1", "-a", "01", "-01", "00", "012", "1.", "-2.", "1.e1", "1.2.3", "1e", "1e+", "1E-", "1eE2",
            "1e1.5",
            "0e", "0.1e", "-.5", "1+1", "1-", "0.3e+", "-Infinity", "-NaN", "2.e3", "1e1e1", "0.-1", "0.e1",
        ])
    func refuses(_ text: String) {
        #expect(refusal("[\(text)]")?.reason == .badNumber)
        #expect(refusal(text)?.reason == .badNumber)
    }

    @Test("Digits of other scripts are no digits")
    func refusesFullWidthDigits() {
        #expect(refusal("[１]")?.reason == .unexpectedByte(0xEF, expected: .valueOrBracket))
        #expect(refusal("[1１]")?.reason == .unexpectedByte(0xEF, expected: .commaOrBracket))
    }

    @Test(
        "A number beyond every double is out of range",
        arguments: ["1e309", "-1e309", "1e999999999999", "1.8e308", "1e-400", "-0.0001e-330", "0.5e-9999999999"])
    func refusesTheBoundless(_ text: String) throws {
        let value = try document(text).root
        #expect(thrown { () throws(JSONError) in try value.number() }?.reason == .outOfRange)
    }

    @Test(
        "An integer is read up to the ends of Int",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("9223372036854775807", .max),
            ("-9223372036854775808", .min),
            ("9007199254740993", 9_007_199_254_740_993),
        ])
    func readsIntegers(_ text: String, _ expected: Int) throws {
        #expect(try document(text).root.integer() == expected)
    }

    @Test(
        "What is not an integer, or not one we can hold, is refused as such",
        arguments: [
            ("1.0", .notAnInteger), ("1e3", .notAnInteger), ("1E0", .notAnInteger), ("0.5", .notAnInteger),
            ("9223372036854775808", .outOfRange), ("-9223372036854775809", .outOfRange),
            ("99999999999999999999999999", .outOfRange),
            ("\"1\"", .wrongType(expected: .number, found: .string)),
            ("null", .wrongType(expected: .number, found: .null)),
        ] as [(String, JSONError.Reason)])
    func refusesIntegers(_ text: String, _ reason: JSONError.Reason) throws {
        let value = try document(text).root
        #expect(thrown { () throws(JSONError) in try value.integer() }?.reason == reason)
    }

    @Test("An integer outside the bounds asked for is out of range")
    func boundsIntegers() throws {
        let value = try document("100").root
        #expect(try value.integer(in: 0...100) == 100)
        #expect(thrown { () throws(JSONError) in try value.integer(in: 0...99) }?.reason == .outOfRange)
    }
}
