import Foundation
import Testing

@testable import Cells

/// The themes of the program, as their files stand in `Themes/`.
@Suite struct ThemeFileTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Themes")

    private static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
        .filter { $0.hasSuffix(".json") }.sorted()

    private func theme(_ name: String) throws -> Theme {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        return try Theme(Array(bytes), file: name)
    }

    @Test func `there are themes for every screen, every room and every eye`() {
        let wanted = ["dark", "light", "clear", "projector", "projector-dark", "mono"].map { $0 + ".json" }
        #expect(Set(Self.names).isSuperset(of: wanted))
    }

    @Test(arguments: names)
    func `a theme is called as its file, and has a Chinese title`(file: String) throws {
        let theme = try theme(file)
        #expect(theme.name + ".json" == file)
        #expect(theme.title.contains { Key.character($0).isHan })
    }

    /// All but the one that leaves colours to the terminal.
    private static let colored = names.filter { $0 != "mono.json" }

    /// 4.5 is what WCAG asks of text (AA), 7 what it asks where reading is hard (AAA): at six metres in a bright room.
    @Test(arguments: colored)
    func `every role can be read on every surface`(file: String) throws {
        let theme = try theme(file)
        let least = file.hasPrefix("projector") ? 7 : 4.5
        for role in Role.allCases {
            for surface in Surface.allCases {
                let style = theme.style(role: role, surface: surface)
                guard let foreground = style.foreground, let background = style.background else {
                    Issue.record("\(role) on \(surface) has no colour of its own")
                    continue
                }
                #expect(ColorMeasures.contrast(foreground, background) >= least, "\(role) on \(surface)")
                #expect(!style.dim && !style.reverse, "\(role) on \(surface)")
            }
        }
    }

    @Test(arguments: colored)
    func `surfaces can be told apart`(file: String) throws {
        let theme = try theme(file)
        let backgrounds = Set(Surface.allCases.map { theme.style(role: .text, surface: $0).background })
        #expect(backgrounds.count == Surface.allCases.count)
    }

    /// A light shows by its text, or by the patch it stands on.
    @Test(arguments: ColorMeasures.Eye.allCases)
    func `no eye takes one light of the colour-blind-safe theme for another`(eye: ColorMeasures.Eye) throws {
        let theme = try theme("clear.json")
        let lights = [Role.lightGreen, .lightYellow, .lightRed, .lightGrey]
        for surface in Surface.allCases where surface != .selected {
            for (place, one) in lights.enumerated() {
                for other in lights.dropFirst(place + 1) {
                    let styles = [one, other].map { theme.style(role: $0, surface: surface) }
                    let differences = [\Style.foreground, \Style.background].map { part in
                        guard let first = styles[0][keyPath: part], let second = styles[1][keyPath: part] else {
                            return 0.0
                        }
                        return ColorMeasures.difference(first, second, to: eye)
                    }
                    #expect((differences.max() ?? 0) >= 40, "\(one) and \(other) on \(surface): \(differences)")
                }
            }
        }
    }

    @Test func `the measure knows whom it is for: the dark theme's red and green are alike without the cone for green`()
        throws
    {
        let theme = try theme("dark.json")
        let colors = [Role.lightGreen, .lightRed].compactMap { theme.style(role: $0, surface: .plain).foreground }
        try #require(colors.count == 2)
        #expect(ColorMeasures.difference(colors[0], colors[1], to: .usual) > 60)
        #expect(ColorMeasures.difference(colors[0], colors[1], to: .deuteranope) < 15)
    }

    @Test func `the theme without colours tells by attributes`() throws {
        let theme = try theme("mono.json")
        let styles = Role.allCases.flatMap { role in Surface.allCases.map { theme.style(role: role, surface: $0) } }
        #expect(styles.allSatisfy { $0.foreground == nil && $0.background == nil })
        let plain = theme.style(role: .text, surface: .plain)
        for surface in [Surface.selected, .bar] { #expect(theme.style(role: .text, surface: surface) != plain) }
        for surface in Surface.allCases {
            let text = theme.style(role: .text, surface: surface)
            for role in [Role.heading, .match, .lightRed, .lightYellow, .tabCurrent, .keybarKey, .error, .link] {
                #expect(theme.style(role: role, surface: surface) != text, "\(role) on \(surface)")
            }
            let lights = [Role.lightGreen, .lightYellow, .lightRed].map { theme.style(role: $0, surface: surface) }
            #expect(Set(lights).count == 3)
        }
    }
}
