import StrictJSON
import WorkPlan

extension JSONObject {
    /// Schema 1 of a plan file is closed: a key that is not in the list is refused, because dropping it would lose it.
    func only(_ keys: [String]) throws(JSONError) {
        guard let value = firstMember(besides: keys) else { return }
        throw value.failure(.invalid("不认识的字段，这个位置只能有：\(keys.joined(separator: "、"))"))
    }

    /// The same for the elements of a list.
    func only(_ keys: [String], inEach list: StaticString) throws(JSONError) {
        guard let elements = try optional(list)?.array() else { return }
        for element in elements { try element.object().only(keys) }
    }

    func text(_ key: StaticString) throws(JSONError) -> String { try required(key).string() }

    /// A text that may not be empty, because a row without it could not be seen.
    func title(_ key: StaticString) throws(JSONError) -> String {
        let value = try required(key)
        let text = try value.string()
        guard !text.isEmpty else { throw value.failure(.invalid("不能为空")) }
        return text
    }

    func text(ifPresent key: StaticString) throws(JSONError) -> String? { try optional(key)?.string() }
    func day(_ key: StaticString) throws(JSONError) -> Day { try required(key).day() }
    func day(ifPresent key: StaticString) throws(JSONError) -> Day? { try optional(key)?.day() }
    func flag(_ key: StaticString) throws(JSONError) -> Bool { try optional(key)?.bool() ?? false }

    func identifier<Subject>(_ key: StaticString) throws(JSONError) -> Identifier<Subject> {
        try required(key).identifier()
    }

    func identifier<Subject>(ifPresent key: StaticString) throws(JSONError) -> Identifier<Subject>? {
        try optional(key)?.identifier()
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: StaticString) throws(JSONError) -> Word {
        try required(key).word()
    }

    /// The elements of an array, read one by one; none where the key is absent.
    func list<Element>(
        _ key: StaticString, _ read: (JSONValue) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element] {
        var elements: [Element] = []
        guard let array = try optional(key)?.array(), !array.isEmpty else { return elements }
        elements.reserveCapacity(array.count)
        for value in array { elements.append(try read(value)) }
        return elements
    }
}

extension JSONValue {
    /// A calendar day as `2024-03-31`.
    func day() throws(JSONError) -> Day {
        let text = try string()
        guard let day = Day(text) else { throw failure(.invalid("“\(text)”不是日历上的一天，应写成 2024-03-31 的样子")) }
        return day
    }

    func period() throws(JSONError) -> Period {
        let text = try string()
        guard let period = Period(text), period.description == text else {
            throw failure(.invalid("“\(text)”不是报送期，应写成 2024Q1、2024-03、2024H1 或 2024"))
        }
        return period
    }

    func identifier<Subject>() throws(JSONError) -> Identifier<Subject> {
        let identifier = Identifier<Subject>(try string())
        guard identifier.isWellFormed else {
            throw failure(.invalid("标识只能用字母、数字、“-”“.”“_”，至多 64 个字符"))
        }
        return identifier
    }

    /// One of a fixed list of words.
    func word<Word: RawRepresentable<String> & CaseIterable>() throws(JSONError) -> Word {
        let text = try string()
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: "、")
            throw failure(.invalid("“\(text)”不在可用的词里：\(words)"))
        }
        return word
    }

    func number(in bounds: ClosedRange<Double>) throws(JSONError) -> Double {
        let number = try number()
        guard bounds.contains(number) else { throw failure(.outOfRange) }
        return number
    }
}
