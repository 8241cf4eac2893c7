import Cells
import Text

/// The themes to choose from: the screen wears the one under the cursor at once, Enter keeps it, Esc goes back to the one
/// worn before.
struct ThemeMenu: Dialog {
    private var menu: Menu
    private let themes: [ThemeListing]
    private let worn: String

    init(_ themes: [ThemeListing], worn: String) {
        self.themes = themes
        self.worn = worn
        let options = themes.map { theme in
            Menu.Option(DisplayText(theme.title), remark: DisplayText(theme.remark)) { _ in
                .effect(.keepTheme(theme.name))
            }
        }
        menu = Menu("配色", options, selected: themes.firstIndex { $0.name == worn } ?? 0)
    }

    mutating func press(_ key: Key, _ situation: Situation) -> DialogAnswer {
        let before = menu.selected
        switch menu.press(key, situation) {
        case .stay where menu.selected != before: return .effect(.previewTheme(themes[menu.selected].name))
        case .cancel: return .close(.effect(.previewTheme(worn)))
        case let answer: return answer
        }
    }

    func height(_ situation: Situation) -> Int { menu.height(situation) }

    func draw(_ canvas: inout Canvas, _ situation: Situation) { menu.draw(&canvas, situation) }

    var keys: [(key: DisplayText, label: DisplayText)] { [("上下", "试看"), ("Enter", "用它"), ("Esc", "恢复原样")] }
}
