extension Table {
    /// A file that WPS and Excel open as it is meant: UTF-8 with a byte order mark, lines ended by CR LF, and no cell that
    /// they would compute.
    var csv: [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [headings] + rows {
            bytes += row.map(Self.cell).joined(separator: ",").utf8
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }

    private static func cell(_ raw: String) -> String {
        let text = harmless(raw)
        let needsQuotes = text.unicodeScalars.contains { "\",\n".unicodeScalars.contains($0) } || text.first == " "
        guard needsQuotes || text.last == " " else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A text that would be computed as a formula gets an apostrophe before it. Numbers stay numbers, also negative ones.
    private static func harmless(_ raw: String) -> String {
        let text = lines(raw).joined(separator: "\n")
        guard let first = raw.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }),
            "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), !isNumber(text)
        else { return text }
        return "'" + text
    }

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
}
