/// One thing the user did: a key, a click, a paste, a change of the window.
package enum Key: Hashable, Sendable {
    /// A character typed, as it came: full-width forms are not folded here.
    case character(Character)
    /// Ctrl and a lower-case letter.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, pageUp, pageDown, home, end
    /// F1 to F12.
    case function(Int)
    case mouse(MouseEvent)
    /// Text pasted in brackets, whole.
    case paste(String)
    /// The window has a new size.
    case resize
    /// The terminal answered how wide it draws an ambiguous character: 1 or 2 cells.
    case ambiguousWidth(Int)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A character typed.
    package init(extendedGraphemeClusterLiteral character: Character) {
        self = .character(character)
    }
}

package struct MouseEvent: Hashable, Sendable {
    package enum Action: Sendable { case press, wheelUp, wheelDown }

    package var action: Action
    package var point: Point

    package init(_ action: Action, at point: Point) {
        self.action = action
        self.point = point
    }
}
