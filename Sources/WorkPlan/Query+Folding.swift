extension Query {
    /// One scalar for all its variants: full-width and half-width forms, upper and lower case, quotes, dashes, brackets.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "A"..."Z": Unicode.Scalar(scalar.value + 32) ?? scalar
        case "\u{FF01}"..."\u{FF5E}": folded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case "①"..."⑨": Unicode.Scalar(scalar.value - 0x2460 + 0x31) ?? scalar
        case "“", "”", "„": "\""
        case "‘", "’": "'"
        case "—", "–", "－", "―": "-"
        case "•", "・": "·"
        case "〔", "【", "［": "("
        case "〕", "】", "］": ")"
        case "、": ","
        case "ü", "Ü": "v"
        case "\u{3000}", "\u{A0}", "\t", "\n": " "
        default: scalar
        }
    }
}
