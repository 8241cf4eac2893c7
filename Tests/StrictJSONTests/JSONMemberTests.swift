import StrictJSON
import Testing

/// Members are found whatever their order and however their keys are written.
struct JSONMemberTests {
    @Test(
        arguments: [
            (#"{"a":1,"b":2,"c":3}"#, nil), (#"{"c":1,"b":2,"a":3}"#, nil), (#"{"b":1}"#, nil),
            ("{}", nil),
            (#"{"c":1,"\u0061":2}"#, nil), (#"{"a":1,"d":2,"e":3}"#, 2), (#"{"\u0064":1}"#, 1),
            (#"{"c":{"d":1},"aa":2}"#, 2),
            (#"{"":1}"#, 1),
        ] as [(String, Int?)])
    func firstMemberBesidesKeys(_ text: String, _ found: Int?) throws {
        let object = try document(text).root.object()
        #expect(try object.firstMember(besides: ["a", "b", "c"])?.integer() == found)
        #expect((object.firstMember(besides: []) == nil) == object.isEmpty)
    }

    @Test func keysAreNotFoundAcrossTheirQuotes() throws {
        let object = try document(#"{"a":"b","\u0063\"":1,"d":2}"#).root.object()
        #expect(object[#"a":"b"#] == nil)
        #expect(object.firstMember(besides: [#"a":"b"#, "d"])?.equals("b") == true)
        #expect(try object.required("c\"").integer() == 1)
        #expect(try object.required("d").integer() == 2)
        #expect(object["c"] == nil)
    }
}
