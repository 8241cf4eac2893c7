import Foundation
import Testing

/// The built program and what it needs around it: a home of its own, so that no test sees another's ledger.
struct Program {
    let home: URL

    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "lianxi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    func clean() { try? FileManager.default.removeItem(at: home) }

    /// The program beside the test bundle, of the same build.
    static var path: String {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let beside = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return beside.deletingLastPathComponent().appending(path: "lianxi").path
    }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "LIANXI_LEDGER", "NO_COLOR", "LANG"] {
            environment[name] = nil
        }
        environment["HOME"] = home.path
        environment["LC_ALL"] = "C.UTF-8"
        environment["TERM"] = "xterm-256color"
        return environment
    }

    var ledger: String { home.path + "/.local/share/lianxi/jiaxing-2022-2025" }

    /// Runs it to its end without a terminal.
    func run(_ arguments: String...) throws -> Child { try run(arguments) }

    func run(_ arguments: [String]) throws -> Child {
        try Child([Self.path] + arguments, environment: environment)
    }

    func homeEntries() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: home.path) }

    /// Writes a file into the home.
    func write(_ text: String, to name: String) throws -> String {
        let file = home.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
