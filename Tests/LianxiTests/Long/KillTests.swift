import Foundation
import Testing

@Suite("kill -9 at every system call", .enabled(if: Long.isOn), .serialized)
struct KillTests {
    @Test("nothing acknowledged is lost, every ledger can be read, no lock stays behind")
    func everyCall() throws {
        try ReleaseProgram.requireBuilt()
        try Strace.require()
        var points = 0
        var acknowledged = 0
        for edit in Edits.all {
            let workshop = try Workshop()
            let place = try workshop.ledger("ledger", entries: edit.entriesBefore)
            let start = workshop.path + "/start"
            try workshop.restore(start, from: place)
            for call in try Strace.calls(edit.arguments, on: place) {
                points += 1
                try workshop.restore(place, from: start)
                let before = try ReleaseProgram.entries(place)
                let outcome = try ReleaseProgram.run(edit.arguments, on: place, under: Strace.kill(at: call))
                let after = try ReleaseProgram.entries(place)
                #expect(Set(before).isSubset(of: after), "\(edit.name) \(call)")
                #expect(after.count - before.count <= 1, "\(edit.name) \(call)")
                if outcome.isAcknowledged {
                    acknowledged += 1
                    #expect(after.count == before.count + 1, "\(edit.name) \(call): acknowledged and lost")
                }
                let next = try ReleaseProgram.run(["set", "2", "note=下一次"], on: place)
                #expect(next.isAcknowledged, "\(edit.name) \(call): \(next.errors)")
                let check = try ReleaseProgram.check(place)
                #expect(check?.isSound == true, "\(edit.name) \(call)")
                #expect(check?.entries == after.count + 1, "\(edit.name) \(call)")
            }
        }
        print("kill -9: \(points) points, \(acknowledged) of them after the acknowledgement")
        #expect(points >= 1000)
    }
}
