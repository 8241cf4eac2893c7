import Foundation
import FoundationXML
import Testing
import Text

@testable import Cells

/// Frames as SVG pictures, read back by an XML parser.
@Suite struct PictureTests {
    private func canvas(_ width: Int = 20, _ height: Int = 3) -> Canvas {
        Canvas(size: Size(width: width, height: height), glyphs: .narrow)
    }

    private static let colors = try? Theme(
        Array(
            ##"""
            {"name":"t","title":"试","roles":{"text":{"foreground":"#111111"},
             "light.red":{"foreground":"#ffffff","background":"#af0000","bold":true},"link":{"underline":true}},
             "surfaces":{"surface":{"background":"#fafafa"},"surface.selected":{"background":"#ffff87"}}}
            """##.utf8), file: "t.json")

    @Test("What is written stands in its cells, wide and narrow, and is escaped")
    func roundTrip() throws {
        var canvas = canvas(30, 4)
        canvas.text(DisplayText("第15项 <a> & \"b\"：“许可”…"), x: 1, y: 0)
        canvas.text("●绿 é e\u{301}", x: 3, y: 2, role: .lightRed)
        canvas.text("𠮷野家", x: 0, y: 3)
        let picture = try Picture(canvas.frame.svg(theme: .plain, title: "<试> & 试"))
        #expect(picture.title == "<试> & 试")
        #expect(picture.lines(4) == canvas.frame.lines)
    }

    @Test("A character stands in the middle of its cells, whatever the font")
    func columns() throws {
        var canvas = canvas()
        canvas.text("a中b", x: 2, y: 1)
        let picture = try Picture(canvas.frame.svg(theme: .plain, title: ""))
        #expect(picture.characters.map(\.x) == [25, 40, 55])
        #expect(Set(picture.characters.map(\.y)) == [37])
        #expect(picture.size == Size(width: 200, height: 63))
    }

    @Test("Colours, weight and underlining are the theme's")
    func looks() throws {
        var canvas = canvas()
        canvas.text("红", x: 0, y: 0, role: .lightRed)
        canvas.text("去", x: 4, y: 0, role: .link)
        canvas.surface(.selected, Rect(x: 4, y: 0, width: 16, height: 1))
        let picture = try Picture(canvas.frame.svg(theme: #require(Self.colors), title: ""))
        #expect(picture.characters.first?.fill == "#ffffff" && picture.characters.first?.isBold == true)
        #expect(picture.characters.last?.fill == "#111111" && picture.characters.last?.isBold == false)
        #expect(picture.rectangles.first?.fill == "#fafafa")
        let fills = picture.rectangles.dropFirst().map { "\($0.fill) \($0.rect.x)+\($0.rect.width)" }
        #expect(fills == ["#af0000 0+20", "#ffff87 40+160", "#111111 40+20"])
    }

    @Test("What a theme leaves to the terminal is black on white, and reversed is reversed")
    func terminalColors() throws {
        var canvas = canvas()
        canvas.text("甲", x: 0, y: 0)
        canvas.text("乙", x: 0, y: 1)
        canvas.surface(.selected, Rect(x: 0, y: 1, width: 20, height: 1))
        let picture = try Picture(canvas.frame.svg(theme: .plain, title: ""))
        #expect(picture.rectangles.map(\.fill) == ["#ffffff", "#000000"])
        #expect(picture.characters.map(\.fill) == ["#000000", "#ffffff"])
    }

    @Test("A bar and a line are drawn without a seam")
    func bars() throws {
        var canvas = canvas()
        canvas.text("████▌──", x: 0, y: 0)
        let picture = try Picture(canvas.frame.svg(theme: .plain, title: ""))
        #expect(picture.rectangles.dropFirst().map(\.rect.width) == [45, 20])
        #expect(picture.characters.isEmpty)
    }

    @Test("Nothing in it runs, loads or links")
    func passive() throws {
        var canvas = canvas(60, 1)
        canvas.text("</text><script>alert(1)</script><image href='x'/>", x: 0, y: 0)
        let picture = try Picture(canvas.frame.svg(theme: .plain, title: "</title><script/>"))
        #expect(picture.elements == ["svg", "title", "rect", "text", "tspan"])
        #expect(picture.lines(1) == canvas.frame.lines)
    }
}

/// A picture as a viewer reads it.
private final class Picture: NSObject, XMLParserDelegate {
    struct Character {
        let x: Int
        let y: Int
        let fill: String
        let isBold: Bool
        var text = ""
    }

    private(set) var title = ""
    private(set) var size = Size(width: 0, height: 0)
    private(set) var elements: Set<String> = []
    private(set) var rectangles: [(rect: Rect, fill: String)] = []
    private(set) var characters: [Character] = []
    private var line: [String: String] = [:]
    private var element = ""

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
    }

    /// The characters sorted back into cells of 10 × 21.
    func lines(_ height: Int) -> [String] {
        (0..<height).map { row in
            var line = ""
            var column = 0
            for character in characters where character.y / 21 == row {
                let isWide = character.x % 10 == 0
                let start = isWide ? character.x / 10 - 1 : character.x / 10
                line += String(repeating: " ", count: max(0, start - column)) + character.text
                column = start + (isWide ? 2 : 1)
            }
            return line
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        func number(_ key: String) -> Int { attributes[key].flatMap { Int($0) } ?? -1 }
        elements.insert(name)
        element = name
        switch name {
        case "svg": size = Size(width: number("width"), height: number("height"))
        case "rect":
            let rect = Rect(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
            rectangles.append((rect, attributes["fill"] ?? ""))
        case "text": line = attributes
        case "tspan":
            characters.append(
                Character(
                    x: number("x"), y: line["y"].flatMap { Int($0) } ?? -1, fill: line["fill"] ?? "",
                    isBold: line["font-weight"] == "bold"))
        default: break
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        element = ""
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if element == "title" { title += text }
        if element == "tspan" { characters[characters.count - 1].text += text }
    }
}
