import Ledger
import Text

/// What the user is told when the program cannot go on: a sentence, and how the program ends.
struct Complaint: Error {
    /// Exit statuses as in sysexits.h, and 2 for a terminal that cannot be used.
    enum Status: Int32 {
        case failure = 1
        case terminal = 2
        case usage = 64
        case data = 65
    }

    let sentence: String
    let status: Status

    init(_ sentence: String, status: Status = .failure) {
        self.sentence = sentence
        self.status = status
    }
}

extension Complaint {
    /// Why an edit was not saved: the data's fault where the plan has no place for it, or somebody was quicker.
    init(_ error: LedgerError) {
        switch error {
        case .refused, .outdated, .tooLarge: self.init(error.sentence, status: .data)
        default: self.init(error.sentence, status: .failure)
        }
    }
}
