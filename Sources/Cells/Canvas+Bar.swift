extension Canvas {
    /// Draws a progress bar of `width` columns. `percent` counts from 0 to 100 and is brought into that range; nil is a
    /// progress nobody knows, drawn unlike 0 percent.
    ///
    /// A bar is only full at 100 percent, and only empty at 0.
    package mutating func bar(x: Int, y: Int, width: Int, percent: Double?) {
        let x = Self.near(x)
        let width = Self.near(width)
        guard width > 0 else { return }
        guard let percent, !percent.isNaN else {
            repeated(glyphs.barUnknown, x: x, y: y, width: width, role: .barTrack)
            return
        }
        repeated(glyphs.barTrack, x: x, y: y, width: width, role: .barTrack)
        let steps = glyphs.barPartials.count + 1
        let filled = Self.filled(steps: width * steps, percent: percent)
        repeated(glyphs.barFull, x: x, y: y, width: filled / steps, role: .barFilled)
        if filled % steps > 0 {
            let partial = glyphs.barPartials[filled % steps - 1]
            text(partial, x: x + filled / steps, y: y, role: .barFilled)
        }
    }

    /// How many of `steps` are filled at a percentage.
    private static func filled(steps: Int, percent: Double) -> Int {
        if percent <= 0 { return 0 }
        if percent >= 100 { return steps }
        return min(max(Int(percent / 100 * Double(steps) + 0.5), 1), steps - 1)
    }
}
