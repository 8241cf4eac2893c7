import Cells

/// The colours of a terminal nearest to those of a theme. Pure: terminals are told apart by depth only.
enum NearestColor {
    /// The colour numbers for a text and what lies behind it; -1 is the terminal's own. `bold` asks for the bright twin
    /// where bright colours have no number.
    struct Numbers: Hashable {
        var foreground: Int32
        var background: Int32
        var bold = false
    }

    static func numbers(foreground: Color?, background: Color?, depth: ColorDepth) -> Numbers {
        switch depth {
        case .none: Numbers(foreground: -1, background: -1)
        case .ansi8, .ansi16:
            ansi(foreground: foreground, background: background, count: depth == .ansi8 ? 8 : 16)
        case .indexed256:
            Numbers(foreground: foreground.map(indexed) ?? -1, background: background.map(indexed) ?? -1)
        case .direct, .automatic:
            Numbers(foreground: foreground.map(direct) ?? -1, background: background.map(direct) ?? -1)
        }
    }

    /// Red, green and blue in one number. The eight darkest blues are numbers of ANSI colours there: they get one
    /// step of green, which nobody can see.
    static func direct(_ color: Color) -> Int32 {
        let number = Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
        return (1..<8).contains(number) ? number | 0x100 : number
    }

    /// The nearest of xterm's colours 16 to 255: in the cube, or among the greys.
    static func indexed(_ color: Color) -> Int32 {
        let channels = color.channels
        let steps = channels.map { value in cubeLevels.indices.min { near(value, cubeLevels[$0], cubeLevels[$1]) } ?? 0
        }
        let mean = (channels[0] * 3 + channels[1] * 6 + channels[2]) / 10
        let grey = min(23, max(0, (mean - 3) / 10))
        let inCube = distance(channels, steps.map { cubeLevels[$0] })
        let amongGreys = distance(channels, Array(repeating: 8 + 10 * grey, count: 3))
        return Int32(amongGreys < inCube ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2])
    }

    private static let cubeLevels = [0, 95, 135, 175, 215, 255]

    private static func near(_ value: Int, _ one: Int, _ other: Int) -> Bool { abs(value - one) < abs(value - other) }

    /// The eye tells greens apart best and blues worst.
    private static func distance(_ one: [Int], _ other: [Int]) -> Int {
        zip(zip(one, other), [3, 4, 2]).reduce(0) { sum, part in
            let difference = part.0.0 - part.0.1
            return sum + part.1 * difference * difference
        }
    }
}

extension Color {
    fileprivate var channels: [Int] { [Int(red), Int(green), Int(blue)] }
}
