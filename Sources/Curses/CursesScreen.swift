import CLinux
import CNcurses
package import Cells
import Glibc
package import Text

/// The terminal. ncurses opens it, reads its keys and gives it back; the painting is `FramePainter`'s. There can be one at
/// a time.
///
/// While it is open a crash guard stands by: however the process dies (except by SIGKILL), the terminal is given back
/// as it was found. `close` does the same in good order.
package final class CursesScreen: Screen {
    private let terminal: OpaquePointer
    let words: TerminalWords
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
        let name = getenv("TERM").map { String(cString: $0) }

        lianxi_guard_arm(STDOUT_FILENO)
        // The size is what the terminal says, not what LINES and COLUMNS of some parent said.
        use_env(false)
        use_tioctl(true)
        guard let terminal = lianxi_newterm() else {
            lianxi_guard_disarm()
            throw .unknownTerminal(name: name)
        }
        guard let words = TerminalWords(), let input = CursesInput() else {
            endwin()
            delscreen(terminal)
            lianxi_guard_disarm()
            throw .cannotMoveCursor(name: name)
        }
        self.terminal = terminal
        self.input = input
        self.words = words
        size = Size(width: Int(getmaxx(lianxi_stdscr())), height: Int(getmaxy(lianxi_stdscr())))
        painter = FramePainter(words: words, colors: colors, size: size)
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
        listenToMouse()
        brackets(pastes: true)
        lianxi_guard_arm(STDOUT_FILENO)
        let farewell = words.farewell
        lianxi_guard_set_farewell(farewell.map(CChar.init(bitPattern:)), farewell.count)
    }

    /// Gives the terminal back as it was found. Afterwards the screen shows nothing and has no keys; once is enough.
    package func close() {
        if isClosed { return }
        isClosed = true
        giveBack()
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
        if words.speaksANSI { TerminalOutput.send("\u{1B}[?2004\(pastes ? "h" : "l")".utf8) }
    }

    /// Leaves the terminal to others. ncurses does not know of the colours it was left in.
    func giveBack() {
        brackets(pastes: false)
        TerminalOutput.send(words.plain)
        endwin()
    }

    /// Whether the other end of the terminal has been closed: leave then, for no key will ever come.
    package var isGone: Bool { lianxi_terminal_is_gone(STDIN_FILENO) }

    /// The next waiting key, or nil. Waits only after an Esc, 50 ms at the longest, to see whether a sequence follows.
    package func nextKey() -> Key? {
        isClosed ? nil : input.next()
    }

    /// Shows a frame: sends what differs from the frame shown before.
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

    /// The columns this terminal gives to an ambiguous-width character; another value has
    /// the next frame painted whole: it must have been laid out for it.
    package var ambiguousWidth: AmbiguousWidth {
        get { painter.ambiguousWidth }
        set {
            if newValue == painter.ambiguousWidth { return }
            painter.ambiguousWidth = newValue
            painter.forget(size: size)
        }
    }
}
