package import Cells
import Text
import WorkPlan

/// The desk: messages in, effects and frames out. A value; it never touches the world.
package struct App: Sendable {
    var briefing: Briefing
    var glyphs: GlyphSet
    var size: Size
    /// For each tab its page, and above it the pages opened from there.
    var stacks: [[any Page]]
    var tab = 0
    let titles: [DisplayText]
    var notice: DisplayText?
    var finding: Finding?
    /// What was found last: matches stay marked, and n and N walk on.
    var query: Query?
    var isMouseOn: Bool

    /// A question being typed, and where Esc leads back to.
    struct Finding: Sendable {
        var line: PromptLine
        let origin: Int
        let before: any Page
        let previous: Query?
    }

    package init(_ briefing: Briefing, size: Size, glyphs: GlyphSet, mouse: Bool = true) {
        self.briefing = briefing
        self.size = size
        self.glyphs = glyphs
        isMouseOn = mouse
        let tabs = Pages.tabs()
        stacks = tabs.map { [$0.page] }
        titles = tabs.map(\.title)
    }

    /// Answers one message. Effects are to be carried out in order.
    package mutating func handle(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return press(key)
        case .resized(let size): self.size = size
        case .briefed(let briefing): self.briefing = briefing
        case .notice(let sentence): notice = DisplayText(sentence)
        case .glyphs(let glyphs): self.glyphs = glyphs
        }
        return []
    }

    var situation: Situation {
        Situation(briefing: briefing, area: Size(width: size.width, height: size.height - 3), glyphs: glyphs)
    }

    var page: any Page {
        get { stacks[tab].last ?? stacks[tab][0] }
        set { stacks[tab][stacks[tab].count - 1] = newValue }
    }

    // MARK: Keys

    private mutating func press(_ typed: Key) -> [Effect] {
        notice = nil
        if finding != nil {
            typeIntoFinding(typed)
            return []
        }
        let key = typed.asCommand
        switch key {
        case .mouse(let event): return click(event)
        case .paste:
            notice = "这里不能粘贴：先按 / 打开查找"
            return []
        default: break
        }
        if let response = page.press(key, situation) { return carryOut(response) }
        if let command = Self.commands.first(where: { $0.keys.contains(key) }) {
            if let reason = command.unavailable(self, situation) { return carryOut(.notice(reason)) }
            return carryOut(command.run(&self, situation))
        }
        if let tab = tabNumber(key) {
            show(tab: tab)
        } else if typed.isHan {
            notice = "输入法处于中文状态，按 Shift 切换"
        } else if case .character = key {
            notice = "这个键在这里没有用处，按 ? 看可用的键"
        }
        return []
    }

    private func tabNumber(_ key: Key) -> Int? {
        guard case .character(let character) = key, let number = character.wholeNumberValue else { return nil }
        return stacks.indices.contains(number - 1) ? number - 1 : nil
    }

    mutating func show(tab number: Int) {
        if tab == number { stacks[number].removeLast(stacks[number].count - 1) }
        tab = number
    }

    mutating func carryOut(_ response: Response) -> [Effect] {
        switch response {
        case .done: return []
        case .notice(let sentence): notice = sentence
        case .open(let opened):
            var opened = opened
            opened.find(query, situation)
            stacks[tab].append(opened)
        case .effect(let effect): return [effect]
        }
        return []
    }

    // MARK: Mouse

    private mutating func click(_ event: MouseEvent) -> [Effect] {
        let row = event.point.y
        switch event.action {
        case .wheelUp: page.wheel(-3, situation)
        case .wheelDown: page.wheel(3, situation)
        case .press, .doublePress:
            if row == 1, let tab = tab(at: event.point.x) {
                show(tab: tab)
            } else if row >= 2, row < size.height - 1 {
                return carryOut(page.click(Point(x: event.point.x, y: row - 2), situation))
            }
        }
        return []
    }
}
