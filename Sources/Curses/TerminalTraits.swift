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
    /// The charset of the locale, and whether UTF-8 can be had in spite of it.
    package let charset: String
    package let hasUTF8: Bool
    /// Whether standard input and output are both a terminal.
    package let isTerminal: Bool
    /// In cells; nil where it cannot be asked.
    package let size: Size?

    package init() {
        name = getenv("TERM").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        isKnown = name != nil && lianxi_knows_terminal()
        canMoveCursor = isKnown && lianxi_capability("cup") != nil
        colors = isKnown ? max(0, Int(tigetnum("colors"))) : 0
        hasMouse = isKnown && lianxi_capability("kmous") != nil
        setlocale(LC_CTYPE, "")
        charset = String(cString: nl_langinfo(Int32(CODESET)))
        hasUTF8 = (try? CharacterSet.useUTF8()) != nil
        isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        var (rows, columns): (Int32, Int32) = (0, 0)
        let isSized = isTerminal && lianxi_terminal_size(STDOUT_FILENO, &rows, &columns) && columns > 0
        size = isSized ? Size(width: Int(columns), height: Int(rows)) : nil
    }
}
