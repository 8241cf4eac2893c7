import Cells

/// The 8 or 16 colours whose hue users know and whose exact shade they choose themselves: nearest by hue, then kept
/// readable on what lies behind.
extension NearestColor {
    /// `count` is 8 or 16. A text that would stand out too little becomes the bright or dark twin of its hue, else
    /// black or white, whichever is the first to be readable.
    static func ansi(foreground: Color?, background: Color?, count: Int) -> Numbers {
        let behind = background.map { ansiBackground($0, count: count) }
        guard let foreground else { return Numbers(foreground: -1, background: Int32(behind ?? -1)) }
        var wanted = ansi16(foreground)
        // Of eight colours bold black would be the grey, and on many terminals is black.
        if count == 8 && wanted == 8 { wanted = 7 }
        var chosen = wanted
        if let behind {
            let candidates = [
                wanted, count == 8 && wanted == 0 ? 7 : wanted ^ 8, luminance(ansiColors[behind]) > 0.18 ? 0 : 15,
            ]
            chosen = candidates.first { contrast(ansiColors[$0], ansiColors[behind]) >= 3 } ?? candidates[2]
        }
        let isBright = chosen >= 8
        return Numbers(
            foreground: Int32(count == 8 ? chosen & 7 : chosen), background: Int32(behind ?? -1),
            bold: count == 8 && isBright)
    }

    /// xterm's shades of the sixteen; users' own differ little enough for a choice by hue and contrast.
    static let ansiColors: [Color] = ansiShades.map { shade in
        Color(
            red: UInt8(truncatingIfNeeded: shade >> 16), green: UInt8(truncatingIfNeeded: shade >> 8),
            blue: UInt8(truncatingIfNeeded: shade))
    }

    private static let ansiShades: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    private static func ansiBackground(_ color: Color, count: Int) -> Int {
        let number = ansi16(color)
        return count == 8 ? (number == 8 ? 0 : number & 7) : number
    }

    /// Hue decides where there is one; of greys, and of colours too pale or too dark to have a hue, the lightness.
    static func ansi16(_ color: Color) -> Int {
        let (red, green, blue) = (Int(color.red), Int(color.green), Int(color.blue))
        let highest = max(red, green, blue)
        let chroma = highest - min(red, green, blue)
        if chroma * 5 < highest || highest < 56 {
            switch highest {
            case ..<56: return 0
            case ..<150: return 8
            case ..<238: return 7
            default: return 15
            }
        }
        // Sixths of the colour circle, from red on, each reaching 30 degrees to either side.
        let sector: Int
        if highest == red {
            let angle = 60 * (green - blue) / chroma
            sector = angle > 30 ? 1 : angle < -30 ? 5 : 0
        } else if highest == green {
            let angle = 60 * (blue - red) / chroma
            sector = angle > 30 ? 3 : angle < -30 ? 1 : 2
        } else {
            let angle = 60 * (red - green) / chroma
            sector = angle > 30 ? 5 : angle < -30 ? 3 : 4
        }
        let hue = [1, 3, 2, 6, 4, 5][sector]
        return highest > 215 ? hue + 8 : hue
    }

    /// WCAG's contrast ratio, 1 to 21.
    static func contrast(_ one: Color, _ other: Color) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// Relative luminance, 0 to 1, with the screen's curve taken as a square.
    static func luminance(_ color: Color) -> Double {
        func light(_ channel: UInt8) -> Double { Double(channel) * Double(channel) / 65025 }
        return 0.2126 * light(color.red) + 0.7152 * light(color.green) + 0.0722 * light(color.blue)
    }
}
