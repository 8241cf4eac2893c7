import Testing

@testable import Cells

@Suite struct BarTests {
    private func bar(_ percent: Double?, width: Int = 10, glyphs: GlyphSet = .narrow) -> String {
        var canvas = Canvas(size: Size(width: 12, height: 1), glyphs: glyphs)
        canvas.bar(x: 1, y: 0, width: width, percent: percent)
        return canvas.frame.lines[0]
    }

    @Test(
        arguments: [
            (0, " ··········"), (64, " ██████▍···"), (35, " ███▌······"), (100, " ██████████"), (0.01, " ▏·········"),
            (99.99, " █████████▉"), (-5, " ··········"), (1e300, " ██████████"), (.infinity, " ██████████"),
            (nil, " ----------"), (.nan, " ----------"),
        ] as [(Double?, String)])
    func `a bar shows eighths, and is full or empty only in truth`(percent: Double?, bar: String) {
        #expect(self.bar(percent) == bar)
    }

    @Test(
        arguments: [
            (0, " .........."), (64, " ######...."), (99.99, " #########."), (0.01, " #........."),
            (nil, " ----------"),
        ] as [(Double?, String)])
    func `the wide-safe bar has whole cells`(percent: Double?, bar: String) {
        #expect(self.bar(percent, glyphs: .wideSafe) == bar)
    }

    @Test func `a bar has the width asked for`() {
        #expect(bar(50, width: 0) == "")
        #expect(bar(50, width: -4) == "")
        #expect(bar(50, width: 1) == " ▌")
        #expect(bar(50, width: 99) == " ███████████")
    }
}
