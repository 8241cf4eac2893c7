import Foundation
import Testing

/// The long tests: `LIANXI_LONG_TESTS=1 swift test`, after `swift build -c release`. They drive the release program
/// itself; `LIANXI_PROGRAM` names another one.
enum Long {
    static let isOn = ProcessInfo.processInfo.environment["LIANXI_LONG_TESTS"] == "1"
}

/// The release program, as users have it.
enum ReleaseProgram {
    static let path =
        ProcessInfo.processInfo.environment["LIANXI_PROGRAM"]
        ?? HouseTests.root.appending(path: ".build/release/lianxi").path

    static func requireBuilt() throws {
        try #require(FileManager.default.isExecutableFile(atPath: path), "先运行 swift build -c release：没有 \(path)")
    }

    /// Runs the release program on a ledger.
    static func run(_ arguments: [String], on ledger: String, under wrapper: [String] = []) throws -> Child {
        try shell(wrapper + [path] + arguments + ["--ledger", ledger])
    }

    static func shell(_ command: [String]) throws -> Child {
        try Child(
            command,
            environment: [
                "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LIANXI_AUTHOR": "测试", "HOME": "/nonexistent",
                "LC_ALL": "C.UTF-8",
            ])
    }

    /// What `check --format json` says; nil where it could not say anything.
    static func check(_ ledger: String) throws -> (isSound: Bool, entries: Int)? {
        let outcome = try run(["check", "--format", "json"], on: ledger)
        guard let top = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
            let isSound = top["sound"] as? Bool, let entries = top["entries"] as? Int
        else { return nil }
        return (isSound, entries)
    }

    /// Every entry's identifier.
    static func entries(_ ledger: String) throws -> [String] {
        let outcome = try run(["log", "--number", "1000000", "--format", "json"], on: ledger)
        let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]] ?? []
        return list.compactMap { $0["id"] as? String }
    }
}

extension Child {
    /// Whether the program told the user that the edit is on the disk.
    var isAcknowledged: Bool { output.contains("已保存") }
}

/// A place of its own for ledgers and their copies.
final class Workshop {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "lianxi-long-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A ledger with so many entries.
    func ledger(_ name: String, entries: Int) throws -> String {
        let place = "\(path)/\(name)"
        for number in 0..<entries {
            let outcome = try ReleaseProgram.run(["set", "\(number % 30 + 1)", "weight=\(number + 2)"], on: place)
            try #require(outcome.isAcknowledged, "\(outcome.errors)")
        }
        return place
    }

    /// A directory with the files of another; the directory itself stays, and with it the replica it is.
    func restore(_ place: String, from original: String) throws {
        let copied = try ReleaseProgram.shell([
            "sh", "-c",
            "mkdir -p \"$1\" && find \"$1\" -mindepth 1 -delete && if [ -d \"$2\" ]; then cp -a \"$2\"/. \"$1\"/; fi",
            "sh", place, original,
        ])
        try #require(copied.status == 0, "\(copied.errors)")
    }
}
