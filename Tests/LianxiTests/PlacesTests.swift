import Foundation
import Glibc
import Ledger
import Testing

/// Where the data lie, when that is not where somebody thinks.
@Suite struct PlacesTests {
    private func with(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.clean() }
        try body(program)
    }

    @Test("Whoever makes a ledger by an edit is told so, and where; once")
    func founding() throws {
        try with { program in
            let place = program.home.path + "/弄错了"
            let edits = [
                ["set", "15", "progress=50", "--format", "json"],
                ["report", "15", "--unit", "市科技局", "--progress", "x"],
            ]
            for edit in edits {
                let first = try program.run(edit + ["--ledger", place])
                #expect(first.status == 0 && first.errors == "已建立数据目录 \(place)\n", "\(first.errors)")
                #expect(!first.output.contains("已建立"))
                let second = try program.run("set", "15", "progress=60", "--ledger", place)
                #expect(second.status == 0 && second.errors.isEmpty, "\(second.errors)")
                try FileManager.default.removeItem(atPath: place)
            }
        }
    }

    @Test(
        "Commands that read say that a directory they were given holds no ledger, and read on",
        arguments: ["show", "find 许可", "log", "diff now", "export 台账", "check", "screenshot 总览 --format txt"])
    func missing(_ line: String) throws {
        try with { program in
            let place = program.home.path + "/弄错了"
            let arguments = line.split(separator: " ").map(String.init)
            let plain = try program.run(arguments)
            #expect(plain.status == 0 && plain.errors.isEmpty, "\(plain.errors)")
            let named = try program.run(arguments + ["--ledger", place])
            #expect(named.status == 0 && named.output == plain.output)
            #expect(named.errors == "没有找到数据目录 \(place)，显示的是内置的方案；请核对 --ledger 后面的目录。\n")
            var environment = program.environment
            environment["LIANXI_LEDGER"] = place
            let surrounded = try Child([Program.path] + arguments, environment: environment)
            #expect(surrounded.status == 0 && surrounded.output == plain.output)
            #expect(surrounded.errors.contains("请核对环境变量 LIANXI_LEDGER"), "\(surrounded.errors)")
            #expect(try program.homeEntries() == [])
        }
    }

    @Test("A ledger that cannot be written says so, and can be looked at")
    func unwritable() throws {
        try with { program in
            #expect(try program.run("set", "15", "progress=50").status == 0)
            // What no right helps against, because tests are run by root too.
            let own = program.ledger + "/.local"
            try FileManager.default.removeItem(atPath: own)
            try Data().write(to: URL(fileURLWithPath: own))
            let refused = try program.run("set", "15", "progress=60")
            #expect(refused.status == 1)
            #expect(refused.errors.hasPrefix("lianxi：数据目录不能写入（\(own)/lock："), "\(refused.errors)")
            #expect(refused.errors.contains("只想看，请加 --read-only"))
            #expect(try program.run("show", "15", "--read-only").output.contains("50.0%"))
            for code in [EACCES, EPERM, EROFS] {
                for operation in [LedgerError.Operation.lock, .create] {
                    let sentence = LedgerError.system(operation, path: own, errno: code).sentence
                    #expect(sentence.hasPrefix("数据目录不能写入（\(own)：") && sentence.contains("--read-only"))
                }
            }
            // Where the right to write is not what is missing, looking only is no remedy.
            #expect(LedgerError.system(.create, path: own, errno: ENOTDIR).sentence.hasPrefix("新建 \(own) 时系统报错"))
        }
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
