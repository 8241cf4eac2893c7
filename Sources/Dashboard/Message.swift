package import Cells
package import WorkPlan

/// What the desk hears from the world.
package enum Message: Sendable {
    case key(Key)
    case resized(Size)
    /// The plan, the day or the author is another one now.
    case briefed(Briefing)
    /// A sentence for the notice line.
    case notice(String)
    case glyphs(GlyphSet)
    /// What was submitted is in the history and on the disk. The sentence says what.
    case saved(String, Briefing)
    /// What was submitted could not be saved, and why; what was typed is offered again.
    case refused(String)
    /// Somebody was quicker: the same edit on what stands there now, and who did what.
    case outrun(Submission, String)
    /// An effect is to be confirmed first.
    case asked(question: String, remark: String, yes: String, Effect)
    case answered(Inquiry, Answer)
    /// Others' entries that came in.
    case heard([Entry])
    /// It has been quiet for a while: the marks of what others did can go.
    case rested
    /// No key for a moment: what was left out while the cursor was on its way can be drawn.
    case settled
    /// Between two keys of somebody who types what to find: what will be wanted can be prepared, some milliseconds at a time.
    case idle
    /// The world's clock, in seconds from no particular beginning.
    case tick(Int)
    /// The themes there are, and the name of the one the screen wears.
    case themes([ThemeListing], worn: String)
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
    /// Write an entry. Answered by `saved`, `refused` or `outrun`.
    case commit(Submission)
    /// Take back the newest own entry, also where somebody changed the same since if `force`.
    case undo(force: Bool)
    case redo(force: Bool)
    /// The author tells his name; it is remembered.
    case introduce(String)
    case inquire(Inquiry)
    /// Show the plan as it stood; nil for the present.
    case travel(Anchor?)
    case step(TimeStep, forward: Bool)
    /// Put text on the clipboard of whoever sits at the terminal.
    case copy(String)
    /// Remember a filter under its name.
    case keepFilter(NamedFilter)
    /// Tell which themes there are. Answered by `themes`.
    case chooseTheme
    /// Wear a theme until another is kept.
    case previewTheme(String)
    /// Wear a theme from now on, also the next time.
    case keepTheme(String)
    /// Write the screen, as a picture and as text, to files named after the page.
    case screenshot(Frame, of: String)
}

/// What a page wants to know that is not in the briefing.
package enum Inquiry: Hashable, Sendable {
    /// The newest entries that match, at most so many.
    case history(HistoryFilter, limit: Int)
    /// One entry, as a history of its own.
    case entry(Identifier<Entry>)
    case comparison(from: Anchor, to: Anchor)

    /// Whether both ask for the newest entries of the same, however many.
    func isHistory(as other: Inquiry) -> Bool {
        guard case .history(let filter, _) = self, case .history(filter, _) = other else { return false }
        return true
    }
}

package enum Answer: Sendable {
    /// Newest first, and whether there are more.
    case history([Entry], more: Bool)
    case comparison(Comparison)
    /// Why there is no answer.
    case failure(String)
}
