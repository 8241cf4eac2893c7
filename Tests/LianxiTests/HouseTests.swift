import Foundation
import Testing

/// The arrows between the rooms, as the README draws them. The build lets a file import a sibling that its target does
/// not declare; this does not.
@Suite struct HouseTests {
    private static let arrows: [String: Set<String>] = [
        "WorkPlan": [], "StrictJSON": [], "Text": [],
        // Synchronization: the standard library's lock, for files kept open and for what pages remember.
        "Ledger": ["WorkPlan", "StrictJSON", "CLinux", "Glibc", "Synchronization"],
        "Cells": ["Text", "StrictJSON"],
        "Dashboard": ["WorkPlan", "Cells", "Text", "Synchronization"],
        "Documents": ["WorkPlan", "Text"],
        "Curses": ["Cells", "Text", "CNcurses", "CLinux", "Glibc"],
        "lianxi": [
            "WorkPlan", "StrictJSON", "Text", "Ledger", "Cells", "Dashboard", "Documents", "Curses", "CLinux",
            "CAssets",
            "Glibc", "ArgumentParser",
        ],
    ]

    private static let sources = root.appending(path: "Sources")
    static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    private static func swiftFiles(in room: String) throws -> [URL] {
        let files = try #require(
            FileManager.default.enumerator(at: sources.appending(path: room), includingPropertiesForKeys: nil))
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    @Test("Every import goes along an arrow", arguments: arrows.keys.sorted())
    func imports(_ room: String) throws {
        let allowed = try #require(Self.arrows[room])
        let files = try Self.swiftFiles(in: room)
        #expect(!files.isEmpty)
        let pattern = /^\s*(?:@\w+\s+)*(?:package |public |internal |private |fileprivate )?import (?:\w+ )?(\w+)/
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard let match = line.prefixMatch(of: pattern) else { continue }
                #expect(allowed.contains(String(match.1)), "\(file.lastPathComponent): \(line)")
            }
        }
    }

    @Test("Only Cells' theme file reads JSON, so that drawing knows nothing of files")
    func themes() throws {
        for file in try Self.swiftFiles(in: "Cells") where file.lastPathComponent != "Theme+JSON.swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains("import StrictJSON"), "\(file.lastPathComponent)")
        }
    }

    @Test("Every room is in the table")
    func rooms() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
        let swift = try folders.filter { try !Self.swiftFiles(in: $0).isEmpty }
        #expect(Set(swift) == Set(Self.arrows.keys))
    }

    @Test("The top level holds what it should and nothing else")
    func topLevel() throws {
        let entries = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
        let allowed: Set = ["Package.swift", "README.md", "Sources", "Tests", "Themes", "Data", "Package.resolved"]
        for entry in entries where !entry.hasPrefix(".") { #expect(allowed.contains(entry), "\(entry)") }
    }
}
