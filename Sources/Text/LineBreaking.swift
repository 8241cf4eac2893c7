/// A line that a longer text was broken into.
package struct BrokenLine: Hashable, Sendable {
    package let text: DisplayText
    /// Where the line begins in the whole text: an offset in unicode scalars of `DisplayText.string`.
    package let offset: Int
}

extension DisplayText {
    /// The text broken into lines of at most `width` columns by the rules of Chinese typesetting: anywhere between Han
    /// characters, but no line begins with `，。）` or ends with `（《“`, and numbers with their units, words, `——`, `……`
    /// stay whole unless they are wider than a line. No punctuation hangs; one more character moves down instead.
    ///
    /// Blanks around a break are dropped, and those at the end of the text. No line is empty, so an empty text has none.
    /// From a `width` of 2 every character fits; at 1 wide ones become `?`, below there are no lines.
    package func lines(width: Int, ambiguous: AmbiguousWidth) -> [DisplayText] {
        brokenLines(width: width, ambiguous: ambiguous).map(\.text)
    }

    /// The same lines with the places where they begin, and no more than `limit` of them.
    package func brokenLines(width: Int, ambiguous: AmbiguousWidth, limit: Int = .max) -> [BrokenLine] {
        guard width > 1 else { return width < 1 ? [] : narrowed(ambiguous).brokenLines(single: limit) }
        var breaker = LineBreaker(self, width: width, ambiguous: ambiguous, limit: limit)
        return breaker.lines()
    }

    /// The text with `?` for every wide character.
    private func narrowed(_ ambiguous: AmbiguousWidth) -> DisplayText {
        var narrow = String.UnicodeScalarView()
        for character in characters(ambiguous) {
            narrow.append(character.columns == 1 ? character.base : "?")
            narrow.append(contentsOf: character.marks)
        }
        return DisplayText(clean: String(narrow))
    }

    /// One line a character, for a text of narrow ones.
    private func brokenLines(single limit: Int) -> [BrokenLine] {
        var lines: [BrokenLine] = []
        var offset = 0
        for character in characters(.narrow) where lines.count < limit {
            let scalars = String.UnicodeScalarView([character.base] + character.marks)
            if LineBreakClass.of(character.base, after: nil) != .blank {
                lines.append(BrokenLine(text: DisplayText(clean: String(scalars)), offset: offset))
            }
            offset += character.scalarCount
        }
        return lines
    }
}

/// Breaks one text: a single pass that remembers the last places where the line at hand could break.
private struct LineBreaker {
    /// A place between two characters.
    private struct Place {
        var bytes = 0
        /// In unicode scalars.
        var offset = 0
        /// The columns of the text before it.
        var columns = 0
    }

    /// A place to break at: the line ends at `end` and the next one begins at `next`; blanks may lie between.
    private struct Opportunity {
        var end: Place
        var next: Place
    }

    private let text: DisplayText
    private let width: Int
    private let limit: Int
    private var characters: DisplayCharacters
    private var result: [BrokenLine] = []
    private var start = Place()
    private var free: Opportunity?
    private var insideWord: Opportunity?

    init(_ text: DisplayText, width: Int, ambiguous: AmbiguousWidth, limit: Int) {
        self.text = text
        self.width = width
        self.limit = limit
        characters = text.characters(ambiguous)
    }

    mutating func lines() -> [BrokenLine] {
        var place = start
        /// Behind the last character that is no blank.
        var inked = start
        var left: (class: LineBreakClass, ascii: Bool)?
        while result.count < limit, let character = characters.next() {
            let behind = Place(
                bytes: characters.offset, offset: place.offset + character.scalarCount,
                columns: place.columns + character.columns)
            let ascii = character.base.isASCII
            let right = LineBreakClass.of(character.base, after: inked.offset == place.offset ? left?.class : nil)
            if right != .blank {
                if let left {
                    let kind =
                        inked.offset == place.offset
                        ? LineBreak.between(left.class, right, ascii: ascii && left.ascii)
                        : LineBreak.acrossBlanks(left.class, right)
                    note(kind, Opportunity(end: inked, next: place))
                } else if behind.columns > width {
                    // Blanks that begin the text are an indent, unless they leave no room.
                    start = place
                }
                while behind.columns - start.columns > width, start.offset < place.offset {
                    breakLine(otherwise: Opportunity(end: inked, next: place))
                }
                inked = behind
                left = (right, ascii)
            }
            place = behind
        }
        append(upTo: inked)
        return result
    }

    private mutating func note(_ kind: LineBreak, _ opportunity: Opportunity) {
        switch kind {
        case .free: free = opportunity
        case .insideWord: insideWord = opportunity
        case .never: break
        }
    }

    /// Ends the line at the best place behind its start.
    private mutating func breakLine(otherwise emergency: Opportunity) {
        let candidates = [free, insideWord].compactMap { $0 }
        let best = candidates.first { $0.end.offset > start.offset } ?? emergency
        append(upTo: best.end)
        start = best.next
    }

    private mutating func append(upTo end: Place) {
        guard end.offset > start.offset, result.count < limit else { return }
        result.append(BrokenLine(text: text.stretch(start.bytes..<end.bytes), offset: start.offset))
    }
}
