/// One line of history: the changes that somebody made together.
package struct Entry: Equatable, Sendable, Identifiable {
    /// The hash of the line, in 22 characters.
    package let id: Identifier<Entry>
    package var moment: Moment
    package var author: String
    package var changes: [Change]
    package var note: String?
    /// The meeting at which it was decided.
    package var meeting: Identifier<Meeting>?
    /// The entry that this one takes back.
    package var undoes: Identifier<Entry>?

    package init(
        id: Identifier<Entry>, moment: Moment, author: String, changes: [Change], note: String? = nil,
        meeting: Identifier<Meeting>? = nil, undoes: Identifier<Entry>? = nil
    ) {
        self.id = id
        self.moment = moment
        self.author = author
        self.changes = changes
        self.note = note
        self.meeting = meeting
        self.undoes = undoes
    }

    /// The changes that take the entry back, last first.
    package var inverse: [Change] { changes.reversed().map(\.inverted) }

    /// The date as its author's computer wrote it.
    package var day: Day { moment.day }
}
