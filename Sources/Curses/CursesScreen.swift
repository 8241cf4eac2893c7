import CLinux
import CNcurses
package import Cells
import Glibc
package import Text

/// The terminal, by way of ncurses. There can be one at a time.
///
/// While it is open a crash guard stands by: however the process dies (except by SIGKILL), the terminal is given back
/// as it was found. `close` does the same in good order.
package final class CursesScreen: Screen {
    private let terminal: OpaquePointer
    /// Whether the terminal speaks the sequences of ECMA-48, which pastes, the mouse and questions need.
    let speaksANSI: Bool
    var input: CursesInput
    var painter: FramePainter
    private(set) var isClosed = false

    /// The size in cells, as of the last `.resize` key.
    package private(set) var size: Size

    /// Takes over the terminal on standard input and output: raw keys, the alternate screen, pastes in brackets.
    ///
    /// `colors` is a ceiling; `.none` is for `NO_COLOR`. With `mouse` clicks and the wheel come as keys; the terminal's
    /// own selecting then needs Shift.
    package init(colors: ColorDepth = .automatic, mouse: Bool = true) throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        try CharacterSet.useUTF8()
        let name = getenv("TERM").map { String(cString: $0) }

        lianxi_guard_arm(STDOUT_FILENO)
        // The size is what the terminal says, not what LINES and COLUMNS of some parent said.
        use_env(false)
        use_tioctl(true)
        guard let terminal = lianxi_newterm() else {
            lianxi_guard_disarm()
            throw .unknownTerminal(name: name)
        }
        // Until ncurses (6.4) has come back from `endwin` once, it flushes with every movement of the cursor: 13 writes for a
        // key instead of 2, and a quarter of the time. The first frame takes the terminal again.
        endwin()
        guard let moving = lianxi_capability("cup"), let input = CursesInput() else {
            delscreen(terminal)
            lianxi_guard_disarm()
            throw .cannotMoveCursor(name: name)
        }
        self.terminal = terminal
        self.input = input
        speaksANSI = String(cString: moving).hasPrefix("\u{1B}[")
        size = Size(width: Int(getmaxx(lianxi_stdscr())), height: Int(getmaxy(lianxi_stdscr())))
        painter = FramePainter(palette: CursesPalette(wanted: colors), size: size)
        mouseEnabled = mouse
        takeOver()
    }

    deinit { close() }

    private func takeOver() {
        raw()
        noecho()
        nonl()
        set_escdelay(50)
        mouseinterval(0)
        // All waiting keys are taken before painting, so painting need not look for keys.
        typeahead(-1)
        listenToMouse()
        brackets(pastes: true)
        lianxi_guard_arm(STDOUT_FILENO)
        let farewell = Farewell.bytes(ansi: speaksANSI)
        lianxi_guard_set_farewell(farewell.map(CChar.init(bitPattern:)), farewell.count)
    }

    /// Gives the terminal back as it was found. Afterwards the screen shows nothing and has no keys; once is enough.
    package func close() {
        if isClosed { return }
        isClosed = true
        brackets(pastes: false)
        endwin()
        input.close()
        delscreen(terminal)
        lianxi_guard_disarm()
    }

    /// Whether clicks and the wheel come as keys. Can be switched at any time.
    package var mouseEnabled: Bool {
        didSet { if mouseEnabled != oldValue { listenToMouse() } }
    }

    private func listenToMouse() {
        if isClosed { return }
        mousemask(mouseEnabled ? lianxi_mouse_press | lianxi_mouse_wheel_up | lianxi_mouse_wheel_down : 0, nil)
    }

    func brackets(pastes: Bool) {
        if speaksANSI { send("\u{1B}[?2004" + (pastes ? "h" : "l")) }
    }

    /// Sends bytes past ncurses, which keeps none back between two paints. They may not move the cursor or change how
    /// text looks.
    func send(_ bytes: String) {
        var rest = Array(bytes.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Whether the other end of the terminal has been closed: leave then, for no key will ever come.
    package var isGone: Bool { lianxi_terminal_is_gone(STDIN_FILENO) }

    /// The next waiting key, or nil. Waits only after an Esc, 50 ms at the longest, to see whether a sequence follows.
    package func nextKey() -> Key? {
        isClosed ? nil : input.next()
    }

    /// Shows a frame. Only the rows that differ from the frame shown before are handed to ncurses.
    package func present(_ frame: Frame, theme: Theme) {
        if isClosed { return }
        painter.paint(frame, theme: theme)
    }

    /// To be called when the window may have another size (SIGWINCH). If it has, the next key is `.resize`, and the
    /// next frame is painted whole.
    package func windowChanged() {
        var (rows, columns): (Int32, Int32) = (0, 0)
        guard !isClosed, lianxi_terminal_size(STDOUT_FILENO, &rows, &columns) else { return }
        let found = Size(width: Int(columns), height: Int(rows))
        guard found != size, resize_term(rows, columns) == OK else { return }
        size = found
        painter.forget(size: size)
        input.push(.resize)
    }

    /// The columns this terminal gives to an ambiguous-width character; `wcwidth` and with it ncurses go by it. Another
    /// value has the next frame painted whole: it must have been laid out for it.
    package var ambiguousWidth: AmbiguousWidth {
        get { currentAmbiguousWidth }
        set {
            if newValue == currentAmbiguousWidth { return }
            currentAmbiguousWidth = newValue
            painter.forget(size: size)
        }
    }
}
