import Cells
import Dashboard

// What the screen wears, and what is taken away of it.
extension Session {
    /// Carries out what the desk asks of themes and pictures.
    mutating func dress(for effect: Effect) -> [Message] {
        do throws(Complaint) {
            switch effect {
            case .chooseTheme: return [.themes(ThemeChoice.listings(worn: wardrobe.name), worn: wardrobe.name)]
            case .previewTheme(let name):
                if name != wardrobe.name { wardrobe.wear(try ThemeChoice(named: name)) }
            case .keepTheme(let name):
                let choice = try ThemeChoice(named: name)
                wardrobe.wear(choice)
                guard !request.isReadOnly else { return [.notice("配色已换成“\(choice.theme.title)”；只读打开，不记住")] }
                choice.remember()
                return [.notice("配色已换成“\(choice.theme.title)”，下次也用它")]
            case .screenshot(let frame, let page):
                let name = try Screenshot(frame, of: page, theme: wardrobe.theme).saveHere()
                return [.notice("这一屏已存为当前目录下的 \(name).svg 和 \(name).txt")]
            default: break
            }
            return []
        } catch {
            return [.notice(error.sentence)]
        }
    }

    /// Whether the user has saved the file of the theme that is worn, or broken it.
    mutating func hasNewLook() -> Bool {
        do throws(Complaint) {
            return try wardrobe.refresh()
        } catch {
            _ = app.handle(.notice("配色没有换：" + error.sentence))
            return true
        }
    }
}
