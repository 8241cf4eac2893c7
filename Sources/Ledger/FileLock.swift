import CLinux
import Glibc
import StrictJSON
import WorkPlan

/// The one lock of a ledger, on `.local/lock`: taken for every write, freed by the kernel when its holder dies. The file
/// is never removed.
struct FileLock: ~Copyable {
    private static let file = ".local/lock"
    private let descriptor: Descriptor
    /// What `sign` writes before the time, and for whom.
    private var signature: (author: String, opening: [UInt8]) = ("", [])
    private let name: String
    private let identity: Directory.Identity

    /// Waits at most so many seconds.
    static let patience = 5

    /// Opens the lock file and does not take the lock yet.
    init(_ directory: borrowing Directory) throws(LedgerError) {
        name = directory.name(Self.file)
        let opened = try Self.open(directory, name)
        let status = try? opened.status()
        descriptor = opened
        identity = Directory.Identity(status ?? stat())
    }

    /// Opens the lock file, takes the lock and writes down who holds it.
    static func take(
        _ directory: borrowing Directory, author: String, at moment: Moment = .now()
    ) throws(LedgerError) -> FileLock {
        var lock = try FileLock(directory)
        try lock.take()
        lock.sign(author: author, at: moment)
        return lock
    }

    /// Takes the lock, and leaves it to `sign` to write down who holds it.
    func take() throws(LedgerError) {
        var waited = 0
        var pause: useconds_t = 1_000
        while lianxi_ofd_lock(descriptor.number, LIANXI_LOCK_EXCLUSIVE, false) != 0 {
            guard errno == EAGAIN || errno == EACCES || errno == EINTR else {
                throw .system(.lock, path: name, errno: errno)
            }
            guard waited < Self.patience * 1_000_000 else {
                throw .locked(Self.holder(descriptor), seconds: Self.patience)
            }
            usleep(pause)
            waited += Int(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// Whether others find the same lock file at its place: in this directory, at the path that it was opened by.
    var isStillThere: Bool {
        var status = stat()
        return lstat(name, &status) == 0 && Directory.Identity(status) == identity
    }

    /// Lets go, to take it again.
    func giveUp() { _ = lianxi_ofd_lock(descriptor.number, LIANXI_UNLOCK, false) }

    private static func open(_ directory: borrowing Directory, _ name: String) throws(LedgerError) -> Descriptor {
        do throws(Errno) {
            return try directory.openOrMake(file)
        } catch {
            guard error.code == ENOENT else { throw .system(.lock, path: name, errno: error.code) }
        }
        // A clone comes without what belongs to one computer.
        try directory.makeFolder(".local")
        do throws(Errno) {
            return try directory.openOrMake(file)
        } catch {
            throw .system(.lock, path: name, errno: error.code)
        }
    }

    /// Lets go. (Written down where the work is done, because a value that is not used again may end early.)
    consuming func release() {}

    /// Writes down who holds the lock, for whoever waits in vain; that it cannot be written harms nobody.
    mutating func sign(author: String, at moment: Moment) {
        if signature.opening.isEmpty || signature.author != author {
            var writer = JSONWriter(.compact)
            writer.beginObject()
            writer.member("author", author)
            writer.member("pid", Int(getpid()))
            writer.member("tty", Self.terminal)
            writer.key("since")
            signature = (author, writer.bytes)
        }
        var bytes = signature.opening
        bytes.reserveCapacity(256)
        bytes.append(contentsOf: "\"\(moment.text)\"}".utf8)
        // Blanks over what a longer name left there.
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, 255 - bytes.count)))
        bytes.append(UInt8(ascii: "\n"))
        _ = bytes.withUnsafeBytes { pwrite(descriptor.number, $0.baseAddress, bytes.count, 0) }
    }

    private static func holder(_ descriptor: borrowing Descriptor) -> LockHolder? {
        guard let bytes = try? descriptor.read(at: 0, count: 4096),
            let top = try? JSONDocument(bytes, file: file).root.object(),
            let author = try? top.text("author"), let process = try? top.required("pid").integer(),
            let terminal = try? top.text("tty"), let since = try? top.text("since")
        else { return nil }
        return LockHolder(author: author, process: process, terminal: terminal, since: since)
    }

    private static let terminal: String = {
        var name = [CChar](repeating: 0, count: 64)
        guard ttyname_r(STDIN_FILENO, &name, name.count) == 0 else { return "" }
        return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }()
}
