/// How many columns a terminal gives to a character whose East Asian Width is “ambiguous”: `“ ” · — … ● ■ → ─`.
package enum AmbiguousWidth: Int, Sendable {
    /// One column: Linux consoles and most terminals.
    case narrow = 1
    /// Two columns: PuTTY, XShell, MobaXterm and others when set up for East Asian text.
    case wide = 2
}

/// How a run of scalars takes part in a line of cells. The raw value is the last digit of an entry of the table.
enum WidthClass: UInt32 {
    /// Combines with the character before it; no column of its own.
    case mark = 0
    case narrow = 1
    case wide = 2
    case ambiguous = 3
    /// No column, and not a mark either: format characters, conjoining jamo. `DisplayText` shows a stand-in.
    case invisible = 4
}

/// The one measure of the program: how many terminal columns a scalar takes.
package enum DisplayWidth {
    /// The columns a scalar takes: 0, 1 or 2. Controls count 0; `DisplayText` holds none.
    package static func columns(of scalar: Unicode.Scalar, ambiguous: AmbiguousWidth) -> Int {
        let code = scalar.value
        if code < 0x7F { return code < 0x20 ? 0 : 1 }
        if isCommonHan(code) { return 2 }
        if code < 0xA0 { return 0 }
        return columns(of: widthClass(ofCode: code), ambiguous: ambiguous)
    }

    /// The columns a text takes, each scalar counted by itself.
    package static func columns(of text: String, ambiguous: AmbiguousWidth) -> Int {
        plainColumns(of: text) ?? text.unicodeScalars.reduce(0) { $0 + columns(of: $1, ambiguous: ambiguous) }
    }

    /// The columns of printable ASCII and common Han, counted from the bytes; nil where there is anything else.
    static func plainColumns(of text: String) -> Int? {
        text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            var columns = 0
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte &- 0x20 < 0x5F {
                    columns += 1
                    place += 1
                } else if byte &- 0xE4 < 6, byte != 0xE4 || bytes[place + 1] >= 0xB8 {
                    columns += 2
                    place += 3
                } else {
                    return nil
                }
            }
            return columns
        } ?? nil
    }

    /// What the C function `wcwidth` answers: 0, 1 or 2 columns; -1 for what is no printable character, which is a
    /// control, a line or paragraph separator, a surrogate, or a number beyond U+10FFFF. U+0000 is 0.
    package static func columns(ofCode code: UInt32, ambiguous: AmbiguousWidth) -> Int {
        switch code {
        case 0: 0
        case 0x20..<0x7F: 1
        case 0x4E00...0x9FFF: 2
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029, 0xD800...0xDFFF, 0x11_0000...: -1
        default: columns(of: widthClass(ofCode: code), ambiguous: ambiguous)
        }
    }

    /// Whether a code is of the block CJK Unified Ideographs: most of a Chinese text.
    static func isCommonHan(_ code: UInt32) -> Bool { code &- 0x4E00 < 0x5200 }

    private static func columns(of widthClass: WidthClass, ambiguous: AmbiguousWidth) -> Int {
        switch widthClass {
        case .mark, .invisible: 0
        case .narrow: 1
        case .wide: 2
        case .ambiguous: ambiguous.rawValue
        }
    }

    /// The class of the run that holds a code: a binary search in the page of the code.
    static func widthClass(ofCode code: UInt32) -> WidthClass {
        let runs = Self.runs
        let pages = Self.pages
        let page = Int(code >> 8)
        var low = 0
        var high = runs.count
        if page + 1 < pages.count {
            low = Int(pages[page])
            high = Int(pages[page + 1]) + 1
        }
        // The run wanted is `low` or one after it, and before `high`.
        let wanted = code << 4 | 0xF
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle] <= wanted { low = middle } else { high = middle }
        }
        return WidthClass(rawValue: runs[low] & 0xF) ?? .narrow
    }
}
