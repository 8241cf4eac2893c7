import WorkPlan

/// Where in the journals the entries stand: a mark before every so many, so that an entry or a day is found
/// without reading what comes before it. Made of whole journals without damage whose lines are in order, and of nothing
/// else: for others there is no index. Kept in `.local/cache/index.json`, which may be deleted at any time.
struct HistoryIndex: Equatable, Sendable {
    struct Mark: Equatable, Sendable {
        /// The entry before it; nil at the beginning.
        var after: JournalLine.Order?
        /// Where the journals go on; one that is not named, at its beginning.
        var places: [String: Int]
        /// The earliest and the latest day of the entries up to the next mark.
        var days: ClosedRange<Day>
    }

    /// SHA-256 of `plan.base.json`, in hexadecimal.
    let base: String
    /// Entries from one mark to the next.
    let stride: Int
    private(set) var count = 0
    private(set) var last: JournalLine.Order?
    private(set) var marks: [Mark] = []
    /// Behind the last line of each journal.
    private(set) var ends: [String: Int] = [:]

    init(base: String, stride: Int) {
        self.base = base
        self.stride = stride
    }

    init(base: String, stride: Int, count: Int, last: JournalLine.Order?, marks: [Mark], ends: [String: Int]) {
        self.init(base: base, stride: stride)
        self.count = count
        self.last = last
        self.marks = marks
        self.ends = ends
    }

    /// Whether it tells of nothing beyond these ends.
    func isWithin(_ limits: [String: Int]) -> Bool {
        ends.allSatisfy { $0.value <= limits[$0.key] ?? 0 }
    }

    /// Goes on to the ends of the journals. An entry that belongs further back takes the marks behind it away.
    /// - Returns: false where a journal is damaged or has lost its order.
    mutating func extend(
        to limits: [String: Int], _ directory: borrowing Directory
    ) throws(LedgerError) -> Bool {
        guard ends != limits else { return true }
        do throws(MergeError) {
            while let earlier = try run(to: limits, directory) {
                // From where everything is in order again: each round begins further back, the last at the beginning.
                cut(before: earlier)
            }
            return true
        } catch {
            guard case .ledger(let error) = error else { return false }
            if case .damaged = error { return false }
            throw error
        }
    }

    /// - Returns: the entry that belongs further back; nil at the end.
    private mutating func run(
        to limits: [String: Int], _ directory: borrowing Directory
    ) throws(MergeError) -> JournalLine.Order? {
        var merge = try JournalMerge(directory, from: ends, to: limits)
        var places = merge.places
        while let line = try merge.next() {
            if let last, line.order < last { return line.order }
            add(line, from: places)
            if isAtMark { places = merge.places }
        }
        guard let whole = ended(by: merge) else {
            throw .ledger(.damaged(file: JournalFile.folder, .brokenSeal))
        }
        self = whole
        ends = limits
        return nil
    }

    // MARK: Making

    /// Whether the next entry gets a mark.
    var isAtMark: Bool { count.isMultiple(of: stride) }

    /// Goes on with the next line in the total order.
    /// - Parameter places: where the journals stood before it, for a line that gets a mark.
    mutating func add(_ line: JournalLine, from places: [String: Int]) {
        let order = line.order
        guard order != last else { return }
        let day = line.entry.day
        if isAtMark {
            marks.append(Mark(after: last, places: places, days: day...day))
        } else if let days = marks.last?.days, !days.contains(day) {
            marks[marks.count - 1].days = min(days.lowerBound, day)...max(days.upperBound, day)
        }
        count += 1
        last = order
    }

    /// The index once a merge has come to its end; nil where a journal is damaged.
    func ended(by merge: borrowing JournalMerge) -> HistoryIndex? {
        let journals = merge.journals
        guard journals.values.allSatisfy(\.damaged.isEmpty) else { return nil }
        var whole = self
        whole.ends = journals.mapValues(\.end)
        return whole
    }

    private mutating func cut(before order: JournalLine.Order) {
        while let mark = marks.popLast() {
            guard mark.after.map({ $0 < order }) ?? true else { continue }
            count = marks.count * stride
            last = mark.after
            ends = mark.places
            return
        }
        self = HistoryIndex(base: base, stride: stride)
    }

    // MARK: Finding

    /// The mark at or before an entry, by the entry's number.
    func mark(before number: Int) -> (number: Int, mark: Mark)? {
        guard !marks.isEmpty else { return nil }
        let place = min(number / stride, marks.count - 1)
        return (place * stride, marks[place])
    }

    /// The number of the first entry of the stretch in which a journal has this place.
    func number(before place: Int, in journal: String) -> Int {
        (marks.lastIndex { $0.places[journal] ?? 0 <= place } ?? 0) * stride
    }

    /// Entries before the first stretch that has one written after a day.
    func numberSurely(until day: Day) -> Int {
        marks.firstIndex { $0.days.upperBound > day }.map { $0 * stride } ?? count
    }

    /// Entries up to the last stretch that has one written on a day or before.
    func numberPerhaps(until day: Day) -> Int {
        marks.lastIndex { $0.days.lowerBound <= day }.map { min(count, ($0 + 1) * stride) } ?? 0
    }
}
