package import Text

extension Canvas {
    /// Writes one line of text and returns the column after it. A text wider than `width` is cut with the ellipsis; a
    /// wide character on an edge of the bounds becomes a blank.
    ///
    /// `highlight` holds the stretches to show in the role `.match`, as offsets in unicode scalars of `text.string`.
    @discardableResult
    package mutating func text(
        _ text: DisplayText, x: Int, y: Int, role: Role = .text, width: Int? = nil, highlight: [Range<Int>] = []
    ) -> Int {
        var shown = text
        if let width { shown = text.cut(to: width, ellipsis: glyphs.ellipsis, ambiguous: glyphs.ambiguous) }
        return line(shown, x: x, y: y, role: role, highlight: highlight, offset: 0)
    }

    /// Writes text into a rectangle, broken into lines, and returns the rows it took. Where it needs more rows than there
    /// are, the last one ends with the ellipsis.
    @discardableResult
    package mutating func paragraph(
        _ text: DisplayText, in rect: Rect, role: Role = .text, highlight: [Range<Int>] = []
    ) -> Int {
        let width = Self.near(rect.width)
        let height = Self.near(rect.height)
        let lines = text.brokenLines(width: width, ambiguous: glyphs.ambiguous, limit: height + 1)
        for (row, line) in lines.prefix(height).enumerated() {
            var shown = line.text
            if row == height - 1 && lines.count > height {
                let room = width - glyphs.ellipsis.columns(glyphs.ambiguous)
                shown = shown.prefix(columns: room, ambiguous: glyphs.ambiguous) + glyphs.ellipsis
                shown = shown.prefix(columns: width, ambiguous: glyphs.ambiguous)
            }
            self.line(
                shown, x: rect.x, y: Self.near(rect.y) + row, role: role, highlight: highlight, offset: line.offset)
        }
        return min(lines.count, height)
    }

    /// Draws a separator line over `width` columns, to the right edge of the bounds if nil, with a label near its
    /// beginning.
    package mutating func rule(
        y: Int, x: Int = 0, width: Int? = nil, label: DisplayText? = nil, labelRole: Role = .heading
    ) {
        let x = Self.near(x)
        let width = Self.near(width ?? self.width - x)
        repeated(glyphs.rule, x: x, y: y, width: width, role: .rule)
        // One cell of line before the label, and one after it.
        guard let label, width > 4 else { return }
        let room = width - 4
        let cut = label.cut(to: room, ellipsis: glyphs.ellipsis, ambiguous: glyphs.ambiguous)
        text(" " + cut + " ", x: x + 1, y: y, role: labelRole)
    }

    /// Draws a glyph over and over.
    mutating func repeated(_ glyph: DisplayText, x: Int, y: Int, width: Int, role: Role) {
        let place = inFrame(Rect(x: x, y: y, width: width, height: 1))
        var characters = glyph.characters(glyphs.ambiguous)
        guard clip.y..<clip.bottom ~= place.y, let character = characters.next() else { return }
        var column = place.x + max(0, clip.x - place.x) / character.columns * character.columns
        while column + character.columns <= place.right, column < clip.right {
            draw(character, x: column, y: place.y, role: role)
            column += character.columns
        }
    }

    /// Writes one line, which begins at `offset` of the text that `highlight` counts in.
    @discardableResult
    private mutating func line(
        _ text: DisplayText, x: Int, y: Int, role: Role, highlight: [Range<Int>], offset: Int
    ) -> Int {
        let place = inFrame(Rect(x: x, y: y, width: 0, height: 0)).origin
        let column = Self.near(x)
        guard clip.y..<clip.bottom ~= place.y else { return column + text.columns(glyphs.ambiguous) }
        var used = 0
        var offset = offset
        for character in text.characters(glyphs.ambiguous) {
            if place.x + used >= clip.right { return column + text.columns(glyphs.ambiguous) }
            let isMatch = !highlight.isEmpty && highlight.contains { $0.contains(offset) }
            draw(character, x: place.x + used, y: place.y, role: isMatch ? .match : role)
            used += character.columns
            offset += character.scalarCount
        }
        return column + used
    }
}
