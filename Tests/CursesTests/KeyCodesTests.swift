import Cells
import Testing

@testable import Curses

@Suite struct KeyCodesTests {
    @Test(
        "Control bytes are keys",
        arguments: [
            (8, Key.backspace), (127, .backspace), (9, .tab), (10, .enter), (13, .enter), (27, .escape),
            (1, .control("a")), (3, .control("c")), (26, .control("z")),
        ] as [(Int32, Key)])
    func control(byte: Int32, key: Key) {
        #expect(KeyCodes.key(ofControl: byte) == key)
    }

    @Test("NUL and the bytes of Ctrl and punctuation mean nothing", arguments: [0, 28, 29, 30, 31] as [Int32])
    func nothing(byte: Int32) {
        #expect(KeyCodes.key(ofControl: byte) == nil)
    }

    @Test(
        "A key with Shift, Alt or Ctrl is the key",
        arguments: [("kUP5", Key.up), ("kDN3", .down), ("kHOM2", .home), ("kNXT5", .pageDown), ("kDC6", .delete)])
    func modified(name: String, key: Key) {
        #expect(KeyCodes.key(of: 600) { _ in name } == key)
    }

    @Test("An unknown code is no key")
    func unknown() {
        #expect(KeyCodes.key(of: 700) { _ in nil } == nil)
        #expect(KeyCodes.key(of: 700) { _ in "kp5" } == nil)
    }

    @Test("The terminal's answers are keys")
    func answers() {
        #expect(KeyCodes.key(of: KeySequences.narrowAnswer) { _ in nil } == .ambiguousWidth(1))
        #expect(KeyCodes.key(of: KeySequences.wideAnswer) { _ in nil } == .ambiguousWidth(2))
    }
}
