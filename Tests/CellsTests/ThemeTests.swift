import Testing

@testable import Cells

@Suite struct ThemeTests {
    private func theme(_ roles: String, _ surfaces: String = "{}") throws -> Theme {
        try Theme(Array(#"{"name":"t","title":"试","roles":\#(roles),"surfaces":\#(surfaces)}"#.utf8), file: "t.json")
    }

    @Test func `a role falls back to its broader names, each colour and attribute by itself`() throws {
        let theme = try theme(
            ##"{"text":{"foreground":"#010203"},"light":{"bold":true},"light.red":{"foreground":"#FF0000"}}"##)
        #expect(theme.style(role: .dim, surface: .plain).foreground == Color(red: 1, green: 2, blue: 3))
        let red = theme.style(role: .lightRed, surface: .plain)
        #expect(red.foreground == Color(red: 255, green: 0, blue: 0) && red.bold)
        let green = theme.style(role: .lightGreen, surface: .plain)
        #expect(green.foreground == Color(red: 1, green: 2, blue: 3) && green.bold)
    }

    @Test func `a surface gives the background and may override the rest`() throws {
        let theme = try theme(
            ##"{"text":{"foreground":"#010203","dim":true},"match":{"reverse":true}}"##,
            ##"{"surface":{"background":"#101010"},"surface.selected":{"reverse":true,"dim":false,"foreground":"#ffffff"}}"##
        )
        let selected = theme.style(role: .text, surface: .selected)
        #expect(selected.background == Color(hex: "#101010") && selected.foreground == Color(hex: "#ffffff"))
        #expect(selected.reverse && !selected.dim)
        #expect(theme.style(role: .text, surface: .bar).dim)
        #expect(theme.style(role: .match, surface: .bar).reverse)
        #expect(!theme.style(role: .match, surface: .selected).reverse)
    }

    @Test func `a role with a background of its own is a patch in its own colours on every surface`() throws {
        let theme = try theme(
            ##"{"light.red":{"foreground":"#ffffff","background":"#af0000"}}"##,
            ##"{"surface":{"background":"#101010"},"surface.selected":{"background":"#00005f","foreground":"#00ff00"}}"##
        )
        for surface in Surface.allCases {
            let style = theme.style(role: .lightRed, surface: surface)
            #expect(style.foreground == Color(hex: "#ffffff") && style.background == Color(hex: "#af0000"))
        }
        #expect(theme.style(role: .text, surface: .selected).foreground == Color(hex: "#00ff00"))
    }

    @Test func `every role on every surface has its own entry`() throws {
        for (number, role) in Role.allCases.enumerated() {
            let theme = try theme(##"{"\##(role.rawValue)":{"foreground":"#0000\##(10 + number)"}}"##)
            let color = Color(red: 0, green: 0, blue: UInt8("\(10 + number)", radix: 16) ?? 0)
            #expect(Surface.allCases.allSatisfy { theme.style(role: role, surface: $0).foreground == color })
        }
        for (number, surface) in Surface.allCases.enumerated() {
            let theme = try theme("{}", ##"{"\##(surface.rawValue)":{"background":"#00001\##(number)"}}"##)
            let color = Color(red: 0, green: 0, blue: UInt8(16 + number))
            #expect(Role.allCases.allSatisfy { theme.style(role: $0, surface: surface).background == color })
        }
    }

    @Test(arguments: [
        (##"{"light.purple":{}}"##, "roles[\"light.purple\"]", "light.purple"),
        (##"{"heading":{"foreground":"red"}}"##, "roles.heading.foreground", "#rrggbb"),
        (##"{"heading":{"foreground":"#12345"}}"##, "roles.heading.foreground", "#rrggbb"),
        (##"{"heading":{"foreground":"#12345g"}}"##, "roles.heading.foreground", "#rrggbb"),
        (##"{"heading":{"foreground":"#+12345"}}"##, "roles.heading.foreground", "#rrggbb"),
        (##"{"heading":{"foreground":7}}"##, "roles.heading.foreground", "wrongType"),
        (##"{"heading":{"bold":"yes"}}"##, "roles.heading.bold", "wrongType"),
        (##"{"heading":{"blink":true}}"##, "roles.heading.blink", "blink"),
        (##"{"heading":[]}"##, "roles.heading", "wrongType"),
        ("7", "roles", "wrongType"),
    ])
    func `a mistake is told with its place`(roles: String, path: String, reason: String) {
        let error = #expect(throws: (any Error).self) { try theme(roles) }
        let told = String(reflecting: error)
        #expect(told.contains("t.json") && told.contains(reason), "\(told)")
        // The path prints as `a.b["c.d"]`; its parts are enough here.
        for part in path.split(whereSeparator: { ".[]\"".contains($0) }) { #expect(told.contains(part), "\(told)") }
    }

    @Test(arguments: [
        "{}", "[]", #"{"name":"A","title":"","roles":{},"surfaces":{}}"#,
        #"{"name":"","title":"","roles":{},"surfaces":{}}"#,
        #"{"name":"a","roles":{},"surfaces":{}}"#,
        #"{"name":"a","title":"","surfaces":{}}"#,
        #"{"name":"a","title":"","roles":{},"surfaces":{"surface.side":{}}}"#,
        #"{"name":"a","title":"","roles":{},"surfaces":{},"glyphs":"round"}"#,
        #"{"name":"a","title":"","roles":{},"surfaces":{},"colour":1}"#,
    ])
    func `a file of another shape is refused`(json: String) {
        #expect(throws: (any Error).self) { try Theme(Array(json.utf8), file: "t.json") }
    }

    @Test func `a theme may ask for a glyph set`() throws {
        let json = #"{"name":"a-1","title":"甲","roles":{},"surfaces":{},"glyphs":"wide-safe"}"#
        let theme = try Theme(Array(json.utf8), file: "t.json")
        #expect(theme.glyphs == .wideSafe && theme.name == "a-1" && theme.title == "甲")
    }
}
