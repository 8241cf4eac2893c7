import StrictJSON
import Testing

@Suite struct JSONLimitsTests {
    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test("Containers nest 64 deep and no deeper")
    func limitsDepth() {
        #expect(refusal(nested(64)) == nil)
        #expect(refusal(nested(65))?.reason == .depth(limit: 64))
        let objects = String(repeating: "{\"a\":", count: 64)
        #expect(refusal(objects + "1" + String(repeating: "}", count: 64)) == nil)
        #expect(refusal(objects + "{}" + String(repeating: "}", count: 64))?.reason == .depth(limit: 64))
        #expect(refusal("[]", limits: JSONLimits(depth: 0))?.reason == .depth(limit: 0))
        #expect(refusal("1", limits: JSONLimits(depth: 0)) == nil)
        #expect(refusal("[" + String(repeating: "[],", count: 500) + "[]]") == nil)
    }

    @Test("Any number of open brackets is refused alike", arguments: [65, 512, 513, 514, 1_000_000])
    func refusesBracketBombs(_ count: Int) {
        for opening in ["[", "{\"a\":", "[{\"\":"] {
            let error = refusal(String(repeating: opening, count: count))
            #expect(error?.reason == .depth(limit: 64))
            #expect(error?.path.components.count == 64)
        }
    }

    @Test("An object has as many keys as allowed; a nested object counts for itself")
    func limitsKeys() {
        let limits = JSONLimits(keysPerObject: 2)
        #expect(refusal("{\"a\":{\"c\":1,\"d\":2},\"b\":{\"c\":1,\"d\":2}}", limits: limits) == nil)
        #expect(refusal("{\"a\":1,\"b\":2,\"c\":3}", limits: limits)?.reason == .tooManyKeys(limit: 2))
        #expect(refusal("[{\"a\":1,\n\"b\":2,\n\"c\":3}]", limits: limits)?.line == 3)

        let keys = (0..<65_537).map { "\"\($0)\":0" }
        #expect(refusal("{" + keys.dropLast().joined(separator: ",") + "}") == nil)
        #expect(refusal("{" + keys.joined(separator: ",") + "}")?.reason == .tooManyKeys(limit: 65_536))
    }

    @Test("A string is as long as allowed, counted in bytes of the source", arguments: 0...20)
    func limitsStrings(_ limit: Int) {
        let limits = JSONLimits(stringBytes: limit)
        let full = String(repeating: "x", count: limit)
        let tooLong = JSONError.Reason.stringTooLong(limit: limit)
        #expect(refusal("\"\(full)\"", limits: limits) == nil)
        #expect(refusal("{\"\(full)\":0}      ", limits: limits) == nil)
        #expect(refusal("\"\(full)x\"", limits: limits)?.reason == tooLong)
        #expect(refusal("\"\(full)x\"            ", limits: limits)?.reason == tooLong)
        #expect(refusal("{\"\(full)x\":0}", limits: limits)?.reason == tooLong)
        #expect(refusal("\"\(full)进展进展\"", limits: limits)?.reason == tooLong)
        #expect(refusal("\"\(full)\\n\"", limits: limits)?.reason == tooLong)
        #expect(refusal("\"\(full)", limits: limits)?.reason == .unexpectedEnd)
    }

    @Test("A mebibyte of text is read and one byte more is not")
    func limitsStringsByDefault() {
        let full = String(repeating: "x", count: 1 << 20)
        #expect(refusal("\"\(full)\"") == nil)
        #expect(refusal("\"\(full)x\"")?.reason == .stringTooLong(limit: 1 << 20))
    }

    @Test("A number has 64 bytes and no more")
    func limitsNumbers() {
        let digits = String(repeating: "1", count: 64)
        let tooLong = JSONError.Reason.numberTooLong(limit: 64)
        #expect(refusal("[\(digits)]") == nil)
        #expect(refusal(digits) == nil)
        for number in ["\(digits)1", "-\(digits)", "0.\(digits)", "1e\(digits)", "\(digits)e1", "\(digits).5"] {
            #expect(refusal("[\(number)]")?.reason == tooLong, "\(number)")
            #expect(refusal(number)?.reason == tooLong, "\(number)")
        }
        #expect(refusal(String(repeating: "1", count: 1_000_000))?.reason == tooLong)
    }

    @Test("A file is as large as allowed")
    func limitsBytes() {
        #expect(refusal("[1,2]", limits: JSONLimits(bytes: 5)) == nil)
        #expect(refusal("[1,2]", limits: JSONLimits(bytes: 4))?.reason == .fileTooLarge(limit: 4))
        #expect(refusal("[1,2]", limits: JSONLimits(values: 2))?.reason == .tooManyValues(limit: 2))
        #expect(refusal("[1,2]", limits: JSONLimits(values: 3)) == nil)
        #expect(JSONLimits.standard == JSONLimits(bytes: 256 << 20))
    }

    @Test("Limits that make no sense refuse everything instead of trapping")
    func survivesAbsurdLimits() {
        for absurd in [Int.min, -1, Int.max] {
            let limits = JSONLimits(
                depth: absurd, keysPerObject: absurd, stringBytes: absurd, bytes: 100, numberBytes: absurd)
            let isRead = refusal("{\"a\":[1,\"x\"]}", limits: limits) == nil
            #expect(isRead == (absurd > 0))
            #expect((refusal("1", limits: limits) == nil) == (absurd > 0))
            #expect((refusal("\"x\"", limits: limits) == nil) == (absurd > 0))
        }
        #expect(refusal("1", limits: JSONLimits(bytes: -1))?.reason == .fileTooLarge(limit: -1))
    }
}
