import Text

/// What was typed into a form that was put away, blank by blank. Nothing else of the form is kept: what it changes, and
/// what it found there, is for the form to say that is opened the next time.
struct Draft: Sendable {
    struct Blank: Sendable {
        let field: Int
        let label: DisplayText
        let typed: Field.Content
        /// What stood in the blank before somebody typed.
        let found: Field.Content
    }

    let blanks: [Blank]
    let focus: Int
}

extension Form {
    /// Nil where nobody has typed anything.
    var draft: Draft? {
        let blanks = fields.indices.filter { fields[$0].content != untouched[$0] }.map { field in
            Draft.Blank(
                field: field, label: fields[field].label, typed: fields[field].content, found: untouched[field])
        }
        return blanks.isEmpty ? nil : Draft(blanks: blanks, focus: focus)
    }

    /// Writes what was typed before into its blanks; the others stay as the form found them.
    /// - Returns: whether what stood in one of these blanks has become something else since.
    mutating func write(_ draft: Draft) -> Bool {
        let blanks = draft.blanks.filter { fields.indices.contains($0.field) && fields[$0.field].label == $0.label }
        for blank in blanks { fields[blank.field].write(blank.typed) }
        go(to: draft.focus)
        return blanks.contains { $0.found != untouched[$0.field] }
    }
}
