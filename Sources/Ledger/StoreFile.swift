import StrictJSON

/// `store.json`: what makes a directory a ledger. Written once, last of all, when a ledger is made.
struct StoreFile: Equatable {
    static let name = "store.json"
    static let format = "lianxi-ledger"
    static let schema = 1

    var schema = StoreFile.schema
    var store: String
    var created: String
    /// SHA-256 of `plan.base.json`, in hexadecimal.
    var base: String
    /// Whether the bytes are those that were sealed. A store that is not is still read, for what it says.
    var isSound = true

    /// One line, sealed.
    var bytes: [UInt8] {
        var writer = JSONWriter(.compact)
        writer.beginObject()
        writer.member("format", Self.format)
        writer.member("schema", schema)
        writer.member("store", store)
        writer.member("created", created)
        writer.member("base", base)
        return Seal.close(writer.bytes) + [UInt8(ascii: "\n")]
    }

    init(store: String, created: String, base: String) {
        self.store = store
        self.created = created
        self.base = base
    }

    /// A newer schema is read as far as this program knows it.
    init(_ bytes: [UInt8], file: String) throws(LedgerError) {
        do throws(JSONError) {
            let top = try JSONDocument(bytes, file: file, limits: JSONLimits(depth: 8, bytes: 1 << 16)).root.object()
            let format = try top.required("format")
            guard format.equals(Self.format) else {
                throw format.failure(.invalid("不是联席的数据目录：format 应为 \(Self.format)"))
            }
            schema = try top.required("schema").integer(in: 1...Int(Int32.max))
            store = try top.text("store")
            created = try top.text("created")
            base = try top.text("base")
        } catch {
            throw .unreadable(error)
        }
        isSound = Seal.holds(bytes)
    }
}

/// The member `"h"` at the end of a sealed JSON object: the hash of all bytes before its comma.
enum Seal {
    private static let opening = Array(",\"h\":\"".utf8)
    private static let closing = Array("\"}".utf8)
    /// Bytes from the comma to the closing brace.
    static let length = opening.count + EntryHash.length + closing.count

    /// Completes an object that has its last member but not its brace.
    static func close(_ bytes: [UInt8]) -> [UInt8] { close(bytes, EntryHash(of: bytes)) }

    /// - Parameter hash: that of the bytes.
    static func close(_ bytes: [UInt8], _ hash: EntryHash) -> [UInt8] {
        var sealed = bytes
        sealed.reserveCapacity(bytes.count + length + 1)
        sealed += opening
        sealed += hash.utf8
        sealed += closing
        return sealed
    }

    /// Where the seal begins; nil if the line does not end in one. A line feed at the end is no part of it.
    static func parts(_ line: Span<UInt8>) -> (body: Int, hash: EntryHash)? {
        let isEnded = !line.isEmpty && line[line.count - 1] == UInt8(ascii: "\n")
        let whole = line.extracting(..<(line.count - (isEnded ? 1 : 0)))
        return EntryHash.ending(whole, after: opening, before: closing).map { (body: $0.start, hash: $0.hash) }
    }

    /// Whether the bytes are those that were sealed.
    static func holds(_ bytes: [UInt8]) -> Bool {
        guard let (body, hash) = parts(bytes.span) else { return false }
        return EntryHash(of: bytes.prefix(body)) == hash
    }
}
