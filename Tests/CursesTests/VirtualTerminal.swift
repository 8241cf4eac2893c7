import Cells
import Text

@testable import Curses

/// A terminal of the ECMA-48 kind: what it would show of the bytes it was sent.
struct VirtualTerminal {
    struct Place: Equatable {
        var text = " "
        var look = Look()
    }

    let size: Size
    /// Whether what is cleared takes the colour behind the text.
    let clearsInColor: Bool
    /// Whether the cursor stays in the last column until one more character comes.
    let wrapsLate: Bool
    private(set) var places: [[Place]]
    /// What it was told and does not know.
    private(set) var unknown: [String] = []
    /// Where its cursor is seen; nil where that is hidden.
    var cursor: Point? { isCursorHidden ? nil : Point(x: x, y: y) }
    private var isCursorHidden = false
    private var x = 0, y = 0
    private var look = Look()
    private var region: ClosedRange<Int>

    init(size: Size, clearsInColor: Bool, wrapsLate: Bool) {
        self.size = size
        self.clearsInColor = clearsInColor
        self.wrapsLate = wrapsLate
        // Rubbish, so that a cell that is never written shows.
        places = Array(repeating: Array(repeating: Place(text: "?"), count: size.width), count: size.height)
        region = 0...size.height - 1
    }

    mutating func take(_ bytes: [UInt8]) {
        var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": takeSequence(&rest)
            case "\n": lineFeed()
            case "\r": x = 0
            case "\u{0F}": break
            default: print(scalar)
            }
        }
    }

    private mutating func takeSequence(_ rest: inout Substring.UnicodeScalarView) {
        switch rest.popFirst() {
        case "M": y == region.lowerBound ? scroll(up: false) : (y -= 1)
        case "(": _ = rest.popFirst()
        case "[":
            let parameters = rest.prefix { !("@"..."~").contains($0) }
            rest = rest.dropFirst(parameters.count)
            take(String(parameters), final: rest.popFirst() ?? "?")
        case let other: unknown.append("ESC \(other.map(String.init) ?? "")")
        }
    }

    private mutating func take(_ parameters: String, final: Unicode.Scalar) {
        switch (parameters, final) {
        case ("?25", "h"), ("?25", "l"): return isCursorHidden = final == "l"
        // How the cursor looks: whether it blinks, and how large it is.
        case ("?12", "h"), ("?12", "l"), ("34", "h"), ("34", "l"), ("?0", "c"), ("?1", "c"): return
        default: break
        }
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        switch final {
        case "H": (y, x) = (max(1, numbers[0]) - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
        case "J": for row in y..<size.height { clear(row: row, from: row == y ? x : 0) }
        case "K": clear(row: y, from: x)
        case "r":
            region = numbers[0] - 1...numbers[1] - 1
            (x, y) = (0, 0)
        case "m": takeLook(numbers.isEmpty ? [0] : numbers)
        default: unknown.append("ESC [\(parameters)\(final)")
        }
    }

    private mutating func takeLook(_ numbers: [Int]) {
        var rest = numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: look = Look()
            case 1: look.attributes.insert(.bold)
            case 2: look.attributes.insert(.dim)
            case 3: look.attributes.insert(.italic)
            case 4: look.attributes.insert(.underline)
            case 7: look.attributes.insert(.reverse)
            case 10: break
            case 30...37: look.foreground = Int32(number - 30)
            case 39: look.foreground = -1
            case 40...47: look.background = Int32(number - 40)
            case 49: look.background = -1
            case 38, 48:
                guard rest.popFirst() == 5, let color = rest.popFirst() else { return unknown.append("\(numbers)") }
                if number == 38 { look.foreground = Int32(color) } else { look.background = Int32(color) }
            case 90...97: look.foreground = Int32(number - 82)
            case 100...107: look.background = Int32(number - 92)
            default: unknown.append("\(numbers)")
            }
        }
    }

    private mutating func print(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.columns(of: scalar, ambiguous: .narrow)
        if width == 0 {
            places[y][max(0, x - 1)].text.unicodeScalars.append(scalar)
            return
        }
        if x + width > size.width {
            x = 0
            lineFeed()
        }
        places[y][x] = Place(text: String(scalar), look: look)
        if width == 2 { places[y][x + 1] = Place(text: "", look: look) }
        x += width
        if x == size.width, !wrapsLate {
            x = 0
            lineFeed()
        }
    }

    private mutating func clear(row: Int, from start: Int) {
        let cleared = Place(text: " ", look: Look(background: clearsInColor ? look.background : -1))
        for x in start..<size.width { places[row][x] = cleared }
    }

    private mutating func lineFeed() {
        if y == region.upperBound { scroll(up: true) } else if y < size.height - 1 { y += 1 }
    }

    private mutating func scroll(up: Bool) {
        let (gone, new) = up ? (region.lowerBound, region.upperBound) : (region.upperBound, region.lowerBound)
        places.remove(at: gone)
        places.insert(Array(repeating: Place(), count: size.width), at: new)
        clear(row: new, from: 0)
    }
}
