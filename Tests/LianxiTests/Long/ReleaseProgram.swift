import Foundation
import Testing

/// The long tests: `LIANXI_LONG_TESTS=1 swift test`, after `swift build -c release`. They drive the release program
/// itself; `LIANXI_PROGRAM` names another one.
enum Long {
    static let isOn = ProcessInfo.processInfo.environment["LIANXI_LONG_TESTS"] == "1"
}

/// The release program, as users have it.
enum ReleaseProgram {
    /// What came of a program that was run.
    struct Outcome {
        var status: Int32
        var wasKilled: Bool
        var output: String
        var errors: String

        /// Whether the program told the user that the edit is on the disk.
        var isAcknowledged: Bool { output.contains("已保存") }
    }

    static let path =
        ProcessInfo.processInfo.environment["LIANXI_PROGRAM"]
        ?? HouseTests.root.appending(path: ".build/release/lianxi").path

    static func requireBuilt() throws {
        try #require(FileManager.default.isExecutableFile(atPath: path), "先运行 swift build -c release：没有 \(path)")
    }

    /// Runs the release program on a ledger.
    static func run(_ arguments: [String], on ledger: String, under wrapper: [String] = []) throws -> Outcome {
        try shell(wrapper + [path] + arguments + ["--ledger", ledger])
    }

    static func shell(_ command: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = [
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LIANXI_AUTHOR": "测试", "HOME": "/nonexistent",
            "LC_ALL": "C.UTF-8",
        ]
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appending(path: "lianxi-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        let errorFile = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errorFile
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try errorFile.close()
        let said = try Data(contentsOf: errors)
        try FileManager.default.removeItem(at: errors)
        return Outcome(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: String(decoding: bytes, as: UTF8.self), errors: String(decoding: said, as: UTF8.self))
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
