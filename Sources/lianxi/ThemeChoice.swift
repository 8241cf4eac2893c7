import Cells
import Ledger
import StrictJSON

/// Which theme the screen wears.
enum ThemeChoice {
    /// A theme by path, by the name of a file among the user's own themes, or by the name of a shipped one. Without a
    /// name: `mono` where `NO_COLOR` is set, else `dark`.
    static func theme(named name: String?) throws(Complaint) -> Theme {
        let name = name ?? (Environment.value("NO_COLOR") != nil ? "mono" : "dark")
        if name.contains("/") { return try theme(TextFile.read(name, what: "主题文件"), file: name) }
        let own = try Paths.themes() + "/" + name + ".json"
        if isWellFormed(name), TextFile.exists(own) {
            return try theme(TextFile.read(own, what: "主题文件"), file: own)
        }
        guard let bytes = Assets.bytes("Themes/\(name).json") else {
            let shipped = Assets.themes.joined(separator: "、")
            throw Complaint("没有名为“\(name)”的主题。可用的有：\(shipped)；自己的主题放在 \(own)。", status: .usage)
        }
        return try theme(bytes, file: "Themes/\(name).json")
    }

    private static func theme(_ bytes: [UInt8], file: String) throws(Complaint) -> Theme {
        do {
            return try Theme(bytes, file: file)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }

    /// Names of theme files: nothing that could lead out of their directory.
    private static func isWellFormed(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
