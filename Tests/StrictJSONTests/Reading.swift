import StrictJSON
import Testing

/// The document of a text that the test expects to be read.
func document(_ text: String, limits: JSONLimits = .standard) throws -> JSONDocument {
    try JSONDocument(Array(text.utf8), file: "plan.json", limits: limits)
}

/// Why a text is refused; nil when it is read.
func refusal(_ bytes: [UInt8], limits: JSONLimits = .standard) -> JSONError? {
    do {
        _ = try JSONDocument(bytes, file: "plan.json", limits: limits)
        return nil
    } catch {
        return error
    }
}

func refusal(_ text: String, limits: JSONLimits = .standard) -> JSONError? {
    refusal(Array(text.utf8), limits: limits)
}

/// What the expression throws; nil when it does not throw.
func thrown<Value>(_ body: () throws(JSONError) -> Value) -> JSONError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}

/// The same numbers on every machine and in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
