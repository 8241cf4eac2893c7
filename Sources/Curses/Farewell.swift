import CNcurses
import Glibc

/// What the crash guard writes: all that was switched on, off again, in the terminal's own words.
enum Farewell {
    static func bytes(ansi: Bool) -> [UInt8] {
        var text = ansi ? "\u{1B}[?2004l" : ""
        if lianxi_capability("kmous") != nil { text += "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l" }
        for name in ["sgr0", "op", "cnorm"] { text += word(name) ?? "" }
        // Without an alternate screen to leave, the shell goes on below what stands there.
        text += word("rmcup") ?? "\r\n"
        text += word("rmkx") ?? ""
        return Array(text.utf8)
    }

    /// A capability without its padding (`$<100/>`), which means time to wait and is for terminals of the 1970s.
    private static func word(_ name: String) -> String? {
        guard let value = lianxi_capability(name) else { return nil }
        guard strstr(value, "$<") != nil else { return String(cString: value) }
        let parts = String(cString: value).split(separator: "$<", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { part in part.drop { $0 != ">" }.dropFirst() }
        return ((parts.first.map { [$0] } ?? []) + rest).joined()
    }
}
