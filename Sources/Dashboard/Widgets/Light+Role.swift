import Cells
import Text
import WorkPlan

extension Light {
    var role: Role {
        switch self {
        case .none: .lightNone
        case .green: .lightGreen
        case .grey: .lightGrey
        case .yellow: .lightYellow
        case .red: .lightRed
        }
    }
}

extension GlyphSet {
    func mark(_ light: Light) -> DisplayText {
        switch light {
        case .none: lightNone
        case .green: lightGreen
        case .grey: lightGrey
        case .yellow: lightYellow
        case .red: lightRed
        }
    }

    /// Shape and word, three columns: colour is never alone.
    func lightInWords(_ light: Light) -> DisplayText {
        mark(light) + DisplayText(light.word)
    }
}
