import Cells
import Dashboard
import Glibc
import Ledger
import StrictJSON

/// A theme with the name it is chosen by.
struct ThemeChoice {
    /// What `--theme` takes: the name of a theme, or the path of its file.
    let name: String
    let theme: Theme
    /// The user's own file it was read from; nil where it is in the program.
    let file: String?
    /// Why it is not the one that was remembered.
    var mistake: String?

    /// A theme by path, by the name of a file among the user's own themes, or by the name of a shipped one.
    init(named name: String) throws(Complaint) {
        self.name = name
        file = try Self.ownFile(name)
        if let file {
            theme = try Self.theme(TextFile.read(file, what: "主题文件"), file: file)
            return
        }
        guard let bytes = Assets.bytes("Themes/\(name).json") else {
            let shipped = Assets.themes.joined(separator: "、")
            let own = try Paths.themes() + "/" + name + ".json"
            throw Complaint("没有名为“\(name)”的主题。可用的有：\(shipped)；自己的主题放在 \(own)。", status: .usage)
        }
        theme = try Self.theme(bytes, file: "Themes/\(name).json")
    }

    /// The one asked for. Else `mono` where `NO_COLOR` is set, else the remembered one if it can still be read, else
    /// `dark`.
    init(asked name: String?) throws(Complaint) {
        if let name {
            try self.init(named: name)
        } else if Environment.value("NO_COLOR") != nil {
            try self.init(named: "mono")
        } else if let remembered = Self.remembered {
            do throws(Complaint) {
                try self.init(named: remembered)
            } catch {
                try self.init(named: "dark")
                mistake = "上次的配色用不了，改用\(theme.title)：\(error.sentence)"
            }
        } else {
            try self.init(named: "dark")
        }
    }

    static func theme(_ bytes: [UInt8], file: String) throws(Complaint) -> Theme {
        do {
            return try Theme(bytes, file: file)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }

    /// The user's own file that a name or a path leads to; nil where there is none of that name.
    private static func ownFile(_ name: String) throws(Complaint) -> String? {
        if name.contains("/") { return name }
        let own = try Paths.themes() + "/" + name + ".json"
        return isWellFormed(name) && TextFile.exists(own) ? own : nil
    }

    /// Names of theme files: nothing that could lead out of their directory.
    private static func isWellFormed(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}

extension ThemeChoice {
    /// What was kept last; nil where nothing was.
    static var remembered: String? { (try? Paths.setting("theme")).flatMap(Remembered.line) }

    /// Keeps the name for the next time. A path is kept whole, whatever directory it was given from.
    func remember() {
        guard let place = try? Paths.setting("theme") else { return }
        Remembered.keep(name.contains("/") ? Self.wholePath(name) : name, in: place, what: "配色")
    }

    private static func wholePath(_ path: String) -> String {
        guard let whole = realpath(path, nil) else { return path }
        defer { free(whole) }
        return String(cString: whole)
    }

    /// The program's themes and the user's own, with `worn` among them.
    static func listings(worn: String) -> [ThemeListing] {
        let own = ((try? Paths.themes()).map(TextFile.names) ?? [])
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.filter(isWellFormed).sorted()
        let named = Assets.themes + own.filter { !Assets.themes.contains($0) }
        return (named.contains(worn) ? named : [worn] + named).map(listing)
    }

    private static func listing(_ name: String) -> ThemeListing {
        do throws(Complaint) {
            let choice = try ThemeChoice(named: name)
            return ThemeListing(name: name, title: choice.theme.title, remark: choice.file ?? name)
        } catch {
            return ThemeListing(name: name, title: name, remark: "有误：" + error.sentence)
        }
    }
}
