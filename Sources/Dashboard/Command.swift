package import Cells
package import Text
import WorkPlan

/// One thing that can be done on a `Target` (a page, or the whole desk). The key bar, the help page and the README's
/// table of keys are made from these.
package struct Command<Target>: Sendable {
    /// kebab-case, never shown.
    let name: String
    let keys: [Key]
    /// A word or two for the key bar; empty keeps the command off the bar.
    let label: DisplayText
    /// A sentence for the help page.
    let help: DisplayText
    /// Why the command cannot be done now; nil when it can.
    let unavailable: @Sendable (Target, Situation) -> DisplayText?
    let run: @Sendable (inout Target, Situation) -> Response

    init(
        _ name: String, _ keys: [Key], label: DisplayText = "", help: DisplayText,
        unavailable: @escaping @Sendable (Target, Situation) -> DisplayText? = { _, _ in nil },
        run: @escaping @Sendable (inout Target, Situation) -> Response
    ) {
        self.name = name
        self.keys = keys
        self.label = label
        self.help = help
        self.unavailable = unavailable
        self.run = run
    }
}

/// What a command leads to.
enum Response: Sendable {
    case done
    case notice(DisplayText)
    /// Opens a page over the present one; Esc comes back.
    case open(any Page)
    /// Runs a command by its name.
    case run(String)
    case filter(Filter)
    /// Filters, and remembers the filter under its name.
    case keep(NamedFilter)
    case copy(String)
    /// The page on top becomes another one.
    case replace(any Page)
    /// Back to the page below.
    case leave
    /// Shows the marks of a comparison in the tree; nil: no marks.
    case compare(Inquiry?)
    case ask(any Dialog)
    /// Write into the history, asking first where many things are concerned.
    case submit(Submission)
    /// Write without asking again.
    case commit(Submission)
    case effect(Effect)
}

extension Response {
    /// Whether something is to be written into the history.
    var isSubmission: Bool {
        switch self {
        case .submit, .commit: true
        default: false
        }
    }
}

/// A command as the help page and the README list it.
package struct CommandListing: Sendable {
    /// Why it cannot be done now; nil when it can, or where that is not known.
    var reason: DisplayText?
    package let name: String
    package let keys: [Key]
    package let label: DisplayText
    package let help: DisplayText

    init<Target>(_ command: Command<Target>) {
        name = command.name
        keys = command.keys
        label = command.label
        help = command.help
    }

    /// The keys in words: `↓ j`
    package func keysInWords(_ glyphs: GlyphSet) -> DisplayText {
        keys.map { $0.label(glyphs) }.joined(separator: " ")
    }
}
