/// Something about the ledger that the user should know, though it could be opened.
package struct Notice: Equatable, Sendable {
    package enum Level: Sendable {
        /// Nothing to be done.
        case information
        /// Something is damaged or missing.
        case warning
    }

    package let level: Level
    package let sentence: String
}
