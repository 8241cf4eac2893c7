import Glibc
import Ledger

/// The programs that are measured, and the folder with everything that is generated for them.
struct Workshop {
    let folder: String
    /// The release program.
    let program: String
    /// `ncdu`, and an empty program with ncurses; nil where they are not installed or cannot be compiled.
    let ncdu: String?
    let hello: String?
    private let root: String

    init(program: String?) throws(Failure) {
        let source = #filePath
        let own = source.split(separator: "/").dropLast()
        root = "/" + own.dropLast(2).joined(separator: "/")
        self.program = program ?? root + "/.build/release/lianxi"
        guard File.isExecutable(self.program) else {
            throw Failure("\(self.program) is not there: run swift build -c release first")
        }
        folder = try File.makeTemporaryFolder()
        ncdu = File.program("ncdu")
        hello = Self.compile("/" + own.joined(separator: "/") + "/hello.c", to: folder + "/hello")
        // As on any but the very first start in a terminal.
        File.makeFolders(folder + "/home/.local/state/lianxi")
        try File.write(Array("xterm-256color narrow\n".utf8), to: folder + "/home/.local/state/lianxi/glyphs")
    }

    func environment(ledger: String? = nil) -> [String: String] {
        var environment = [
            "HOME": folder + "/home", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
            "LIANXI_AUTHOR": "benchmark",
        ]
        if let ledger { environment["LIANXI_LEDGER"] = self.ledger(ledger) }
        return environment
    }

    func ledger(_ name: String) -> String { "\(folder)/\(name)" }

    /// What `ncdu -f` reads.
    func export(_ name: String) -> String { "\(folder)/\(name).ncdu" }

    func realPlan() throws(Failure) -> [UInt8] {
        let file = root + "/Data/jiaxing-2022-2025.json"
        guard let bytes = File.read(file) else { throw Failure("\(file) cannot be read") }
        return bytes
    }

    var readme: String { root + "/README.md" }
    var functionOrder: String { root + "/Data/functions.order" }

    /// A ledger with its caches as the program leaves them.
    @discardableResult
    func makeLedger(_ name: String, _ plan: [UInt8]) throws(Failure) -> Ledger {
        do throws(LedgerError) {
            var ledger = try Ledger.open(at: ledger(name), seed: Seed(plan), author: "benchmark", readOnly: false)
            ledger.tidy(always: true)
            return ledger
        } catch {
            throw Failure(error.sentence)
        }
    }

    /// Removes everything that was generated.
    func clear() { remove(folder) }

    func remove(_ places: String...) { Self.run(["/bin/rm", "-rf"] + places) }

    private static func compile(_ source: String, to program: String) -> String? {
        guard let compiler = File.program("cc") else { return nil }
        return run([compiler, "-O2", "-o", program, source, "-lncursesw"]) ? program : nil
    }

    @discardableResult
    private static func run(_ command: [String]) -> Bool {
        var arguments = command.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, command[0], nil, nil, &arguments, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
        return status == 0
    }
}
