import Cells
import Testing

@testable import Curses

/// What is kept of a first frame.
@Suite struct FirstPaintingTests {
    @Test func comesBackFromItsBytes() throws {
        for asks in [false, true] {
            let painting = FirstPainting(
                size: Size(width: 300, height: 70), asks: asks, bytes: Array("\u{1B}[2J联席".utf8))
            let packed = painting.packed
            // As a part of something longer, which does not begin at 0.
            #expect(FirstPainting(packed: ([1, 2, 3] + packed).dropFirst(3)) == painting)
            for end in 0..<5 { #expect(FirstPainting(packed: packed[..<end]) == nil) }
        }
    }
}
