/// What one cell shows: a base character and at most two combining marks, packed into eight bytes so that
/// frames are compared by memory. Scalars are 21 bits each; 0 means “no mark”.
package struct Glyph: Hashable, Sendable {
    package let bits: UInt64

    /// The most combining marks a glyph carries; `DisplayText` never hands over more.
    package static let marksLimit = 2

    package init(_ base: Unicode.Scalar, marks: [Unicode.Scalar] = []) {
        var packed = UInt64(base.value)
        for (position, mark) in marks.prefix(Self.marksLimit).enumerated() {
            packed |= UInt64(mark.value) << UInt64(21 * (position + 1))
        }
        bits = packed
    }

    @inlinable package static func == (left: Glyph, right: Glyph) -> Bool { left.bits == right.bits }

    package static let space = Glyph(" ")

    /// Whether it shows nothing.
    @inlinable package var isSpace: Bool { bits == 0x20 }

    /// The base scalar and its marks, in order.
    package var scalars: [Unicode.Scalar] {
        [0, 21, 42].compactMap { shift in
            let value = UInt32(truncatingIfNeeded: (bits >> UInt64(shift)) & 0x1F_FFFF)
            return value == 0 ? nil : Unicode.Scalar(value)
        }
    }

    /// The base scalar's value, without its marks.
    @inlinable package var base: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }

    @inlinable package var hasMarks: Bool { bits >> 21 != 0 }

    /// The same glyph with one more mark; unchanged when it carries `marksLimit` already.
    package func adding(_ mark: Unicode.Scalar) -> Glyph {
        Glyph(Unicode.Scalar(base) ?? " ", marks: Array(scalars.dropFirst()) + [mark])
    }
}

/// One cell of a frame: what it shows, in which role, on which surface.
package struct Cell: Hashable, Sendable {
    /// How a cell takes part in a character that may be two cells wide.
    package enum Span: Sendable {
        /// A character one cell wide.
        case single
        /// The left half of a character two cells wide: it owns the glyph.
        case wide
        /// The right half of the character to its left: it owns nothing.
        case tail
    }

    package var glyph: Glyph
    package var span: Span
    package var role: Role
    package var surface: Surface
    /// Nothing. With them all 16 bytes of a cell are its own, so that frames are filled and compared as memory.
    private let rest1: UInt8 = 0, rest4: UInt32 = 0

    package init(_ glyph: Glyph, span: Span = .single, role: Role = .text, surface: Surface = .plain) {
        self.glyph = glyph
        self.span = span
        self.role = role
        self.surface = surface
    }

    package static let blank = Cell(.space)
}
