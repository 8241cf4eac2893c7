import Cells
import Testing

@testable import Curses

@Suite struct FrameDifferenceTests {
    private func frame(_ lines: [String], width: Int = 12) -> Frame {
        var frame = Frame(size: Size(width: width, height: lines.count))
        for (y, line) in lines.enumerated() {
            var x = 0
            for scalar in line.unicodeScalars {
                let isWide = scalar.value > 0x2E80
                frame[x, y] = Cell(Glyph(scalar), span: isWide ? .wide : .single)
                if isWide { frame[x + 1, y] = Cell(.space, span: .tail) }
                x += isWide ? 2 : 1
            }
        }
        return frame
    }

    @Test("Equal rows do not differ, wherever they stand")
    func equal() {
        let one = frame(["联席", "abc", "联席"])
        #expect(RowDifference.columns(one, 0, one, 2) == nil)
        #expect(RowDifference.columns(one, 1, frame(["abc", "abc"]), 0) == nil)
    }

    @Test("The difference runs from the first to the last cell that changed")
    func stretch() {
        #expect(RowDifference.columns(frame(["abcdef"]), 0, frame(["axcdyf"]), 0) == 1..<5)
        var styled = frame(["abc"])
        styled[2, 0].role = .link
        #expect(RowDifference.columns(styled, 0, frame(["abc"]), 0) == 2..<3)
        styled = frame(["abc"])
        styled[11, 0].surface = .selected
        #expect(RowDifference.columns(styled, 0, frame(["abc"]), 0) == 11..<12)
    }

    @Test("A wide character is taken whole")
    func wide() {
        #expect(RowDifference.columns(frame(["a联席b"]), 0, frame(["ab 席b"]), 0) == 1..<3)
        var half = frame(["联席"])
        half[3, 0].role = .link
        #expect(RowDifference.columns(half, 0, frame(["联席"]), 0) == 2..<4)
    }

    @Test("A list that moved by a row is found, up and down, with its edges apart")
    func scroll() throws {
        let rows = (0..<12).map { "row \($0)" }
        let old = frame(["title"] + rows[0..<10] + ["1/12"])
        let new = frame(["title"] + rows[1..<11] + ["2/12"])
        let changed = (0..<12).map { RowDifference.columns(new, $0, old, $0) != nil }
        let up = try #require(FrameScroll(from: old, to: new, changed: changed))
        #expect(up.rows == 1...10)
        #expect(up.up == 1)
        #expect(!up.isBlank(1))
        #expect(up.isBlank(10))
        let down = try #require(FrameScroll(from: new, to: old, changed: changed))
        #expect(down.rows == 1...10)
        #expect(down.up == -1)
        #expect(down.isBlank(1) && !down.isBlank(10))
    }

    @Test("Another page is no scroll")
    func page() {
        let old = frame((0..<12).map { "row \($0)" })
        let new = frame((20..<32).map { "row \($0)" })
        #expect(FrameScroll(from: old, to: new, changed: Array(repeating: true, count: 12)) == nil)
    }
}
