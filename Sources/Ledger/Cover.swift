package import WorkPlan

/// What a folded plan covers: how far each journal has gone into it, and what is needed to go on from there. Stands
/// behind the plan in `plan.json`, and in memory behind the plan of an open ledger.
struct Cover: Equatable {
    static let key = "cover"

    /// How far a journal file has been read.
    struct Journal: Equatable {
        /// Behind the last line that was read.
        var bytes: Int
        /// Lines that were skipped because they are damaged.
        var damaged = 0
        /// The hash of the up to 4 KiB before that place: whether a file still begins with what was read. Nil in
        /// memory, where the inode says so.
        var mark: EntryHash?
        var inode: UInt64 = 0
    }

    /// How far a replica has come.
    struct Replica: Equatable {
        var sequence: Int
        /// Of its last entry: the next one's `prev`.
        var hash: EntryHash
        /// What it has read of the others, as it said itself and as those others had read in their turn.
        var seen: [String: Int] = [:]
        /// Whether two different entries claim one sequence: the replica's name was copied.
        var isCopied = false
    }

    /// SHA-256 of `plan.base.json`, in hexadecimal.
    var base: String
    /// By replica name, which is the file's.
    var journals: [String: Journal] = [:]
    var replicas: [String: Replica] = [:]
    /// How many entries have been folded.
    var entries = 0
    /// The last entry in the order; nil for none.
    var last: JournalLine.Order?
    /// The latest day any entry was written on.
    var latestDay: Day?
    /// Places where a line does not follow the one before it: something is missing between them.
    var breaks = 0
    /// What is contested, in the order of the slots.
    var conflicts: [Conflict] = []
    /// What had been taken away, in the order of the entries; nil where that has not been kept since the base. Only in
    /// checkpoints: behind them come entries that may not have known of it.
    var graves: [Conflict.Side]?

    init(base: String) {
        self.base = base
    }

    /// Notes how far the journals have been read.
    mutating func advance(_ extents: [String: JournalMerge.Extent]) {
        for (replica, extent) in extents {
            var journal = journals[replica] ?? Journal(bytes: 0)
            journal.bytes = extent.end
            journal.inode = extent.inode
            journal.damaged += extent.damaged.count
            journals[replica] = journal
        }
    }
}

/// Two or more changes of one slot by entries that did not know of each other. Settled by the next entry that has seen
/// them all and changes the slot.
package struct Conflict: Equatable, Sendable {
    package struct Side: Equatable, Sendable {
        package let entry: Identifier<Entry>
        package let author: String
        package let moment: Moment
        package let change: Change
        let order: JournalLine.Order

        init(_ line: JournalLine, _ change: Change) {
            self.init(
                entry: line.entry.id, author: line.entry.author, moment: line.entry.moment, change: change,
                order: line.order)
        }

        init(
            entry: Identifier<Entry>, author: String, moment: Moment, change: Change, order: JournalLine.Order
        ) {
            self.entry = entry
            self.author = author
            self.moment = moment
            self.change = change
            self.order = order
        }
    }

    package let slot: Change.Slot
    /// In the order of the entries: the last one is shown.
    package let sides: [Side]
}
