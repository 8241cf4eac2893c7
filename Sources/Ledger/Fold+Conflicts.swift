import WorkPlan

extension Fold {
    /// Makes one change, and notes whom it contradicts.
    mutating func make(_ change: Change, _ line: JournalLine, _ horizon: Horizon) {
        let (mismatch, returned) = plan.make(change, bringingBack: &graves)
        if case .refused(let refusal)? = mismatch?.reason { refuse(refusal, line) }
        noteMade(change, line, horizon, isHeld: mismatch == nil, returned: returned)
    }

    /// Notes whom a change that has been made contradicts.
    /// - Parameter returned: the removal that it undid.
    mutating func noteMade(
        _ change: Change, _ line: JournalLine, _ horizon: Horizon, isHeld: Bool = true,
        returned: Conflict.Side? = nil
    ) {
        if change.isRemoval, isHeld { graves[change.slot] = Conflict.Side(line, change) }
        guard tracksConflicts else {
            // Whoever comes now has seen everything: what he touches is settled.
            if !heads.isEmpty { settle(change, horizon) }
            return
        }
        settle(change, horizon)
        let side = Conflict.Side(line, change)
        let slot = change.slot
        heads[slot] = (heads[slot] ?? []).filter { !horizon.holds($0) } + [side]
        if let removal = returned { contest(slot: removal.change.slot, [removal, side]) }
        guard change.isRemoval, !isHeld else { return }
        // Somebody edited what was to go, and this entry did not know: the edit stands.
        let edits = heads.filter { $0.key.target == slot.target && $0.key != slot }.values.joined()
        let unseen = edits.filter { !horizon.holds($0) }
        if !unseen.isEmpty {
            contest(slot: slot, [side] + unseen.sorted { ($0.order, $0.change.slot) < ($1.order, $1.change.slot) })
        }
    }

    private mutating func contest(slot: Change.Slot, _ sides: [Conflict.Side]) {
        var all = heads[slot] ?? []
        for side in sides {
            all.removeAll { $0 == side }
            all.append(side)
        }
        heads[slot] = all
    }

    /// Whoever has seen all sides and edits the slot, or the thing whose removal is contested, settles it.
    private mutating func settle(_ change: Change, _ horizon: Horizon) {
        let slot = change.slot
        for contested in [slot] + Change.Slot.existence(of: slot.target) {
            guard let sides = heads[contested], sides.count > 1,
                sides.allSatisfy({ horizon.holds($0) || !tracksConflicts })
            else { continue }
            heads[contested] = contested == slot ? nil : sides.suffix(1)
        }
        if !tracksConflicts { heads[slot] = nil }
    }

    /// The slots whose open changes disagree.
    var conflicts: [Conflict] {
        heads.compactMap { slot, sides in
            guard let first = sides.first, !sides.allSatisfy({ $0.change.agrees(with: first.change) }) else {
                return nil
            }
            return Conflict(slot: slot, sides: sides)
        }.sorted { $0.slot < $1.slot }
    }
}
