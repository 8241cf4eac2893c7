import CNcurses

extension TerminalWords {
    /// What the crash guard writes: all that was switched on, off again.
    var farewell: [UInt8] {
        var bytes = brackets(pastes: false)
        if lianxi_capability("kmous") != nil { bytes += "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8 }
        for name in ["sgr0", "op", "cnorm"] { bytes += Self.word(name) ?? [] }
        // Without an alternate screen to leave, the shell goes on below what stands there.
        bytes += Self.word("rmcup") ?? Array("\r\n".utf8)
        return bytes + (Self.word("rmkx") ?? [])
    }
}
