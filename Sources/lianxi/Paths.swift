/// Where things lie, by the XDG base directory rules.
enum Paths {
    /// The ledger's directory: as asked for, else `$LIANXI_LEDGER`, else below the user's data directory by the plan's
    /// identifier.
    static func ledger(asked: String?, plan: String) throws(Complaint) -> String {
        if let place = asked ?? Environment.value("LIANXI_LEDGER") { return place }
        return try own(plan)
    }

    /// A plan's own directory below the user's data directory, whatever `$LIANXI_LEDGER` says.
    static func own(_ plan: String) throws(Complaint) -> String {
        try below("XDG_DATA_HOME", orHome: ".local/share") + "/lianxi/" + plan
    }

    /// The directory of the user's own themes.
    static func themes() throws(Complaint) -> String {
        try below("XDG_CONFIG_HOME", orHome: ".config") + "/lianxi/themes"
    }

    /// A small file of the user's own settings: `author`, `filters`, `theme`.
    static func setting(_ name: String) throws(Complaint) -> String {
        try below("XDG_CONFIG_HOME", orHome: ".config") + "/lianxi/" + name
    }

    /// Where it is kept which glyph set a terminal needs.
    static func glyphs() throws(Complaint) -> String {
        try below("XDG_STATE_HOME", orHome: ".local/state") + "/lianxi/glyphs"
    }

    /// git's own settings, the first one decides.
    static var gitConfigs: [String] {
        let home = Environment.value("HOME").map { [$0 + "/.gitconfig"] } ?? []
        return home + ((try? below("XDG_CONFIG_HOME", orHome: ".config") + "/git/config").map { [$0] } ?? [])
    }

    /// XDG variables count only when they hold an absolute path.
    private static func below(_ variable: String, orHome folder: String) throws(Complaint) -> String {
        if let place = Environment.value(variable), place.hasPrefix("/") { return place }
        guard let home = Environment.value("HOME") else {
            throw Complaint("不知道数据放在哪里：环境变量 HOME 没有设置。请用 --ledger 指定数据目录。", status: .usage)
        }
        return home + "/" + folder
    }
}
