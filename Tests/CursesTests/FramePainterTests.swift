import CNcurses
import Cells
import Foundation
import Testing
import Text

@testable import Curses

/// What terminals show of the bytes that frames are painted with. Serialized, because descriptions of terminals are the
/// process' and not a test's.
@Suite(.serialized) struct FramePainterTests {
    private static let terminals = ["xterm-256color", "linux", "screen-256color", "vt100", "ansi"]
    private let size = Size(width: 30, height: 14)

    private func theme() throws -> Theme {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Themes/dark.json")
        return try Theme(Array(Data(contentsOf: file)), file: "dark.json")
    }

    private func open(_ name: String) throws -> (FramePainter, VirtualTerminal, TerminalWords) {
        try #require(lianxi_knows_terminal(name))
        let words = try #require(TerminalWords())
        let terminal = VirtualTerminal(
            size: size, clearsInColor: words.clearsInColor, wrapsLate: tigetflag("xenl") > 0)
        return (FramePainter(words: words, colors: .automatic, size: size), terminal, words)
    }

    /// A list as pages draw them: wide and narrow characters, marks, colours, a selected row, blanks to the edge.
    private func list(from first: Int, selected: Int, roles: [Role] = [.text, .link, .lightRed, .match]) -> Frame {
        var frame = Frame(size: size)
        for y in 0..<size.height {
            let number = first + y
            var x = number % 3
            for (place, scalar) in "\(number) 联席 e\u{301}会议\(number % 7 == 0 ? String(repeating: "满", count: 9) : "")"
                .enumerated()
            {
                let scalars = Array(scalar.unicodeScalars)
                let isWide = DisplayWidth.columns(of: scalars[0], ambiguous: .narrow) == 2
                guard x + (isWide ? 2 : 1) <= size.width else { break }
                let role = roles[(number + place) % roles.count]
                frame[x, y] = Cell(
                    Glyph(scalars[0], marks: Array(scalars.dropFirst())), span: isWide ? .wide : .single, role: role)
                if isWide { frame[x + 1, y] = Cell(.space, span: .tail, role: role) }
                x += isWide ? 2 : 1
            }
            if y == selected { for x in 0..<size.width { frame[x, y].surface = .selected } }
        }
        return frame
    }

    private func check(_ terminal: VirtualTerminal, shows frame: Frame, _ words: TerminalWords, theme: Theme) {
        #expect(terminal.unknown == [])
        if frame.caret != nil || !words.hideCursor.isEmpty { #expect(terminal.cursor == frame.caret) }
        var palette = Palette(wanted: .automatic, words: words)
        palette.use(theme)
        for y in 0..<size.height {
            for x in 0..<size.width {
                // Where it would move the screen up, the last cell cannot be written.
                if !words.keepsLastCell, x == size.width - 1, y == size.height - 1 { continue }
                let cell = frame[x, y]
                let found = terminal.places[y][x]
                let text = cell.span == .tail ? "" : String(String.UnicodeScalarView(cell.glyph.scalars))
                let wanted = palette.look(of: cell)
                let looksRight =
                    cell.glyph.isSpace && wanted.isBare
                    ? found.look.background == wanted.background && found.look.isBare : found.look == wanted
                #expect(found.text == text && looksRight, "\(x), \(y): \(found), not \(text) \(wanted)")
            }
        }
    }

    @Test("The screen shows each frame, whatever was shown before", arguments: terminals)
    func frames(name: String) throws {
        var (painter, terminal, words) = try open(name)
        let theme = try theme()
        let frames =
            [(0, 3), (0, 4), (1, 4), (2, 3), (1, 3), (40, 0), (41, 0), (7, 13), (6, 13)].map {
                list(from: $0, selected: $1)
            }
            + [Frame(size: size), list(from: 5, selected: 2, roles: [.heading, .dim])]
        for frame in frames {
            terminal.take(painter.bytes(painting: frame, theme: theme))
            check(terminal, shows: frame, words, theme: theme)
        }
    }

    @Test("A wide character gives way to narrow ones, and they to it", arguments: terminals)
    func halves(name: String) throws {
        var (painter, terminal, words) = try open(name)
        let theme = try theme()
        for text in ["联席会议 联席", "a联席会议b席", "ab 席c议 联席", "联席会议 联席"] {
            var frame = Frame(size: size)
            var x = 0
            for scalar in text.unicodeScalars {
                let isWide = scalar.value > 0x2E80
                frame[x, 5] = Cell(Glyph(scalar), span: isWide ? .wide : .single)
                if isWide { frame[x + 1, 5] = Cell(.space, span: .tail) }
                x += isWide ? 2 : 1
            }
            terminal.take(painter.bytes(painting: frame, theme: theme))
            check(terminal, shows: frame, words, theme: theme)
        }
    }

    @Test("A screen that others have written on is made good", arguments: terminals)
    func forgotten(name: String) throws {
        var (painter, terminal, words) = try open(name)
        let theme = try theme()
        let frame = list(from: 0, selected: 3)
        terminal.take(painter.bytes(painting: frame, theme: theme))
        terminal.take(Array("\u{1B}[5;5H\u{1B}[7m脏\u{1B}[2J".utf8))
        painter.forget(size: size)
        terminal.take(painter.bytes(painting: frame, theme: theme))
        check(terminal, shows: frame, words, theme: theme)
    }

    @Test("The cursor stands where the frame says, and is hidden where it says nothing", arguments: terminals)
    func caret(name: String) throws {
        var (painter, terminal, words) = try open(name)
        let theme = try theme()
        var frame = list(from: 0, selected: 3)
        for caret in [Point(x: 4, y: 2), nil, Point(x: 4, y: 2), Point(x: 0, y: 13), Point(x: 30, y: 14)] {
            frame.caret = caret
            terminal.take(painter.bytes(painting: frame, theme: theme))
            // Beyond the screen is nowhere.
            if caret?.x == size.width { frame.caret = nil }
            check(terminal, shows: frame, words, theme: theme)
        }
    }

    @Test("The next row of a list costs what changed of it, not the screen")
    func thrift() throws {
        var (painter, _, _) = try open("xterm-256color")
        let theme = try theme()
        let whole = painter.bytes(painting: list(from: 0, selected: 3), theme: theme).count
        #expect(painter.bytes(painting: list(from: 0, selected: 3), theme: theme).isEmpty)
        #expect(painter.bytes(painting: list(from: 0, selected: 4), theme: theme).count < whole / 5)
        _ = painter.bytes(painting: list(from: 0, selected: 13), theme: theme)
        #expect(painter.bytes(painting: list(from: 1, selected: 13), theme: theme).count < whole / 3)
    }

    @Test("Half a character, and one of another width than it was laid out for, are blanks: the row stays in place")
    func misfits() throws {
        var (painter, terminal, words) = try open("xterm-256color")
        let theme = try theme()
        var frame = Frame(size: size)
        for (x, glyph) in "联x席".unicodeScalars.enumerated() { frame[x, 0] = Cell(Glyph(glyph)) }
        frame[3, 0] = Cell(Glyph("会"), span: .wide)
        frame[4, 0] = Cell(Glyph("y"))
        terminal.take(painter.bytes(painting: frame, theme: theme))
        var shown = frame
        for x in [0, 2, 3] { shown[x, 0] = .blank }
        check(terminal, shows: shown, words, theme: theme)
    }
}
