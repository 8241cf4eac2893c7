import Testing

@testable import Curses

@Suite struct TypedTextTests {
    private func characters(_ bytes: [UInt8]) -> [Character] {
        var assembler = UTF8Assembler()
        return bytes.compactMap { assembler.character(adding: $0) }
    }

    @Test("Characters of one to four bytes come out whole")
    func whole() {
        #expect(characters(Array("a é 汉 😀".utf8)) == Array("a é 汉 😀"))
    }

    @Test("Bytes that are no UTF-8 are dropped, and what follows is not")
    func broken() {
        #expect(characters([0xE6, 0xB1] + Array("x汉".utf8)) == ["x", "汉"])
        #expect(characters([0xFF, 0x80, 0xC0, 0x80, 0x61]) == ["a"])
        #expect(characters([0xED, 0xA0, 0x80, 0x61]) == ["a"])
    }

    private func paste(_ bytes: some Sequence<UInt8>) -> String {
        var reader = PasteReader()
        for byte in bytes { reader.take(byte) }
        return reader.text
    }

    @Test("A paste keeps its text and ends its lines in one way")
    func paste() {
        #expect(paste("一\r\n二\r三\n\n四\u{1B}[201~".utf8) == "一\n二\n三\n\n四")
    }

    @Test("What looks like the end of a paste and is not is text")
    func almostTheEnd() {
        #expect(paste("a\u{1B}[20\u{1B}\u{1B}[201x\u{1B}[201~".utf8) == "a\u{1B}[20\u{1B}\u{1B}[201x")
    }

    @Test("A paste is cut at its limit, between two characters")
    func limit() {
        let text = paste(String(repeating: "汉", count: PasteReader.limit / 3 + 10).utf8)
        #expect(text.utf8.count <= PasteReader.limit)
        #expect(text.allSatisfy { $0 == "汉" })
    }
}
