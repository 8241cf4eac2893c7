import CLinux
import Glibc
import StrictJSON
import WorkPlan

/// The one lock of a ledger, on `.local/lock`: taken for every write, freed by the kernel when its holder dies. The file
/// is never removed.
struct FileLock: ~Copyable {
    private static let file = ".local/lock"
    private let descriptor: Descriptor

    /// Waits at most so many seconds.
    static let patience = 5

    private init(_ descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    /// Takes the lock and writes down who holds it.
    static func take(
        _ directory: borrowing Directory, author: String, at moment: Moment = .now()
    ) throws(LedgerError) -> FileLock {
        let name = directory.name(Self.file)
        let descriptor = try open(directory, name)
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
        let lock = FileLock(descriptor)
        lock.sign(author: author, moment)
        return lock
    }

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

    /// For whoever waits in vain; that it cannot be written harms nobody.
    private func sign(author: String, _ moment: Moment) {
        var writer = JSONWriter(.compact)
        writer.object {
            $0.member("author", author)
            $0.member("pid", Int(getpid()))
            $0.member("tty", Self.terminal)
            $0.member("since", moment.text)
        }
        var bytes = writer.finish()
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
