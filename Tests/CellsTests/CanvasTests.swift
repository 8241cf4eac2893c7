import Testing
import Text

@testable import Cells

@Suite struct CanvasTests {
    private func canvas(_ width: Int, _ height: Int = 1, glyphs: GlyphSet = .narrow) -> Canvas {
        Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    }

    @Test func `text is written and its end returned`() {
        var canvas = canvas(10)
        #expect(canvas.text("第15项", x: 1, y: 0, role: .heading) == 7)
        #expect(canvas.frame.lines == [" 第15项"])
        #expect(canvas.frame[1, 0].span == .wide && canvas.frame[2, 0].span == .tail)
        #expect(canvas.frame[3, 0].role == .heading && canvas.frame[7, 0].role == .text)
    }

    @Test func `text wider than its width ends with the ellipsis`() {
        var canvas = canvas(20, 2)
        #expect(canvas.text("知识产权强市", x: 0, y: 0, width: 6) == 5)
        #expect(canvas.text("知识产权", x: 0, y: 1, width: 8) == 8)
        #expect(canvas.frame.lines == ["知识…", "知识产权"])
    }

    @Test func `a wide character on an edge becomes a blank`() {
        var canvas = canvas(8, 3)
        canvas.text("知识产", x: -1, y: 0)
        canvas.text("知识产", x: 5, y: 1)
        canvas.within(Rect(x: 3, y: 2, width: 3, height: 1)) { $0.text("知识产", x: -1, y: 0, role: .dim) }
        #expect(canvas.frame.lines == [" 识产", "     知", "    识"])
        #expect(canvas.frame[3, 2].role == .dim && canvas.frame[6, 2].role == .text)
    }

    @Test func `a wide character half overwritten gives way`() {
        var canvas = canvas(6, 3)
        for y in 0..<3 { canvas.text("知识产", x: 0, y: y) }
        canvas.text("a", x: 1, y: 0)
        canvas.text("a", x: 2, y: 1)
        canvas.text("强", x: 1, y: 2)
        #expect(canvas.frame.lines == [" a识产", "知a 产", " 强 产"])
    }

    @Test func `marks share the cell of their base`() {
        var canvas = canvas(4)
        canvas.text("e\u{301}汉\u{302}x", x: 0, y: 0)
        #expect(canvas.frame[0, 0].glyph.scalars == ["e", "\u{301}"])
        #expect(canvas.frame[1, 0].glyph.scalars == ["汉", "\u{302}"])
        #expect(canvas.frame.lines == ["e\u{301}汉\u{302}x"])
    }

    @Test func `coordinates count from the bounds, and the bounds around them still clip`() {
        var canvas = canvas(10, 4)
        canvas.within(Rect(x: 2, y: 1, width: 6, height: 2)) { inner in
            #expect(inner.width == 6 && inner.height == 2)
            inner.text("abcdefgh", x: 0, y: 0)
            inner.text("no", x: 0, y: 2)
            inner.within(Rect(x: 4, y: 1, width: 6, height: 5)) { $0.text("xyz", x: 0, y: 0) }
            inner.caret(x: 5, y: 1)
            inner.caret(x: 6, y: 1)
        }
        #expect(canvas.frame.lines == ["", "  abcdef", "      xy", ""])
        #expect(canvas.frame.caret == Point(x: 7, y: 2))
        #expect(canvas.area == Rect(x: 0, y: 0, width: 10, height: 4))
    }

    @Test func `text keeps the surface beneath it`() {
        var canvas = canvas(6, 2)
        canvas.fill(Rect(x: 0, y: 0, width: 4, height: 1), surface: .bar)
        canvas.text("知识产", x: 0, y: 0, role: .title)
        #expect(canvas.frame.row(0).map(\.surface) == [.bar, .bar, .bar, .bar, .plain, .plain])
        canvas.surface(.selected, Rect(x: 0, y: 0, width: 6, height: 1))
        #expect(canvas.frame.row(0).allSatisfy { $0.surface == .selected && $0.role == .title })
        canvas.fill(Rect(x: 1, y: 0, width: 2, height: 1), surface: .plain)
        #expect(canvas.frame.lines == ["    产", ""])
    }

    @Test func `a surface lies under what is written, whole characters of it`() {
        var canvas = canvas(12)
        canvas.text("7", x: 1, y: 0, role: .number)
        canvas.text("知 识产", x: 3, y: 0)
        func under(_ most: Int) -> [Int] {
            var marked = canvas
            marked.surface(.selected, under: .text, y: 0, width: 12, most: most)
            return marked.frame.row(0).indices.filter { marked.frame[$0, 0].surface == .selected }
        }
        #expect(under(20) == Array(3..<10))
        #expect(under(5) == Array(3..<8))
        #expect(under(4) == Array(3..<8))
    }

    @Test func `stretches a search found stand out`() {
        var canvas = canvas(12, 3)
        canvas.text("知识产权局", x: 0, y: 0, highlight: [1..<3, 4..<9])
        let matched = canvas.frame.row(0).filter { $0.role == .match && $0.span == .wide }
        #expect(matched.map(\.glyph.base) == "识产局".unicodeScalars.map(\.value))
        canvas.paragraph("知识 产权局", in: Rect(x: 0, y: 1, width: 4, height: 2), highlight: [3..<4])
        #expect((0..<4).map { canvas.frame[$0, 2].role } == [.match, .match, .text, .text])
    }

    @Test func `a paragraph tells its rows and what is missing`() {
        var canvas = canvas(10, 5)
        #expect(canvas.paragraph("知识产权强市", in: Rect(x: 1, y: 0, width: 4, height: 5)) == 3)
        #expect(canvas.frame.lines == [" 知识", " 产权", " 强市", "", ""])
        #expect(canvas.paragraph("知识产权强市", in: Rect(x: 6, y: 0, width: 4, height: 2)) == 2)
        #expect(canvas.frame.lines == [" 知识 知识", " 产权 产…", " 强市", "", ""])
        #expect(canvas.paragraph("知a b", in: Rect(x: 6, y: 3, width: 4, height: 1)) == 1)
        #expect(canvas.frame.lines[3] == "      知a…")
        #expect(canvas.paragraph("知识", in: Rect(x: 0, y: 4, width: 0, height: 1)) == 0)
        #expect(canvas.paragraph("知识", in: Rect(x: 0, y: 4, width: 9, height: 0)) == 0)
        #expect(canvas.paragraph("", in: canvas.area) == 0)
    }

    @Test func `a rule has a label`() {
        var canvas = canvas(16, 4)
        canvas.rule(y: 0, label: "第15项")
        canvas.rule(y: 1, x: 2, width: 5)
        canvas.rule(y: 2, width: 9, label: "知识产权")
        canvas.rule(y: 3, width: 4, label: "知")
        #expect(canvas.frame.lines == ["─ 第15项 ───────", "  ─────", "─ 知识… ─", "────"])
        #expect(canvas.frame[0, 0].role == .rule && canvas.frame[2, 0].role == .heading)
    }

    @Test func `the ambiguous width of the terminal is kept to`() {
        var canvas = canvas(10, 1, glyphs: .wideSafe)
        #expect(canvas.text("“知”", x: 0, y: 0) == 6)
        #expect(canvas.frame[0, 0].span == .wide)
        #expect(canvas.text("知识产权", x: 0, y: 0, width: 7) == 6)
        #expect(canvas.frame.lines == ["知识.."])
    }
}
