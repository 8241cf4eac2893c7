/// How a character behaves at the end of a line: a small subset of the classes of UAX #14, with the 禁则 of Chinese
/// typesetting.
enum LineBreakClass {
    case blank
    /// Never ends a line: `（《“`.
    case opening
    /// Never begins a line: `，。》”％`.
    case closing
    /// Never begins a line, never parted from its like: `—` `…`.
    case pair
    /// Joins what is on both sides of it: `·` in `“4·26”`.
    case infix
    /// A straight quote, which tells no direction: stays with both neighbours.
    case quote
    /// Stays with the number behind it: `第` `￥`.
    case numberPrefix
    /// A digit, or `万` and its kind after one.
    case digit
    /// Part of a word: letters and signs of scripts that break at blanks.
    case letter
    /// Stands alone: Han, kana, hangul, symbols.
    case ideograph

    /// The class of a character, given the class of the character just before it.
    static func of(_ scalar: Unicode.Scalar, after previous: LineBreakClass?) -> LineBreakClass {
        if DisplayWidth.isCommonHan(scalar.value) { return ofHan(scalar, after: previous) }
        return switch scalar {
        case "0"..."9", "０"..."９": .digit
        case "a"..."z", "A"..."Z", "Ａ"..."Ｚ", "ａ"..."ｚ": .letter
        case "￥", "¥", "＄": .numberPrefix
        case " ", "\u{3000}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}": .blank
        case "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "〕", "〗", "”", "’": .closing
        case ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "％", "‰", "℃", "．", "々", "ー", "›", "］", "｝": .closing
        case "（", "《", "〈", "「", "『", "【", "〔", "〖", "“", "‘", "(", "[", "{", "‹", "［", "｛": .opening
        case "—", "…": .pair
        case "\"", "'": .quote
        case "·", "•", "・", "\u{A0}", "\u{2007}", "\u{202F}": .infix
        default: scalar.value < 0x2000 ? .letter : .ideograph
        }
    }

    private static func ofHan(_ scalar: Unicode.Scalar, after previous: LineBreakClass?) -> LineBreakClass {
        switch scalar {
        case "十", "百", "千", "万", "亿": previous == .digit ? .digit : .ideograph
        case "第": .numberPrefix
        default: .ideograph
        }
    }
}

/// Whether a line may break between two neighbours.
enum LineBreak: Comparable {
    /// Only where the line has no better place and would be too wide.
    case never
    /// Where a word or a number is longer than the line.
    case insideWord
    case free

    /// The break between two neighbours with no blank between them.
    static func between(_ left: LineBreakClass, _ right: LineBreakClass, ascii: Bool) -> LineBreak {
        switch (left, right) {
        case (_, .closing), (_, .pair), (_, .infix), (.opening, _): .never
        case (_, .quote), (.quote, _), (.infix, .digit), (.infix, .letter): .insideWord
        case (.numberPrefix, _), (.digit, .digit), (.digit, .letter), (.letter, .digit): .insideWord
        case (.letter, .letter), (.digit, .ideograph): .insideWord
        case (.closing, .digit), (.closing, .letter), (.letter, .opening), (.digit, .opening), (.closing, .opening):
            // `3.5`, `1,000`, `f(x)` are words; `）2022` is not.
            ascii ? .insideWord : .free
        default: .free
        }
    }

    /// The break where blanks stand between two neighbours: only 禁则 still holds.
    static func acrossBlanks(_ left: LineBreakClass, _ right: LineBreakClass) -> LineBreak {
        left == .opening || right == .closing || right == .pair || right == .infix ? .never : .free
    }
}
