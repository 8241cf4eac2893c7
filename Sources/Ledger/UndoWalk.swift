import Glibc
import StrictJSON
import WorkPlan

/// One author's way back through one journal: which entry is the next to be taken back, and which undo is the next to be
/// taken back in its turn. Nothing is kept between two walks, so it is the same after a restart.
///
/// Towards the beginning, an entry that takes another one back, and is not itself taken back, neutralises that one.
struct UndoWalk: ~Copyable {
    private let file: Descriptor
    private let path: String
    private let author: String
    /// Whether lines may be judged by their ends alone: not in a journal with damage in it.
    private let isSound: Bool
    private var scanner: BackwardScanner
    private var neutralised: Set<EntryHash> = []
    /// The author's name as it stands in a line, with its quotes.
    private let signature: [UInt8]

    init(_ file: consuming Descriptor, _ replica: String, _ journal: Cover.Journal, author: String) {
        scanner = BackwardScanner(file.number, before: journal.bytes)
        self.file = file
        path = JournalFile.path(replica)
        self.author = author
        isSound = journal.damaged == 0
        var writer = JSONWriter(.compact)
        writer.string(author)
        signature = writer.bytes
    }

    /// The newest entry of the author that is neither taken back nor an undo itself.
    mutating func nextUndo() throws(Errno) -> Entry? {
        while let line = try scanner.next() {
            guard let end = end(of: line), !neutralised.contains(end.hash) else { continue }
            if let target = end.undoes {
                neutralised.insert(target)
            } else if isSigned(line), let entry = entry(line), entry.author == author {
                return entry
            }
        }
        return nil
    }

    /// The newest undo of the author that is not taken back, if nothing was edited after it.
    mutating func nextRedo() throws(Errno) -> Entry? {
        var candidates = Candidates()
        var isOver = false
        while let line = try scanner.next() {
            guard let end = end(of: line) else { continue }
            if neutralised.contains(end.hash) {
                candidates.settle(end.hash, isUndo: end.undoes == nil)
            } else if let target = end.undoes {
                neutralised.insert(target)
                if !isOver { candidates.add(line.range, target) }
            } else if !isOver, isSigned(line), entry(line)?.author == author {
                isOver = true
            }
            while let range = candidates.first {
                if let entry = try entry(at: range), entry.author == author { return entry }
                candidates.drop()
            }
            if isOver, candidates.isEmpty { return nil }
        }
        // What they take back stands in other journals, or nowhere any more: then it was no undo.
        candidates.settleRest()
        while let range = candidates.first {
            if let entry = try entry(at: range), entry.author == author { return entry }
            candidates.drop()
        }
        return nil
    }

    private func end(of line: BackwardScanner.Line) -> LineEnd? {
        if isSound, let end = LineEnd(line.bytes) { return end }
        return (try? JournalLine(line.bytes, file: path, number: 1)).map { LineEnd($0) }
    }

    /// Whether the line may be the author's: who makes one in a thousand entries does not wait for the others to be read.
    private func isSigned(_ line: BackwardScanner.Line) -> Bool {
        // Numbers, the replica's name and the time come before it, and no text that could hold the same.
        let head = line.bytes.prefix(256)
        guard let comma = head.indices.first(where: { head[$0...].starts(with: Self.by) }) else { return true }
        let name = line.bytes[(comma + Self.by.count)...]
        return name.starts(with: signature) || name.prefix(256).contains(UInt8(ascii: "\\"))
    }

    private static let by = Array(",\"by\":".utf8)

    private func entry(_ line: BackwardScanner.Line) -> Entry? {
        (try? JournalLine(line.bytes, file: path, number: 1))?.entry
    }

    private func entry(at range: Range<Int>) throws(Errno) -> Entry? {
        let bytes = try file.read(at: range.lowerBound, count: range.count)
        return (try? JournalLine(bytes.dropLast(), file: path, number: 1))?.entry
    }
}

/// Entries that take others back, newest first, until it is known whether what they take back is an edit or an undo.
private struct Candidates {
    private enum State {
        case unknown, undo, redo
    }

    private var found: [(range: Range<Int>, state: State)] = []
    private var places: [EntryHash: Int] = [:]
    private var next = 0

    mutating func add(_ range: Range<Int>, _ target: EntryHash) {
        places[target] = found.count
        found.append((range, .unknown))
    }

    mutating func settle(_ target: EntryHash, isUndo: Bool) {
        guard let place = places[target] else { return }
        found[place].state = isUndo ? .undo : .redo
    }

    mutating func settleRest() {
        for place in found.indices where found[place].state == .unknown { found[place].state = .undo }
    }

    /// The newest undo; nil while something newer is not known, or where there is none.
    var first: Range<Int>? {
        mutating get {
            while next < found.count, found[next].state == .redo { next += 1 }
            guard next < found.count, found[next].state == .undo else { return nil }
            return found[next].range
        }
    }

    var isEmpty: Bool { next == found.count }

    mutating func drop() { next += 1 }
}

/// What the end of a line says of it: its own hash, and the entry it takes back.
struct LineEnd {
    let hash: EntryHash
    let undoes: EntryHash?

    private static let previous = Array(",\"prev\":\"".utf8)
    private static let undoing = Array(",\"undoes\":\"".utf8)
    private static let closing = Array("\"".utf8)

    init(_ line: JournalLine) {
        hash = line.hash
        undoes = line.entry.undoes.flatMap { EntryHash($0.text) }
    }

    /// Nil where the line does not end as this program ends lines. The seal is read and not verified.
    init?(_ line: ArraySlice<UInt8>) {
        guard let (body, hash) = Seal.parts(line.span) else { return nil }
        var rest = line.prefix(body)
        guard Self.takeHash(&rest, after: Self.previous) != nil else { return nil }
        self.hash = hash
        undoes = Self.takeHash(&rest, after: Self.undoing)
    }

    /// Takes `,"prev":"…"` off the end. Within a text its quotes would stand escaped.
    private static func takeHash(_ rest: inout ArraySlice<UInt8>, after opening: [UInt8]) -> EntryHash? {
        guard let (start, hash) = EntryHash.ending(rest.span, after: opening, before: closing) else { return nil }
        rest = rest.prefix(start)
        return hash
    }
}
