import Cells
import Text
package import WorkPlan

extension App {
    /// What the screen wears, and what is taken away of it.
    static let looks: [Command<App>] = [
        Command("theme", [.function(2)], label: "配色", help: "换配色：移动光标随即试看，Enter 选定并记住，Esc 恢复原样") { _, _ in
            .effect(.chooseTheme)
        },
        Command("screenshot", [.function(12)], label: "截图", help: "把这一屏存成图片（SVG）和文字，放在启动时的目录里") { app, _ in
            .effect(.screenshot(app.draw(), of: app.pageTitle.string))
        },
    ]

    /// What the page on top is called: 总览, 第15项.
    var pageTitle: DisplayText {
        stacks[tab].count > 1 ? page.heading(situation) : Pages.tabs[tab].title
    }

    /// The pages that can be asked for by their titles.
    package static var pageTitles: [String] { Pages.tabs.map(\.title.string) }

    /// Goes to the tab of that title; without one nothing happens. What the page wants to know is asked for.
    package mutating func show(pageTitled title: String) -> [Effect] {
        if let number = Pages.tabs.firstIndex(where: { $0.title.string == title }) { show(tab: number) }
        return handle(.resized(size))
    }

    /// Opens the page of an item.
    package mutating func show(item: Identifier<Item>) -> [Effect] { show(.item(item), over: "任务") }

    /// Opens the page of a unit.
    package mutating func show(unit: Identifier<Unit>) -> [Effect] { show(.unit(unit), over: "单位") }

    /// Starts the whole deck at its first slide.
    package mutating func showDeck() -> [Effect] {
        carryOut(.open(PresentingPage(DeckChoice()))) + handle(.resized(size))
    }

    private mutating func show(_ link: Link, over title: String) -> [Effect] {
        _ = show(pageTitled: title)
        return carryOut(.open(link.page)) + handle(.resized(size))
    }
}
