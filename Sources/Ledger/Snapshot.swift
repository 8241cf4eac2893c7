import Glibc
import StrictJSON
import WorkPlan

/// `plan.json`, a plan file with a sealed cover behind the plan, and the images in `.local/cache/`: of the same, and of
/// the plan after so many entries. A snapshot that is missing, damaged or stale costs time, never data.
struct Snapshot {
    var plan: Plan
    var cover: Cover

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

    /// The file `plan.json`; the same plan and cover give the same bytes.
    var bytes: [UInt8] {
        var writer = JSONWriter(.indented)
        writer.beginObject()
        writer.members(of: plan)
        writer.key(Cover.key)
        writer.beginObject()
        writer.members(of: cover)
        writer.member("h", EntryHash(of: writer.bytes).description)
        return writer.finish()
    }

    /// From either form; nil where the seal is broken or the content is not that of a snapshot.
    init?(_ bytes: [UInt8], file: String) {
        if Image.begins(bytes) {
            self.init(image: bytes)
        } else {
            self.init(json: bytes, file: file)
        }
    }

    private init?(json bytes: [UInt8], file: String) {
        guard
            let (end, hash) = EntryHash.ending(bytes.span, after: Self.sealOpening, before: Self.sealClosing),
            EntryHash(of: bytes[..<end]) == hash,
            let document = try? PlanFile.document(bytes, file: file),
            let plan = try? PlanReader.read(document.root),
            let cover = try? Cover(try document.root.object().required(Cover.key).object())
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
    /// The bytes of a snapshot; none of one that is too large to be one, nil where there is none that this program reads.
    func readSnapshot(_ name: String) throws(LedgerError) -> [UInt8]? {
        do throws(LedgerError) {
            return try read(name, most: PlanFile.mostBytes).flatMap { Image.isOfAnotherLayout($0) ? nil : $0 }
        } catch {
            guard case .system(_, _, EFBIG) = error else { throw error }
            return []
        }
    }
}
