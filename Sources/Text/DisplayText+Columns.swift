extension DisplayText {
    /// On which side of a column the text stands.
    package enum Alignment: Sendable {
        case left, centre, right
    }

    /// The columns the text takes.
    package func columns(_ ambiguous: AmbiguousWidth) -> Int {
        DisplayWidth.columns(of: string, ambiguous: ambiguous)
    }

    /// The longest beginning that fits into a number of columns: it may be a column short where a wide character would
    /// not fit.
    package func prefix(columns limit: Int, ambiguous: AmbiguousWidth) -> DisplayText {
        var characters = characters(ambiguous)
        var end = 0
        var used = 0
        while let character = characters.next() {
            used += character.columns
            guard used <= limit else { return stretch(0..<end) }
            end = characters.offset
        }
        return self
    }

    /// The text itself where it fits into `columns`; otherwise its beginning and an ellipsis, together no wider than
    /// that. Wide characters stay whole, marks stay on their base.
    package func cut(to columns: Int, ellipsis: DisplayText, ambiguous: AmbiguousWidth) -> DisplayText {
        if self.columns(ambiguous) <= columns { return self }
        let ellipsis = ellipsis.prefix(columns: columns, ambiguous: ambiguous)
        return prefix(columns: columns - ellipsis.columns(ambiguous), ambiguous: ambiguous) + ellipsis
    }

    /// The text with blanks around it, so that it fills `columns`. A wider text stays as it is.
    package func padded(
        to columns: Int, ambiguous: AmbiguousWidth, alignment: Alignment = .left
    ) -> DisplayText {
        let missing = columns - self.columns(ambiguous)
        guard missing > 0 else { return self }
        let before =
            switch alignment {
            case .left: 0
            case .centre: missing / 2
            case .right: missing
            }
        let blanks = { (count: Int) in String(repeating: " ", count: count) }
        return DisplayText(clean: blanks(before) + string + blanks(missing - before))
    }
}
