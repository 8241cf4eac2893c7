import Cells
import Dashboard
import Glibc
import Ledger
import Text
import WorkPlan

/// The frame that the next start begins with, drawn when a session ends and kept with the ledger. Where nothing has changed
/// since, it is on the screen before the plan is read: with 100,000 items after 5 ms instead of 200. What is drawn from the
/// plan then is the same, so that nothing is painted twice.
struct FirstFrame {
    /// The ledger's directory.
    private let place: String
    /// All that the frame follows from but the ledger's files and the size of the screen.
    private let ground: [UInt8]

    /// Nil for a start that is not like the next one: one that looks back or only reads.
    init?(_ request: Request, _ author: (name: String, isPerson: Bool), _ today: Day, _ glyphs: GlyphSet) {
        guard !request.isReadOnly, request.asOf == nil,
            let place = PlanSource.place(request), let program = Self.program
        else { return nil }
        self.place = place
        let words = [
            program, place, author.name, "\(author.isPerson)", "\(today)", glyphs.name.rawValue,
            "\(glyphs.ambiguous.rawValue)",
        ]
        ground = words.reduce(into: []) { $0 += Array($1.utf8) + [0] }
    }

    /// This program among all others: another may draw something else.
    private static var program: String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        return "\(status.st_ino) \(status.st_size) \(status.st_ctim.tv_sec) \(status.st_ctim.tv_nsec)"
    }

    /// The frame that was kept; nil where there is none, or where it would not be the one that is drawn now.
    var kept: Frame? {
        guard let bytes = Keepsake.find(at: place), bytes.starts(with: ground) else { return nil }
        return bytes.dropFirst(ground.count).withUnsafeBytes { Frame(bytes: $0) }
    }

    func keep(_ frame: Frame, with ledger: Ledger) {
        Keepsake.keep(ground + frame.bytes, with: ledger)
    }
}
