import Glibc
import Testing

/// A child process run to its end, with what it wrote. Foundation's `Process` waits for a socket that every grandchild
/// inherits, so it never sees the end of a command that leaves a server behind, as tmux does.
struct Child {
    /// The exit status, or 128 and the signal.
    let status: Int32
    let wasKilled: Bool
    let output: String
    let errors: String

    init(_ command: [String], environment: [String: String]) throws {
        let output = try Drain()
        let errors = try Drain()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.file, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.file, STDERR_FILENO)
        // The threads that tests run on block signals, and a tmux that never hears of its children's end never ends.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        let failure = posix_spawnp(&process, command[0], &actions, &attributes, &arguments, &variables)
        try #require(failure == 0, "\(command[0]): \(failure)")
        var ended: Int32 = 0
        while waitpid(process, &ended, 0) < 0 { try #require(errno == EINTR) }
        wasKilled = ended & 0x7F != 0
        status = ended & 0x7F == 0 ? (ended >> 8) & 0xFF : 128 + ended & 0x7F
        self.output = output.text()
        self.errors = errors.text()
    }

    /// An unnamed file that a child writes to: no pipe that could fill up or stay open.
    private struct Drain {
        let file: Int32

        init() throws {
            var template = Array("/tmp/lianxi-drain-XXXXXX\0".utf8CString)
            file = mkstemp(&template)
            try #require(file >= 0 && fcntl(file, F_SETFD, FD_CLOEXEC) == 0)
            unlink(template)
        }

        func text() -> String {
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
            let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }
}
