import Cells
import Testing

@testable import Curses

@Suite struct NearestColorTests {
    private func color(_ hex: String) throws -> Color { try #require(Color(hex: hex)) }

    @Test(
        "256 colours: a colour of the cube or the grey ramp is met exactly",
        arguments: [
            ("#000000", 16), ("#ffffff", 231), ("#ff0000", 196), ("#5f87af", 67), ("#080808", 232), ("#eeeeee", 255),
            ("#808080", 244), ("#00005f", 17),
        ])
    func exact(hex: String, number: Int32) throws {
        #expect(NearestColor.indexed(try color(hex)) == number)
    }

    @Test("256 colours: the first sixteen, which users choose themselves, are never used")
    func userColorsAreLeftAlone() {
        for step in stride(from: 0, through: 0xFFFFFF, by: 4099) {
            let color = Color(
                red: UInt8(step >> 16 & 255), green: UInt8(step >> 8 & 255), blue: UInt8(step & 255))
            #expect((16...255).contains(NearestColor.indexed(color)))
        }
    }

    @Test("Direct colour: the numbers that mean ANSI colours are avoided")
    func direct() throws {
        #expect(NearestColor.direct(try color("#123456")) == 0x123456)
        #expect(NearestColor.direct(try color("#000005")) == 0x000105)
        #expect(NearestColor.direct(try color("#000000")) == 0)
    }

    @Test(
        "16 colours: hue decides",
        arguments: [
            ("#ff8f87", 9), ("#b4231c", 1), ("#86cf94", 2), ("#1a6a34", 2), ("#eec45f", 11), ("#8fbcf2", 12),
            ("#c9ace0", 13), ("#101010", 0), ("#707070", 8), ("#c0c0c0", 7), ("#fafafa", 15), ("#00a0a0", 6),
        ])
    func hue(hex: String, number: Int) throws {
        #expect(NearestColor.ansi16(try color(hex)) == number)
    }

    @Test("8 and 16 colours: every text stands out from what lies behind it", arguments: [8, 16])
    func readable(count: Int) {
        let shades = stride(from: 0, through: 255, by: 51).map(UInt8.init)
        let colors = shades.flatMap { red in
            shades.flatMap { green in shades.map { Color(red: red, green: green, blue: $0) } }
        }
        for background in colors {
            for foreground in colors.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
                let numbers = NearestColor.ansi(foreground: foreground, background: background, count: count)
                let text = Int(numbers.foreground) + (numbers.bold ? 8 : 0)
                let contrast = NearestColor.contrast(
                    NearestColor.ansiColors[text], NearestColor.ansiColors[Int(numbers.background)])
                #expect(contrast >= 3, "\(foreground) on \(background)")
            }
        }
    }

    @Test(
        "A colour that is open stays the terminal's own",
        arguments: [ColorDepth.ansi8, .ansi16, .indexed256, .direct])
    func open(depth: ColorDepth) {
        let numbers = NearestColor.numbers(foreground: nil, background: nil, depth: depth)
        #expect(numbers == NearestColor.Numbers(foreground: -1, background: -1))
    }

    @Test("Without colours there are none")
    func none() throws {
        let red = try color("#ff0000")
        #expect(NearestColor.numbers(foreground: red, background: red, depth: .none).foreground == -1)
    }
}
