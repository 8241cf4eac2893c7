package import Text

extension Key {
    /// The keys that a notation such as `jj<enter><c-s><pgdn>` tells; nil where it does not tell any.
    ///
    /// Characters stand for themselves, `<lt>` for `<`. Named keys are in `<…>`; `<c-s>` is Ctrl-S, `<f5>` is F5,
    /// `<click 3,4>`, `<double-click 3,4>`, `<wheel-up 3,4>` and `<wheel-down 3,4>` are the mouse at column 3, row 4, and
    /// `<paste 文字>` is a paste.
    package static func keys(_ notation: String) -> [Key]? {
        var keys: [Key] = []
        var rest = notation[...]
        while let first = rest.popFirst() {
            guard first == "<" else {
                keys.append(.character(first))
                continue
            }
            guard let end = rest.firstIndex(of: ">"), let key = named(rest[..<end]) else { return nil }
            keys.append(key)
            rest = rest[rest.index(after: end)...]
        }
        return keys
    }

    private static let names: [Substring: Key] = [
        "lt": .character("<"), "space": .character(" "), "enter": .enter, "esc": .escape, "tab": .tab,
        "s-tab": .backTab, "backspace": .backspace, "del": .delete, "ins": .insert, "up": .up, "down": .down,
        "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end,
        "resize": .resize,
    ]

    /// What stands between the angle brackets.
    private static func named(_ name: Substring) -> Key? {
        if let key = names[name] { return key }
        if name.hasPrefix("c-"), name.count == 3, let letter = name.last { return .control(letter) }
        if name.hasPrefix("f"), let number = Int(name.dropFirst()), 1...12 ~= number { return .function(number) }
        let words = name.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return nil }
        if words[0] == "paste" { return .paste(String(words[1])) }
        let actions: [Substring: MouseEvent.Action] = [
            "click": .press, "wheel-up": .wheelUp, "wheel-down": .wheelDown,
        ]
        let numbers = words[1].split(separator: ",").map { Int($0) }
        guard let action = actions[words[0]], numbers.count == 2, let x = numbers[0], let y = numbers[1] else {
            return nil
        }
        return .mouse(MouseEvent(action, at: Point(x: x, y: y)))
    }

    /// What the key is called in the key bar and the help. Letters are as on the keyboard; what is no key has no label.
    package var label: DisplayText {
        switch self {
        case .character(" "): "空格"
        case .character(let character): DisplayText(String(character))
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "退格"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        case .function(let number): "F\(number)"
        case .mouse, .paste, .resize, .ambiguousWidth: .empty
        }
    }

    /// The label in a glyph set: the wide-safe one has words for the arrows.
    package func label(_ glyphs: GlyphSet) -> DisplayText {
        guard glyphs.name == .wideSafe else { return label }
        return switch self {
        case .up: "上"
        case .down: "下"
        case .left: "左"
        case .right: "右"
        default: label
        }
    }
}
