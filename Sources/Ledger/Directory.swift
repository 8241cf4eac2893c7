import CLinux
import Glibc

/// An open directory of the ledger. Every path goes from here downwards and never over a link.
struct Directory: ~Copyable {
    let path: String
    private let descriptor: Descriptor

    init(path: String) throws(LedgerError) {
        var number: Int32 = -1
        repeat { number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } while number < 0 && errno == EINTR
        guard number >= 0 else { throw .system(.open, path: path, errno: errno) }
        self.path = path
        descriptor = Descriptor(number)
    }

    func name(_ file: String) -> String { "\(path)/\(file)" }

    /// Device and inode: whether this is still the directory it was.
    func identity() throws(LedgerError) -> Identity {
        do {
            return Identity(try descriptor.status())
        } catch {
            throw .system(.open, path: path, errno: error.code)
        }
    }

    struct Identity: Equatable, Sendable {
        var device: UInt64
        var inode: UInt64

        init(_ status: stat) {
            device = UInt64(status.st_dev)
            inode = UInt64(status.st_ino)
        }
    }

    /// What the kernel says about what a path names, be it a link; nil where there is nothing.
    func status(of file: String) -> stat? {
        var status = stat()
        return fstatat(descriptor.number, file, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Whether the path it was opened by still leads here.
    func isStillThere(_ identity: Identity) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && Identity(status) == identity
    }

    /// Whether a folder is there. What cannot be looked at is not.
    func exists(_ folder: String) -> Bool {
        (try? open(folder, O_RDONLY | O_DIRECTORY).number) != nil
    }

    // MARK: Opening

    func open(_ file: String, _ flags: Int32, mode: mode_t = 0) throws(Errno) -> Descriptor {
        while true {
            // O_NONBLOCK: opening a FIFO somebody put here must not hang.
            let number = lianxi_open_beneath(descriptor.number, file, flags | O_NONBLOCK | O_NOCTTY, mode)
            if number >= 0 { return Descriptor(number) }
            // An old kernel, or a container that does not let openat2 through.
            if errno == ENOSYS || errno == EPERM { return try walk(file, flags, mode) }
            guard errno == EINTR || errno == EAGAIN else { throw Errno.last }
        }
    }

    /// The same, step by step: no step is a link, and none leads upwards.
    private func walk(_ file: String, _ flags: Int32, _ mode: mode_t) throws(Errno) -> Descriptor {
        var steps = file.split(separator: "/").map(String.init)
        guard let last = steps.popLast(), !steps.contains(".."), last != ".." else { throw Errno(code: EXDEV) }
        var folder = Descriptor(fcntl(descriptor.number, F_DUPFD_CLOEXEC, 0))
        for step in steps {
            let next = openat(folder.number, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard next >= 0 else { throw Errno.last }
            folder = Descriptor(next)
        }
        let number = openat(
            folder.number, last, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, flags & O_CREAT == 0 ? 0 : mode
        )
        guard number >= 0 else { throw Errno.last }
        return Descriptor(number)
    }

    /// A regular file; links, pipes and devices are refused.
    func openFile(_ file: String, _ flags: Int32, mode: mode_t = 0) throws(Errno) -> Descriptor {
        let opened = try open(file, flags, mode: mode)
        guard try opened.status().st_mode & S_IFMT == S_IFREG else { throw Errno(code: EINVAL) }
        return opened
    }

    /// The whole of a regular file; nil where there is none. `EFBIG` beyond `most` bytes, `ENOMEM` where it has no room.
    func read(_ file: String, most: Int) throws(LedgerError) -> [UInt8]? {
        do throws(Errno) {
            let opened = try openFile(file, O_RDONLY)
            let size = Int(try opened.status().st_size)
            guard size <= most else { throw Errno(code: EFBIG) }
            return try opened.read(at: 0, count: size)
        } catch {
            if error.code == ENOENT { return nil }
            throw .system(.read, path: name(file), errno: error.code)
        }
    }

    /// The names in a directory, without `.` and `..`, in the order of their bytes; none where it does not exist.
    func list(_ folder: String) throws(LedgerError) -> [String] {
        do throws(Errno) {
            let number = try open(folder, O_RDONLY | O_DIRECTORY).release()
            guard let stream = fdopendir(number) else {
                let failure = Errno.last
                close(number)
                throw failure
            }
            defer { closedir(stream) }
            return Self.names(in: stream)
        } catch {
            if error.code == ENOENT { return [] }
            throw .system(.list, path: name(folder), errno: error.code)
        }
    }

    private static func names(in stream: OpaquePointer) -> [String] {
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
