package import StrictJSON

extension Theme {
    /// Reads a theme file; see the ones in `Themes/` for its shape. Everything in it has to be known: a misspelt role, an
    /// unknown attribute or a bad colour is an error with its line and path.
    /// - Parameter file: the name for errors; not opened.
    package init(_ bytes: [UInt8], file: String) throws(JSONError) {
        let root = try JSONDocument(bytes, file: file).root.object()
        for (key, value) in root where !["name", "title", "glyphs", "roles", "surfaces"].contains(key) {
            throw value.failure(.invalid("主题里没有这一项"))
        }
        let name = try root.required("name")
        let title = try root.required("title")
        var glyphs: GlyphSet.Name?
        if let value = root["glyphs"] {
            glyphs = GlyphSet.Name(rawValue: try value.string())
            if glyphs == nil { throw value.failure(.invalid("字符集只有 narrow 和 wide-safe")) }
        }
        self.init(
            name: try Self.name(name), title: try title.string(), glyphs: glyphs,
            roles: try Self.entries(root.required("roles"), known: Role.allCases.map(\.rawValue), "角色"),
            surfaces: try Self.entries(root.required("surfaces"), known: Surface.allCases.map(\.rawValue), "底面"))
    }

    private static func name(_ value: JSONValue) throws(JSONError) -> String {
        let name = try value.string()
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isPlain, !name.isEmpty else { throw value.failure(.invalid("主题名只用小写字母、数字和连字符")) }
        return name
    }

    /// The members of `roles` or `surfaces`. Their names are those of `known`, and the broader names these fall back to.
    private static func entries(
        _ value: JSONValue, known: [String], _ what: String
    ) throws(JSONError) -> [String: Entry] {
        var entries: [String: Entry] = [:]
        for (name, value) in try value.object() {
            guard known.contains(where: { $0 == name || isBroader(name, than: $0) }) else {
                throw value.failure(.invalid("没有这个\(what)：\(name)"))
            }
            entries[name] = try entry(value)
        }
        return entries
    }

    private static func entry(_ value: JSONValue) throws(JSONError) -> Entry {
        var entry = Entry()
        for (key, value) in try value.object() {
            switch key {
            case "foreground": entry.foreground = try color(value)
            case "background": entry.background = try color(value)
            case "bold": entry.bold = try value.bool()
            case "dim": entry.dim = try value.bool()
            case "italic": entry.italic = try value.bool()
            case "underline": entry.underline = try value.bool()
            case "reverse": entry.reverse = try value.bool()
            default: throw value.failure(.invalid("没有这个属性：\(key)"))
            }
        }
        return entry
    }

    private static func color(_ value: JSONValue) throws(JSONError) -> Color {
        guard let color = Color(hex: try value.string()) else {
            throw value.failure(.invalid("颜色要写成 #rrggbb"))
        }
        return color
    }
}
