import Foundation
import Testing

@Suite("full disks", .enabled(if: Long.isOn), .serialized)
struct FullDiskTests {
    @Test("a full file system damages nothing, and works again as soon as there is room")
    func fullFileSystem() throws {
        try ReleaseProgram.requireBuilt()
        let workshop = try Workshop()
        let mount = workshop.path + "/mount"
        try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
        let mounted = try ReleaseProgram.shell(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mount])
        try #require(mounted.status == 0, "这项测试需要 root（挂载 tmpfs）：\(mounted.errors)")
        defer { _ = try? ReleaseProgram.shell(["umount", mount]) }
        let place = mount + "/ledger"
        var saved = 0
        var refused = 0
        for number in 0..<400 {
            let text = String(repeating: "进展", count: 300)
            let outcome = try ReleaseProgram.run(["set", "\(number % 30 + 1)", "note=\(number)\(text)"], on: place)
            if outcome.isAcknowledged { saved += 1 } else { refused += 1 }
            if !outcome.isAcknowledged { #expect(outcome.errors.contains("磁盘已满"), "\(outcome.errors)") }
            if refused >= 20 { break }
        }
        #expect(saved > 20)
        #expect(refused >= 20)
        #expect(try ReleaseProgram.entries(place).count == saved)
        #expect(try ReleaseProgram.check(place)?.isSound == true)
        _ = try ReleaseProgram.shell(["mount", "-o", "remount,size=1m", mount])
        #expect(try ReleaseProgram.run(["set", "1", "note=又有空间"], on: place).isAcknowledged)
        #expect(try ReleaseProgram.entries(place).count == saved + 1)
        print("full tmpfs: \(saved) saved, \(refused) refused, \(saved) present")
    }

    @Test("a limit on file sizes is an error like any other")
    func fileSizeLimit() throws {
        try ReleaseProgram.requireBuilt()
        let workshop = try Workshop()
        let place = try workshop.ledger("ledger", entries: 2)
        var saved = 2
        for number in 0..<60 {
            let text = String(repeating: "进展", count: 100)
            let outcome = try ReleaseProgram.shell([
                "sh", "-c", "ulimit -f 16; exec \"$0\" set 1 \"note=\(number)\(text)\" --ledger \"$1\"",
                ReleaseProgram.path, place,
            ])
            #expect(!outcome.wasKilled && outcome.status < 128)
            if outcome.isAcknowledged {
                saved += 1
            } else {
                #expect(outcome.errors.contains("ulimit"), "\(outcome.errors)")
            }
        }
        #expect(saved < 62)
        #expect(try ReleaseProgram.entries(place).count == saved)
        #expect(try ReleaseProgram.check(place)?.isSound == true)
        #expect(try ReleaseProgram.run(["set", "1", "note=无限制"], on: place).isAcknowledged)
    }
}
