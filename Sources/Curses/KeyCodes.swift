import CNcurses
import Cells

/// ncurses' codes of keys as `Key`s.
enum KeyCodes {
    /// The key of a code from 256 on; nil for one that means nothing here. Keys of the mouse, pastes and answers of the
    /// terminal are not here: they need more than their code. `name` tells what a description calls the keys that have
    /// no constant, such as `kUP5`, Ctrl and up.
    static func key(of code: Int32, name: (Int32) -> String?) -> Key? {
        if let key = plain[code] { return key }
        if (KEY_F0 + 1...KEY_F0 + 12).contains(code) { return .function(Int(code - KEY_F0)) }
        guard code > KEY_MAX, let name = name(code), let digit = name.last, digit.isNumber else { return nil }
        return withModifiers[String(name.dropLast())]
    }

    /// The key of a byte below 32, or of 127.
    static func key(ofControl byte: Int32) -> Key? {
        switch byte {
        case 8, 127: .backspace
        case 9: .tab
        // Enter sends 13; some terminals and most scripts send 10.
        case 10, 13: .enter
        case 27: .escape
        case 1...26: Unicode.Scalar(UInt32(96 + byte)).map { .control(Character($0)) }
        default: nil
        }
    }

    private static let plain: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
        // Shift and an arrow, as the oldest terminals name them.
        KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown,
        KEY_HOME: .home, KEY_FIND: .home, KEY_SHOME: .home, KEY_A1: .home,
        KEY_END: .end, KEY_SELECT: .end, KEY_SEND: .end, KEY_LL: .end, KEY_C1: .end,
        KEY_A3: .pageUp, KEY_C3: .pageDown,
        KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
        KEY_DC: .delete, KEY_SDC: .delete, KEY_IC: .insert, KEY_SIC: .insert,
        KEY_RESIZE: .resize,
        KeySequences.narrowAnswer: .ambiguousWidth(1), KeySequences.wideAnswer: .ambiguousWidth(2),
    ]

    /// A key with Shift, Alt or Ctrl is the key: no command is bound to the combinations.
    private static let withModifiers: [String: Key] = [
        "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end,
        "kPRV": .pageUp, "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
    ]
}
