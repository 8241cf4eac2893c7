import StrictJSON
import WorkPlan

extension JournalLine {
    /// Reads a line without its line feed. The seal is looked at first: nothing else of a broken line is believed.
    init(_ bytes: ArraySlice<UInt8>, file: String, number: Int) throws(LineDamage) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count < Self.mostBytes else { throw .tooLong }
        guard let (body, hash) = Seal.parts(bytes.span), EntryHash(of: bytes.prefix(body)) == hash else {
            throw Self.isConflictMarker(bytes) ? .conflictMarker : .seal(holdsNul: bytes.contains(0))
        }
        do throws(JSONError) {
            let document = try JSONDocument(bytes, file: file, firstLine: number, limits: Self.limits)
            try self.init(try document.root.object(), hash)
        } catch {
            throw .content(error)
        }
    }

    /// A line whose seal has been looked at.
    init(_ top: JSONObject, _ hash: EntryHash) throws(JSONError) {
        self.hash = hash
        version = try top.required("v").integer(in: 1...Int(Int32.max))
        replica = try Self.replica(try top.required("rep"))
        sequence = try top.required("seq").integer(in: 1...Self.mostCount)
        lamport = try top.required("lc").integer(in: 1...Self.mostCount)
        if let seen = try top.optional("seen")?.object() { self.seen = try Self.seen(seen) }
        previous = try top.required("prev").hash()
        let at = try top.required("at")
        guard let moment = Moment(try at.string()) else {
            throw at.failure(.invalid("不是时间，应写成 2026-11-22T21:05:09.123+08:00 的样子"))
        }
        entry = Entry(
            id: Identifier(hash.description), moment: moment, author: try top.text("by"),
            changes: try top.list("changes") { value throws(JSONError) in try Change(try value.object()) },
            note: try top.text(ifPresent: "note"), meeting: try top.identifier(ifPresent: "meeting"),
            undoes: try top.identifier(ifPresent: "undoes"))
    }

    static func replica(_ value: JSONValue) throws(JSONError) -> String {
        let name = try value.string()
        guard isReplica(name) else { throw value.failure(.invalid("副本号“\(name)”不合规定")) }
        return name
    }

    static func seen(_ object: JSONObject) throws(JSONError) -> [String: Int] {
        var seen: [String: Int] = [:]
        for (name, value) in object {
            guard isReplica(name) else { throw value.failure(.invalid("副本号“\(name)”不合规定")) }
            seen[name] = try value.integer(in: 1...mostCount)
        }
        return seen
    }

    private static func isConflictMarker(_ bytes: ArraySlice<UInt8>) -> Bool {
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { bytes.starts(with: $0.utf8) }
    }

    /// Whether the line can be read from the bytes it was sealed into: what cannot is never written.
    func isReadable(in bytes: [UInt8]) -> Bool {
        // Whole things come with inner rules of their own.
        let isPlain = entry.changes.allSatisfy { change in
            switch change {
            case .item, .unit, .decision, .unknown: false
            default: true
            }
        }
        // Whatever is in a short line is shorter than any limit, and without an escape it stands there as it is. To read it
        // all the same was a tenth of what a commit takes beside its write.
        if isPlain, bytes.count < 4096, !bytes.contains(UInt8(ascii: "\\")) { return true }
        guard let top = try? JSONDocument(bytes, file: "", limits: Self.limits).root.object() else { return false }
        return isPlain || (try? JournalLine(top, hash)) == self
    }

    /// The line as it is appended, with its line feed; sets the hash and the entry's identifier.
    mutating func seal() -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: 1024)
        writer.beginObject()
        writer.member("v", version)
        writer.member("rep", replica)
        writer.member("seq", sequence)
        writer.member("lc", lamport)
        writer.member("at", entry.moment.text)
        writer.member("by", entry.author)
        if let seen { writer.member("seen") { $0.counts(seen) } }
        writer.key("changes")
        writer.beginArray()
        for change in entry.changes { writer.change(change) }
        writer.endArray()
        writer.member("note", ifPresent: entry.note)
        writer.member("meeting", ifPresent: entry.meeting?.text)
        writer.member("undoes", ifPresent: entry.undoes?.text)
        writer.member("prev", previous.description)
        hash = EntryHash(of: writer.bytes)
        var line = Seal.close(writer.bytes, hash)
        entry = Entry(
            id: Identifier(hash.description), moment: entry.moment, author: entry.author, changes: entry.changes,
            note: entry.note, meeting: entry.meeting, undoes: entry.undoes)
        line.append(UInt8(ascii: "\n"))
        return line
    }
}

extension JSONWriter {
    /// Members by name, so that the same counts give the same bytes.
    mutating func counts(_ counts: [String: Int]) {
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) { member(name, count) }
    }
}

extension JSONValue {
    func hash() throws(JSONError) -> EntryHash {
        guard let hash = EntryHash(try string()) else { throw failure(.invalid("不是 22 个字符的校验值")) }
        return hash
    }
}
