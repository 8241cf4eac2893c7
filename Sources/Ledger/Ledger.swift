import Glibc
package import WorkPlan

/// The JSON file store of one plan: the plan as it stands, read from a directory that only ever grows. A value: a copy
/// that lags behind reads what came meanwhile before it commits.
package struct Ledger: Sendable {
    /// Where the ledger lies, as it was given.
    package let directory: String
    /// Who commits.
    package var author: String
    /// Whether opening made the ledger. Also true for a plan that is only shown.
    package internal(set) var isNew = false
    /// What the user should know about the state the ledger was found in.
    package internal(set) var notices: [Notice] = []
    /// Why nothing can be written; nil where it can.
    package internal(set) var readOnly: LedgerError.ReadOnlyReason?

    /// How the plan, or an earlier one, stood when a session ended; nil where that is not known.
    package internal(set) var standings: Standings?

    /// Nil for a plan that is only shown.
    var store: Store?
    var fold: Fold
    /// This directory's name among the replicas, once it has committed.
    var replica: String?
    /// Entries that no snapshot holds yet.
    var unsaved = 0
    /// What others appended and nobody was told of yet.
    var untold: [Entry] = []
    /// The seal of the image that it was read from, or that was written since, which then need not be written.
    var imageSeal: UInt64?
    var hasImage: Bool { imageSeal != nil }
    var strides = HistoryStrides()
    /// What is open since the last commit.
    let open = Drawer<OpenLedger>()
    /// The index that was made last.
    let historyIndex = Drawer<HistoryIndex>()

    /// What stays the same for as long as a ledger lives.
    struct Store: Sendable {
        var base: Loading.Base
        /// Device and inode of the directory.
        var identity: Directory.Identity
    }

    init(directory: String, author: String, fold: Fold) {
        self.directory = directory
        self.author = author
        self.fold = fold
    }

    /// The plan as it stands.
    package var plan: Plan { fold.plan }
    /// The slots that entries of several replicas claim at once, until somebody settles them.
    package var conflicts: [Conflict] { fold.conflicts }
    /// How many entries the history has.
    package var entryCount: Int { fold.cover.entries }

    /// A name nobody else makes, for a note, a milestone, a meeting … that is to be added.
    package static func freshName() -> String { Random.name() }

    /// Opens the ledger at `path`, or makes it.
    /// - Parameters:
    ///   - seed: the plan file a new ledger starts from; nil: a ledger that is not there is an error.
    ///   - author: who commits, as entries and the lock will name them.
    ///   - readOnly: nothing is written; where there is no ledger, the seed's plan is shown and nothing is made.
    package static func open(
        at path: String, seed: Seed?, author: String, readOnly: Bool
    ) throws(LedgerError) -> Ledger {
        // A file that may not grow any more is an error like any other, and not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        if let ledger = try openExisting(at: path, seed: seed, author: author, readOnly: readOnly) { return ledger }
        guard let seed else { throw .notFound(directory: path) }
        let plan = try readPlan(seed.bytes, file: PlanFile.baseName)
        guard !readOnly else {
            var ledger = Ledger(
                directory: path, author: author, fold: Fold(base: plan, hash: "", tracksConflicts: false))
            ledger.readOnly = .asked
            ledger.isNew = true
            return ledger
        }
        try create(at: path, seed: seed.bytes)
        guard var ledger = try openExisting(at: path, seed: seed, author: author, readOnly: false) else {
            throw .notFound(directory: path)
        }
        ledger.isNew = true
        return ledger
    }
}
