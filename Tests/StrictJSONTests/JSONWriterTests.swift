import StrictJSON
import Testing

@Suite struct JSONWriterTests {
    private func text(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(layout)
        body(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private func sample(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("title", "计划")
            writer.member("count", 2)
            writer.member("share", 47.5)
            writer.member("done", false)
            writer.member("note", ifPresent: nil as String?)
            writer.member("due", ifPresent: "2025-12-31")
            writer.member("level", ifPresent: nil as Int?)
            writer.member(
                "tasks",
                array: { writer in
                    writer.null()
                    writer.object { _ in }
                    writer.array { $0.array { $0.integer(-1) } }
                })
            writer.member("empty", array: { _ in })
            writer.key("raw")
            writer.raw("[1, 2]".utf8)
        }
    }

    @Test("Compact text has no blanks and no line feed")
    func writesCompact() {
        #expect(
            text(.compact, sample)
                == #"{"title":"计划","count":2,"share":47.5,"done":false,"due":"2025-12-31","#
                + #""tasks":[null,{},[[-1]]],"empty":[],"raw":[1, 2]}"#)
    }

    @Test("Indented text has two blanks a level, empty containers inline and one line feed at the end")
    func writesIndented() {
        #expect(
            text(.indented, sample) == """
                {
                  "title": "计划",
                  "count": 2,
                  "share": 47.5,
                  "done": false,
                  "due": "2025-12-31",
                  "tasks": [
                    null,
                    {},
                    [
                      [
                        -1
                      ]
                    ]
                  ],
                  "empty": [],
                  "raw": [1, 2]
                }

                """)
        #expect(text(.indented) { $0.integer(1) } == "1\n")
    }

    @Test("Finishing closes what is open, and twice is once")
    func finishes() {
        var writer = JSONWriter(.indented)
        writer.beginObject()
        writer.key("a")
        writer.beginArray()
        writer.finish()
        #expect(writer.finish() == Array("{\n  \"a\": []\n}\n".utf8))
        writer = JSONWriter(.compact)
        writer.endArray()
        writer.beginArray()
        writer.endObject()
        writer.endObject()
        #expect(writer.bytes == Array("[]".utf8))
    }

    @Test("A text that is handed over piece by piece is the same text, and no piece is long")
    func handsOver() {
        func write(_ writer: inout JSONWriter) -> [UInt8] {
            writer.array { writer in
                for number in 0..<30_000 { writer.object { $0.member("key", number) } }
            }
            return writer.finish()
        }
        var whole = JSONWriter(.indented)
        var pieces: [[UInt8]] = []
        var apart = JSONWriter(.indented) { pieces.append($0) }
        pieces.append(write(&apart))
        #expect(pieces.count > 10 && pieces.allSatisfy { $0.count < 66_000 })
        #expect(Array(pieces.joined()) == write(&whole))
    }

    @Test("Only quotes, backslashes and U+0000 to U+001F are escaped, the short way where there is one")
    func escapes() {
        let controls = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0 as UInt32) }))
        #expect(
            text(.compact) { $0.string(controls) }
                == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
                + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#)
        let plain = "/\u{7F}\u{80}\u{2028}\u{2029}\u{FEFF}\u{202E}é进😀'<>&"
        #expect(text(.compact) { $0.string(plain) } == "\"\(plain)\"")
        #expect(text(.compact) { $0.string("a\"b\\c") } == #""a\"b\\c""#)
        #expect(text(.compact) { $0.object { $0.member("\n\"", 1) } } == #"{"\n\"":1}"#)
    }

    @Test(
        "Numbers are written as short as they read back, integral ones without a point",
        arguments: [
            (0, "0"), (-0.0, "-0"), (1, "1"), (-100, "-100"), (0.1, "0.1"), (47.4, "47.4"), (1e16, "1e+16"),
            (1e-7, "1e-07"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.leastNonzeroMagnitude, "5e-324"),
            (.infinity, "null"), (-.infinity, "null"), (.nan, "null"), (9_007_199_254_740_992, "9007199254740992"),
        ] as [(Double, String)])
    func writesNumbers(_ number: Double, _ expected: String) {
        #expect(text(.compact) { $0.number(number) } == expected)
    }

    @Test("An error of a body passes through with its type")
    func passesErrorsOn() throws {
        let value = try document("1").root
        let error = thrown { () throws(JSONError) in
            var writer = JSONWriter(.compact)
            try writer.object { (writer) throws(JSONError) in writer.member("a", try value.string()) }
        }
        #expect(error?.reason == .wrongType(expected: .string, found: .number))
    }
}
