/// Turns raw text into text that may be shown. Linear in the length; a hostile text grows at most sixfold.
struct Sanitizer {
    private var output = String.UnicodeScalarView()
    private var state = State()

    /// What a scalar means at its place.
    private enum Step {
        case keep, hidden, leadingMark, excessMark
    }

    private struct State {
        private var hasBase = false
        private var marks = 0

        mutating func step(_ scalar: Unicode.Scalar) -> Step {
            let code = scalar.value
            if code >= 0x20 && code < 0x7F || DisplayWidth.isCommonHan(code) {
                hasBase = true
                marks = 0
                return .keep
            }
            let widthClass = DisplayWidth.widthClass(ofCode: code)
            if HiddenScalar.contains(scalar, class: widthClass) {
                hasBase = false
                return .hidden
            }
            guard widthClass == .mark else {
                hasBase = true
                marks = 0
                return .keep
            }
            if !hasBase {
                hasBase = true
                marks = 1
                return .leadingMark
            }
            marks += 1
            return marks <= DisplayText.marksLimit ? .keep : .excessMark
        }
    }

    static func cleaned(_ raw: String) -> String {
        // Nearly every text, and seen from its bytes.
        if DisplayWidth.plainColumns(of: raw) != nil { return raw }
        var state = State()
        for scalar in raw.unicodeScalars where state.step(scalar) != .keep {
            var sanitizer = Sanitizer()
            return sanitizer.rewritten(raw)
        }
        return raw
    }

    private mutating func rewritten(_ raw: String) -> String {
        var excess = 0
        for scalar in raw.unicodeScalars {
            let step = state.step(scalar)
            if excess > 0 && step != .excessMark {
                output.append(contentsOf: "‹+\(excess)›".unicodeScalars)
                excess = 0
            }
            switch step {
            case .keep: output.append(scalar)
            case .hidden: output.append(contentsOf: HiddenScalar.standIn(for: scalar).unicodeScalars)
            case .leadingMark: output.append(contentsOf: ["◌", scalar])
            case .excessMark: excess += 1
            }
        }
        if excess > 0 { output.append(contentsOf: "‹+\(excess)›".unicodeScalars) }
        return String(output)
    }
}
