import StrictJSON
import Testing

@Suite struct JSONValueTests {
    private let samples: [(JSONKind, String)] = [
        (.object, "{}"), (.array, "[]"), (.string, "\"s\""), (.number, "1"), (.bool, "true"), (.null, "null"),
    ]

    @Test("A value asked for as what it is not says what was expected and what was found")
    func refusesOtherKinds() throws {
        for (found, text) in samples {
            let value = try document(text).root
            #expect(value.kind == found)
            #expect(value.isNull == (found == .null))
            let errors: [(JSONKind, JSONError?)] = [
                (.object, thrown { () throws(JSONError) in try value.object() }),
                (.array, thrown { () throws(JSONError) in try value.array() }),
                (.string, thrown { () throws(JSONError) in try value.string() }),
                (.number, thrown { () throws(JSONError) in try value.number() }),
                (.number, thrown { () throws(JSONError) in try value.integer() }),
                (.bool, thrown { () throws(JSONError) in try value.bool() }),
            ]
            for (expected, error) in errors {
                #expect(error?.reason == (expected == found ? nil : .wrongType(expected: expected, found: found)))
            }
            #expect(value.equals("s") == (found == .string))
        }
    }

    @Test("A bool is what it says")
    func readsBools() throws {
        #expect(try document("[true,false]").root.array().map { try $0.bool() } == [true, false])
    }

    @Test("Members are found by key, whatever their order and spelling")
    func findsMembers() throws {
        let object = try document(#"{"aa":1,"a":{"b":7},"\u0062":3,"\"":4,"":5,"none":null}"#).root.object()
        #expect(object.count == 6)
        #expect(try object["a"]?.object().required("b").integer() == 7)
        #expect(try object["aa"]?.integer() == 1)
        #expect(try object["b"]?.integer() == 3)
        #expect(try object["\""]?.integer() == 4)
        #expect(try object[""]?.integer() == 5)
        #expect(object["c"] == nil)
        #expect(object["aaa"] == nil)
        #expect(object["none"]?.isNull == true)
        #expect(object.optional("none") == nil)
        #expect(object.optional("c") == nil)
        #expect(object.optional("a") != nil)
        #expect(try object.required("none").isNull)
    }

    @Test("A key is never mistaken for the bytes that follow a shorter one")
    func doesNotReadPastAKey() throws {
        let object = try document(#"{"a":"b","c":[]}"#).root.object()
        #expect(object[#"a":"b"#] == nil)
        #expect(object[#"a":"b","c"#] == nil)
        #expect(object[text: "a\":\"b\",\"c\":[]}" + String(repeating: "x", count: 100)] == nil)
    }

    @Test("A missing key is reported at the object it is missing from")
    func reportsMissingKeys() throws {
        let outer = try document("{\"units\":[{},\n{\"name\":1}]}").root.object()
        let unit = try #require(Array(outer.required("units").array()).last).object()
        #expect(
            thrown { () throws(JSONError) in try unit.required("kind") }
                == JSONError(
                    file: "plan.json", line: 2, path: JSONPath([.key("units"), .index(1)]),
                    reason: .missing(key: "kind")))
        #expect(unit.failure(.invalid("x")) == unit.value.failure(.invalid("x")))
    }

    @Test("Arrays and objects are walked in order, skipping what lies deeper")
    func walksContainers() throws {
        let object = try document(#"{"b":[1,[2,3],{"x":4}],"a":{},"\u4e00":"二"}"#).root.object()
        #expect(object.map(\.key) == ["b", "a", "一"])
        #expect(object.map(\.value.kind) == [.array, .object, .string])
        let array = try object.required("b").array()
        #expect(array.count == 3)
        #expect(array.map(\.kind) == [.number, .array, .object])
        let empty = try object.required("a").object()
        #expect(empty.isEmpty)
        #expect(Array(empty).isEmpty)
        #expect(try document(" [ ] ").root.array().isEmpty)
    }
}
