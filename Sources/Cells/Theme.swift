/// How every role looks on every surface.
package struct Theme: Equatable, Sendable {
    /// What a theme says about one role or one surface. What it leaves open (nil) is as the broader name says: a role
    /// `a.b` as `a`, then as `text`; a surface `surface.b` as `surface`.
    package struct Entry: Equatable, Sendable {
        package var foreground: Color?
        package var background: Color?
        package var bold: Bool?
        package var dim: Bool?
        package var italic: Bool?
        package var underline: Bool?
        package var reverse: Bool?

        package init() {}
    }

    /// The name on the command line: `[a-z0-9-]`, and the file's name without its `.json`.
    package let name: String
    /// The name shown to people, in Chinese; raw.
    package let title: String
    /// The glyph set the theme asks for, if it cares.
    package let glyphs: GlyphSet.Name?
    /// One style for every role on every surface: a row of surfaces for each role.
    private let styles: [Style]

    /// - Parameters:
    ///   - roles: by the raw values of `Role` and their broader names; other names do nothing.
    ///   - surfaces: by the raw values of `Surface`; other names do nothing.
    package init(
        name: String, title: String, glyphs: GlyphSet.Name? = nil, roles: [String: Entry], surfaces: [String: Entry]
    ) {
        self.name = name
        self.title = title
        self.glyphs = glyphs
        let grounds = Surface.allCases.map { Entry().overridden(by: surfaces, along: $0.rawValue) }
        styles = Role.allCases.flatMap { role in
            let look = (roles["text"] ?? Entry()).overridden(by: roles, along: role.rawValue)
            return grounds.map { look.style(on: $0) }
        }
    }

    /// The style of a cell.
    package func style(role: Role, surface: Surface) -> Style {
        styles[role.ordinal * Surface.allCases.count + surface.ordinal]
    }

    /// The look without any theme file: the terminal's own colours, the row under the cursor and prompts reversed.
    package static let plain = Theme(
        name: "plain", title: "无主题", roles: [:],
        surfaces: ["surface.selected": .reversed, "surface.bar": .reversed])
}

extension Theme.Entry {
    fileprivate static var reversed: Theme.Entry {
        var entry = Theme.Entry()
        entry.reverse = true
        return entry
    }

    /// The entry with what another one says.
    private func overridden(by other: Theme.Entry) -> Theme.Entry {
        var entry = self
        entry.foreground = other.foreground ?? foreground
        entry.background = other.background ?? background
        entry.bold = other.bold ?? bold
        entry.dim = other.dim ?? dim
        entry.italic = other.italic ?? italic
        entry.underline = other.underline ?? underline
        entry.reverse = other.reverse ?? reverse
        return entry
    }

    /// The entry with what is said for `a`, then for `a.b`.
    fileprivate func overridden(by entries: [String: Theme.Entry], along name: String) -> Theme.Entry {
        Theme.broaderNames(of: name).reduce(self) { entry, name in
            entries[name].map { entry.overridden(by: $0) } ?? entry
        }
    }

    /// The style of a role on a surface. What the surface says goes first, with two exceptions: a role with a background
    /// of its own is a patch in its own colours everywhere, and reversing a reversed role shows it upright, so that it
    /// still stands out.
    fileprivate func style(on surface: Theme.Entry) -> Style {
        var style = Style(foreground: surface.foreground ?? foreground, background: surface.background)
        if let background { style = Style(foreground: foreground, background: background) }
        style.bold = surface.bold ?? bold ?? false
        style.dim = surface.dim ?? dim ?? false
        style.italic = surface.italic ?? italic ?? false
        style.underline = surface.underline ?? underline ?? false
        style.reverse = (surface.reverse ?? false) != (reverse ?? false)
        return style
    }
}

extension Theme {
    /// `a.b` with the names it falls back to, the broadest first: `a`, `a.b`.
    static func broaderNames(of name: String) -> [String] {
        var names: [String] = []
        for end in name.utf8.indices where name.utf8[end] == UInt8(ascii: ".") { names.append(String(name[..<end])) }
        return names + [name]
    }

    /// Whether `name` ends at a dot of `other`: `a` is broader than `a.b`.
    static func isBroader(_ name: String, than other: String) -> Bool {
        other.utf8.starts(with: name.utf8) && other.utf8.dropFirst(name.utf8.count).first == UInt8(ascii: ".")
    }
}

extension Role {
    /// The place among `allCases`.
    fileprivate var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

extension Surface {
    /// The place among `allCases`.
    fileprivate var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
