import Testing
import Text

@testable import Cells

@Suite struct CanvasPropertyTests {
    private static let texts: [DisplayText] = [
        "知识产权强市建设", "a", "abc", "第15项“4·26”", "e\u{301}\u{302}汉\u{303}", "\u{1B}[2J\u{202E}知", "👍🏽👩\u{200D}👧", "ﷺ",
        "", " ", "汉字\tab\r\n", "\u{301}", "ก็็็็", "——……", "①㎡ 　ａ",
    ]

    @Test func `no drawing ever tears a wide character or leaves the bounds`() {
        var random = SplitMix(state: 26)
        var changes = 0
        for round in 0..<600 {
            let size = Size(width: Int.random(in: 1...16, using: &random), height: 2)
            var canvas = Canvas(size: size, glyphs: round.isMultiple(of: 2) ? .narrow : .wideSafe)
            for _ in 0..<40 {
                let before = canvas.frame
                let rect = Self.rect(&random)
                canvas.within(rect) { Self.draw(&$0, &random) }
                if canvas.frame == before { continue }
                changes += 1
                expectWhole(canvas.frame)
                expectOutsideKept(before, canvas.frame, rect)
                #expect(canvas.bounds == canvas.area)
            }
        }
        #expect(changes > 3000)
    }

    @Test func `absurd coordinates are clipped`() {
        var canvas = Canvas(size: Size(width: 8, height: 2), glyphs: .narrow)
        let absurd = [Int.min, Int.min + 1, -1 << 32, 1 << 32, Int.max - 1, Int.max]
        for x in absurd {
            for y in absurd + [0] {
                canvas.text("知识", x: x, y: y)
                canvas.text("知识", x: 0, y: y, width: x)
                canvas.bar(x: x, y: y, width: x, percent: 50)
                canvas.rule(y: y, x: x, width: x, label: "知")
                canvas.rule(y: y, x: x)
                canvas.caret(x: x, y: y)
                for rect in [Rect(x: x, y: y, width: .max, height: 1), Rect(x: 0, y: 0, width: 1, height: 1)] {
                    canvas.fill(rect, surface: .bar)
                    canvas.surface(.bar, rect)
                    canvas.paragraph("知识", in: rect)
                    canvas.within(rect) { inner in
                        inner.within(rect) { $0.within(rect) { _ = $0.text("知", x: x, y: y) } }
                        inner.text("知", x: -1, y: y)
                    }
                }
            }
        }
        expectWhole(canvas.frame)
        #expect(canvas.frame.caret == nil)
    }

    private static func rect(_ random: inout SplitMix) -> Rect {
        Rect(
            x: Int.random(in: -3...8, using: &random), y: Int.random(in: -1...1, using: &random),
            width: Int.random(in: 0...14, using: &random), height: Int.random(in: 1...3, using: &random))
    }

    private static func draw(_ canvas: inout Canvas, _ random: inout SplitMix) {
        let x = Int.random(in: -3...6, using: &random)
        let y = Int.random(in: -1...1, using: &random)
        let text = texts.randomElement(using: &random) ?? ""
        let role = Role.allCases.randomElement(using: &random) ?? .text
        let surface = Surface.allCases.randomElement(using: &random) ?? .plain
        let width = Int.random(in: -1...9, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: canvas.text(text, x: x, y: y, role: role, width: width)
        case 1: canvas.fill(rect(&random), surface: surface)
        case 2: canvas.surface(surface, rect(&random))
        case 3: canvas.paragraph(text, in: rect(&random), role: role, highlight: [1..<3])
        case 4: canvas.rule(y: y, x: x, width: width, label: text)
        case 5: canvas.bar(x: x, y: y, width: width, percent: Double(x) * 10)
        case 6: canvas.caret(x: x, y: y)
        default: canvas.text(text, x: x, y: y, role: role)
        }
    }

    private func expectWhole(_ frame: Frame) {
        #expect(frame.cells.count == frame.size.width * frame.size.height)
        let torn = (0..<frame.size.height).filter { y in
            // With a column on either side that belongs to no character, every pair of neighbours must fit.
            let spans = [.single] + frame.row(y).map(\.span) + [.single]
            return zip(spans, spans.dropFirst()).contains { ($0 == .wide) != ($1 == .tail) }
        }
        #expect(torn == [])
    }

    /// Outside the rectangle nothing changes, except for the halves of wide characters that were torn.
    private func expectOutsideKept(_ before: Frame, _ after: Frame, _ rect: Rect) {
        for y in 0..<before.size.height where before.row(y) != after.row(y) {
            for x in 0..<before.size.width where !rect.contains(Point(x: x, y: y)) && before[x, y] != after[x, y] {
                var blanked = before[x, y]
                #expect(blanked.span != .single)
                blanked.glyph = .space
                blanked.span = .single
                #expect(after[x, y] == blanked)
                #expect(x == rect.x - 1 || x == rect.right)
            }
        }
    }
}
