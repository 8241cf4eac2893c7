/// Small answers kept for the next start, one line a file.
enum Remembered {
    /// The first line; nil where there is no file, or nothing in it.
    static func line(of file: String) -> String? {
        guard let bytes = try? TextFile.read(file, what: "记录") else { return nil }
        let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return line.isEmpty ? nil : line
    }

    /// Keeps a line. Where that cannot be written, the question comes again next time.
    static func keep(_ line: String, in file: String, what: String) {
        guard self.line(of: file) != line else { return }
        try? TextFile.write(Array((line + "\n").utf8), to: file, what: what)
    }
}
