import Testing
import Text

@testable import Cells

@Suite struct LargeFigureTests {
    @Test(arguments: [GlyphSet.narrow, .wideSafe])
    func `every row of a figure has the columns the figure says`(glyphs: GlyphSet) throws {
        for scale in [LargeFigure.Scale.small, .large] {
            for text in ["0", "64.5%", "-12", "10,000", "+3", "5/7"] {
                let figure = try #require(LargeFigure(text, scale, glyphs))
                #expect(figure.rows.allSatisfy { $0.columns(glyphs.ambiguous) == figure.columns }, "\(text)")
                #expect(figure.rows.count == 5 || (scale == .small && glyphs == .narrow && figure.rows.count == 3))
            }
        }
    }

    @Test(arguments: [GlyphSet.narrow, .wideSafe])
    func `no digit looks like another`(glyphs: GlyphSet) throws {
        for scale in [LargeFigure.Scale.small, .large] {
            let drawn = try "0123456789".map { try #require(LargeFigure(String($0), scale, glyphs)).rows }
            #expect(Set(drawn).count == 10)
        }
    }

    @Test func `the wide-safe set draws figures in plain ASCII`() throws {
        let figure = try #require(LargeFigure("0123456789%.,-+/", .small, .wideSafe))
        #expect(figure.rows.allSatisfy { $0.string.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test func `a seven is drawn as one sees it`() throws {
        let figure = try #require(LargeFigure("7", .large, .wideSafe))
        #expect(figure.rows.map(\.string) == ["######", "    ##", "    ##", "    ##", "    ##"])
        #expect(LargeFigure("7", .small, .narrow)?.rows.map(\.string) == ["▀▀█", "  █", "  ▀"])
    }

    @Test func `words have no large figures`() {
        #expect(LargeFigure("未报", .large, .narrow) == nil)
        #expect(LargeFigure("", .large, .narrow) == nil)
    }
}
