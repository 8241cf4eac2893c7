/// How cells look on this terminal.
struct Look: Equatable {
    var attributes: Attributes = []
    /// Numbers of colours; -1 is the terminal's own.
    var foreground: Int32 = -1
    var background: Int32 = -1

    /// Whether a blank shows nothing but what is behind it.
    var isBare: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }
}

/// What text may have besides colours.
struct Attributes: OptionSet {
    let rawValue: UInt8

    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let italic = Attributes(rawValue: 4)
    static let underline = Attributes(rawValue: 8)
    static let reverse = Attributes(rawValue: 16)
}
