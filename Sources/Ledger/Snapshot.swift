import Glibc
import StrictJSON
import WorkPlan

/// `plan.json`, a plan file with a sealed cover behind the plan, and the images in `.local/cache/`: of the same, and of
/// the plan after so many entries. A snapshot that is missing, damaged or stale costs time, never data.
struct Snapshot {
    var plan: Plan
    var cover: Cover
    /// That of the image it was read from; nil for one that was not.
    var seal: UInt64?

    static let cacheFolder = ".local/cache"
    /// Bytes before the covered end of a journal that its mark is made of.
    private static let markBytes = 4096
    /// Before the hash at the end of the file.
    private static let sealOpening = Array(",\n    \"h\": \"".utf8)
    private static let sealClosing = Array("\"\n  }\n}\n".utf8)

    init(plan: Plan, cover: Cover) {
        self.plan = plan
        self.cover = cover
    }

    /// Writes the file `plan.json`; the same plan and cover give the same bytes.
    func write(to file: FilePieces) {
        var hash = SHA256()
        var writer = JSONWriter(.indented) { piece in
            hash.update(piece)
            file.add(piece)
        }
        writer.beginObject()
        writer.members(of: plan)
        writer.key(Cover.key)
        writer.beginObject()
        writer.members(of: cover)
        hash.update(writer.bytes)
        writer.member("h", EntryHash(hash).description)
        file.add(writer.finish())
    }

    /// Nil where the seal is broken or the content is not that of a snapshot.
    fileprivate init?(json bytes: [UInt8], file: String) {
        guard
            let (end, hash) = EntryHash.ending(bytes.span, after: Self.sealOpening, before: Self.sealClosing),
            EntryHash(of: bytes[..<end]) == hash,
            let document = try? PlanFile.document(bytes, file: file),
            let plan = try? PlanReader.read(document.root),
            let member = try? document.root.object()[text: Cover.key], let cover = try? Cover(try member.object())
        else { return nil }
        self.init(plan: plan, cover: cover)
    }

    /// Whether the journals still begin with what the cover says was read of them.
    func fits(_ directory: borrowing Directory, journals: Set<String>, base: String) -> Bool {
        guard cover.base == base else { return false }
        return cover.journals.allSatisfy { name, journal in
            journals.contains(name) && journal.mark != nil
                && Self.mark(directory, name, at: journal.bytes) == journal.mark
        }
    }

    /// The hash of what stands in a journal before an offset; nil where the journal is not that long.
    static func mark(_ directory: borrowing Directory, _ replica: String, at end: Int) -> EntryHash? {
        guard let file = try? directory.openFile(JournalFile.path(replica), O_RDONLY),
            let bytes = try? file.read(at: max(0, end - markBytes), count: min(end, markBytes)),
            bytes.count == min(end, markBytes)
        else { return nil }
        return EntryHash(of: bytes)
    }
}

extension Directory {
    /// What lies where a snapshot should lie.
    enum FoundSnapshot {
        /// None, or one that another program wrote and that is of no use.
        case none
        case damaged(bytes: Int)
        case sound(Snapshot)
    }

    /// Looks for a snapshot in either form.
    /// - Parameter wholly: whether everything in it is looked at; else an image's extras only when somebody asks for them.
    func snapshot(_ file: String, wholly: Bool = true) throws(LedgerError) -> FoundSnapshot {
        do throws(Errno) {
            let opened = try openFile(file, O_RDONLY)
            let size = Int(try opened.status().st_size)
            // One that is too large is none.
            guard size <= PlanFile.mostBytes else { return .damaged(bytes: size) }
            let head = try opened.read(at: 0, count: Image.frontStart)
            if Image.isOfAnotherLayout(head) { return .none }
            if Image.begins(head) {
                return Snapshot(image: opened, head: head, size: size, in: path, wholly: wholly).map { .sound($0) }
                    ?? .damaged(bytes: size)
            }
            let bytes = try opened.read(at: 0, count: size)
            return Snapshot(json: bytes, file: name(file)).map { .sound($0) } ?? .damaged(bytes: size)
        } catch {
            if error.code == ENOENT { return .none }
            throw .system(.read, path: name(file), errno: error.code)
        }
    }
}
