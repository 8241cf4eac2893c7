import CLinux
import CNcurses
import Cells
import Glibc

/// Turns what ncurses reads into keys.
struct CursesInput {
    /// A pad, because reading from a window that lies on the screen repaints it.
    private let pad: UnsafeMutablePointer<WINDOW>
    private var waiting: [Key] = []
    /// Codes read ahead and given back, the next one last.
    private var returned: [Int32] = []
    private var utf8 = UTF8Assembler()
    private var paste: PasteReader?

    /// Nil when memory is out.
    init?() {
        guard let pad = newpad(1, 1) else { return nil }
        self.pad = pad
        keypad(pad, true)
        nodelay(pad, true)
        meta(pad, true)
        KeySequences.define()
    }

    func close() { delwin(pad) }

    /// Puts a key of our own before those that wait.
    mutating func push(_ key: Key) { waiting.insert(key, at: 0) }

    /// The next key; nil when none is whole. Waits only after an Esc, 50 ms at the longest.
    mutating func next() -> Key? {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if paste != nil {
                guard let text = paste?.text(from: STDIN_FILENO) else { return nil }
                paste = nil
                return .paste(text)
            }
            guard let code = nextCode() else { return nil }
            if let key = key(of: code) { return key }
        }
    }

    /// A byte, or a code from 256 on.
    private mutating func nextCode() -> Int32? {
        if let code = returned.popLast() { return code }
        let code = wgetch(pad)
        return code == ERR ? nil : code
    }

    private mutating func key(of code: Int32) -> Key? {
        switch code {
        case 27: return keyAfterEscape()
        case ..<32, 127:
            return KeyCodes.key(ofControl: code)
        case ..<256:
            // Characters are put together here, not by get_wch: it loses one that comes in two reads.
            return utf8.character(adding: UInt8(truncatingIfNeeded: code)).map { .character($0) }
        case KEY_MOUSE:
            takeMouseEvents()
            return nil
        case KeySequences.pasteBegins:
            paste = PasteReader()
            return nil
        default:
            return KeyCodes.key(of: code) { keyname($0).map { String(cString: $0) } }
        }
    }

    /// An Esc that begins no sequence ncurses knows: the key itself, Alt and another key, or a sequence to be dropped.
    private mutating func keyAfterEscape() -> Key? {
        guard let code = nextCode() else { return .escape }
        switch code {
        case 256...:
            // Alt and a key that has a sequence of its own: the key.
            return key(of: code)
        case Int32(UInt8(ascii: "[")), Int32(UInt8(ascii: "O")):
            return dropsSequence(opening: code) ? nil : .escape
        default:
            // Esc and another key typed so fast that they came together, or Alt: the same bytes.
            returned.append(code)
            return .escape
        }
    }

    /// Drops the rest of a sequence nobody asked for, so that its letters are not taken for commands. False when there
    /// is no whole sequence: all is typed text then, and is given back.
    private mutating func dropsSequence(opening: Int32) -> Bool {
        var codes = [opening]
        while let code = nextCode() {
            codes.append(code)
            let isParameter = opening == Int32(UInt8(ascii: "[")) && (0x20...0x3F).contains(code)
            if isParameter && codes.count < 64 { continue }
            if (0x40...0x7E).contains(code) { return true }
            break
        }
        returned.append(contentsOf: codes.reversed())
        return false
    }

    private mutating func takeMouseEvents() {
        var event = MEVENT()
        var newestFirst: [Key] = []
        while getmouse(&event) == OK {
            let point = Point(x: Int(event.x), y: Int(event.y))
            if let action = Self.action(of: event.bstate) {
                newestFirst.append(.mouse(MouseEvent(action, at: point)))
            }
        }
        waiting.append(contentsOf: newestFirst.reversed())
    }

    private static func action(of state: mmask_t) -> MouseEvent.Action? {
        if state & lianxi_mouse_press != 0 { return .press }
        if state & lianxi_mouse_wheel_up != 0 { return .wheelUp }
        return state & lianxi_mouse_wheel_down != 0 ? .wheelDown : nil
    }
}
