import Cells
import Curses
import Glibc
import Ledger
import WorkPlan

/// The frame that the next start begins with, painted when a session ends and kept with the ledger. Where nothing has changed
/// since, it is on the screen before the plan is read: with 100,000 items after 1.4 ms instead of 8. What is painted from the
/// plan then is the same, so that nothing is sent twice.
struct FirstFrame {
    /// The ledger's directory.
    private let place: String
    /// All that the painting follows from but the ledger's files and the size of the screen.
    private let ground: [UInt8]

    /// Nil for a start that is not like the next one: one that looks back or only reads.
    init?(_ request: Request, _ author: (name: String, isPerson: Bool), _ today: Day) {
        guard !request.isReadOnly, request.asOf == nil, let place = PlanSource.place(request),
            let program = Self.program,
            let theme = try? ThemeText(named: ThemeChoice.name(asked: request.theme))
        else { return nil }
        self.place = place
        var words = [program, place, author.name, "\(author.isPerson)", "\(today)"]
        words += [request.glyphs?.name.rawValue ?? "", GlyphMemory.remembered?.name.rawValue ?? ""]
        words += ["TERM", "TERMINFO", "TERMINFO_DIRS", "NO_COLOR"].map { Environment.value($0) ?? "" }
        ground = words.reduce(into: []) { $0 += Array($1.utf8) + [0] } + theme.bytes
    }

    /// This program among all others: another may draw something else.
    private static var program: String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        return "\(status.st_ino) \(status.st_size) \(status.st_ctim.tv_sec) \(status.st_ctim.tv_nsec)"
    }

    /// What was kept; nil where there is nothing, or where it would not be what is painted now.
    var kept: FirstPainting? {
        guard let bytes = Keepsake.find(at: place), bytes.prefix(ground.count) == ground[...] else { return nil }
        return FirstPainting(packed: bytes.dropFirst(ground.count))
    }

    func keep(_ painting: FirstPainting, with ledger: Ledger) {
        Keepsake.keep(ground + painting.packed, with: ledger)
    }
}
