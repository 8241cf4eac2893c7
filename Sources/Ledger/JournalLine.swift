import StrictJSON
import WorkPlan

/// One line of a journal: an entry, and where it stands among all others.
struct JournalLine: Equatable {
    /// The version of the line's form.
    static let version = 1
    /// With its line feed.
    static let mostBytes = 1 << 20
    static let limits = JSONLimits(depth: 12, keysPerObject: 4096, stringBytes: 1 << 16, bytes: mostBytes)
    /// Lamport counters and sequences stay within what every JSON reader keeps exactly.
    static let mostCount = 1 << 53

    var version = JournalLine.version
    var replica: String
    /// Counted from 1 in each replica.
    var sequence: Int
    /// One more than the highest the replica had seen.
    var lamport: Int
    /// What the replica had read of the others: the highest sequence of each. Nil where that had not changed.
    var seen: [String: Int]?
    /// The hash of the replica's line before, or of the base.
    var previous: EntryHash
    var hash: EntryHash
    var entry: Entry

    var order: Order { Order(lamport: lamport, replica: replica, sequence: sequence, hash: hash) }

    /// The total order of all entries of a ledger: the same on every computer, and no clock in it.
    struct Order: Comparable, Hashable {
        var lamport: Int
        var replica: String
        var sequence: Int
        var hash: EntryHash

        static func < (left: Order, right: Order) -> Bool {
            (left.lamport, left.replica, left.sequence, left.hash)
                < (right.lamport, right.replica, right.sequence, right.hash)
        }
    }

    /// Letters and digits in lower case: a replica's name is the name of its file.
    static func isReplica(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }
}

/// What is wrong with a line that is not an entry.
enum LineDamage: Error, Equatable {
    /// The seal is missing or does not fit the bytes; `holdsNul`: as a sector of zeros after a power cut does.
    case seal(holdsNul: Bool)
    /// The seal fits, but the content is not what a line holds.
    case content(JSONError)
    /// Left by a merge by hand.
    case conflictMarker
    case tooLong
    case empty

    var words: String {
        switch self {
        case .seal(let holdsNul): holdsNul ? "这一行有一段被清零，可能是断电造成的" : "这一行与写入时不符（封签不对）"
        case .content(let error):
            "内容不合格式" + (error.path.isRoot ? "" : "（\(error.path)）") + "：\(error.reason.words)"
        case .conflictMarker: "是手工合并留下的冲突标记"
        case .tooLong: "这一行超过 1 MB"
        case .empty: "是空行"
        }
    }
}
