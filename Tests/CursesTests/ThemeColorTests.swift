import Cells
import Foundation
import Testing

@testable import Curses

/// The themes of the program on terminals that have fewer colours than a theme may name.
@Suite struct ThemeColorTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Themes")

    private static let colored: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
        .filter { $0.hasSuffix(".json") && $0 != "mono.json" }.sorted()

    private func styles(_ file: String) throws -> [(name: String, style: Style)] {
        let theme = try Theme(Array(Data(contentsOf: Self.folder.appending(path: file))), file: file)
        return Role.allCases.flatMap { role in
            Surface.allCases.map { ("\(role) on \($0)", theme.style(role: role, surface: $0)) }
        }
    }

    @Test("256 colours: every role can be read on every surface as well as the theme promises", arguments: colored)
    func indexed(file: String) throws {
        let least = file.hasPrefix("projector") ? 7 : 4.5
        for (name, style) in try styles(file) {
            let numbers = NearestColor.numbers(
                foreground: style.foreground, background: style.background, depth: .indexed256)
            let contrast = contrast(shade(numbers.foreground), shade(numbers.background))
            #expect(contrast >= least, "\(name): \(contrast)")
        }
    }

    @Test(
        "256 colours: the row under the cursor, and what is not the page, can be told from the page", arguments: colored
    )
    func surfaces(file: String) throws {
        let theme = try Theme(Array(Data(contentsOf: Self.folder.appending(path: file))), file: file)
        let grounds = Dictionary(
            uniqueKeysWithValues: try Surface.allCases.map { surface in
                (surface, NearestColor.indexed(try #require(theme.style(role: .text, surface: surface).background)))
            })
        for surface in Surface.allCases where surface != .plain { #expect(grounds[surface] != grounds[.plain]) }
        for surface in Surface.allCases where surface != .selected { #expect(grounds[surface] != grounds[.selected]) }
    }

    @Test(
        "16 colours: red keeps a colour of its own, where green or yellow on white have to become black",
        arguments: colored)
    func lights(file: String) throws {
        let theme = try Theme(Array(Data(contentsOf: Self.folder.appending(path: file))), file: file)
        let looks = [Role.lightGreen, .lightYellow, .lightRed].map { role in
            let style = theme.style(role: role, surface: .plain)
            return NearestColor.numbers(foreground: style.foreground, background: style.background, depth: .ansi16)
        }
        #expect(looks[2] != looks[0] && looks[2] != looks[1], "\(looks)")
    }

    /// xterm's colour 16 to 255, as red, green and blue.
    private func shade(_ number: Int32) -> [Int] {
        let levels = [0, 95, 135, 175, 215, 255]
        let place = Int(number) - 16
        if place >= 216 { return Array(repeating: 8 + 10 * (place - 216), count: 3) }
        return [levels[place / 36], levels[place / 6 % 6], levels[place % 6]]
    }

    /// WCAG 2.2's contrast ratio.
    private func contrast(_ one: [Int], _ other: [Int]) -> Double {
        let luminances = [one, other].map { channels in
            zip(channels, [0.2126, 0.7152, 0.0722]).reduce(0.0) { sum, part in
                let share = Double(part.0) / 255
                return sum + part.1 * (share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4))
            }
        }.sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }
}
