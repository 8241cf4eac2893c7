/// What a piece of text means to the reader; themes decide how it looks. The raw value is the name in theme files,
/// where a missing `a.b` falls back to `a`, and a missing `a` to `text`.
package enum Role: String, CaseIterable, Sendable {
    case text
    /// Secondary text: derived values, labels, units of a figure.
    case dim
    /// Headings within a page.
    case heading
    /// 序号 and other numbers that name a row.
    case number
    /// Separator lines and tree lines.
    case rule
    /// Text that leads somewhere on Enter.
    case link
    /// A stretch that a search found.
    case match
    case lightGreen = "light.green"
    case lightYellow = "light.yellow"
    case lightRed = "light.red"
    case lightGrey = "light.grey"
    /// 已终止: no light at all.
    case lightNone = "light.none"
    case barFilled = "bar.filled"
    case barTrack = "bar.track"
    /// The mark of today on an axis.
    case today
    /// The program's title line.
    case title
    case titleDetail = "title.detail"
    case tab
    case tabCurrent = "tab.current"
    case keybarKey = "keybar.key"
    case keybarLabel = "keybar.label"
    case notice
    case warning
    case error
    case promptLabel = "prompt.label"
    case promptText = "prompt.text"
    /// A discrepancy of the published plan, or any remark that is not the plan's own text.
    case remark
}

/// What lies behind a cell. The raw value is the name of the surface's entry in theme files.
package enum Surface: String, CaseIterable, Sendable {
    case plain = "surface"
    /// The row under the cursor.
    case selected = "surface.selected"
    /// The row and the column of the cursor in a matrix.
    case crosshair = "surface.crosshair"
    /// The title line, the tab line and the key bar.
    case bar = "surface.bar"
    /// A prompt, or a box over the page.
    case prompt = "surface.prompt"
}
