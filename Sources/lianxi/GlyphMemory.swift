import Cells

/// Which glyph set a terminal was found to need, kept between starts, so that the next first frame is right at once.
enum GlyphMemory {
    /// Of the terminal that `TERM` and `TERM_PROGRAM` name; nil where it has not answered yet.
    static var remembered: GlyphSet? {
        let found = lines.first { $0.terminal == terminal }
        return found.flatMap { GlyphSet.Name(rawValue: $0.glyphs) }.map { GlyphSet($0) }
    }

    /// Keeps an answer in `$XDG_STATE_HOME/lianxi/glyphs`, a line a terminal. Where that cannot be written, the next start
    /// begins with the narrow set again.
    static func remember(_ glyphs: GlyphSet) {
        guard remembered?.name != glyphs.name, !terminal.isEmpty, let file = try? Paths.glyphs() else { return }
        let others = lines.filter { $0.terminal != terminal }.prefix(most - 1)
        let kept = ([(terminal, glyphs.name.rawValue)] + others.map { ($0.terminal, $0.glyphs) })
            .map { "\($0.0) \($0.1)\n" }
        try? TextFile.write(Array(kept.joined().utf8), to: file, what: "字符集记录")
    }

    /// The newest answers that are kept.
    private static let most = 20

    /// `TERM`, and behind a blank `TERM_PROGRAM` where there is one.
    static var terminal: String {
        func word(_ name: String) -> String? { Environment.value(name).map { $0.filter { !$0.isWhitespace } } }
        return (word("TERM") ?? "") + (word("TERM_PROGRAM").map { " " + $0 } ?? "")
    }

    private static var lines: [(terminal: String, glyphs: String)] {
        guard let file = try? Paths.glyphs(), let bytes = try? TextFile.read(file, what: "字符集记录") else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let blank = line.lastIndex(of: UInt8(ascii: " ")) else { return nil }
            return (
                String(decoding: line[..<blank], as: UTF8.self), String(decoding: line[(blank + 1)...], as: UTF8.self)
            )
        }
    }
}
