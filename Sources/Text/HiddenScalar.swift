/// The scalars that a terminal or a reader would not see, or that would move other text: each is shown as a stand-in.
enum HiddenScalar {
    /// Whether a scalar must not reach the screen: controls, format and bidirectional characters, variation selectors,
    /// fillers, separators of lines, tags, private use, noncharacters. Covers Unicode's Default_Ignorable_Code_Point.
    static func contains(_ scalar: Unicode.Scalar, class widthClass: WidthClass) -> Bool {
        if widthClass == .invisible { return true }
        switch scalar.value {
        case 0x00..<0x20, 0x7F..<0xA0: return true  // C0, DEL, C1
        case 0xAD: return true  // soft hyphen
        case 0x034F: return true  // combining grapheme joiner
        case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: return true  // bidirectional, zero width
        case 0x115F...0x1160, 0x3164, 0xFFA0: return true  // hangul fillers
        case 0x17B4...0x17B5: return true  // khmer inherent vowels
        case 0x180B...0x180F: return true  // mongolian variation selectors, vowel separator
        case 0x2028...0x2029: return true  // line and paragraph separator
        case 0xE000...0xF8FF, 0xF_0000...0x10_FFFF: return true  // private use
        case 0xFE00...0xFE0F: return true  // variation selectors
        case 0xFEFF, 0xFFF0...0xFFFB: return true  // byte order mark, interlinear annotation
        case 0xFDD0...0xFDEF: return true  // noncharacters; those at the end of each plane below
        case 0x1_BCA0...0x1_BCA3, 0x1_D173...0x1_D17A: return true  // shorthand and musical format controls
        case 0xE_0000...0xE_0FFF: return true  // tags, more variation selectors
        default: return scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// What is shown instead: a control picture, or the scalar's number in angle quotes.
    static func standIn(for scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0..<0x20:
            return String(Character(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"))
        case 0x7F:
            return "\u{2421}"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
        }
    }
}
