package import WorkPlan

// The plan at a point of the history: from the nearest checkpoint before it, else from the base.
extension History {
    /// The plan after the entries with the numbers below `number`.
    package func plan(before number: Int) throws(LedgerError) -> Plan { try state(before: number).plan }

    /// The plan after every entry that was written on or before a day, by the date its author's computer had.
    package func plan(on day: Day) throws(LedgerError) -> Plan { try state(on: day).plan }

    /// The plan after the first so many entries, and the last of them.
    func state(before number: Int) throws(LedgerError) -> (plan: Plan, last: Entry?) {
        guard number > 0, count > 0 else { return (try ledger.basePlan(), nil) }
        if number >= count { return (ledger.plan, try entries(count - 1..<count).first) }
        var last: Entry?
        let plan = try replay(from: number - 1) { index, line in
            guard index < number else { return .stop }
            last = line.entry
            return .take
        }
        return (plan, last)
    }

    /// The plan after every entry that was written on or before a day, and how many these are.
    func state(on day: Day) throws(LedgerError) -> (plan: Plan, number: Int) {
        guard count > 0 else { return (try ledger.basePlan(), 0) }
        let sure = index?.numberSurely(until: day) ?? 0
        let end = index?.numberPerhaps(until: day) ?? count
        if index != nil, sure == count { return (ledger.plan, count) }
        var later = 0
        let plan = try replay(from: sure) { index, line in
            guard index < end else { return .stop }
            guard line.entry.day > day else { return .take }
            later += 1
            return .skip
        }
        return (plan, end - later)
    }

    private enum Choice {
        case take, skip, stop
    }

    /// Folds the entries from a checkpoint on, which has none behind the first so many, as long as `choose` does not
    /// stop.
    private func replay(
        from number: Int, _ choose: (Int, JournalLine) -> Choice
    ) throws(LedgerError) -> Plan {
        do throws(MergeError) {
            if index != nil, let store = ledger.store {
                let directory = try ledger.openDirectoryMerging(store)
                for count in Snapshot.checkpoints(in: directory).reversed() where count <= number {
                    guard let start = Snapshot.checkpoint(count, in: directory, journals: ends, base: store.base.hash)
                    else { continue }
                    let places = start.cover.journals.mapValues(\.bytes)
                    var merge = try merge(from: places)
                    let fold = PlanFold(start.plan, graves: start.cover.graves ?? [])
                    if let plan = try replay(&merge, fold, count, after: start.cover.last, choose) { return plan }
                }
            }
            var merge = try merge()
            return try replay(&merge, PlanFold(try basePlan()), 0, after: nil, choose) ?? ledger.plan
        } catch {
            throw error.ledgerError
        }
    }

    /// Nil where something came in before the entries that were folded already.
    private func replay(
        _ merge: inout JournalMerge, _ start: PlanFold, _ number: Int, after: JournalLine.Order?,
        _ choose: (Int, JournalLine) -> Choice
    ) throws(MergeError) -> Plan? {
        var fold = start
        var index = number
        var last = after
        while index < count, let line = try merge.next() {
            let order = line.order
            guard order != last else { continue }
            if let last, order < last { return nil }
            last = order
            switch choose(index, line) {
            case .take: fold.add(line)
            case .skip: break
            case .stop: return fold.plan
            }
            index += 1
        }
        return fold.plan
    }

    private func basePlan() throws(MergeError) -> Plan {
        do throws(LedgerError) {
            return try ledger.basePlan()
        } catch {
            throw .ledger(error)
        }
    }
}

extension Ledger {
    fileprivate func openDirectoryMerging(_ store: Store) throws(MergeError) -> Directory {
        do throws(LedgerError) {
            return try openDirectory(store)
        } catch {
            throw .ledger(error)
        }
    }
}
