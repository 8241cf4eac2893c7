import Foundation

@testable import Cells

/// What eyes make of colours.
enum ColorMeasures {
    /// The contrast ratio of two colours by WCAG 2.2: from 1 to 21.
    static func contrast(_ one: Color, _ other: Color) -> Double {
        let luminances = [luminance(linear(one)), luminance(linear(other))].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    /// How far apart two colours look, as CIE 1976 measures it: below 10 they are easily taken for each other.
    static func difference(_ one: Color, _ other: Color, to eye: Eye) -> Double {
        let (first, second) = (lab(eye.seen(linear(one))), lab(eye.seen(linear(other))))
        return zip(first, second).reduce(0) { $0 + pow($1.0 - $1.1, 2) }.squareRoot()
    }

    /// Eyes with all three cones, and those without the one for green or for red (Machado, Oliveira and Fernandes 2009,
    /// table 1, severity 1.0).
    enum Eye: String, CaseIterable {
        case usual, deuteranope, protanope

        fileprivate func seen(_ light: [Double]) -> [Double] {
            let rows: [[Double]] =
                switch self {
                case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
                case .deuteranope:
                    [
                        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881],
                    ]
                case .protanope:
                    [
                        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998],
                    ]
                }
            return rows.map { min(1, max(0, product($0, light))) }
        }
    }

    /// Red, green and blue as amounts of light, each from 0 to 1.
    private static func linear(_ color: Color) -> [Double] {
        [color.red, color.green, color.blue].map { component in
            let share = Double(component) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
    }

    private static func luminance(_ light: [Double]) -> Double { product([0.2126, 0.7152, 0.0722], light) }

    /// CIE Lab under the screen's white, D65.
    private static func lab(_ light: [Double]) -> [Double] {
        let rows = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
        ]
        let shares = zip(rows, [0.95047, 1, 1.08883]).map { row, white in
            let share = product(row, light) / white
            return share > 0.008856 ? cbrt(share) : 7.787 * share + 16 / 116
        }
        return [116 * shares[1] - 16, 500 * (shares[0] - shares[1]), 200 * (shares[1] - shares[2])]
    }
}

private func product(_ row: [Double], _ column: [Double]) -> Double {
    zip(row, column).reduce(0) { $0 + $1.0 * $1.1 }
}
