import StrictJSON
import Testing

@Suite struct JSONStringTests {
    @Test(
        "A string is decoded to what it stands for",
        arguments: [
            (#""""#, ""), (#""abc""#, "abc"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"),
            (#""\u0041\u00e9\u00E9\u8fdb""#, "A\u{E9}\u{E9}进"), (#""\uD834\uDD1E\uDBFF\uDFFF""#, "\u{1D11E}\u{10FFFF}"),
            (#""\uD800\uDC00""#, "\u{10000}"), (#""\u0001\u001f\u007F""#, "\u{01}\u{1F}\u{7F}"),
            (#""\\u0061""#, #"\u0061"#), (#""\\\"""#, #"\""#),
            (#""a/*b*/c//d#e""#, "a/*b*/c//d#e"), (#""\u0022\u005C""#, #""\"#), (#""进展 12.3%，黄→红""#, "进展 12.3%，黄→红"),
            (#""\uFEFF\u202E\u200B""#, "\u{FEFF}\u{202E}\u{200B}"), (#""12345678\n12345678""#, "12345678\n12345678"),
        ])
    func decodes(_ text: String, _ expected: String) throws {
        let value = try document(text).root
        #expect(Array(try value.string().utf8) == Array(expected.utf8))
        #expect(value.equals(expected))
        #expect(!value.equals(expected + "x"))
    }

    @Test("Noncharacters are characters like any other", arguments: [0xFFFE, 0xFFFF, 0xFDD0] as [UInt32])
    func readsNoncharacters(_ code: UInt32) throws {
        let expected = String(try #require(Unicode.Scalar(code)))
        #expect(try document("\"\\u\(String(code, radix: 16))\"").root.string() == expected)
        #expect(try document("\"\(expected)\"").root.string() == expected)
    }

    @Test("Well-formed UTF-8 of every length stands at every distance from the quote")
    func readsUTF8AtEveryOffset() throws {
        let scalars = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}\u{2028}\u{2029}"
        for padding in 0...20 {
            let expected = String(repeating: "x", count: padding) + scalars + String(repeating: "y", count: padding)
            #expect(try document("[\"\(expected)\"]").root.array().map { $0.equals(expected) } == [true])
        }
    }

    @Test(
        "Bytes that are not UTF-8 are refused wherever they stand",
        arguments: [
            [0x80], [0xBF], [0xFF], [0xFE], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],
            [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF], [0xFC, 0x80, 0x80, 0x80, 0x80, 0xAF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xC3, 0x28], [0xE2, 0x82, 0x28], [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x98, 0x28],
            [0xF0, 0x9F, 0x28, 0x80], [0xE5], [0xC3, 0xC3], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func refusesInvalidUTF8(_ bytes: [UInt8]) {
        for padding in 0...9 {
            let filler = [UInt8](repeating: UInt8(ascii: "x"), count: padding)
            #expect(refusal("[\"".utf8 + filler + bytes + filler + "    \"]".utf8)?.reason == .invalidUTF8)
            #expect(refusal("{\"".utf8 + filler + bytes + filler + "    \":1}".utf8)?.reason == .invalidUTF8)
        }
    }

    @Test("A character cut by the end of the file is an unexpected end, not bad UTF-8")
    func tellsACutCharacterFromABadOne() {
        #expect(refusal("\"".utf8 + [0xE8, 0xBF])?.reason == .unexpectedEnd)
    }

    @Test(
        "A surrogate escape without its other half is refused",
        arguments: [
            #""\uD800""#, #""\uDC00""#, #""\uD800x""#, #""\uD800\n""#, #""\uD800\uD800""#, #""\uDC00\uD800""#,
            #""\uDC00\uDC00""#,
            #""\uD800\u0041""#, #""\uD83D\uDE00\uDE00""#, #""\uDBFF\\uDC00""#, #""\ud800\ue000""#,
        ])
    func refusesLoneSurrogates(_ text: String) {
        #expect(refusal(text)?.reason == .loneSurrogate)
    }

    @Test(
        "An escape that JSON does not have is refused",
        arguments: [
            (#""\x41""#, "x"), (#""\a""#, "a"), (#""\'""#, "'"), (#""\0""#, "0"), (#""\U0041""#, "U"), (#""\ ""#, " "),
            (#""\u00G0""#, "u"), (#""\u 041""#, "u"), (#""\u004""#, "u"), (#""\uD834\uZZZZ""#, "u"), ("\"\\\n\"", "\n"),
        ])
    func refusesBadEscapes(_ text: String, _ letter: String) throws {
        #expect(refusal(text)?.reason == .badEscape(try #require(letter.utf8.first)))
    }

    @Test(
        "Every raw control character is refused, in keys as well; DEL is not one",
        arguments: 0...0x20 as ClosedRange<UInt8>)
    func refusesRawControls(_ byte: UInt8) {
        let reason: JSONError.Reason? =
            switch byte {
            case 0: .nulCharacter
            case 0x20: nil
            default: .controlCharacter(byte)
            }
        for padding in 0...9 {
            let filler = [UInt8](repeating: UInt8(ascii: "x"), count: padding)
            #expect(refusal("\"".utf8 + filler + [byte] + filler + "\"".utf8)?.reason == reason)
            #expect(refusal("{\"".utf8 + filler + [byte] + filler + "\":0}".utf8)?.reason == reason)
        }
        #expect(refusal("\"\u{7F}\"") == nil)
    }

    @Test(
        "U+0000 is refused in every spelling",
        arguments: [#""\u0000""#, #"{"a\u0000b":1}"#, "\"\0\"", #"["\n\u0000"]"#])
    func refusesNUL(_ text: String) {
        #expect(refusal(text)?.reason == .nulCharacter)
    }
}
