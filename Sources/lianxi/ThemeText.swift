/// The file of a theme as it stands, not yet understood.
struct ThemeText {
    /// The user's own file; nil where it is in the program.
    let file: String?
    let bytes: [UInt8]

    /// By path, by the name of a file among the user's own themes, or by the name of a shipped one.
    init(named name: String) throws(Complaint) {
        file = try Self.ownFile(name)
        if let file {
            bytes = try TextFile.read(file, what: "主题文件")
        } else if let shipped = Assets.bytes("Themes/\(name).json") {
            bytes = shipped
        } else {
            let shipped = Assets.themes.joined(separator: "、")
            let own = try Paths.themes() + "/" + name + ".json"
            throw Complaint("没有名为“\(name)”的主题。可用的有：\(shipped)；自己的主题放在 \(own)。", status: .usage)
        }
    }

    /// The user's own file that a name or a path leads to; nil where there is none of that name.
    private static func ownFile(_ name: String) throws(Complaint) -> String? {
        if name.contains("/") { return name }
        let own = try Paths.themes() + "/" + name + ".json"
        return isWellFormed(name) && TextFile.exists(own) ? own : nil
    }

    /// Names of theme files: nothing that could lead out of their directory.
    static func isWellFormed(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
