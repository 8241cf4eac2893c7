import CNcurses
import Cells

/// How ncurses is to draw the cells of a role on a surface: made once for each theme, when first seen.
struct CursesPalette {
    /// Attributes and colour pair, as a cell of ncurses holds them.
    struct Look: Equatable {
        var attributes: attr_t
        var pair: Int32
        /// The number of the colour behind the cell, and whether a blank shows nothing but that.
        var background: Int32 = -1
        var isBare = true
    }

    let depth: ColorDepth
    /// Nil until the first frame.
    private(set) var theme: Theme?
    private var looks: [Look?]
    /// The colours of pair 1 and those after it: a few dozen at most.
    private var pairs: [NearestColor.Numbers] = []
    private let pairsLimit: Int

    /// For a terminal that ncurses has set up. `wanted` is a ceiling: no terminal is given more than it has.
    init(wanted: ColorDepth) {
        var depth = ColorDepth.none
        if wanted != .none, has_colors(), start_color() == OK {
            use_default_colors()
            depth = min(wanted, ColorDepth(colors: Int(lianxi_colors()), direct: lianxi_has_direct_color()))
        }
        self.depth = depth
        pairsLimit = depth == .none ? 0 : Int(lianxi_color_pairs())
        looks = []
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
        guard let theme else { return Look(attributes: 0, pair: 0) }
        let look = look(role: cell.role, surface: cell.surface, in: theme)
        looks[place] = look
        return look
    }

    private mutating func look(role: Role, surface: Surface, in theme: Theme) -> Look {
        let style = theme.style(role: role, surface: surface)
        let colors = NearestColor.numbers(foreground: style.foreground, background: style.background, depth: depth)
        // A surface whose shade this terminal cannot tell from the plain one, or that has no colours to tell it by, is
        // shown reversed instead.
        let plain = theme.style(role: .text, surface: .plain).background
        let vanishes =
            style.background != plain
            && colors.background == NearestColor.numbers(foreground: nil, background: plain, depth: depth).background

        var attributes: attr_t = 0
        // Of eight colours bold is the bright twin, and was settled with the colour: bold black is a grey.
        let isBold = depth == .ansi8 && colors.foreground >= 0 ? colors.bold : style.bold || colors.bold
        if isBold { attributes |= lianxi_bold }
        if style.dim { attributes |= lianxi_dim }
        if style.italic { attributes |= lianxi_italic }
        if style.underline { attributes |= lianxi_underline }
        if style.reverse != vanishes { attributes |= lianxi_reverse }
        return Look(
            attributes: attributes, pair: pair(of: colors), background: colors.background,
            isBare: attributes & (lianxi_underline | lianxi_reverse) == 0)
    }

    /// A pair keeps its colours as long as the screen lives: redefining one would change cells that are on the screen.
    /// A terminal that has no pair left shows its own colours.
    private mutating func pair(of colors: NearestColor.Numbers) -> Int32 {
        var key = colors
        key.bold = false
        if key.foreground < 0 && key.background < 0 { return 0 }
        if let known = pairs.firstIndex(of: key) { return Int32(known + 1) }
        let pair = Int32(pairs.count + 1)
        guard pair < pairsLimit, init_extended_pair(pair, key.foreground, key.background) == OK else { return 0 }
        pairs.append(key)
        return pair
    }
}

extension Role {
    fileprivate var code: UInt8 { withUnsafeBytes(of: self) { $0.first ?? 0 } }
}

extension Surface {
    fileprivate var code: UInt8 { withUnsafeBytes(of: self) { $0.first ?? 0 } }
}
