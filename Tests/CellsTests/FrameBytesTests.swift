import Testing
import Text

@testable import Cells

@Suite struct FrameBytesTests {
    private static let texts: [DisplayText] = ["知识产权强市建设", "e\u{301}\u{302}汉\u{303}", "abc", "★◆■▲", " "]

    private func frame(_ random: inout SplitMix) -> Frame {
        let size = Size(width: Int.random(in: 1...40, using: &random), height: Int.random(in: 1...9, using: &random))
        var canvas = Canvas(size: size, glyphs: .narrow)
        for _ in 0..<12 {
            let x = Int.random(in: 0..<size.width, using: &random)
            let y = Int.random(in: 0..<size.height, using: &random)
            let surface = Surface.allCases.randomElement(using: &random) ?? .plain
            canvas.surface(surface, Rect(x: x, y: y, width: 5, height: 2))
            canvas.text(
                Self.texts.randomElement(using: &random) ?? "", x: x, y: y,
                role: Role.allCases.randomElement(using: &random) ?? .text)
            if Bool.random(using: &random) { canvas.caret(x: x, y: y) }
        }
        return canvas.frame
    }

    @Test func `any frame comes back as it was`() {
        var random = SplitMix(state: 7)
        for _ in 0..<300 {
            let frame = frame(&random)
            #expect(frame.bytes.withUnsafeBytes { Frame(bytes: $0) } == frame)
        }
        let large = Frame(size: Size(width: 400, height: 300))
        #expect(large.bytes.withUnsafeBytes { Frame(bytes: $0) } == large)
    }

    @Test func `other bytes are no frame, or one of the size they say`() {
        var random = SplitMix(state: 8)
        let whole = frame(&random).bytes
        for end in whole.indices { #expect(whole[..<end].withUnsafeBytes { Frame(bytes: $0) } == nil) }
        for _ in 0..<2000 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            guard let frame = bytes.withUnsafeBytes({ Frame(bytes: $0) }) else { continue }
            #expect(frame.cells.count == frame.size.width * frame.size.height)
            _ = frame.lines
        }
    }
}
