import Testing
import Text

@testable import Cells

@Suite struct KeyTests {
    @Test func `what an input method puts on the command keys is read as ASCII`() {
        let typed = "？：１／ａＺ～！。、【】《》“”‘’￥…—·　；，（）"
        let meant = "?:1/aZ~!./[]<>\"\"''$^_` ;,()"
        #expect(typed.map { Key.character($0).asCommand } == meant.map { Key.character($0) })
    }

    @Test func `all full-width forms fold, and nothing else changes`() {
        for code in UInt32(0xFF01)...0xFF5E {
            guard let scalar = Unicode.Scalar(code), let twin = Unicode.Scalar(code - 0xFEE0) else { continue }
            #expect(Key.character(Character(scalar)).asCommand == .character(Character(twin)))
        }
        for key in [
            Key.character("a"), .character("汉"), .character("é"), .enter, .control("s"), .paste("？"), .function(5),
        ] {
            #expect(key.asCommand == key)
        }
    }

    @Test func `Han characters are told from others`() {
        for character in "汉一〇𠮷龘" { #expect(Key.character(character).isHan) }
        for character in "a？。あ한" { #expect(!Key.character(character).isHan) }
        #expect(!Key.enter.isHan)
    }

    @Test func `a notation tells keys`() {
        #expect(
            Key.keys("jj<enter><c-s><pgdn><f12>？<lt><space>") == [
                .character("j"), .character("j"), .enter, .control("s"), .pageDown, .function(12), .character("？"),
                .character("<"), .character(" "),
            ])
        #expect(Key.keys("") == [])
        #expect(Key.keys("<click 3,4>") == [.mouse(MouseEvent(.press, at: Point(x: 3, y: 4)))])
        #expect(Key.keys("<wheel-up 0,1>") == [.mouse(MouseEvent(.wheelUp, at: Point(x: 0, y: 1)))])
        #expect(Key.keys("<paste 第 15 项>q") == [.paste("第 15 项"), .character("q")])
        #expect(Key.keys("<s-tab><esc><backspace>") == [.backTab, .escape, .backspace])
    }

    @Test(arguments: [
        "<", "<enter", "<nothing>", "<f0>", "<f13>", "<f>", "<c->", "<c-ss>", "<click 3>", "<click a,b>", "<>",
    ])
    func `a wrong notation tells none`(notation: String) {
        #expect(Key.keys(notation) == nil)
    }

    @Test func `keys have labels`() {
        let keys: [Key] = [
            .character("j"), .character(" "), .enter, .pageDown, .function(5), .control("s"), .up, .escape,
        ]
        #expect(keys.map(\.label) == ["j", "空格", "Enter", "PgDn", "F5", "Ctrl-S", "↑", "Esc"])
        #expect(Key.up.label(.wideSafe) == "上" && Key.up.label(.narrow) == "↑" && Key.end.label(.wideSafe) == "End")
        #expect(Key.resize.label.isEmpty)
    }
}
