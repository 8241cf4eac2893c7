/// A base character with its combining marks, and the columns they take together: what is never torn apart.
package struct DisplayCharacter: Hashable, Sendable {
    package let base: Unicode.Scalar
    fileprivate(set) var firstMark: Unicode.Scalar?
    fileprivate(set) var secondMark: Unicode.Scalar?
    /// 1 or 2 columns.
    package let columns: Int

    /// The combining marks on the base: at most `DisplayText.marksLimit`.
    package var marks: [Unicode.Scalar] {
        guard let firstMark else { return [] }
        guard let secondMark else { return [firstMark] }
        return [firstMark, secondMark]
    }

    /// The character as a text of its own.
    package var text: DisplayText {
        DisplayText(clean: String(String.UnicodeScalarView([base] + marks)))
    }

    /// The scalars it is made of: 1 to 3.
    package var scalarCount: Int { firstMark == nil ? 1 : secondMark == nil ? 2 : 3 }
}

/// The characters of a `DisplayText`, from left to right.
package struct DisplayCharacters: Sequence, IteratorProtocol {
    private let ambiguous: AmbiguousWidth
    private var scalars: String.UnicodeScalarView.Iterator
    /// The scalar that comes next, and its columns: 0 for a mark.
    private var ahead: (scalar: Unicode.Scalar, columns: Int)?
    /// Where the character begins that comes next: an offset in bytes of UTF-8.
    private(set) var offset = 0

    init(_ text: DisplayText, ambiguous: AmbiguousWidth) {
        self.ambiguous = ambiguous
        scalars = text.string.unicodeScalars.makeIterator()
        lookAhead()
    }

    package mutating func next() -> DisplayCharacter? {
        guard let base = ahead else { return nil }
        take(base.scalar)
        // A `DisplayText` never begins with a mark, so a base takes a column at least.
        var character = DisplayCharacter(base: base.scalar, columns: Swift.max(1, base.columns))
        while let mark = ahead, mark.columns == 0 {
            take(mark.scalar)
            if character.firstMark == nil {
                character.firstMark = mark.scalar
            } else {
                character.secondMark = mark.scalar
            }
        }
        return character
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        offset += UTF8.width(scalar)
        lookAhead()
    }

    private mutating func lookAhead() {
        ahead = scalars.next().map { ($0, DisplayWidth.columns(of: $0, ambiguous: ambiguous)) }
    }
}

extension DisplayText {
    /// The characters as the screen draws them.
    package func characters(_ ambiguous: AmbiguousWidth) -> DisplayCharacters {
        DisplayCharacters(self, ambiguous: ambiguous)
    }

    /// A stretch of the text, given in bytes of UTF-8; both ends must be where characters begin.
    func stretch(_ bytes: Range<Int>) -> DisplayText {
        let utf8 = string.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return DisplayText(clean: string[start..<utf8.index(start, offsetBy: bytes.count)])
    }
}
