import Foundation
import Testing

@Suite("damaged bytes", .enabled(if: Long.isOn))
struct FlipTests {
    /// A plan of six rows, so that every byte can be tried.
    private static let plan: String = {
        let rows = (1...6).map { number in
            "{\"id\":\"row-\(number)\",\"level\":\"subtask\",\"number\":\"\(number)\",\"title\":\"事项\(number)\"}"
        }
        return """
            {"format":"lianxi-plan","schema":1,"id":"small","title":"小方案","shortTitle":"小","issuer":"办公室",\
            "issued":"2022-01-01","period":{"printed":"2022-2025年","end":"2025-12-31"},"goal":"目标","items":[\
            {"id":"a1","level":"area","number":"（一）","title":"领域","children":[{"id":"t1","level":"task",\
            "title":"任务","children":[\(rows.joined(separator: ","))]}]}]}
            """
    }()

    private func smallLedger(_ workshop: Workshop, entries: Int) throws -> (place: String, plan: String) {
        let file = workshop.path + "/small.json"
        try Self.plan.write(toFile: file, atomically: true, encoding: .utf8)
        let place = workshop.path + "/ledger"
        for number in 0..<entries {
            let outcome = try ReleaseProgram.run(
                ["set", "\(number % 6 + 1)", "weight=\(number + 2)", "--plan", file], on: place)
            try #require(outcome.isAcknowledged, "\(outcome.errors)")
        }
        return (place, file)
    }

    private func files(_ place: String) throws -> [String] {
        try ReleaseProgram.shell(["find", place, "-type", "f", "!", "-name", "lock"]).output.split(separator: "\n")
            .map(String.init).sorted()
    }

    @Test("one bit flipped in each byte of a ledger of 100 entries is noticed, and 99 are still shown")
    func everyByte() throws {
        try ReleaseProgram.requireBuilt()
        let workshop = try Workshop()
        let (place, plan) = try smallLedger(workshop, entries: 100)
        var points = 0
        for file in try files(place) {
            let whole = try Data(contentsOf: URL(fileURLWithPath: file))
            for index in whole.indices {
                points += 1
                var bytes = whole
                bytes[index] ^= 1 << UInt8((index * 5 + 3) % 8)
                try bytes.write(to: URL(fileURLWithPath: file))
                let check = try ReleaseProgram.run(["check", "--format", "json", "--plan", plan], on: place)
                #expect(check.status != 0 && check.status < 128 && !check.wasKilled, "\(file) \(index)")
                let entries = check.output.firstMatch(of: /"entries": (\d+)/).flatMap { Int($0.1) }
                if let entries {
                    #expect(entries >= 99, "\(file) \(index)")
                } else {
                    let log = try ReleaseProgram.run(
                        ["log", "--number", "200", "--format", "json", "--plan", plan], on: place)
                    let shown = log.output.split(separator: "\"id\": ").count - 1
                    #expect(shown >= 99, "\(file) \(index): \(check.errors)\(log.errors)")
                }
                #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
            }
            try whole.write(to: URL(fileURLWithPath: file))
        }
        #expect(try ReleaseProgram.run(["check", "--plan", plan], on: place).status == 0)
        print("bit flips: \(points) bytes")
    }

    @Test("10,000 mutated ledgers: no crash, no hang, little memory")
    func mutatedLedgers() throws {
        try ReleaseProgram.requireBuilt()
        let workshop = try Workshop()
        let (place, plan) = try smallLedger(workshop, entries: 20)
        let all = try files(place)
        let contents = try all.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        var random = SystemRandomNumberGenerator()
        for run in 0..<10_000 {
            let chosen = Int.random(in: all.indices, using: &random)
            try mutated(contents[chosen], using: &random).write(to: URL(fileURLWithPath: all[chosen]))
            let outcome = try ReleaseProgram.shell([
                "sh", "-c", "ulimit -v 65536; ulimit -t 5; exec \"$0\" check --ledger \"$1\" --plan \"$2\"",
                ReleaseProgram.path, place, plan,
            ])
            #expect(
                !outcome.wasKilled && outcome.status < 128,
                "run \(run) \(all[chosen]): \(outcome.status) \(outcome.errors)")
            try contents[chosen].write(to: URL(fileURLWithPath: all[chosen]))
        }
    }

    private func mutated(_ whole: Data, using random: inout some RandomNumberGenerator) -> Data {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
            case 3: bytes.replaceSubrange(place..<place, with: Data("[[[{\"\\u0000\\ud800".utf8))
            case 4: bytes.replaceSubrange(place..<min(bytes.count, place + 8), with: Data(repeating: 0, count: 8))
            default: bytes.replaceSubrange(place..<place, with: Data("1e999999,-0,9007199254740993,".utf8))
            }
        }
        return bytes
    }

    @Test("JSON bombs in every file are refused within 64 MB")
    func bombs() throws {
        try ReleaseProgram.requireBuilt()
        let bombs: [(String, Data)] = [
            ("deep", Data(repeating: UInt8(ascii: "["), count: 1_000_000)),
            ("deep objects", Data(String(repeating: "{\"a\":", count: 100_000).utf8)),
            ("keys", Data(("{" + (0..<1_000_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}").utf8)),
            ("string", Data("\"".utf8) + Data(repeating: UInt8(ascii: "a"), count: 200 << 20)),
            ("zeros", Data(repeating: 0, count: 64 << 20)),
            ("number", Data(repeating: UInt8(ascii: "9"), count: 10 << 20)),
        ]
        let workshop = try Workshop()
        let (place, plan) = try smallLedger(workshop, entries: 3)
        for file in try files(place) + [plan] {
            let whole = try Data(contentsOf: URL(fileURLWithPath: file))
            for (name, bomb) in bombs {
                try bomb.write(to: URL(fileURLWithPath: file))
                let outcome = try ReleaseProgram.shell([
                    "sh", "-c", "ulimit -v 98304; ulimit -t 5; exec \"$0\" check --ledger \"$1\" --plan \"$2\"",
                    ReleaseProgram.path, place, plan,
                ])
                #expect(
                    !outcome.wasKilled && outcome.status < 128, "\(file) \(name): \(outcome.status) \(outcome.errors)")
            }
            try whole.write(to: URL(fileURLWithPath: file))
        }
    }
}
