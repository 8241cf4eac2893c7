import Foundation
import Testing

@Suite("many writers", .enabled(if: Long.isOn), .serialized)
struct WriterTests {
    @Test("8 processes × 1,000 commits at once: 8,000 entries, and every chain verifies")
    func eightTimesAThousand() throws {
        try ReleaseProgram.requireBuilt()
        let workshop = try Workshop()
        let place = try workshop.ledger("ledger", entries: 1)
        let script = """
            i=0; while [ $i -lt 1000 ]; do i=$((i+1)); "$0" set $2 progress=$((i % 100)).$3 --ledger "$1" >/dev/null || echo failed; done
            """
        let outcomes = try concurrently(8) { number in
            let row = number < 4 ? "15" : String(number + 10)
            return try ReleaseProgram.shell(["sh", "-c", script, ReleaseProgram.path, place, row, "\(number)"])
        }
        let said = outcomes.map { $0.output + $0.errors }.joined()
        #expect(said.isEmpty, "\(said.prefix(1000))")
        let check = try #require(try ReleaseProgram.check(place))
        #expect(check.isSound)
        #expect(check.entries == 8001)
        print("8 writers: \(check.entries - 1) of 8000 present")
    }

    private func concurrently(
        _ count: Int, _ body: @escaping @Sendable (Int) throws -> Child
    ) throws -> [Child] {
        let results = Results()
        DispatchQueue.concurrentPerform(iterations: count) { number in
            do { results.add(try body(number)) } catch { results.fail(error) }
        }
        if let failure = results.failure { throw failure }
        return results.all
    }

    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private(set) var all: [Child] = []
        private(set) var failure: (any Error)?

        func add(_ outcome: Child) { lock.withLock { all.append(outcome) } }
        func fail(_ error: any Error) { lock.withLock { failure = error } }
    }
}
