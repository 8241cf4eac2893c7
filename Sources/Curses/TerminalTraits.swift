import CLinux
import CNcurses
package import Cells
import Glibc

/// What the surroundings say of the terminal. Reading it draws nothing and leaves the terminal as it is.
package struct TerminalTraits: Sendable {
    /// `TERM`; nil where it is not set.
    package let name: String?
    /// Whether this machine has a description of it.
    package let isKnown: Bool
    package let canMoveCursor: Bool
    /// How many colours the description promises; 0 for none.
    package let colors: Int
    package let hasMouse: Bool
    /// The charset of the locale. The program writes UTF-8 whatever it is.
    package let charset: String
    /// Whether standard input and output are both a terminal.
    package let isTerminal: Bool
    /// In cells; nil where it cannot be asked.
    package let size: Size?

    package init() {
        name = getenv("TERM").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        isKnown = name != nil && lianxi_knows_terminal(nil)
        canMoveCursor = isKnown && lianxi_capability("cup") != nil
        colors = isKnown ? max(0, Int(tigetnum("colors"))) : 0
        hasMouse = isKnown && lianxi_capability("kmous") != nil
        setlocale(LC_CTYPE, "")
        charset = String(cString: nl_langinfo(Int32(CODESET)))
        isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        var (rows, columns): (Int32, Int32) = (0, 0)
        let isSized = isTerminal && lianxi_terminal_size(STDOUT_FILENO, &rows, &columns) && columns > 0
        size = isSized ? Size(width: Int(columns), height: Int(rows)) : nil
    }
}
