import CLinux
import CNcurses
import Glibc

extension CursesScreen {
    /// Gives the terminal to the shell and stops, as Ctrl-Z does; returns when the user brings the program back, with
    /// the screen as it was. A window that changed meanwhile comes as `.resize`.
    package func suspend() {
        if isClosed { return }
        giveBack()
        lianxi_guard_disarm()
        lianxi_stop_group()
        lianxi_guard_arm(STDOUT_FILENO)
        resume()
    }

    /// Takes the terminal over again after something else may have used it: SIGCONT without a `suspend` before it.
    package func resume() {
        if isClosed { return }
        if !isendwin() { endwin() }
        windowChanged()
        // Has ncurses take the terminal again. It has painted nothing and has nothing to paint.
        doupdate()
        painter.precede(with: words.brackets(pastes: true))
        painter.repaint()
    }
}
