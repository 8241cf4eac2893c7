import Foundation
import Testing

/// A real ext4 file system in a file, which is copied while the program is held at a system call: what the copy holds is
/// what a power cut would leave.
@Suite("power cuts", .enabled(if: Long.isOn), .serialized)
struct PowerCutTests {
    private struct Disk {
        let image: String
        let mount: String

        init(_ folder: String) throws {
            image = folder + "/disk"
            mount = folder + "/disk.mount"
            try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
            try Self.run(
                "truncate -s 32M \"$1\" && mkfs.ext4 -q -F \"$1\" && mount -o loop \"$1\" \"$2\"", image, mount)
        }

        func end() { _ = try? ReleaseProgram.shell(["umount", "-l", mount]) }

        /// What the disk itself holds now, mounted as after a restart; `body` gets the place.
        func afterACut(_ body: (String) throws -> Void) throws {
            let copy = image + ".copy"
            let place = mount + ".copy"
            try Self.run(
                "cp \"$1\" \"$2\" && mkdir -p \"$3\" && mount -o loop \"$2\" \"$3\"", image, copy, place)
            defer { _ = try? ReleaseProgram.shell(["umount", place]) }
            try body(place)
        }

        static func run(_ script: String, _ arguments: String...) throws {
            let outcome = try ReleaseProgram.shell(["sh", "-c", script, "sh"] + arguments)
            try #require(outcome.status == 0, "这项测试需要 root（回环设备和 ext4）：\(outcome.errors)")
        }
    }

    @Test("what was acknowledged before the cut is there after it")
    func everyCall() throws {
        try ReleaseProgram.requireBuilt()
        try Strace.require()
        let workshop = try Workshop()
        let disk = try Disk(workshop.path)
        defer { disk.end() }
        let place = disk.mount + "/ledger"
        var saved = 0
        for number in 1...12 {
            #expect(try ReleaseProgram.run(["set", "\(number)", "weight=7"], on: place).isAcknowledged)
            saved += 1
            try disk.afterACut { mounted in
                let check = try ReleaseProgram.check(mounted + "/ledger")
                #expect(check?.entries == saved)
                #expect(check?.isSound == true)
            }
        }
        // And at every call that writes: the entry in flight may be there or not, those before it are.
        var points = 0
        let writing: Set = ["write", "fdatasync", "fsync", "renameat", "openat2", "pwrite64"]
        let trace = workshop.path + "/trace"
        _ = try ReleaseProgram.run(["set", "20", "weight=3"], on: place, under: ["strace", "-f", "-o", trace])
        saved += 1
        var counts: [String: Int] = [:]
        for line in try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n") {
            guard let match = line.firstMatch(of: /^\d+ +([a-z0-9_]+)\(/) else { continue }
            counts[String(match.1), default: 0] += 1
        }
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) where writing.contains(name) {
            for number in 1...count {
                points += 1
                try stopped(at: "\(name):signal=STOP:when=\(number)", place, weight: points + 10) {
                    try disk.afterACut { mounted in
                        let check = try ReleaseProgram.check(mounted + "/ledger")
                        let entries = check?.entries ?? 0
                        #expect(entries == saved || entries == saved + 1, "\(name) \(number)")
                        let next = try ReleaseProgram.run(["set", "1", "note=x"], on: mounted + "/ledger")
                        #expect(next.isAcknowledged, "\(next.errors)")
                        #expect(try ReleaseProgram.check(mounted + "/ledger")?.entries == entries + 1)
                    }
                }
                saved += 1
            }
        }
        print("power cut: 12 acknowledgements and \(points) stops, nothing lost")
        #expect(points >= 10)
    }

    /// The control: with the syncs taken out, the same test has to lose something, or it proves nothing.
    @Test("without fdatasync and fsync something acknowledged is lost")
    func control() throws {
        try ReleaseProgram.requireBuilt()
        try Strace.require()
        let workshop = try Workshop()
        let disk = try Disk(workshop.path)
        defer { disk.end() }
        let place = disk.mount + "/ledger"
        #expect(try ReleaseProgram.run(["set", "1", "weight=7"], on: place).isAcknowledged)
        let broken = [
            "strace", "-f", "-o", "/dev/null", "-e", "inject=fdatasync:retval=0", "-e", "inject=fsync:retval=0",
        ]
        var lost = 0
        for number in 2...6 {
            let outcome = try ReleaseProgram.run(["set", "\(number)", "weight=7"], on: place, under: broken)
            #expect(outcome.isAcknowledged)
            try disk.afterACut { mounted in
                if try ReleaseProgram.check(mounted + "/ledger")?.entries != number { lost += 1 }
            }
        }
        print("control without syncs: \(lost) of 5 lost")
        #expect(lost > 0)
    }

    /// Holds a `set` at a system call while `body` runs, then lets it end.
    private func stopped(at injection: String, _ place: String, weight: Int, _ body: () throws -> Void) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments = [
            "-f", "-o", place + "/../trace", "-e", "inject=\(injection)", ReleaseProgram.path, "set", "25",
            "weight=\(weight)", "--ledger", place,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let tracer = "\(process.processIdentifier)"
        for _ in 0..<500 {
            // The tracer may have forked a child of its own as well.
            let children = try ReleaseProgram.shell(["pgrep", "-P", tracer]).output.split(separator: "\n")
            let states = children.compactMap { try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8) }
            if states.contains(where: { $0.contains(") t ") || $0.contains(") T ") }) { break }
            if !process.isRunning { break }
            usleep(10_000)
        }
        try body()
        // A signal that comes before the stop is lost.
        while process.isRunning {
            _ = try ReleaseProgram.shell(["pkill", "-CONT", "-P", tracer])
            usleep(10_000)
        }
    }
}
