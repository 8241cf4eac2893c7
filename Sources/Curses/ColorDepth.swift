/// How many colours a terminal is given.
package enum ColorDepth: Int, Comparable, Sendable {
    /// Bold, reverse and underline only: `NO_COLOR`, or a terminal without colours.
    case none
    /// The eight colours of ANSI; bold stands for bright.
    case ansi8
    /// The eight and their bright twins.
    case ansi16
    /// The fixed 6×6×6 cube and 24 greys of xterm. The first 16 are left alone, because users choose those.
    case indexed256
    /// Red, green and blue, eight bits each; only where the terminal's description says so (`xterm-direct`).
    case direct
    /// All that the terminal's description promises.
    case automatic

    package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

    /// The depth a terminal with so many colours has.
    init(colors: Int, direct: Bool) {
        self =
            switch colors {
            case _ where direct: .direct
            case 256...: .indexed256
            case 16...: .ansi16
            case 8...: .ansi8
            default: .none
            }
    }
}
