/// The names of journals.
enum JournalFile {
    static let folder = "history"
    static let suffix = ".jsonl"

    static func path(_ replica: String) -> String { "\(folder)/\(replica)\(suffix)" }

    /// The replica a file of the folder is named after; nil for a file that is no journal.
    static func replica(_ name: String) -> String? {
        guard name.hasSuffix(suffix) else { return nil }
        let replica = String(name.dropLast(suffix.count))
        return JournalLine.isReplica(replica) ? replica : nil
    }
}
