package import StrictJSON
package import WorkPlan

/// Why the ledger did not do what it was asked. `sentence` says it to the user.
package enum LedgerError: Error, Equatable, Sendable {
    /// There is no ledger at the place, and none was to be made.
    case notFound(directory: String)
    /// The directory holds other things than a ledger.
    case notALedger(directory: String)
    /// A file is not the JSON it should be.
    case unreadable(JSONError)
    /// A file of the ledger is missing, or its seal is broken.
    case damaged(file: String, Damage)
    /// The kernel said no.
    case system(Operation, path: String, errno: Int32)
    /// Somebody else holds the lock and did not let go in time.
    case locked(LockHolder?, seconds: Int)
    /// This session may not write.
    case readOnly(ReadOnlyReason)
    /// Every change leaves things as they are.
    case nothingToChange
    /// A change has no place in the plan.
    case refused(Refusal)
    /// What was to be changed is no longer what it was; `meanwhile` are the entries that came since this ledger last
    /// looked, and `plan` is the plan as it stands now.
    case outdated([Mismatch], meanwhile: [Entry], plan: Plan)
    /// An entry longer than a line may be.
    case tooLarge
    /// The entry did not get onto the disk, and nothing of it is in the history; `kept` is the file that has its text.
    case notSaved(errno: Int32, kept: String?)
    /// The entry may or may not be on the disk; `kept` is the file that has its text.
    case uncertain(errno: Int32, kept: String?)

    package enum Damage: Equatable, Sendable {
        case missing
        /// The bytes are not those that were sealed.
        case brokenSeal
        /// `plan.base.json` is not the one `store.json` was written for.
        case wrongBase
    }

    package enum Operation: Equatable, Sendable {
        case open, create, read, write, rename, lock, list
    }

    package enum ReadOnlyReason: Equatable, Sendable {
        /// Asked for with `--read-only`.
        case asked
        /// The store was written by a newer program.
        case newerSchema(Int)
        /// One of the files everything rests on is damaged.
        case damaged(file: String)
        /// A write may or may not have reached the disk.
        case syncFailed(errno: Int32)
    }
}

/// Who holds the lock, as the holder wrote it into the lock file.
package struct LockHolder: Equatable, Sendable {
    package var author: String
    package var process: Int
    package var terminal: String
    package var since: String
}
