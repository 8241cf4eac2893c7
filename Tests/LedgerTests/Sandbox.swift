import Foundation
import WorkPlan

@testable import Ledger

/// A directory of its own for each test, gone with it.
final class Sandbox {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "ledger-tests-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var ledger: String { path + "/ledger" }

    func open(_ author: String = "张三", readOnly: Bool = false, at place: String? = nil) throws -> Ledger {
        try Ledger.open(at: place ?? ledger, seed: Seed(Assets.plan), author: author, readOnly: readOnly)
    }

    func bytes(_ file: String, at place: String? = nil) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: (place ?? ledger) + "/" + file) ?? Data())
    }

    func write(_ bytes: [UInt8], to file: String, at place: String? = nil) throws {
        let url = URL(fileURLWithPath: (place ?? ledger) + "/" + file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func remove(_ file: String) { try? FileManager.default.removeItem(atPath: ledger + "/" + file) }

    func files(_ folder: String, at place: String? = nil) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: (place ?? ledger) + "/" + folder)) ?? []).sorted()
    }

    /// The only journal there is.
    func journal(at place: String? = nil) -> String { "history/" + (files("history", at: place).first ?? "") }

    /// All files below the ledger with their bytes.
    func everything(at place: String? = nil) -> [String: [UInt8]] {
        let root = place ?? ledger
        var found: [String: [UInt8]] = [:]
        for file in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + file, isDirectory: &isFolder)
            if !isFolder.boolValue { found[file] = bytes(file, at: root) }
        }
        return found
    }
}

/// Numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Plan {
    /// Equal for equal plans, and short when a test fails.
    var print: String { Hexadecimal.encode(SHA256.digest(PlanFile.write(self))) }
}
