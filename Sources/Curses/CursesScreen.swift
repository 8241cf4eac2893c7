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
    /// What was sent before anything was painted.
    let begun: FirstPainting?
    private(set) var isClosed = false

    /// The size in cells, as of the last `.resize` key.
    package private(set) var size: Size

    /// Takes over the terminal on standard input and output: raw keys, the alternate screen, pastes in brackets.
    ///
    /// `colors` is a ceiling; `.none` is for `NO_COLOR`. With `mouse` clicks and the wheel come as keys; the terminal's
    /// own selecting then needs Shift.
    /// - Parameter painting: shown as soon as the terminal has been taken over, if it is of its size.
    package init(
        colors: ColorDepth = .automatic, mouse: Bool = true, showing painting: FirstPainting? = nil
    ) throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = getenv("TERM").map { String(cString: $0) }

        lianxi_guard_arm(STDOUT_FILENO)
        guard let terminal = Self.openTerminal() else {
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
        size = Self.terminalSize ?? Size(width: 80, height: 24)
        painter = FramePainter(words: words, colors: colors, size: size)
        mouseEnabled = mouse
        begun = painting?.size == size ? painting : nil
        takeOver()
        begun?.send()
    }

    deinit {
        close()
        input.close()
        // The terminal's words lie in it.
        delscreen(terminal)
    }

    /// Has ncurses open a screen that it takes for a single column: it paints nothing, and the cells it keeps for a whole
    /// screen, three times over, were a fifth of the pages of memory that a start touches. It has all its rows,
    /// because ncurses tells the terminal how many there are to scroll, and to send that in one write.
    private static func openTerminal() -> OpaquePointer? {
        use_env(true)
        use_tioctl(false)
        let before = ["LINES", "COLUMNS"].map { (name: String) in (name, getenv(name).map { String(cString: $0) }) }
        setenv("LINES", "\(terminalSize?.height ?? 24)", 1)
        setenv("COLUMNS", "1", 1)
        defer {
            for (name, value) in before { if let value { setenv(name, value, 1) } else { unsetenv(name) } }
        }
        return lianxi_newterm()
    }

    /// What the terminal itself says, not what LINES and COLUMNS of some parent said; nil where it does not tell.
    private static var terminalSize: Size? {
        var (rows, columns): (Int32, Int32) = (0, 0)
        guard lianxi_terminal_size(STDOUT_FILENO, &rows, &columns) else { return nil }
        return Size(width: Int(columns), height: Int(rows))
    }

    private func takeOver() {
        raw()
        noecho()
        nonl()
        set_escdelay(50)
        mouseinterval(0)
        listenToMouse()
        lianxi_guard_arm(STDOUT_FILENO)
        let farewell = words.farewell
        lianxi_guard_set_farewell(farewell.map(CChar.init(bitPattern:)), farewell.count)
    }

    /// Gives the terminal back as it was found. Afterwards the screen shows nothing and has no keys; once is enough.
    package func close() {
        if isClosed { return }
        isClosed = true
        giveBack()
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

    /// Leaves the terminal to others. ncurses does not know of the colours it was left in.
    func giveBack() {
        TerminalOutput.send(words.brackets(pastes: false) + words.plain + words.showCursor)
        lianxi_guard_swallow_answer()
        endwin()
        // Without an alternate screen to leave, the shell goes on below what stands there.
        if !words.leavesScreen { TerminalOutput.send(words.place(0, size.height - 1)) }
    }

    /// Whether the other end of the terminal has been closed: leave then, for no key will ever come.
    package var isGone: Bool { lianxi_terminal_is_gone(STDIN_FILENO) }

    /// The next waiting key, or nil. Waits only after an Esc, 50 ms at the longest, to see whether a sequence follows.
    package func nextKey() -> Key? {
        if isClosed { return nil }
        let key = input.next()
        if case .ambiguousWidth = key { lianxi_guard_await_answer(false) }
        return key
    }

    /// Shows a frame: sends what differs from the frame shown before.
    package func present(_ frame: Frame, theme: Theme) {
        if isClosed { return }
        painter.paint(frame, theme: theme)
    }

    /// To be called when the window may have another size (SIGWINCH). If it has, the next key is `.resize`, and the
    /// next frame is painted whole.
    package func windowChanged() {
        guard !isClosed, let found = Self.terminalSize, found != size else { return }
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
