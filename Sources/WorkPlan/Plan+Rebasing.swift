extension Plan {
    /// The same change, with what stands in this plan as what was. Also where it changes nothing any more, or has no
    /// place: whoever commits it is told.
    package func rebasing(_ change: Change) -> Change {
        var probe = self
        if case .differs(let rebased)? = probe.apply(change)?.reason { return rebased }
        return change
    }

    /// The change that leaves what `change` leaves, with what is there now, and its place, as what was: for taking back,
    /// doing again and restoring what an entry of the history left or found. Nil where it is there already.
    /// - Throws: why it has no place in the plan as it stands.
    package func rebased(_ change: Change) throws(Refusal) -> Change? {
        var probe = self
        switch probe.apply(change.outcome)?.reason {
        case nil: return nil
        case .differs(let now)?: return now
        case .refused?: break
        }
        // Whole things come only where nothing was.
        probe = self
        switch probe.apply(change)?.reason {
        case nil: return change
        case .differs(let now)?: return now
        case .refused(let refusal)?:
            if isMade(change) { return nil }
            throw refusal
        }
    }

    /// Whether a thing that comes or goes by this change came or went already, just so.
    private func isMade(_ change: Change) -> Bool {
        switch change {
        case .item(let id, let edit): tree.position(of: id).map { placed($0) } ?? nil == edit.becomes
        case .unit(let id, let edit): unit(id) == edit.becomes?.value
        default: false
        }
    }
}
