package import Text

/// A count, a percent or a number of days drawn large, in blocks of cells: digits and the signs that go with them.
package struct LargeFigure: Sendable {
    package enum Scale: Sendable {
        /// Three columns a digit; three rows, or five in the wide-safe set, which has no half blocks.
        case small
        /// Six columns and five rows a digit.
        case large
    }

    /// The rows from the top, of one width.
    package let rows: [DisplayText]

    /// The columns of every row.
    package let columns: Int

    /// Nil for a text with anything but digits and `% . , - + /` in it.
    package init?(_ text: String, _ scale: Scale, _ glyphs: GlyphSet) {
        guard !text.isEmpty else { return nil }
        var pixels = Array(repeating: [Bool](), count: Self.height)
        for character in text {
            guard let shape = Self.shapes[character] else { return nil }
            for row in pixels.indices {
                if !pixels[row].isEmpty { pixels[row].append(false) }
                pixels[row] += shape[row].map { $0 == "#" }
            }
        }
        let rows: [DisplayText]
        switch scale {
        case .large: rows = pixels.map { Self.solid($0, 2, glyphs) }
        case .small where glyphs.blockUpper == nil: rows = pixels.map { Self.solid($0, 1, glyphs) }
        case .small: rows = Self.halved(pixels, glyphs)
        }
        self.rows = rows
        columns = (pixels.first?.count ?? 0) * (scale == .large ? 2 : 1)
    }

    /// Pixels from top to bottom.
    private static let height = 5

    private static func solid(_ pixels: [Bool], _ columns: Int, _ glyphs: GlyphSet) -> DisplayText {
        pixels.map { isSet in
            DisplayText(String(repeating: isSet ? glyphs.barFull.string : " ", count: columns))
        }.joined()
    }

    /// Two pixels a cell, one above the other.
    private static func halved(_ pixels: [[Bool]], _ glyphs: GlyphSet) -> [DisplayText] {
        stride(from: 0, to: height, by: 2).map { row in
            let below = row + 1 < height ? pixels[row + 1] : pixels[row].map { _ in false }
            return zip(pixels[row], below).map { upper, lower -> DisplayText in
                switch (upper, lower) {
                case (true, true): glyphs.barFull
                case (true, false): glyphs.blockUpper ?? glyphs.barFull
                case (false, true): glyphs.blockLower ?? glyphs.barFull
                case (false, false): " "
                }
            }.joined()
        }
    }

    private static let shapes: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"],
        "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"],
        "3": ["###", "  #", "###", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"],
        "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"],
        "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"],
        "9": ["###", "# #", "###", "  #", "###"],
        "%": ["# #", "  #", " # ", "#  ", "# #"],
        ".": [" ", " ", " ", " ", "#"],
        ",": [" ", " ", " ", "#", "#"],
        "-": ["   ", "   ", "###", "   ", "   "],
        "+": ["   ", " # ", "###", " # ", "   "],
        "/": ["  #", "  #", " # ", "#  ", "#  "],
    ]
}
