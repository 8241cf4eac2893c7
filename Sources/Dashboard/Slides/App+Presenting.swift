import Cells
import Text
import WorkPlan

// On the wall: how a show starts, and the one way to an edit from it.
extension App {
    static let presenting: [Command<App>] = [
        Command("present", [.function(5)], label: "放映", help: "在会场放映：由现在的方案生成幻灯片") { app, situation in
            .ask(app.presentingMenu(situation))
        }
    ]

    /// Whether the world's clock is on the screen: then it is to be told every second.
    package var showsTime: Bool { (page as? PresentingPage)?.showsTime ?? false }

    package var isPresenting: Bool { page is PresentingPage }

    mutating func tick(_ seconds: Int) {
        guard var presenting = page as? PresentingPage else { return }
        presenting.tick(seconds)
        page = presenting
    }

    // MARK: Starting

    private func presentingMenu(_ situation: Situation) -> Menu {
        let plan = situation.plan
        let choice = deckChoice
        var restricted: [String] = choice.hidden.isEmpty ? [] : ["藏起 \(choice.hidden.count) 部分"]
        if !choice.filter.isEmpty { restricted.append(choice.filter.words(in: plan)) }
        var options = [
            Menu.Option("从头放映", remark: DisplayText(restricted.joined(separator: "；"))) { _ in
                .open(PresentingPage(choice))
            }
        ]
        if let area = areaOfSelection(situation) {
            let item = plan.tree[area]
            options.append(
                Menu.Option("从本页所在的领域开始", remark: DisplayText("\(plan.number(of: area)) \(item.wording)")) { _ in
                    .open(PresentingPage(choice, from: .area(item.id)))
                })
        }
        if !situation.filter.isEmpty, situation.filter != choice.filter {
            var filtered = choice
            filtered.filter = situation.filter
            let wanted = filtered
            options.append(
                Menu.Option("只放映现在筛选出来的", remark: DisplayText(situation.filter.words(in: plan))) { _ in
                    .open(PresentingPage(wanted))
                })
        }
        options.append(Menu.Option("只放映选定的领域、单位、灯", key: "f") { .ask(Self.restrictingForm(choice, $0)) })
        options.append(Menu.Option("藏起一些部分", key: "h") { .ask(Self.hidingList(choice, $0)) })
        if choice != DeckChoice() {
            options.append(
                Menu.Option("全部放映", remark: "去掉限制，什么都不藏", key: "a") { _ in .open(PresentingPage(DeckChoice())) })
        }
        return Menu("放映", remark: "空格或 PgDn 下一页，PgUp 上一页，数字加 Enter 跳页，b 黑屏，Esc 结束", options)
    }

    private func areaOfSelection(_ situation: Situation) -> ItemTree.Position? {
        let tree = situation.plan.tree
        let position: ItemTree.Position? =
            switch page.selection(situation) {
            case .item(let id)?, .part(let id, _)?: tree.position(of: id)
            case .indicator(let id)?:
                situation.plan.indicators.first { $0.id == id }.flatMap { tree.position(of: $0.item) }
            default: nil
            }
        return position.map { tree.ancestors(of: $0).first ?? $0 }
    }

    private static func hidingList(_ choice: DeckChoice, _ situation: Situation) -> TickList {
        let sections = Deck(situation, choice).sections
        let deck = Deck(situation, choice)
        return TickList(
            "藏起哪些部分？", states: ["", "藏起"],
            sections.map { section in
                TickList.Entry(
                    name: deck.title(of: section), words: [], state: choice.hidden.contains(section) ? 1 : 0)
            }
        ) { states in
            var choice = choice
            choice.hidden = Set(zip(sections, states).filter { $0.1 == 1 }.map(\.0))
            return .open(PresentingPage(choice))
        }
    }

    private static func restrictingForm(_ choice: DeckChoice, _ situation: Situation) -> Form {
        let plan = situation.plan
        let known = choice.filter
        let areas = plan.tree.roots.filter { known.areas.contains(plan.tree[$0].id) }.map { plan.number(of: $0) }
        let units = known.units.compactMap { plan.unit($0)?.name }
        return Form(
            "present", title: "只放映", remark: "空着的不限制；几个之间用顿号",
            fields: [
                .line("领域", areas.joined(separator: "、")) { text in
                    text.isEmpty
                        ? "如 一、三" : plan.areas(listed: text).unknown.first.map { DisplayText("没有领域“\($0)”") } ?? ""
                },
                .line("单位", units.joined(separator: "、")) { text in
                    text.isEmpty
                        ? "如 市科技局" : plan.units(listed: text).unknown.first.map { DisplayText("没有单位“\($0)”") } ?? ""
                },
                .line("灯", Light.reported.filter(known.lights.contains).map(\.word).joined()) { text in
                    text.isEmpty ? "如 红黄" : ""
                },
                .day("变化自", choice.since.map { "\($0)" } ?? "", isPast: true, today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            var choice = choice
            choice.filter = Filter()
            let areas = opened.plan.areas(listed: form.text(0))
            if let unknown = areas.unknown.first { throw FormMistake(DisplayText("没有领域“\(unknown)”")) }
            let units = opened.plan.units(listed: form.text(1))
            if let unknown = units.unknown.first { throw FormMistake(DisplayText("没有单位“\(unknown)”"), field: 1) }
            choice.filter.areas = areas.found
            choice.filter.units = units.found.map(\.id)
            choice.filter.lights = Set(Light.reported.filter { form.text(2).contains($0.word) })
            choice.since = try form.day(3)
            return .open(PresentingPage(choice))
        }
    }

    // MARK: One deliberate key

    /// What Ctrl-E offers while presenting: the forms of the desk, about the row picked or the thing opened.
    func editingFromTheWall(_ situation: Situation) -> Response {
        if let reason = Self.locked(self, situation) { return .notice(reason) }
        // Rows marked in the tree before the show are not what is meant here.
        var app = self
        app.marked = []
        let desk = app
        let decision = Menu.Option("记议定事项") { situation in
            if let reason = Self.noMeeting(desk, situation) { return .notice(reason) }
            return .ask(desk.decisionForm(situation))
        }
        switch page.selection(situation) {
        case .item?, .part?:
            guard let part = desk.part(situation), Self.noProgress(desk, situation) == nil else {
                return .notice(Self.noProgress(desk, situation) ?? "这一项不能在这里改")
            }
            return .ask(
                Menu(
                    DisplayText("改 \(part.name(in: situation.plan))"),
                    [
                        Menu.Option("进度") { .ask(desk.percentForm($0)) },
                        Menu.Option("状态") { .ask(desk.statusMenu($0)) },
                        Menu.Option("进展") { desk.report($0) },
                        Menu.Option("期限") { .ask(desk.deadlineForm($0)) },
                        decision,
                    ]))
        case .indicator(let id)?:
            let title = situation.plan.indicators.first { $0.id == id }?.title ?? ""
            return .ask(
                Menu(DisplayText("改 指标“\(title)”"), [Menu.Option("读数") { desk.reading($0) }, decision]))
        case nil: return .notice("先用上下键选一行，再按 Ctrl-E 修改")
        default: return .notice("单位不在放映时改：选它的一项")
        }
    }
}

extension Plan {
    /// Areas by their numbers, as people list them: 一、三. What is no number comes back as it was typed.
    fileprivate func areas(listed text: String) -> (found: [Identifier<Item>], unknown: [String]) {
        var found: [Identifier<Item>] = []
        var unknown: [String] = []
        for word in text.split(whereSeparator: { "、，,；; \u{3000}".contains($0) }).map(String.init) {
            if let area = tree.roots.first(where: { number(of: $0) == word }) {
                found.append(tree[area].id)
            } else {
                unknown.append(word)
            }
        }
        return (found, unknown)
    }
}
