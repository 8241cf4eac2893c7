package import Cells
import Text
package import WorkPlan

/// The desk: messages in, effects and frames out. A value; it never touches the world.
package struct App: Sendable {
    var briefing: Briefing { didSet { revision = Revision() } }
    package internal(set) var glyphs: GlyphSet { didSet { if glyphs != oldValue { revision = Revision() } } }
    var size: Size
    /// A new one with every change of what pages are told, so that they know when to draw their rows anew.
    private(set) var revision = Revision()
    /// For each tab its page, and above it the pages opened from there; empty for a tab nobody has looked at.
    var stacks: [[any Page]]
    var tab = 0 { didSet { if stacks[tab].isEmpty { stacks[tab] = [Pages.tabs[tab].make()] } } }
    var notice: DisplayText?
    var finding: Finding? { didSet { if finding == nil { index?.forgetSearch() } } }
    /// What was found last: matches stay marked, and n and N walk on.
    var query: Query?
    /// What it found, in reading order.
    var hits: Positions = [] { didSet { revision = Revision() } }
    /// Made while somebody types, and kept for the next time.
    var index: SearchIndex?
    /// Where a large one lies.
    let shelf: @Sendable () -> (any SearchShelf)?
    /// Which items lists show; empty for all.
    var filter = Filter() { didSet { revision = Revision() } }
    var isMouseOn: Bool
    /// What wants an answer before the page gets a key again.
    var dialog: (any Dialog)?
    /// The ticks that the dialog asks further about: Esc leads back to them.
    var behind: TickList?
    /// What was typed into forms that were put away, by the forms' names.
    var drafts: [String: Draft] = [:]
    /// The form whose text is on its way to the disk.
    var submitted: Form?
    /// What waits for the author's name.
    var waiting: Submission?
    /// The rows marked for an edit of many at once.
    var marked: Set<Identifier<Item>> = [] { didSet { revision = Revision() } }
    /// Who of the others has just changed an item.
    var news: [Identifier<Item>: String] = [:] { didSet { revision = Revision() } }
    var answers: [Inquiry: Answer] = [:] { didSet { revision = Revision() } }
    /// Answers of an earlier state of the history: shown until the new ones come.
    var stale: Set<Inquiry> = []
    /// How far the keys , and . go in the history.
    var stride = TimeStep.entry
    /// The comparison whose marks the tree shows.
    var comparing: Inquiry? { didSet { revision = Revision() } }
    let titleLine = DrawnBlock<TitleLook>()
    let keyBar = DrawnBlock<KeyBarLook>()
    let tabLine = Memo<TabsLook, TabLine>()
    /// What the last show was restricted to.
    var deckChoice = DeckChoice()

    /// A question being typed, and where Esc leads back to.
    struct Finding: Sendable {
        var line: PromptLine
        let origin: Int
        let before: any Page
        let previous: Query?
    }

    /// - Parameter shelf: gives an empty one.
    package init(
        _ briefing: Briefing, size: Size, glyphs: GlyphSet, mouse: Bool = true,
        shelf: @escaping @Sendable () -> (any SearchShelf)? = { nil }
    ) {
        self.briefing = briefing
        self.shelf = shelf
        self.size = size
        self.glyphs = glyphs
        isMouseOn = mouse
        stacks = Pages.tabs.indices.map { $0 == 0 ? [Pages.tabs[$0].make()] : [] }
    }

    /// Answers one message. Effects are to be carried out in order.
    package mutating func handle(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return press(key) + inquiries()
        case .resized(let size): self.size = size
        case .briefed(let briefing):
            take(briefing)
            return resume() + inquiries()
        case .notice(let sentence): notice = DisplayText(sentence)
        case .glyphs(let glyphs): self.glyphs = glyphs
        case .saved(let sentence, let briefing): settle(sentence, briefing)
        case .refused(let sentence): refuse(DisplayText(sentence))
        case .outrun(let submission, let sentence): contest(submission, DisplayText(sentence))
        case .asked(let question, let remark, let yes, let effect):
            dialog = Menu.question(
                DisplayText(question), remark: DisplayText(remark), yes: DisplayText(yes), then: .effect(effect))
        case .answered(let inquiry, let answer): keep(answer, to: inquiry)
        case .heard(let entries): hear(entries)
        case .rested: news = [:]
        case .settled:
            page.settle()
            return []
        case .idle:
            goOnFinding()
            return []
        case .tick(let seconds):
            tick(seconds)
            return []
        case .themes(let themes, let worn): dialog = ThemeMenu(themes, worn: worn)
        }
        return inquiries()
    }

    /// Whether `settled` is to come when the keys have stopped.
    package var isUnsettled: Bool { page.isUnsettled }

    /// Whether `idle` has something to do.
    package var hasChores: Bool { finding != nil && index?.isWhole != true }

    var situation: Situation {
        var situation = Situation(
            briefing: briefing, area: Size(width: size.width, height: size.height - (page.isFullScreen ? 0 : 3)),
            glyphs: glyphs, revision)
        situation.marked = marked
        situation.news = news
        situation.answers = answers
        situation.hits = hits
        situation.isStillFinding = hasChores
        situation.filter = filter
        if let comparing, case .comparison(let comparison)? = answers[comparing] { situation.comparison = comparison }
        return situation
    }

    var page: any Page {
        get { stacks[tab].last ?? stacks[tab][0] }
        set { stacks[tab][stacks[tab].count - 1] = newValue }
    }

    /// A history that has grown makes every answer old.
    mutating func take(_ briefing: Briefing) {
        if briefing.entryCount != self.briefing.entryCount || briefing.asOf != self.briefing.asOf {
            stale.formUnion(answers.keys)
        }
        let isReshaped = !briefing.plan.tree.isArranged(as: self.briefing.plan.tree)
        self.briefing = briefing
        index = index?.carried(to: briefing.plan)
        // Positions hold as long as nothing comes, goes or moves: an edit of a percent need not search anew.
        // What is being typed is found as it is while nothing comes: as soon as the index is whole.
        if isReshaped, let query { hits = find(query, items: finding == nil ? .max : Self.itemsAtOnce) }
    }

    /// How many pages lie over each other, the tab's own among them.
    private static let deepest = 32

    /// How many answers are kept for pages that are come back to.
    private static let mostAnswers = 8

    /// What is to be seen follows from the answers to these.
    private var wanted: [Inquiry] {
        [page.inquiry(situation), comparing, filter.inquiry].compactMap { $0 }
    }

    /// Keeps an answer in the place of shorter lists of the same entries. A walk through the history leaves one behind at
    /// every step: of too many only those stay that are to be seen.
    private mutating func keep(_ answer: Answer, to inquiry: Inquiry) {
        var kept = answers.filter { !$0.key.isHistory(as: inquiry) }
        if kept.count >= Self.mostAnswers {
            let wanted = wanted
            kept = kept.filter { wanted.contains($0.key) }
        }
        kept[inquiry] = answer
        answers = kept
        stale.remove(inquiry)
    }

    /// What the page wants to know and nobody has answered yet.
    private mutating func inquiries() -> [Effect] {
        let wanted = wanted.filter { answers[$0] == nil || stale.contains($0) }
        // Other pages' answers are asked for anew when they are wanted again.
        if !stale.isEmpty {
            for inquiry in stale where !wanted.contains(inquiry) { answers[inquiry] = nil }
            stale = []
        }
        return wanted.map { .inquire($0) }
    }

    // MARK: Keys

    private mutating func press(_ typed: Key) -> [Effect] {
        notice = nil
        if dialog != nil { return pressDialog(typed) }
        if finding != nil {
            typeIntoFinding(typed)
            return []
        }
        let key = typed.asCommand
        switch key {
        case .mouse(let event): return click(event)
        case .paste(let text):
            if let response = page.paste(text, situation) { return carryOut(response) }
            notice = "这里不能粘贴：先按 / 打开查找，或打开要填的表单"
            return []
        case .control("e") where page.isFullScreen: return carryOut(editingFromTheWall(situation))
        default: break
        }
        // A slide takes every key but these: neither alters anything.
        if page.isFullScreen, let command = Self.looks.first(where: { $0.keys.contains(key) }) {
            return carryOut(command.run(&self, situation))
        }
        if let response = page.press(key, situation) { return carryOut(response) }
        page.settle()
        for command in Self.tables.joined() where command.keys.contains(key) {
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
            if let page = opened as? ComparisonPage { comparing = page.inquiry(situation) }
            if let page = opened as? PresentingPage { deckChoice = page.choice }
            stacks[tab].append(opened)
            // Each of them keeps how it is laid out: who goes from link to link all day leaves only the last ones behind.
            if stacks[tab].count > Self.deepest { stacks[tab].remove(at: 1) }
        case .run(let name): return run(name)
        case .replace(let other): page = other
        case .keep(let named):
            filter = named.filter
            return [.keepFilter(named)]
        case .copy(let text):
            dialog = Menu("已复制；粘贴不出来时，按 M 关掉鼠标，用鼠标选取", remark: DisplayText(text), [Menu.Option("好") { _ in .done }])
            return [.copy(text)]
        case .filter(let filter):
            self.filter = filter
            if !filter.isEmpty {
                notice = "按 F 换筛选，F 再 1 去掉筛选"
                // As finding does, from where it would not be seen.
                if !page.isFiltered { show(tab: Pages.outline) }
            }
        case .leave:
            if stacks[tab].count > 1 { stacks[tab].removeLast() }
            page.find(query, situation)
        case .compare(let inquiry): comparing = inquiry
        case .effect(let effect):
            if case .step(let step, _) = effect { stride = step }
            return [effect]
        case .ask(let asked): ask(asked)
        case .submit(let submission): return submit(submission)
        case .commit(let submission): return commit(submission)
        }
        return []
    }

    /// Runs a command by its name, the page's before the desk's.
    private mutating func run(_ name: String) -> [Effect] {
        let situation = situation
        if let response = page.run(name, situation) { return carryOut(response) }
        guard let command = Self.tables.joined().first(where: { $0.name == name }) else { return [] }
        if let reason = command.unavailable(self, situation) { return carryOut(.notice(reason)) }
        return carryOut(command.run(&self, situation))
    }

    // MARK: Mouse

    private mutating func click(_ event: MouseEvent) -> [Effect] {
        let row = event.point.y
        switch event.action {
        case .wheelUp: page.wheel(-3, situation)
        case .wheelDown: page.wheel(3, situation)
        case .press:
            if page.isFullScreen {
                return carryOut(page.click(event.point, situation))
            } else if row == 1, let tab = tab(at: event.point.x) {
                show(tab: tab)
            } else if row >= 2, row < size.height - 1 {
                return carryOut(page.click(Point(x: event.point.x, y: row - 2), situation))
            }
        }
        return []
    }
}
