import Cells
import Text
import WorkPlan

/// The deck on the wall: one slide on the whole screen, and no key that alters anything.
struct PresentingPage: Page {
    let choice: DeckChoice
    var place: Slide.Place
    /// What was opened large from the slide, the last one on top.
    private(set) var opened: [Slide.Place] = []
    /// The row the cursor is on: it shows only where somebody picks.
    private(set) var picked: Link?
    /// The digits of a page to jump to.
    private(set) var typed = ""
    private(set) var isBlank = false
    private(set) var showsKeys = false
    private(set) var showsTime = false
    /// Seconds of the world's clock: when the first slide was shown, and now.
    private var began: Int?
    private var now = 0
    private let cut = Memo<DeckInputs, Slides>()

    /// What slides are made from, besides what the deck is restricted to.
    private struct DeckInputs: Equatable {
        let revision: Revision
        let area: Size
        /// What is shown large; nil for the whole deck.
        let section: Slide.Section?
    }

    init(_ choice: DeckChoice, from section: Slide.Section = .cover) {
        self.choice = choice
        place = Slide.Place(section: section, page: 0)
    }

    static let commands: [Command<PresentingPage>] = [
        Command("next-slide", [.pageDown, " ", .right, "n", "j", "l"], help: "下一页；Enter 在没有选行时也是") { page, situation in
            page.turn(1, situation)
        },
        Command("previous-slide", [.pageUp, .left, "p", "k", "h", .backspace], help: "上一页") { page, situation in
            page.turn(-1, situation)
        },
        Command("first-slide", [.home, "g"], help: "第一页") { page, situation in page.go(to: 0, situation) },
        Command("last-slide", [.end, "G"], help: "最后一页") { page, situation in page.go(to: .max, situation) },
        Command("open", [.enter], help: "打了页码就跳到那一页；选了行就放大那一项、单位或指标") { page, situation in page.enter(situation) },
        Command("pick-next", [.down, .tab], help: "选行：光标这时才出现") { page, situation in page.pick(1, situation) },
        Command("pick-previous", [.up, .backTab], help: "选上一行") { page, situation in page.pick(-1, situation) },
        Command("blank", ["b", "."], help: "黑屏，再按恢复") { page, _ in
            page.isBlank.toggle()
            return .done
        },
        Command("time", ["t"], help: "显示已用时间，再按收起") { page, _ in
            page.showsTime.toggle()
            return .done
        },
        Command("keys", ["?", .function(1)], help: "在最下一行提示可用的键") { page, _ in
            page.showsKeys = true
            return .done
        },
        Command("leave", [.escape], help: "从放大回到幻灯片，从幻灯片结束放映、回到来处") { page, _ in page.back() },
        Command("quit-slides", ["q"], help: "结束放映，回到来处") { _, _ in .leave },
    ]

    /// What only the desk itself can do, for the list of keys.
    static let alsoListed = CommandListing(
        Command<App>("edit-slide", [.control("e")], help: "改选定的或放大的一项：进度、状态、进展、期限、读数、议定事项") { _, _ in .done })

    var isFullScreen: Bool { true }

    func heading(_ situation: Situation) -> DisplayText { "放映" }

    func selection(_ situation: Situation) -> Link? {
        if let picked { return picked }
        if case .large(let link)? = opened.last?.section { return link }
        return nil
    }

    func inquiry(_ situation: Situation) -> Inquiry? { choice.inquiry(situation.plan) }

    /// The world's clock, in seconds.
    mutating func tick(_ seconds: Int) {
        began = began ?? seconds
        now = seconds
    }

    var elapsed: Int { max(0, now - (began ?? now)) }

    // MARK: Keys

    /// Every key ends here: none gets through to the desk.
    mutating func press(_ key: Key, _ situation: Situation) -> Response? {
        showsKeys = false
        if isBlank, key != .escape, key != "q" {
            isBlank = false
            return .done
        }
        if case .character(let character) = key, character.isASCII, character.isNumber {
            if typed.count < 4 { typed.append(character) }
            return .done
        }
        let response = run(key, situation) ?? .done
        if key != .enter { typed = "" }
        return response
    }

    mutating func paste(_ text: String, _ situation: Situation) -> Response? { .done }

    mutating func click(_ point: Point, _ situation: Situation) -> Response { .done }

    mutating func wheel(_ rows: Int, _ situation: Situation) { _ = turn(rows < 0 ? -1 : 1, situation) }

    private mutating func back() -> Response {
        if !typed.isEmpty {
            typed = ""
        } else if isBlank {
            isBlank = false
        } else if picked != nil {
            picked = nil
        } else if opened.isEmpty {
            return .leave
        } else if case .large(let link) = opened.removeLast().section {
            // The cursor is back on the row it came from.
            picked = link
        }
        return .done
    }

    private mutating func enter(_ situation: Situation) -> Response {
        if let number = Int(typed) {
            typed = ""
            return go(to: number - 1, situation)
        }
        guard let picked else { return turn(1, situation) }
        opened.append(Slide.Place(section: .large(picked), page: 0))
        self.picked = nil
        return .done
    }

    // MARK: Walking

    /// The slides there are now, and the one that is shown.
    func slides(_ situation: Situation) -> (all: Slides, number: Int) {
        let inputs = DeckInputs(revision: situation.revision, area: situation.area, section: opened.last?.section)
        let all = cut(inputs) {
            let deck = Deck(situation, choice)
            return inputs.section.map { deck.slides(of: $0) } ?? deck.slides
        }
        return (all, all.number(of: opened.last ?? place))
    }

    private mutating func turn(_ step: Int, _ situation: Situation) -> Response {
        let (all, number) = slides(situation)
        return go(to: max(0, number + step), all)
    }

    private mutating func go(to number: Int, _ situation: Situation) -> Response {
        go(to: number, slides(situation).all)
    }

    private mutating func go(to number: Int, _ all: Slides) -> Response {
        guard !all.isEmpty else { return .done }
        let place = all.place(of: max(0, min(all.count - 1, number)))
        picked = nil
        if opened.isEmpty {
            self.place = place
        } else {
            opened[opened.count - 1] = place
        }
        return .done
    }

    private mutating func pick(_ step: Int, _ situation: Situation) -> Response {
        let (all, number) = slides(situation)
        guard all.indices.contains(number) else { return .done }
        let slide = all[number]
        var links = slide.links
        if case .large(let link) = slide.place.section { links.removeAll { $0 == link } }
        guard let here = picked.flatMap({ links.firstIndex(of: $0) }) else {
            picked = step > 0 ? links.first : links.last
            return .done
        }
        // Up from the first row the cursor goes away again.
        picked = here + step < 0 ? nil : links[min(links.count - 1, here + step)]
        return .done
    }
}
