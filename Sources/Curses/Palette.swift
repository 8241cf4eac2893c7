import Cells

/// How the cells of a role on a surface look: made once for each theme, when first seen.
struct Palette {
    let depth: ColorDepth
    /// Nil until the first frame.
    private(set) var theme: Theme?
    private var looks: [Look?] = []
    private let attributes: Attributes

    /// `wanted` is a ceiling: no terminal is given more than it has.
    init(wanted: ColorDepth, words: TerminalWords) {
        depth = min(wanted, ColorDepth(colors: words.colors, direct: words.hasDirectColor))
        attributes = depth == .none ? words.attributes : words.attributes.subtracting(words.clashing)
    }

    mutating func use(_ theme: Theme) {
        self.theme = theme
        looks = Array(repeating: nil, count: Role.allCases.count * Self.surfaces)
    }

    private static let surfaces = Surface.allCases.count

    /// Plain before the first `use`.
    mutating func look(of cell: Cell) -> Look {
        let place = Int(cell.role.code) * Self.surfaces + Int(cell.surface.code)
        if looks.indices.contains(place), let known = looks[place] { return known }
        guard let theme else { return Look() }
        let look = look(role: cell.role, surface: cell.surface, in: theme)
        looks[place] = look
        return look
    }

    private func look(role: Role, surface: Surface, in theme: Theme) -> Look {
        let style = theme.style(role: role, surface: surface)
        let colors = NearestColor.numbers(foreground: style.foreground, background: style.background, depth: depth)
        // A surface whose shade this terminal cannot tell from the plain one, or that has no colours to tell it by, is
        // shown reversed instead.
        let plain = theme.style(role: .text, surface: .plain).background
        let vanishes =
            style.background != plain
            && colors.background == NearestColor.numbers(foreground: nil, background: plain, depth: depth).background

        var wanted: Attributes = []
        // Of eight colours bold is the bright twin, and was settled with the colour: bold black is a grey.
        let isBold = depth == .ansi8 && colors.foreground >= 0 ? colors.bold : style.bold || colors.bold
        if isBold { wanted.insert(.bold) }
        if style.dim { wanted.insert(.dim) }
        if style.italic { wanted.insert(.italic) }
        if style.underline { wanted.insert(.underline) }
        if style.reverse != vanishes { wanted.insert(.reverse) }
        return Look(
            attributes: wanted.intersection(attributes), foreground: colors.foreground, background: colors.background)
    }
}

extension Role {
    fileprivate var code: UInt8 { withUnsafeBytes(of: self) { $0.first ?? 0 } }
}

extension Surface {
    fileprivate var code: UInt8 { withUnsafeBytes(of: self) { $0.first ?? 0 } }
}
