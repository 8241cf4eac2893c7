/// Numbers as an office writes them. (`String(format:)` would pull in all of Foundation and ICU.)
package enum Figure {
    /// `3,510` or `12.5`: at most one decimal, none when it is zero, thousands apart.
    package static func number(_ value: Double) -> String {
        let tenths = Self.tenths(value)
        let whole = grouped(abs(tenths) / 10)
        let rest = abs(tenths) % 10
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : ".\(rest)")
    }

    /// `47.4`: always one decimal, for percents and percentage points.
    package static func points(_ value: Double) -> String {
        let tenths = Self.tenths(value)
        return (tenths < 0 ? "-" : "") + String(abs(tenths) / 10) + ".\(abs(tenths) % 10)"
    }

    /// Rounded half away from zero; held within ±10¹⁷ so that no figure of a file can overflow.
    private static func tenths(_ value: Double) -> Int {
        guard value.isFinite else { return 0 }
        return Int((max(-1e17, min(1e17, value * 10))).rounded())
    }

    private static func grouped(_ value: Int) -> String {
        let digits = Array(String(value))
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
