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

    @Test func `there are themes for dark and light screens and for none with colours`() {
        #expect(Set(Self.names).isSuperset(of: ["dark.json", "light.json", "mono.json"]))
    }

    @Test(arguments: names)
    func `a theme is called as its file, and has a Chinese title`(file: String) throws {
        let theme = try theme(file)
        #expect(theme.name + ".json" == file)
        #expect(theme.title.contains { Key.character($0).isHan })
    }

    @Test(arguments: ["dark.json", "light.json"])
    func `every role can be read on every surface`(file: String) throws {
        let theme = try theme(file)
        for role in Role.allCases {
            for surface in Surface.allCases {
                let style = theme.style(role: role, surface: surface)
                guard let foreground = style.foreground, let background = style.background else {
                    Issue.record("\(role) on \(surface) has no colour of its own")
                    continue
                }
                #expect(contrast(foreground, background) >= 4.5, "\(role) on \(surface)")
                #expect(!style.dim && !style.reverse, "\(role) on \(surface)")
            }
        }
    }

    @Test(arguments: ["dark.json", "light.json"])
    func `surfaces can be told apart`(file: String) throws {
        let theme = try theme(file)
        let backgrounds = Set(Surface.allCases.map { theme.style(role: .text, surface: $0).background })
        #expect(backgrounds.count == Surface.allCases.count)
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

    /// The contrast ratio of two colours by WCAG 2.2: from 1 to 21.
    private func contrast(_ one: Color, _ other: Color) -> Double {
        let luminances = [luminance(one), luminance(other)].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    private func luminance(_ color: Color) -> Double {
        let linear = [color.red, color.green, color.blue].map { component in
            let share = Double(component) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
