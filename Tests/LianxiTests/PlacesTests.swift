import Foundation
import Testing

/// Where the data lie, when that is not where somebody thinks.
@Suite struct PlacesTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    @Test("repair moves nothing where only reading was asked for, and signs with the name it was given")
    func repair() throws {
        try with { program in
            #expect(try program.run("set", "15", "progress=50", "--author", "张三").status == 0)
            let folder = program.ledger + "/history"
            let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
            let journal = URL(fileURLWithPath: folder + "/" + name)
            let damaged = try Data(contentsOf: journal) + Data("damaged\n".utf8)
            try damaged.write(to: journal)
            #expect(try program.run("repair", "--read-only").status == 64)
            #expect(try Data(contentsOf: journal) == damaged)
            let repaired = try program.run("repair", "--author", "李四")
            #expect(repaired.status == 0 && repaired.output.contains("8 字节移到"), "\(repaired.errors)")
            let lock = try String(contentsOfFile: program.ledger + "/.local/lock", encoding: .utf8)
            #expect(lock.contains("李四"))
            let missing = try program.run("repair", "--ledger", program.home.path + "/没有")
            #expect(missing.status == 65 && missing.errors.contains("没有找到数据目录 \(program.home.path)/没有"))
        }
    }
}
