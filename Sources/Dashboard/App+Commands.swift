import Cells
import Text
import WorkPlan

extension App {
    /// Every table of commands that hold on all pages, with the heading they are listed under.
    static let listed: [(title: DisplayText, commands: [Command<App>])] = [
        ("处处可用", commands), ("修改", editing), ("历史与会议", remembering), ("会场", presenting),
        ("配色与截图", looks),
    ]

    static let tables = listed.map(\.commands)

    /// What can be done on every page. Number keys, which switch between the tabs, are beside this table.
    static let commands: [Command<App>] = [
        Command("find", ["/"], label: "查找", help: "按词或序号查找，如 许可、15、第15项") { app, _ in
            app.startFinding()
            return .done
        },
        Command("palette", [":"], help: "按名称或拼音首字母找命令") { app, situation in .ask(app.palette(situation)) },
        Command("filter", ["F"], label: "筛选", help: "按灯、状态、单位、领域、期限、报送、变更筛选任务、矩阵和时序") { app, situation in
            .ask(Self.filterMenu(situation))
        },
        Command("copy", ["y"], help: "把光标所在的事项、单位或一格复制成一段话", unavailable: noItemAtAll) { app, situation in
            app.copy(situation)
        },
        Command("find-next", ["n"], help: "到下一处", unavailable: noQuery) { app, _ in app.walkMatches(1) },
        Command("find-previous", ["N"], help: "到上一处", unavailable: noQuery) { app, _ in app.walkMatches(-1) },
        Command(
            "back", [.escape, .backspace], label: "返回", help: "返回来处；在页首时清除查找标记", unavailable: nothingBehind
        ) { app, _ in app.goBack() },
        Command("help", ["?", .function(1)], label: "帮助", help: "本页与各页可用的键") { app, _ in
            app.page is HelpPage ? app.goBack() : .open(HelpPage())
        },
        Command("mouse", ["M"], help: "开关鼠标；关掉后可用终端自己的选择和复制") { app, _ in
            app.isMouseOn.toggle()
            app.notice = app.isMouseOn ? "鼠标已开" : "鼠标已关：可用终端自己的选择和复制，再按 M 打开"
            return .effect(.mouse(app.isMouseOn))
        },
        Command("repaint", [.control("l")], help: "重画屏幕") { _, _ in .effect(.repaint) },
        Command("suspend", [.control("z")], help: "暂停，回到命令行；用 fg 回来") { _, _ in .effect(.suspend) },
        Command("interrupt", [.control("c")], help: "不退出，只提示怎样退出") { _, _ in .notice("按 q 退出") },
        Command("quit", ["q"], label: "退出", help: "退出") { _, _ in .effect(.quit) },
    ]

    private mutating func goBack() -> Response {
        if !marked.isEmpty {
            marked = []
        } else if stacks[tab].count > 1 {
            stacks[tab].removeLast()
            page.find(query, situation)
        } else {
            mark(nil)
        }
        return .done
    }

    private static func noQuery(_ app: App, _ situation: Situation) -> DisplayText? {
        app.query == nil ? "按 / 查找，再用 n、N 走到下一处、上一处" : nil
    }

    private static func nothingBehind(_ app: App, _ situation: Situation) -> DisplayText? {
        app.stacks[app.tab].count == 1 && app.query == nil && app.marked.isEmpty ? "已在最上层，按 q 退出" : nil
    }

    // MARK: Finding

    /// Finding happens in the outline: from another tab it leads there, and Esc leads back.
    private mutating func startFinding() {
        let origin = tab
        tab = Pages.outline
        stacks[tab].removeLast(stacks[tab].count - 1)
        finding = Finding(line: PromptLine(label: "查找"), origin: origin, before: page, previous: query)
    }

    mutating func typeIntoFinding(_ key: Key) {
        switch key {
        case .enter:
            if finding?.line.string.isEmpty ?? true { cancelFinding() } else if hasChores { findAgain() }
            finding = nil
            // What is no item's own words may stand in a report, in the text, among the units …
            if let query, hits.isEmpty { openResults(query) }
        case .tab:
            if hasChores { findAgain() }
            finding = nil
            if let query { openResults(query) }
        case .escape, .control("c"): cancelFinding()
        default:
            guard finding?.line.press(key) == true, let finding else { return }
            page = finding.before
            let query = Query(finding.line.string, pinyin: briefing.pinyin)
            mark(query.isEmpty ? nil : query, soon: true)
        }
    }

    private mutating func cancelFinding() {
        guard let cancelled = finding else { return }
        finding = nil
        page = cancelled.before
        mark(cancelled.previous)
        tab = cancelled.origin
    }

    private mutating func openResults(_ query: Query) {
        prepareIndex(items: .max)
        let hits = index?.search(query) ?? []
        if hits.isEmpty {
            notice = "没有找到"
        } else {
            stacks[tab].append(ResultsPage(query, hits, situation.plan))
        }
    }

    /// - Parameter soon: as long as there is no index, only what is found at once.
    private mutating func mark(_ query: Query?, soon: Bool = false) {
        self.query = query
        hits = query.map { find($0, items: soon ? Self.itemsAtOnce : .max) } ?? []
        page.find(query, situation)
    }

    /// Takes some 3 ms: no letter that is typed should wait longer for the index, which at 100,000 items takes 150.
    static let itemsAtOnce = 1000

    /// Goes on with the index while somebody thinks of what to find; as soon as it is whole, all of it is marked.
    mutating func goOnFinding() {
        prepareIndex(items: Self.itemsAtOnce)
        if !hasChores { findAgain() }
    }

    /// Marks all that is found of what has been typed.
    private mutating func findAgain() {
        guard let finding, let query else { return }
        page = finding.before
        mark(query)
    }

    /// Among so many items more than are in the index by now.
    mutating func find(_ query: Query, items: Int = .max) -> Positions {
        prepareIndex(items: items)
        return index?.items(query) ?? []
    }

    private mutating func prepareIndex(items: Int) {
        var preparing = index.take() ?? SearchIndex(beginning: briefing.plan, shelf: shelf())
        preparing.goOn(items: items)
        index = preparing
    }

    private mutating func walkMatches(_ direction: Int) -> Response {
        tab = Pages.outline
        stacks[tab].removeLast(stacks[tab].count - 1)
        guard var outline = page as? OutlinePage else { return .done }
        outline.query = query
        let response = outline.walk(direction, situation)
        page = outline
        return response
    }
}
