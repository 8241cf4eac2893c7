import StrictJSON
import Testing

/// Where a mistake is said to be.
@Suite struct JSONPlaceTests {
    @Test(
        "A syntax error names the line and the path of the innermost value",
        arguments: [
            ("", 1, "$"), ("\n\n?", 3, "$"), ("[1,\n2,\nx]", 3, "[2]"), ("[1,\n2\n3]", 3, "$"),
            ("{\"a\":\n\n tru}", 3, "a"),
            ("{\n\"a\"\n1}", 3, "$"), ("{\"subtasks\":[0,{\"units\":[1,2,\n03]}]}", 2, "subtasks[1].units[2]"),
            ("{\"a\":{\"b\":[]},\"c\":[[],[\"\u{01}\"]]}", 1, "c[1][0]"),
            ("{\"进展\":[{\"a b\":\n-}]}", 2, "[\"进展\"][0][\"a b\"]"),
            ("{\"\\u0061\":[nul]}", 1, "a[0]"), ("[[[1]]\n", 2, "$"), ("{\"a\":{\"b\":1}\n", 2, "$"),
            ("{\"a\":[\n", 2, "a[0]"),
            ("[\"x\ny\"]", 1, "[0]"), ("[\r\n\r\n?]", 3, "[0]"), ("[1]\n\n2", 3, "$"), ("{\"a\":1,\n\"\t\":2}", 2, "$"),
            ("[{\"a\":1},\n{\"b\":1,\n\"b\":2}]", 3, "[1]"), ("[{},\n[],\n\"\\uD800\"]", 3, "[2]"),
            ("[1,\n]", 2, "[1]"),
        ])
    func placesSyntaxErrors(_ text: String, _ line: Int, _ path: String) {
        let error = refusal(text)
        #expect(error?.line == line)
        #expect(error?.path.description == path)
        #expect(error?.file == "plan.json")
    }

    @Test("A value knows its line, its path and its source")
    func placesValues() throws {
        let text = """
            {
              "title": "plan",
              "subtasks": [
                {"number": 1, "units": []},
                {"number": 2, "units": ["市教育局", "\\u5e02" , { "a":[ null ] }]}
              ],
              "空 格": -1.50
            }
            """
        let root = try document(text).root.object()
        #expect(root.value.path == .root)
        #expect(root.value.line == 1)
        #expect(Array(root.value.rawBytes) == Array(text.utf8))

        let subtasks = try root.required("subtasks")
        #expect(subtasks.line == 3)
        let second = try #require(Array(subtasks.array()).last).object()
        let units = Array(try second.required("units").array())
        #expect(units.map(\.path.description) == (0...2).map { "subtasks[1].units[\($0)]" })
        #expect(units.map(\.line) == [5, 5, 5])
        #expect(
            units.map { String(decoding: $0.rawBytes, as: UTF8.self) } == [
                "\"市教育局\"", "\"\\u5e02\"", "{ \"a\":[ null ] }",
            ])
        let deepest = try #require(Array(units[2].object().required("a").array()).first)
        #expect(deepest.path.description == "subtasks[1].units[2].a[0]")

        let last = try root.required("空 格")
        #expect(last.path.components == [.key("空 格")])
        #expect(last.line == 7)
        #expect(Array(last.rawBytes) == Array("-1.50".utf8))
        #expect(
            last.failure(.invalid("unknown"))
                == JSONError(
                    file: "plan.json", line: 7, path: JSONPath([.key("空 格")]), reason: .invalid("unknown")))
    }

    @Test("A line of a journal is read in place, and its errors carry the journal's line")
    func readsSlices() throws {
        let journal = Array("{\"seq\":1}\n{\"seq\":2,\n\"by\":\"张三\"}\n{\"seq\":x}\n".utf8)
        let second = try JSONDocument(journal[10..<34], file: "journal", firstLine: 2)
        #expect(try second.root.object().required("by").string() == "张三")
        #expect(try second.root.object().required("by").line == 3)
        #expect(try Array(second.root.object().required("seq").rawBytes) == [UInt8(ascii: "2")])
        let third = thrown { () throws(JSONError) in try JSONDocument(journal[35...], file: "journal", firstLine: 4) }
        #expect(
            third
                == JSONError(
                    file: "journal", line: 4, path: JSONPath([.key("seq")]),
                    reason: .unexpectedByte(UInt8(ascii: "x"), expected: .value)))
    }

    @Test("Paths print keys that are identifiers bare and others quoted")
    func printsPaths() {
        #expect(JSONPath.root.description == "$")
        #expect(JSONPath([.key("a"), .key("_b1"), .index(0), .index(2), .key("C")]).description == "a._b1[0][2].C")
        #expect(JSONPath([.index(3), .key("1a"), .key(""), .key("é")]).description == "[3][\"1a\"][\"\"][\"é\"]")
        #expect(JSONPath([.key("a-b"), .key("x.y"), .key("\"\n[")]).description == #"["a-b"]["x.y"]["\"\n["]"#)
        #expect(JSONPath([.key("@`{")]).description == "[\"@`{\"]")
    }

    @Test("Paths compare keys as bytes")
    func comparesPaths() {
        #expect(JSONPath([.key("\u{E9}"), .index(1)]) == JSONPath([.key("\u{E9}"), .index(1)]))
        #expect(JSONPath([.key("\u{E9}")]) != JSONPath([.key("e\u{301}")]))
        #expect(JSONPath([.key("1")]) != JSONPath([.index(1)]))
        #expect(JSONPath([.index(1)]) != JSONPath([.index(1), .index(1)]))
    }
}
