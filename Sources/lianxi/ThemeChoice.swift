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
        let text = try ThemeText(named: name)
        self.name = name
        file = text.file
        theme = try Self.theme(text.bytes, file: text.file ?? "Themes/\(name).json")
    }

    /// The one asked for. Else `mono` where `NO_COLOR` is set, else the remembered one if it can still be read, else
    /// `dark`.
    init(asked name: String?) throws(Complaint) {
        let wanted = Self.name(asked: name)
        do throws(Complaint) {
            try self.init(named: wanted)
        } catch {
            guard name == nil, wanted == Self.remembered else { throw error }
            try self.init(named: "dark")
            mistake = "上次的配色用不了，改用\(theme.title)：\(error.sentence)"
        }
    }

    /// The name of the theme to be worn, if it can be read.
    static func name(asked name: String?) -> String {
        name ?? (Environment.value("NO_COLOR") != nil ? "mono" : remembered ?? "dark")
    }

    static func theme(_ bytes: [UInt8], file: String) throws(Complaint) -> Theme {
        do {
            return try Theme(bytes, file: file)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
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
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.filter(ThemeText.isWellFormed).sorted()
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
