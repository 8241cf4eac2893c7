package import Text

/// The characters the program itself draws with, in one of two sets: one that needs a terminal which draws ambiguous
/// characters one column wide, and one that is safe in every terminal.
///
/// A class, because all that draws holds it: as a structure its 37 texts were retained and released 700 times a key.
package final class GlyphSet: Equatable, Sendable {
    /// The raw value is the name in theme files and on the command line.
    package enum Name: String, CaseIterable, Sendable {
        case narrow
        case wideSafe = "wide-safe"
    }

    package let name: Name
    /// How wide the terminal draws the ambiguous characters of the plan itself, such as `“”`. Always narrow in the narrow
    /// set.
    package let ambiguous: AmbiguousWidth

    /// The lights, one column each. Only their words (`绿` `黄` `红`) tell them to everyone.
    package let lightGreen, lightYellow, lightRed, lightGrey, lightNone: DisplayText
    /// The lights a unit has from its item, hollow; grey is hollow by itself. One column each.
    package let hollowGreen, hollowYellow, hollowRed: DisplayText
    /// Grey that a unit's own report lit: it was heard once, and not in this period. One column.
    package let ownGrey: DisplayText
    /// A unit's role on an item: 牵头, 责任, 配合, and a member of a collective unit. One column each.
    package let roleLead, roleResponsible, roleSupport, roleMember: DisplayText
    /// The mark before a row with children: shown, hidden, none to show. One column each.
    package let foldOpen, foldClosed, leaf: DisplayText
    /// Ends a text that was cut: 1 column, or 2 in the wide-safe set.
    package let ellipsis: DisplayText
    /// A separator line's cell, horizontal and vertical. One column each.
    package let rule, vertical: DisplayText
    /// A progress bar's cell: filled, empty, of unknown progress. One column each.
    package let barFull, barTrack, barUnknown: DisplayText
    /// A cell filled by one, two … of `barPartials.count + 1` parts; empty where a bar has whole cells only.
    package let barPartials: [DisplayText]
    /// The upper and the lower half of a full cell, for large figures; nil where a set has whole cells only.
    package let blockUpper, blockLower: DisplayText?
    /// The mark of today on an axis.
    package let today: DisplayText
    /// On an axis of time: a deadline, the one before it was moved, a day that comes again. One column each.
    package let deadline, deadlineBefore, recurrence: DisplayText
    /// Signs in running text. One column each, but the wide-safe arrow `->` takes two.
    package let arrow, bullet, check, cross: DisplayText
    /// More rows lie above or below, more columns left or right. One column each.
    package let moreAbove, moreBelow, moreLeft, moreRight: DisplayText

    package init(_ name: Name, ambiguous: AmbiguousWidth = .wide) {
        self.name = name
        self.ambiguous = name == .narrow ? .narrow : ambiguous
        func either(_ narrow: DisplayText, _ wideSafe: DisplayText) -> DisplayText {
            name == .narrow ? narrow : wideSafe
        }
        lightGreen = either("●", "+")
        lightYellow = either("▲", "!")
        lightRed = either("■", "X")
        lightGrey = either("○", "o")
        lightNone = either("–", "-")
        hollowGreen = either("◎", "t")
        hollowYellow = either("△", "i")
        hollowRed = either("□", "x")
        ownGrey = either("◐", "c")
        roleLead = either("★", "*")
        roleResponsible = either("◆", "#")
        roleSupport = either("◇", "=")
        roleMember = either("◈", "~")
        foldOpen = either("▾", "v")
        foldClosed = either("▸", ">")
        leaf = " "
        ellipsis = either("…", "..")
        rule = either("─", "-")
        vertical = either("│", "|")
        barFull = either("█", "#")
        barTrack = either("·", ".")
        barUnknown = "-"
        barPartials = name == .narrow ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : []
        blockUpper = name == .narrow ? "▀" : nil
        blockLower = name == .narrow ? "▄" : nil
        today = either("▼", "V")
        deadline = either("◆", "D")
        deadlineBefore = either("◇", "d")
        recurrence = either("★", "@")
        arrow = either("→", "->")
        bullet = either("·", "*")
        check = either("✓", "Y")
        cross = either("✗", "N")
        moreAbove = either("↑", "^")
        moreBelow = either("↓", "v")
        moreLeft = either("‹", "<")
        moreRight = either("›", ">")
    }

    package static func == (left: GlyphSet, right: GlyphSet) -> Bool {
        left.name == right.name && left.ambiguous == right.ambiguous
    }

    package static let narrow = GlyphSet(.narrow)
    package static let wideSafe = GlyphSet(.wideSafe)

    /// Every glyph of the set.
    package var all: [DisplayText] {
        [
            lightGreen, lightYellow, lightRed, lightGrey, lightNone, foldOpen, foldClosed, leaf, ellipsis, rule,
            vertical, barFull, barTrack, barUnknown, today, deadline, deadlineBefore, recurrence, arrow, bullet, check,
            cross, moreAbove, moreBelow, moreLeft, moreRight, hollowGreen, hollowYellow, hollowRed, ownGrey, roleLead,
            roleResponsible, roleSupport, roleMember,
        ] + barPartials + [blockUpper, blockLower].compactMap { $0 }
    }
}
