import Glibc

/// Asks the terminal on standard input and output how wide it draws, where no screen is open.
package enum CursorQuestion {
    /// How many columns each of the texts takes; nil where the terminal does not answer within a second. The present line
    /// is used for it and left empty.
    package static func columns(of texts: [String]) -> [Int]? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &quiet)
        // Late answers are thrown away: the shell would take them for typing.
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        defer { send("\r\u{1B}[K") }
        var columns: [Int] = []
        for text in texts {
            send("\r\(text)\u{1B}[6n")
            guard let answer = answer() else { return nil }
            columns.append(answer - 1)
        }
        return columns
    }

    /// The column in the next cursor report, counted from 1. What is typed meanwhile is lost.
    private static func answer() -> Int? {
        var bytes: [UInt8] = []
        while bytes.last != UInt8(ascii: "R") {
            var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            var byte: UInt8 = 0
            guard poll(&waiting, 1, 1000) > 0, read(STDIN_FILENO, &byte, 1) == 1, bytes.count < 256 else { return nil }
            bytes.append(byte)
        }
        let report = bytes.drop { $0 != 0x1B }.dropFirst(2).dropLast()
        return report.split(separator: UInt8(ascii: ";")).last.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    private static func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}
