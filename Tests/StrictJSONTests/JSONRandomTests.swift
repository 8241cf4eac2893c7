import StrictJSON
import Testing

@Suite struct JSONRandomTests {
    /// A value to write and to compare with what is read.
    private indirect enum Value {
        case object([(String, Value)])
        case array([Value])
        case string(String)
        case integer(Int)
        case number(Double)
        case bool(Bool)
        case null

        static func random(depth: Int, _ generator: inout SeededGenerator) -> Value {
            switch Int.random(in: depth > 0 ? 0..<9 : 3..<9, using: &generator) {
            case 0, 1:
                let count = Int.random(in: 0...20, using: &generator)
                return .object(
                    (0..<count).map { index in
                        ("\(index)" + text(&generator), random(depth: depth - 1, &generator))
                    })
            case 2:
                let count = Int.random(in: 0...5, using: &generator)
                return .array((0..<count).map { _ in random(depth: depth - 1, &generator) })
            case 3, 4: return .string(text(&generator))
            case 5:
                return .integer(Int(truncatingIfNeeded: generator.next()) >> Int.random(in: 0..<64, using: &generator))
            case 6:
                let number = Double(bitPattern: generator.next())
                return .number(number.isFinite ? number : 0)
            case 7: return .bool(.random(using: &generator))
            default: return .null
            }
        }

        private static func text(_ generator: inout SeededGenerator) -> String {
            let ranges: [ClosedRange<UInt32>] = [
                0x20...0x7F, 0x01...0x1F, 0x22...0x22, 0x5C...0x5C, 0x80...0x7FF, 0x4E00...0x9FFF, 0xE000...0x10FFFF,
            ]
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
            }
            return String(text)
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .object(let members):
                writer.object { writer in
                    for (key, value) in members {
                        writer.key(key)
                        value.write(to: &writer)
                    }
                }
            case .array(let elements):
                writer.array { writer in
                    for element in elements { element.write(to: &writer) }
                }
            case .string(let text): writer.string(text)
            case .integer(let integer): writer.integer(integer)
            case .number(let number): writer.number(number)
            case .bool(let bool): writer.bool(bool)
            case .null: writer.null()
            }
        }

        func isRead(as value: JSONValue) throws -> Bool {
            switch self {
            case .object(let members):
                let object = try value.object()
                guard object.count == members.count else { return false }
                for (member, written) in zip(object, members) {
                    let (key, expected) = written
                    guard Array(member.key.utf8) == Array(key.utf8), try expected.isRead(as: member.value),
                        let found = object[text: key], try expected.isRead(as: found)
                    else { return false }
                }
                return true
            case .array(let elements):
                let array = try value.array()
                return try array.count == elements.count
                    && zip(array, elements).allSatisfy { try $1.isRead(as: $0) }
            case .string(let text): return try Array(value.string().utf8) == Array(text.utf8) && value.equals(text)
            case .integer(let integer): return try value.integer() == integer
            case .number(let number): return try value.number().bitPattern == number.bitPattern
            case .bool(let bool): return try value.bool() == bool
            case .null: return value.isNull
            }
        }
    }

    @Test("What the writer writes, the reader reads back, in both layouts", arguments: [1, 2, 3, 4] as [UInt64])
    func roundTrips(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<40 {
            let value = Value.random(depth: 4, &generator)
            for layout in [JSONWriter.Layout.compact, .indented] {
                var writer = JSONWriter(layout)
                value.write(to: &writer)
                let document = try JSONDocument(writer.finish(), file: "random")
                #expect(try value.isRead(as: document.root))

                var copy = JSONWriter(.compact)
                copy.raw(document.root.rawBytes)
                let again = try JSONDocument(copy.finish(), file: "copy")
                #expect(try value.isRead(as: again.root))
            }
        }
    }

    @Test("However a record is damaged, it is read or refused, never more", arguments: [1, 2, 3, 4] as [UInt64])
    func survivesMutations(_ seed: UInt64) throws {
        let record =
            Array(
                #"{"v":1,"rep":"k7f3q9","at":"2026-11-22T13:05:09.123Z","ops":[{"t":"\u8bbe\ud83d\ude00","set":{"title":"设计"},"#
                    .utf8) + Array(#""was":[-1.5e+3,null,true,[],{}]}],"h":"\"\\"}"#.utf8)
        #expect(refusal(record) == nil)
        let splices: [[UInt8]] = [
            [0], [0x22], [0x5C], [0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], Array("\\ud800".utf8),
            Array("\\u0000".utf8),
            Array("[[[[".utf8), Array("{\"a\":".utf8), Array("]}".utf8), Array("1e9".utf8), Array(",".utf8),
            Array(" \n".utf8),
        ]
        var generator = SeededGenerator(state: seed)
        var (read, refused) = (0, 0)
        var lines: Set<Int> = []
        for _ in 0..<25_000 {
            var bytes = record
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: 0..<max(1, bytes.count), using: &generator)
                switch Int.random(in: 0..<6, using: &generator) {
                case 0 where !bytes.isEmpty: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1 where !bytes.isEmpty: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 2 where !bytes.isEmpty: bytes.remove(at: index)
                case 3: bytes.removeSubrange(index..<min(bytes.count, index + 40))
                case 4: bytes.removeLast(Int.random(in: 0...min(bytes.count, 40), using: &generator))
                default:
                    let splice = splices[Int.random(in: 0..<splices.count, using: &generator)]
                    bytes.insert(contentsOf: splice, at: min(index, bytes.count))
                }
            }
            do {
                let document = try JSONDocument(bytes, file: "record")
                read += 1
                visit(document.root)
            } catch {
                refused += 1
                lines.insert(error.line)
            }
        }
        // Damage inside strings and digits leaves a sound record; most other damage does not.
        #expect((1_000...12_500).contains(read))
        #expect(read + refused == 25_000)
        #expect((lines.min() ?? 0) == 1)
    }

    /// Asks a value and all below it for everything; the answers may be errors.
    private func visit(_ value: JSONValue) {
        _ = (value.line, value.path, value.rawBytes)
        switch value.kind {
        case .object:
            for member in (try? value.object()).map(Array.init) ?? [] { visit(member.value) }
        case .array:
            for child in (try? value.array()).map(Array.init) ?? [] { visit(child) }
        case .string: _ = try? value.string()
        case .number: _ = (try? value.number(), try? value.integer())
        case .bool, .null: break
        }
    }
}
