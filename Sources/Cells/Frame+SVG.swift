extension Frame {
    /// The frame as an SVG picture that looks like the screen. Every character stands at the place of its cell, so no font
    /// moves a column; colours a theme leaves to the terminal are black on white.
    /// - Parameter title: what the picture is called; raw.
    package func svg(theme: Theme, title: String) -> String {
        let (width, height) = (size.width * SVG.cell.width, size.height * SVG.cell.height)
        var picture = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" font-family="\(SVG.fonts)" font-size="\(SVG.fontSize)" \
            text-anchor="middle" shape-rendering="crispEdges">
            <title>\(SVG.escaped(title))</title>

            """
        let ground = SVG.Paint(theme.style(role: .text, surface: .plain)).background
        picture += SVG.rectangle(Rect(x: 0, y: 0, width: width, height: height), fill: ground)
        for y in 0..<size.height {
            let runs = SVG.runs(Array(row(y)), theme)
            for part in SVG.backdrop(runs, y: y) where part.fill != ground {
                picture += SVG.rectangle(part.rect, fill: part.fill)
            }
            for run in runs { picture += run.text(y: y) }
        }
        return picture + "</svg>\n"
    }
}

/// The parts of an SVG picture. Lengths are in its pixels.
private enum SVG {
    static let cell = Size(width: 10, height: 21)
    static let fontSize = 17
    /// From a cell's top to the line the letters stand on.
    static let baseline = 16
    /// Narrow letters first, so that they are not taken from a Chinese font that draws them wide.
    static let fonts =
        "Consolas, Menlo, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
        + "'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Zen Hei', SimSun, monospace"

    /// A style as it is painted: both colours known, and reversed already.
    struct Paint: Equatable {
        let foreground: String
        let background: String
        let style: Style

        init(_ style: Style) {
            let colors = [style.foreground?.hex ?? "#000000", style.background?.hex ?? "#ffffff"]
            foreground = style.reverse ? colors[1] : colors[0]
            background = style.reverse ? colors[0] : colors[1]
            self.style = style
        }

        /// The attributes of a text in this paint.
        var attributes: String {
            " fill=\"\(foreground)\"" + (style.bold ? " font-weight=\"bold\"" : "")
                + (style.italic ? " font-style=\"italic\"" : "") + (style.dim ? " fill-opacity=\"0.65\"" : "")
        }
    }

    /// Neighbouring cells of one paint.
    struct Run {
        let x: Int
        var cells: [Cell]
        let paint: Paint

        var left: Int { x * cell.width }
        var width: Int { cells.count * cell.width }

        /// The characters, each in the middle of its cells. Lines and bars are drawn, because they have to meet.
        func text(y: Int) -> String {
            let top = y * cell.height
            var letters = ""
            var shapes: [Rect] = []
            for (offset, shown) in cells.enumerated() where shown.span != .tail && shown.glyph != .space {
                let start = left + offset * cell.width
                if let part = drawn(shown.glyph) {
                    shapes.join(Rect(x: start + part.x, y: top + part.y, width: part.width, height: part.height))
                } else {
                    let middle = start + (shown.span == .wide ? cell.width : cell.width / 2)
                    let character = String(String.UnicodeScalarView(shown.glyph.scalars))
                    letters += "<tspan x=\"\(middle)\">\(escaped(character))</tspan>"
                }
            }
            if paint.style.underline { shapes.append(Rect(x: left, y: top + baseline + 2, width: width, height: 1)) }
            let drawing = shapes.map { rectangle($0, fill: paint.foreground) }.joined()
            if letters.isEmpty { return drawing }
            return drawing + "<text y=\"\(top + baseline)\"\(paint.attributes)>\(letters)</text>\n"
        }
    }

    static func runs(_ cells: [Cell], _ theme: Theme) -> [Run] {
        var runs: [Run] = []
        for (x, cell) in cells.enumerated() {
            let paint = Paint(theme.style(role: cell.role, surface: cell.surface))
            if runs.last?.paint == paint {
                runs[runs.count - 1].cells.append(cell)
            } else {
                runs.append(Run(x: x, cells: [cell], paint: paint))
            }
        }
        return runs
    }

    /// What lies behind a row, as few rectangles as can be.
    static func backdrop(_ runs: [Run], y: Int) -> [(rect: Rect, fill: String)] {
        var parts: [(rect: Rect, fill: String)] = []
        for run in runs {
            let left = parts.last.flatMap { $0.fill == run.paint.background ? $0.rect.x : nil }
            if left != nil { parts.removeLast() }
            let start = left ?? run.left
            let rect = Rect(x: start, y: y * cell.height, width: run.left + run.width - start, height: cell.height)
            parts.append((rect, run.paint.background))
        }
        return parts
    }

    /// The part of its cell that a line or a bar fills; nil for a character that fonts draw.
    static func drawn(_ glyph: Glyph) -> Rect? {
        guard !glyph.hasMarks else { return nil }
        switch glyph.base {
        case 0x2500: return Rect(x: 0, y: cell.height / 2, width: cell.width, height: 1)
        case 0x2502: return Rect(x: cell.width / 2, y: 0, width: 1, height: cell.height)
        case 0x2588: return Rect(x: 0, y: 3, width: cell.width, height: cell.height - 6)
        case 0x2589...0x258F:
            let eighths = 0x2590 - Int(glyph.base)
            return Rect(x: 0, y: 3, width: max(1, cell.width * eighths / 8), height: cell.height - 6)
        default: return nil
        }
    }

    static func rectangle(_ rect: Rect, fill: String) -> String {
        "<rect x=\"\(rect.x)\" y=\"\(rect.y)\" width=\"\(rect.width)\" height=\"\(rect.height)\" fill=\"\(fill)\"/>\n"
    }

    /// Text as XML may hold it.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

extension [Rect] {
    /// Adds a rectangle, to the last one where it goes on from there: seams would show between the two.
    fileprivate mutating func join(_ next: Rect) {
        if let last, last.right == next.x, last.y == next.y, last.height == next.height {
            self[count - 1] = Rect(x: last.x, y: last.y, width: last.width + next.width, height: last.height)
        } else {
            append(next)
        }
    }
}

extension Color {
    /// `#rrggbb`
    fileprivate var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
