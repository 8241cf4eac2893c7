extension CursesScreen {
    /// Asks the terminal to put text on the clipboard of whoever sits at it (OSC 52). Terminals that do not know it
    /// pass it over; nothing comes back either way.
    package func copy(_ text: String) {
        TerminalOutput.send("\u{1B}]52;c;\(Self.base64(Array(text.utf8)))\u{07}".utf8)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(bytes.count, start + 3)]
            let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 {
                text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
