import Glibc

/// A program in a pseudo-terminal of 40 × 120 cells, timed from outside.
struct Terminal: ~Copyable {
    let process: WatchedProcess
    let started: UInt64
    private let descriptor: Int32

    static let rows: UInt16 = 40, columns: UInt16 = 120
    /// How long a program that sleeps must have written nothing to be done, in milliseconds.
    private static let quiet: Int32 = 8
    /// How long a sleeping program has for its first byte, because some keys have no answer: longer than the 50 ms in which
    /// it waits for what may follow an Esc.
    private static let silence: Int32 = 80

    /// What a program wrote until it was quiet.
    struct Answer {
        /// When the last byte came; nil where there was none.
        var end: UInt64?
        var count = 0
    }

    private init(process: WatchedProcess, started: UInt64, descriptor: Int32) {
        self.process = process
        self.started = started
        self.descriptor = descriptor
    }

    static func start(_ command: [String], environment: [String: String]) throws(Failure) -> Terminal {
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure("no pseudo-terminal: error \(errno)") }
        var number: Int32 = 0
        var unlocked: Int32 = 0
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        // TIOCSPTLCK and TIOCGPTN, which Swift's Glibc module lacks.
        guard ioctl(descriptor, 0x4004_5431, &unlocked) == 0, ioctl(descriptor, 0x8004_5430, &number) == 0,
            ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0
        else {
            close(descriptor)
            throw Failure("the pseudo-terminal cannot be set up: error \(errno)")
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens is its own.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/pts/\(number)", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, 0x80)
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var process: pid_t = 0
        let started = now()
        let failure = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
        guard failure == 0 else {
            close(descriptor)
            throw Failure("\(command[0]) does not start: error \(failure)")
        }
        return Terminal(process: WatchedProcess(number: process), started: started, descriptor: descriptor)
    }

    deinit {
        // Asked to leave, so that it prepares its next start as any session does.
        kill(process.number, SIGTERM)
        var status: Int32 = 0
        while waitpid(process.number, &status, 0) < 0, errno == EINTR {}
        close(descriptor)
    }

    /// Reads until `marker` has been seen and the program is quiet and asleep.
    /// - Returns: when the last byte of the first frame came, and when the program had done all that came behind it.
    mutating func firstFrame(
        _ marker: String, seconds: Double = 120
    ) throws(Failure) -> (shown: UInt64, ready: UInt64) {
        var written: [UInt8] = []
        var isSeen = false
        var end = started
        var ready = started
        while milliseconds(since: started) < seconds * 1000 {
            if let bytes = read(waiting: isSeen ? 1 : Self.quiet) {
                end = now()
                guard !bytes.isEmpty else { break }
                written += bytes
                isSeen = isSeen || written.holds(Array(marker.utf8))
            } else if isSeen {
                if process.isBusy {
                    ready = now()
                } else if milliseconds(since: end) > Double(Self.quiet) {
                    return (end, max(end, ready))
                }
            }
        }
        throw Failure("“\(marker)” was never seen: " + written.plain.suffix(300))
    }

    /// Sends a key and reads until the program is quiet.
    mutating func press(_ key: String, seconds: Double = 60) -> Answer {
        let bytes = Array(key.utf8)
        let start = now()
        var sent = 0
        var answer = Answer()
        while sent < bytes.count, milliseconds(since: start) < seconds * 1000 {
            let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { sent += count } else { take(read(waiting: 1), into: &answer) }
        }
        while milliseconds(since: start) < seconds * 1000 {
            if let bytes = read(waiting: answer.end == nil ? Self.silence : Self.quiet) {
                guard !bytes.isEmpty else { return answer }
                take(bytes, into: &answer)
            } else if !process.isBusy {
                return answer
            }
        }
        return answer
    }

    private func take(_ bytes: [UInt8]?, into answer: inout Answer) {
        guard let bytes, !bytes.isEmpty else { return }
        answer.end = now()
        answer.count += bytes.count
    }

    /// What was written; nil when nothing came within so many milliseconds, nothing at the program's end.
    private func read(waiting limit: Int32) -> [UInt8]? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, limit) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        if count < 0, errno == EAGAIN || errno == EINTR { return nil }
        bytes.removeLast(bytes.count - max(0, count))
        // The one question lianxi asks its terminal: after one character of ambiguous width in the last row.
        if bytes.holds(Array("\u{1B}[6n".utf8)) { _ = write(descriptor, "\u{1B}[\(Self.rows);2R", 7) }
        return bytes
    }
}

extension [UInt8] {
    func holds(_ other: [UInt8]) -> Bool {
        guard let first = other.first, count >= other.count else { return false }
        return (0...count - other.count).contains { place in
            self[place] == first && self[place..<place + other.count].elementsEqual(other)
        }
    }

    /// What people could read of it, for messages.
    fileprivate var plain: String {
        String(String(decoding: self, as: UTF8.self).unicodeScalars.filter { $0.value >= 0x20 }.map(Character.init))
    }
}
