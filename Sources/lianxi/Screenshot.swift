import Cells
import Text

/// A screen to take away.
struct Screenshot {
    private let frame: Frame
    /// What is on it: 总览, 第15项.
    private let page: String
    private let theme: Theme

    init(_ frame: Frame, of page: String, theme: Theme) {
        self.frame = frame
        self.page = page
        self.theme = theme
    }

    var svg: [UInt8] { Array(frame.svg(theme: theme, title: "联席 \(page)").utf8) }

    var text: [UInt8] { Array(frame.lines.map { $0 + "\n" }.joined().utf8) }

    /// Writes both beside each other into the current directory, and returns their name without its ending. Never
    /// overwrites: a name that is taken gets a number.
    func saveHere() throws(Complaint) -> String {
        let base = "lianxi-\(Self.fileName(page))-\(Environment.today)"
        var name = base
        var number = 1
        while TextFile.exists(name + ".svg") || TextFile.exists(name + ".txt") {
            number += 1
            name = "\(base)-\(number)"
        }
        try OutputFile.write(svg, to: name + ".svg", replacing: false)
        try OutputFile.write(text, to: name + ".txt", replacing: false)
        return name
    }

    /// A title without what a file's name cannot hold, at most 24 characters.
    static func fileName(_ title: String) -> String {
        String(DisplayText(title).string.filter { !" /\\:*?\"<>|".contains($0) }.prefix(24))
    }
}
