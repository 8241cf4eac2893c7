import CNcurses

/// What terminals send for keys beyond what their descriptions say: other modes, other terminals behind the same TERM.
enum KeySequences {
    /// Codes of our own, far above those ncurses gives to the extended keys of a description.
    static let pasteBegins: Int32 = 0x4000
    static let narrowAnswer: Int32 = 0x4001
    static let wideAnswer: Int32 = 0x4002

    /// Teaches ncurses the sequences. Costs one pass at the start.
    static func define() {
        for (sequence, code) in keys { define_key("\u{1B}" + sequence, code) }
        // The keypad's “application mode”, which ncurses switches on, makes PuTTY and others send these for its digits.
        for (offset, character) in "0123456789".utf8.enumerated() {
            define_key("\u{1B}O" + String(Unicode.Scalar(UInt8(ascii: "p") + UInt8(offset))), Int32(character))
        }
        for (letter, character) in ["j": "*", "k": "+", "m": "-", "n": ".", "o": "/"] as KeyValuePairs {
            define_key("\u{1B}O" + letter, character.utf8.first.map(Int32.init) ?? 0)
        }
        define_key("\u{1B}[200~", pasteBegins)
    }

    private static let keys: KeyValuePairs<String, Int32> = [
        "[A": KEY_UP, "[B": KEY_DOWN, "[C": KEY_RIGHT, "[D": KEY_LEFT,
        "OA": KEY_UP, "OB": KEY_DOWN, "OC": KEY_RIGHT, "OD": KEY_LEFT,
        "[H": KEY_HOME, "OH": KEY_HOME, "[1~": KEY_HOME, "[7~": KEY_HOME,
        "[F": KEY_END, "OF": KEY_END, "[4~": KEY_END, "[8~": KEY_END,
        "[2~": KEY_IC, "[3~": KEY_DC, "[5~": KEY_PPAGE, "[6~": KEY_NPAGE,
        "[Z": KEY_BTAB, "OM": KEY_ENTER,
        "OP": function(1), "OQ": function(2), "OR": function(3), "OS": function(4),
        "[11~": function(1), "[12~": function(2), "[13~": function(3), "[14~": function(4),
        "[[A": function(1), "[[B": function(2), "[[C": function(3), "[[D": function(4), "[[E": function(5),
        "[15~": function(5), "[17~": function(6), "[18~": function(7), "[19~": function(8),
        "[20~": function(9), "[21~": function(10), "[23~": function(11), "[24~": function(12),
    ]

    private static func function(_ number: Int32) -> Int32 { KEY_F0 + number }
}
