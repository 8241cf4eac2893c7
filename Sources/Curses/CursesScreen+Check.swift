import CNcurses
import Glibc

extension CursesScreen {
    /// Whether a screen could be opened here, without touching the terminal: what is refused is refused before anything
    /// is drawn, read or created.
    package static func check() throws(CursesError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = getenv("TERM").map { String(cString: $0) }
        guard lianxi_knows_terminal(nil) else { throw .unknownTerminal(name: name) }
        guard lianxi_capability("cup") != nil else { throw .cannotMoveCursor(name: name) }
    }
}
