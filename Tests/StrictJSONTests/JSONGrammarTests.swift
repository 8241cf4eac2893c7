import StrictJSON
import Testing

/// The ideas of the JSONTestSuite (Nicolas Seriot, “Parsing JSON is a Minefield”), one case each.
@Suite struct JSONGrammarTests {
    @Test(
        "A text that RFC 8259 allows is read",
        arguments: [
            "[]", "{}", "null", "true", "false", "0", "-1", "\"\"", "\"a\"", " [] ", "\n\t\r {}\n", "[[]   ]", "[1\n]",
            "[ 4]", "[null, 1, \"1\", {}]", "[1,null,null,null,2]", "[\"asd\"]", "[false]", "[2] ",
            "{\"a\":\"b\",\"c\":1}", "{\"\":0}", "{\"a\":[]}", "{\n\"a\": \"b\"\n}",
            "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
            "{\"a\":{\"a\":{\"a\":null}}}",
            "{\"x\":[{\"id\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}],\"id\":\"x\"}",
        ])
    func reads(_ text: String) {
        #expect(refusal(text) == nil)
    }

    @Test("A text of blanks or of nothing is empty input", arguments: ["", " ", "\n\n", "\t\r "])
    func refusesNothing(_ text: String) {
        #expect(refusal(text)?.reason == .emptyInput)
    }

    @Test(
        "A text that stops too early is an unexpected end",
        arguments: [
            "[", "{", "[1", "[1,", "[\"", "[\"a", "[\"a\"", "[\"\\", "[\"\\u", "[\"\\u00A", "\"\\uD83D\\u1", "{\"a\"",
            "{\"a\":", "{\"a\":1", "{\"a\":1,", "[t", "nul", "[{", "[\"a\",\n4\n,1", "{\"\":[{\"\":[{\"\":", "[[[",
        ])
    func refusesTheUnfinished(_ text: String) {
        #expect(refusal(text)?.reason == .unexpectedEnd)
    }

    @Test(
        "A byte outside the grammar is named, with what was expected",
        arguments: [
            ("[1,]", "]", .value), ("[,1]", ",", .valueOrBracket), ("[1,,2]", ",", .value),
            ("[,]", ",", .valueOrBracket),
            ("[1 2]", "2", .commaOrBracket), ("[1:2]", ":", .commaOrBracket), ("[1}", "}", .commaOrBracket),
            ("[\"a\" true]", "t", .commaOrBracket), ("[3[4]]", "[", .commaOrBracket), ("[*]", "*", .valueOrBracket),
            ("[<null>]", "<", .valueOrBracket), ("[+1]", "+", .valueOrBracket), ("[.5]", ".", .valueOrBracket),
            ("[NaN]", "N", .valueOrBracket), ("[Infinity]", "I", .valueOrBracket), ("['a']", "'", .valueOrBracket),
            ("[TRUE]", "T", .valueOrBracket), ("[True]", "T", .valueOrBracket), ("[\\n]", "\\", .valueOrBracket),
            ("[tru]", "]", .literal), ("[nuLl]", "L", .literal), ("[truth]", "t", .literal), ("[fals3]", "3", .literal),
            ("[nullx]", "x", .commaOrBracket), ("[1a]", "a", .commaOrBracket), ("[0x1]", "x", .commaOrBracket),
            ("[/* */1]", "/", .valueOrBracket), ("// a\n1", "/", .value), ("[1]", "\u{0C}", .value),
            ("{a:1}", "a", .keyOrBrace), ("{1:1}", "1", .keyOrBrace), ("{,}", ",", .keyOrBrace),
            ("{]", "]", .keyOrBrace),
            ("{'a':1}", "'", .keyOrBrace), ("{[:1}", "[", .keyOrBrace), ("{\"a\":1,}", "}", .key),
            ("{\"a\":1,,}", ",", .key), ("{\"a\":1 \"b\":2}", "\"", .commaOrBrace), ("{\"a\":1]", "]", .commaOrBrace),
            ("{\"a\" 1}", "1", .colon), ("{\"a\",1}", ",", .colon), ("{\"a\"}", "}", .colon),
            ("{\"a\"::1}", ":", .value),
            ("{\"a\":}", "}", .value), ("{\"a\":/*x*/1}", "/", .value), ("]", "]", .value), ("}", "}", .value),
            ("abc", "a", .value), (":", ":", .value), ("[1/]", "/", .commaOrBracket), ("&#34;", "&", .value),
        ] as [(String, String, JSONError.Expectation)])
    func refusesTheUnexpected(_ text: String, _ byte: String, _ expected: JSONError.Expectation) throws {
        let byte = try #require(byte.utf8.first)
        // A form feed cannot stand in a table of readable texts: it goes in front.
        let text = byte == 0x0C ? "\u{0C}" + text : text
        #expect(refusal(text)?.reason == .unexpectedByte(byte, expected: expected))
    }

    @Test(
        "Nothing may follow the value",
        arguments: ["1 2", "[]]", "{}}", "[]x", "{}\n#", "{\"a\":true} \"x\"", "[1],", "\"\"x", "[] []", "{} // end"])
    func refusesTrailingData(_ text: String) {
        #expect(refusal(text)?.reason == .trailingData)
    }

    @Test("A byte order mark is refused, UTF-16 as well")
    func refusesOtherEncodings() {
        #expect(refusal([0xEF, 0xBB, 0xBF] + "{}".utf8)?.reason == .byteOrderMark)
        #expect(refusal([0xEF, 0xBB, 0xBF])?.reason == .byteOrderMark)
        #expect(refusal([0xEF, 0xBB])?.reason == .unexpectedByte(0xEF, expected: .value))
        #expect(refusal([0xFF, 0xFE, 0x5B, 0, 0x5D, 0])?.reason == .unexpectedByte(0xFF, expected: .value))
        #expect(refusal([0x5B, 0, 0x5D, 0])?.reason == .unexpectedByte(0, expected: .valueOrBracket))
        #expect(refusal([UInt8](repeating: 0, count: 4096))?.reason == .unexpectedByte(0, expected: .value))
        #expect(refusal("[\u{2060}]")?.reason == .unexpectedByte(0xE2, expected: .valueOrBracket))
    }

    @Test(
        "A key that stands twice is refused, however it is written",
        arguments: [
            ("{\"a\":1,\"a\":1}", "a"), ("{\"a\":1,\"\\u0061\":2}", "a"), ("{\"\\u0061\":1,\"b\":0,\"a\":2}", "a"),
            ("{\"\":1,\"\":2}", ""), ("[{\"进展\":1,\"\\u8fdb\\u5c55\":2}]", "进展"), ("{\"\\n\":1,\"\\u000A\":2}", "\n"),
            ("{\"😀\":1,\"\\uD83D\\uDE00\":2}", "😀"), ("{\"/\":1,\"\\/\":2}", "/"),
        ])
    func refusesDuplicateKeys(_ text: String, _ key: String) {
        #expect(refusal(text)?.reason == .duplicateKey(key))
    }

    @Test("Keys are compared as bytes: é composed and é decomposed are two keys")
    func keepsNormalizationFormsApart() throws {
        let object = try document("{\"\u{E9}\":1,\"e\u{301}\":2,\"E\u{301}\":3}").root.object()
        #expect(object.count == 3)
        #expect(try object.required("\u{E9}").integer() == 1)
        #expect(try object.required("e\u{301}").integer() == 2)
    }

    @Test("The same key may stand in different objects")
    func allowsKeysToRepeatElsewhere() {
        #expect(refusal("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":{\"a\":1}}") == nil)
    }

    @Test("Among many keys the earliest repetition is found", arguments: [17, 300, 20_000])
    func findsOneDuplicateAmongMany(_ count: Int) {
        let members = (0..<count).map { "\"key \($0)\": \($0)" }
        #expect(refusal("{" + members.joined(separator: ",\n") + "}") == nil)

        var twice = members
        twice[count - 1] = "\"k\\u0065y 3\": 0"
        let last = refusal("{" + twice.joined(separator: ",\n") + "}")
        #expect(last?.reason == .duplicateKey("key 3"))
        #expect(last?.line == count)

        twice[count / 2] = "\"key 1\": 0"
        let earliest = refusal("{" + twice.joined(separator: ",\n") + "}")
        #expect(earliest?.reason == .duplicateKey("key 1"))
        #expect(earliest?.line == count / 2 + 1)
    }
}
