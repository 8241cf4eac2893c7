import CNcurses
import Glibc

/// What to send to the terminal that `TERM` names, in its own words (terminfo).
struct TerminalWords {
    /// Clears the screen.
    let clear: [UInt8]
    /// Clears the rest of the row; nil where the terminal cannot.
    let clearRest: [UInt8]?
    /// Nothing where the terminal cannot.
    let hideCursor, showCursor: [UInt8]
    /// Takes off all attributes and colours.
    let plain: [UInt8]
    /// Takes off the colours; nil where there are none.
    let ownColors: [UInt8]?
    /// Whether what is cleared takes the colour that stands behind the text at that time.
    let clearsInColor: Bool
    /// Whether the last cell can be written without moving the whole screen up.
    let keepsLastCell: Bool
    /// How many colours there are; 0 for none.
    let colors: Int
    /// Whether colour numbers are red, green and blue themselves, eight bits each.
    let hasDirectColor: Bool
    /// Whether there is another screen, which comes back when this one is left.
    let leavesScreen: Bool
    /// Whether the terminal speaks the sequences of ECMA-48, which pastes, the mouse and questions need.
    let speaksANSI: Bool

    /// The attributes that it has, and those of them that it shows by colours of its own where text has colours, as the
    /// console of Linux shows underlines.
    let attributes, clashing: Attributes

    private let attributeWords: [(attribute: Attributes, word: [UInt8])]
    private let movesAsUsual, setsRegionAsUsual: Bool
    private let moving, foreground, background, region: UnsafePointer<CChar>?
    private let up, down: [UInt8]?

    /// For a terminal that ncurses has set up; nil for one that cannot move its cursor.
    init?() {
        guard let moving = lianxi_capability("cup") else { return nil }
        self.moving = moving
        let form = String(cString: moving)
        speaksANSI = form.hasPrefix("\u{1B}[")
        movesAsUsual = form == "\u{1B}[%i%p1%d;%p2%dH"
        region = lianxi_capability("csr")
        setsRegionAsUsual = region.map { String(cString: $0) } == "\u{1B}[%i%p1%d;%p2%dr"
        clear = Self.word("clear") ?? []
        clearRest = Self.word("el")
        hideCursor = Self.word("civis") ?? []
        showCursor = Self.word("cnorm") ?? []
        let reset = Self.word("sgr0") ?? []
        // In ECMA-48 the end of all attributes ends the colours too.
        plain = speaksANSI ? reset : reset + (Self.word("op") ?? [])
        foreground = lianxi_capability("setaf")
        background = lianxi_capability("setab")
        ownColors = Self.word("op")
        let hasColors = foreground != nil && background != nil && ownColors != nil
        colors = hasColors ? max(0, Int(tigetnum("colors"))) : 0
        hasDirectColor = colors >= 1 << 24 && (tigetflag("RGB") > 0 || tigetnum("RGB") == 8)
        leavesScreen = lianxi_capability("rmcup") != nil
        clearsInColor = tigetflag("bce") > 0
        keepsLastCell = tigetflag("am") <= 0 || tigetflag("xenl") > 0
        let words = Self.attributeNames.compactMap { name in
            Self.word(name.word).map { (attribute: name.attribute, word: $0) }
        }
        attributeWords = words
        attributes = words.reduce(into: []) { $0.insert($1.attribute) }
        let clashes = max(0, tigetnum("ncv"))
        clashing = Self.attributeNames.reduce(into: []) { if clashes & $1.clash != 0 { $0.insert($1.attribute) } }
        up = Self.word("ind")
        down = Self.word("ri")
    }

    /// Whether pastes come between brackets; nothing where the terminal has none.
    func brackets(pastes: Bool) -> [UInt8] { speaksANSI ? Array("\u{1B}[?2004\(pastes ? "h" : "l")".utf8) : [] }

    /// With the bit that stands for each in terminfo's `no_color_video`.
    private static let attributeNames: [(attribute: Attributes, word: String, clash: Int32)] = [
        (.bold, "bold", 32), (.dim, "dim", 16), (.italic, "sitm", 1 << 15), (.underline, "smul", 2),
        (.reverse, "rev", 4),
    ]

    /// Moves the cursor.
    func place(_ x: Int, _ y: Int) -> [UInt8] {
        movesAsUsual
            ? Self.sequence(y + 1, x + 1, "H") : Self.bytes(lianxi_fill_in(moving, Int32(y), Int32(x)))
    }

    /// `ESC [ first ; second letter`, which nearly every terminal wants to hear, without the 3,000 instructions of the
    /// interpreter. Either number has five digits at the most.
    private static func sequence(_ first: Int, _ second: Int, _ letter: Unicode.Scalar) -> [UInt8] {
        Array(unsafeUninitializedCapacity: 14) { bytes, count in
            func add(_ byte: UInt8) {
                bytes.initializeElement(at: count, to: byte)
                count += 1
            }
            func add(digitsOf number: Int) {
                if number >= 10 { add(digitsOf: number / 10) }
                add(UInt8(ascii: "0") + UInt8(number % 10))
            }
            add(0x1B)
            add(UInt8(ascii: "["))
            add(digitsOf: first)
            add(UInt8(ascii: ";"))
            add(digitsOf: second)
            add(UInt8(ascii: letter))
        }
    }

    /// Switches attributes on.
    func on(_ wanted: Attributes) -> [UInt8] {
        attributeWords.reduce(into: []) { if wanted.contains($1.attribute) { $0 += $1.word } }
    }

    /// The colour of the text, or behind it.
    func color(_ number: Int32, isBehind: Bool) -> [UInt8] {
        Self.bytes(lianxi_fill_in(isBehind ? background : foreground, number, 0))
    }

    var canScroll: Bool { region != nil && up != nil && down != nil }

    /// Moves a stretch of rows by one; afterwards nothing is known of where the cursor is.
    /// - Parameter height: of the screen, in rows.
    func scroll(_ rows: ClosedRange<Int>, isUp: Bool, height: Int) -> [UInt8] {
        let edge = isUp ? place(0, rows.upperBound) + (up ?? []) : place(0, rows.lowerBound) + (down ?? [])
        return region(rows.lowerBound, rows.upperBound) + edge + region(0, height - 1)
    }

    private func region(_ first: Int, _ last: Int) -> [UInt8] {
        setsRegionAsUsual
            ? Self.sequence(first + 1, last + 1, "r")
            : Self.bytes(lianxi_fill_in(region, Int32(first), Int32(last)))
    }

    /// A capability without its padding (`$<100/>`), which means time to wait and is for terminals of the 1970s; nil where
    /// the terminal has none of that name.
    static func word(_ name: String) -> [UInt8]? {
        let found = bytes(lianxi_capability(name))
        return found.isEmpty ? nil : found
    }

    private static func bytes(_ word: UnsafePointer<CChar>?) -> [UInt8] {
        guard let word else { return [] }
        guard strstr(word, "$<") != nil else {
            return Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
        }
        let parts = String(cString: word).split(separator: "$<", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { part in part.drop { $0 != ">" }.dropFirst() }
        return Array(((parts.first.map { [$0] } ?? []) + rest).joined().utf8)
    }
}
