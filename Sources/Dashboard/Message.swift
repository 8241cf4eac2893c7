package import Cells

/// What the desk hears from the world.
package enum Message: Sendable {
    case key(Key)
    case resized(Size)
    /// The plan, the day or the author is another one now.
    case briefed(Briefing)
    /// A sentence for the notice line.
    case notice(String)
    case glyphs(GlyphSet)
}

/// What the desk asks of the world.
package enum Effect: Equatable, Sendable {
    case quit
    /// Ctrl-Z: give the terminal to the shell until the program is continued.
    case suspend
    /// Whether the program takes the mouse; without it the terminal's own selection works.
    case mouse(Bool)
    /// Paint everything anew.
    case repaint
}
