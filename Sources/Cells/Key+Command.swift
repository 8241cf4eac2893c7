extension Key {
    /// The key as the command tables know it: a full-width form, or what a Chinese input method puts on a key of the
    /// keyboard, is the ASCII character of that key. Every other key is itself.
    package var asCommand: Key {
        guard case .character(let character) = self else { return self }
        return .character(Self.asciiTwin(of: character) ?? character)
    }

    /// Whether the key is a Han character: in command mode a sign that an input method is switched on.
    package var isHan: Bool {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first else { return false }
        return scalar.properties.isIdeographic
    }

    /// The ASCII character on whose key a character lies, if it is none itself.
    private static func asciiTwin(of character: Character) -> Character? {
        switch character {
        case "。": return "."
        case "、": return "/"
        case "【", "「": return "["
        case "】", "」": return "]"
        case "『": return "{"
        case "』": return "}"
        case "《": return "<"
        case "》": return ">"
        case "“", "”": return "\""
        case "‘", "’": return "'"
        case "￥": return "$"
        case "…": return "^"
        case "—": return "_"
        case "·": return "`"
        case "\u{3000}": return " "
        default:
            let scalars = character.unicodeScalars
            guard scalars.count == 1, let code = scalars.first?.value, 0xFF01...0xFF5E ~= code else { return nil }
            return Unicode.Scalar(code - 0xFEE0).map { Character($0) }
        }
    }
}
