import Cells
import Text
package import WorkPlan

/// Something that wants an answer before the page below it gets a key again: a form, a menu, a list to tick.
protocol Dialog: Sendable {
    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer

    /// The rows it would like to have, of those the area has.
    func height(_ situation: Situation) -> Int

    /// Draws into the canvas's bounds, on the surface that is there already.
    func draw(_ canvas: inout Canvas, _ situation: Situation)

    /// For the key bar.
    var keys: [(key: DisplayText, label: DisplayText)] { get }
}

/// What a key in a dialog leads to.
enum DialogAnswer: Sendable {
    case stay
    case notice(DisplayText)
    /// Stays open while this is done.
    case effect(Effect)
    /// Closed without doing anything. A form that was typed in is kept and offered again.
    case cancel
    /// Closed, and this is to be done.
    case close(Response)
}

/// What is to be written into the history as one entry.
package struct Submission: Equatable, Sendable {
    package var changes: [Change]
    package var note: String?
    /// Whether it settles a conflict: then a value may also be confirmed as it is.
    package var isSettling = false

    package init(_ changes: [Change], note: String? = nil, isSettling: Bool = false) {
        self.changes = changes
        self.note = note
        self.isSettling = isSettling
    }
}

/// Why a form cannot be saved yet: the sentence, and the field the cursor goes to.
struct FormMistake: Error {
    let sentence: DisplayText
    let field: Int

    init(_ sentence: DisplayText, field: Int = 0) {
        self.sentence = sentence
        self.field = field
    }
}
