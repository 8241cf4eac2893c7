import StrictJSON
import WorkPlan

extension HistoryIndex {
    static let file = "\(Snapshot.cacheFolder)/index.json"
    /// Enough for a hundred million entries of one journal.
    private static let limits = JSONLimits(depth: 8, bytes: 1 << 25)

    /// The file, sealed; nil where a journal is not as long as was read of it.
    func bytes(_ directory: borrowing Directory) -> [UInt8]? {
        var writer = JSONWriter(.compact)
        writer.beginObject()
        writer.member("base", base)
        writer.member("stride", stride)
        writer.member("entries", count)
        if let last { writer.member("last") { $0.members(of: last) } }
        var journals: [(name: String, bytes: Int, mark: EntryHash)] = []
        for (name, end) in ends.sorted(by: { $0.key < $1.key }) {
            guard let mark = Snapshot.mark(directory, name, at: end) else { return nil }
            journals.append((name, end, mark))
        }
        writer.member("journals") {
            for journal in journals {
                $0.member(journal.name) {
                    $0.member("bytes", journal.bytes)
                    $0.member("mark", journal.mark.description)
                }
            }
        }
        writer.elements("marks", marks) { writer, mark in
            if let after = mark.after { writer.member("after") { $0.members(of: after) } }
            writer.member("places") { $0.counts(mark.places) }
            writer.member("from", mark.days.lowerBound.description)
            writer.member("to", mark.days.upperBound.description)
        }
        return Seal.close(writer.bytes) + [UInt8(ascii: "\n")]
    }

    /// The index that was kept; nil where there is none, or where it is broken or of another history.
    static func kept(_ directory: borrowing Directory, base: String) -> HistoryIndex? {
        guard let bytes = try? directory.read(file, most: limits.bytes), Seal.holds(bytes),
            let top = try? JSONDocument(bytes, file: file, limits: limits).root.object(),
            let index = try? HistoryIndex(top, directory), index.base == base
        else { return nil }
        return index
    }

    private init(_ top: JSONObject, _ directory: borrowing Directory) throws(JSONError) {
        var ends: [String: Int] = [:]
        for (name, value) in try top.required("journals").object() {
            let journal = try value.object()
            let end = try journal.required("bytes").integer(in: 0...JournalLine.mostCount)
            let mark = try journal.required("mark")
            guard Snapshot.mark(directory, name, at: end) == (try mark.hash()) else {
                throw mark.failure(.invalid("不是这份历史的"))
            }
            ends[name] = end
        }
        let marks = try top.list("marks") { value throws(JSONError) in
            let mark = try value.object()
            let from = try mark.day("from")
            var places: [String: Int] = [:]
            for (name, place) in try mark.required("places").object() {
                places[name] = try place.integer(in: 0...(ends[name] ?? 0))
            }
            return Mark(
                after: try mark.optional("after").map { order throws(JSONError) in
                    try JournalLine.Order(try order.object())
                }, places: places, days: from...max(from, try mark.day("to")))
        }
        let entries = try top.required("entries")
        let count = try entries.integer(in: 0...JournalLine.mostCount)
        let stride = try top.required("stride").integer(in: 1...JournalLine.mostCount)
        guard marks.count == (count + stride - 1) / stride else {
            throw entries.failure(.invalid("与标记的个数不符"))
        }
        self.init(
            base: try top.text("base"), stride: stride, count: count,
            last: try top.optional("last").map { order throws(JSONError) in
                try JournalLine.Order(try order.object())
            }, marks: marks, ends: ends)
    }
}
