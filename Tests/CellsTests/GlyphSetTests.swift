import Testing
import Text

@testable import Cells

@Suite struct GlyphSetTests {
    @Test func `every glyph of the wide-safe set is as wide in every terminal`() {
        for glyph in GlyphSet.wideSafe.all {
            #expect(glyph.columns(.narrow) == glyph.columns(.wide), "\(glyph)")
            let isASCII = glyph.string.utf8.allSatisfy { $0 < 0x80 }
            #expect(isASCII || glyph.characters(.narrow).allSatisfy { $0.columns == 2 }, "\(glyph)")
        }
        #expect(GlyphSet.wideSafe.ambiguous == .wide)
        #expect(GlyphSet(.wideSafe, ambiguous: .narrow).ambiguous == .narrow)
    }

    @Test func `every glyph of the narrow set takes one column`() {
        #expect(GlyphSet.narrow.all.allSatisfy { $0.columns(.narrow) == 1 })
        #expect(GlyphSet(.narrow, ambiguous: .wide).ambiguous == .narrow)
    }

    @Test(arguments: [GlyphSet.narrow, .wideSafe])
    func `the lights differ from each other and take one column`(glyphs: GlyphSet) {
        let lights = [
            glyphs.lightGreen, glyphs.lightYellow, glyphs.lightRed, glyphs.lightGrey, glyphs.lightNone,
            glyphs.hollowGreen, glyphs.hollowYellow, glyphs.hollowRed, glyphs.ownGrey,
        ]
        #expect(Set(lights).count == 9)
        #expect(lights.allSatisfy { $0.columns(glyphs.ambiguous) == 1 })
    }

    @Test(arguments: [GlyphSet.narrow, .wideSafe])
    func `the roles of units differ from each other and from every light`(glyphs: GlyphSet) {
        let marks = [
            glyphs.roleLead, glyphs.roleResponsible, glyphs.roleSupport, glyphs.roleMember, glyphs.lightGreen,
            glyphs.lightYellow, glyphs.lightRed, glyphs.lightGrey, glyphs.lightNone, glyphs.hollowGreen,
            glyphs.hollowYellow, glyphs.hollowRed, glyphs.ownGrey,
        ]
        #expect(Set(marks).count == marks.count)
    }

    @Test func `only the ellipsis and the arrow of the wide-safe set take two columns`() {
        let wide = GlyphSet.wideSafe.all.filter { $0.columns(.wide) != 1 }
        #expect(wide == [GlyphSet.wideSafe.ellipsis, GlyphSet.wideSafe.arrow])
    }
}
