import Glibc
import StrictJSON

/// `.local/replica.json`: under which name this directory on this computer appends. A copy of the directory, a restored
/// backup or another computer is noticed and takes a name of its own.
struct Replica: Equatable {
    static let file = ".local/replica.json"

    var name: String
    /// Which computer, as a hash.
    var machine: String
    /// Of the ledger's directory.
    var inode: UInt64

    /// The name this directory goes by; nil where it has none yet, or where the one it has belongs to another place.
    static func name(in directory: borrowing Directory) throws(LedgerError) -> String? {
        guard let bytes = try directory.read(file, most: 4096), Seal.holds(bytes),
            let top = try? JSONDocument(bytes, file: file).root.object(), let name = try? top.text("replica"),
            JournalLine.isReplica(name), let machine = try? top.text("machine"), machine == thisMachine(),
            let inode = try? top.text("inode"), inode == String(try directory.identity().inode)
        else { return nil }
        return name
    }

    /// Takes a new name and writes it down.
    static func make(in directory: borrowing Directory) throws(LedgerError) -> String {
        let name = Random.name()
        var writer = JSONWriter(.compact)
        writer.beginObject()
        writer.member("replica", name)
        writer.member("machine", thisMachine())
        writer.member("inode", String(try directory.identity().inode))
        try directory.makeFolder(".local")
        try directory.makeFolder(".local/tmp")
        try directory.replace(file, with: Seal.close(writer.bytes) + [UInt8(ascii: "\n")])
        return name
    }

    private static func thisMachine() -> String {
        var name = [UInt8](repeating: 0, count: 256)
        let file = open("/etc/machine-id", O_RDONLY | O_CLOEXEC)
        if file >= 0 {
            let count = read(file, &name, name.count)
            close(file)
            if count > 0 { return EntryHash(of: name.prefix(count)).description }
        }
        name.withUnsafeMutableBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            _ = gethostname(start.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return EntryHash(of: name.prefix { $0 != 0 }).description
    }
}
