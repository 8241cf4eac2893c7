import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

@Suite struct SlidesTests {
    private static let sizes = [(64, 18), (80, 24), (100, 30)]
    private static let everySize = sizes + [(40, 10), (120, 36), (240, 67)]

    /// The published plan, and one in which much has happened.
    private static func plans() throws -> [Plan] { [try Robot.jiaxing(), try Robot.busy()] }

    private static func deck(
        _ plan: Plan, _ size: (Int, Int), _ glyphs: GlyphSet = .narrow, _ choice: DeckChoice = DeckChoice()
    ) throws -> Deck {
        let today = try #require(Day("2024-03-31"))
        let briefing = Briefing(plan: plan, today: today, author: "张三", readOnly: nil, place: "测试")
        var situation = Situation(
            briefing: briefing, area: Size(width: size.0, height: size.1), glyphs: glyphs)
        if let inquiry = choice.inquiry(plan) {
            let before = try #require(Day("2023-12-31"))
            situation.answers[inquiry] = .comparison(
                Comparison(from: try Robot.jiaxing(), on: before, to: plan, on: today))
        }
        return Deck(situation, choice)
    }

    /// Everything that can be on the wall: the deck, and every row of it opened large.
    private static func all(_ deck: Deck) -> [Slide] {
        let slides = deck.slides
        let large = Set(slides.flatMap(\.links)).flatMap { deck.slides(of: .large($0)) }
        return Array(slides) + large
    }

    private static func text(_ slides: some Sequence<Slide>) -> String {
        slides.map { slide in
            let texts = slide.lines.map { line in
                line.pieces.map { piece in
                    if case .text(let text, _) = piece.piece { return text.string }
                    return ""
                }.joined()
            }
            return slide.title.map(\.string).joined() + texts.joined()
        }.joined(separator: "\n").filter { $0 != " " && $0 != "　" }
    }

    // MARK: Room

    @Test("On no slide is anything cut, wider than the screen, or below its last row", arguments: everySize)
    func room(_ size: (Int, Int)) throws {
        for plan in try Self.plans() {
            for glyphs in [GlyphSet.narrow, .wideSafe] {
                let deck = try Self.deck(plan, size, glyphs)
                for slide in Self.all(deck) {
                    let rows = deck.frame.textRows(titleLines: slide.title.count)
                    #expect(slide.lines.count <= rows, "\(size) \(slide.place)")
                    #expect(slide.title.allSatisfy { $0.columns(glyphs.ambiguous) <= deck.frame.width })
                    for (x, piece) in slide.lines.flatMap(\.pieces) {
                        switch piece {
                        case .text(let text, _):
                            let end = x + text.columns(glyphs.ambiguous)
                            #expect(x >= 0 && end <= deck.frame.width, "\(size) \(slide.place) \(text)")
                        case .bar(_, let columns): #expect(x + columns <= deck.frame.width, "\(slide.place)")
                        case .cut, .rule: Issue.record("\(slide.place) can be cut")
                        }
                    }
                }
            }
        }
    }

    @Test("On the screen every slide has its page number and no ellipsis", arguments: sizes)
    func onScreen(_ size: (Int, Int)) throws {
        for plan in try Self.plans() {
            for glyphs in [GlyphSet.narrow, .wideSafe] {
                let deck = try Self.deck(plan, size, glyphs)
                var robot = try Robot(plan, width: size.0, height: size.1, glyphs: glyphs)
                if let inquiry = deck.choice.inquiry(plan), let answer = deck.situation.answers[inquiry] {
                    robot.hear(.answered(inquiry, answer))
                }
                try robot.press("<f5><enter>")
                let count = deck.slides.count
                for number in 1...count {
                    #expect(robot.lines.last?.hasSuffix("\(number)/\(count)") == true, "\(size) \(number)")
                    // In the wide-safe set the dots are those of the bars.
                    let isCut = glyphs == .narrow && robot.screen.contains(glyphs.ellipsis.string)
                    #expect(!isCut, "\(size)\n\(robot.screen)")
                    #expect(robot.frame.tornCells.isEmpty)
                    try robot.press("<pgdn>")
                }
            }
        }
    }

    @Test("At 64×18 a slide has no more than twelve rows, gaps among them")
    func fewRows() throws {
        for plan in try Self.plans() {
            #expect(try Self.deck(plan, (64, 18)).slides.allSatisfy { $0.lines.count <= 12 })
        }
    }

    // MARK: What is said

    @Test("Every subtask of each area is accounted for by number and wording, whatever its light", arguments: everySize)
    func accounting(_ size: (Int, Int)) throws {
        for plan in try Self.plans() {
            let deck = try Self.deck(plan, size)
            for root in plan.tree.roots {
                let area = deck.slides(of: .area(plan.tree[root].id))
                let text = Self.text(area)
                let subtasks = deck.subtasks(below: root)
                for position in subtasks {
                    let item = plan.tree[position]
                    #expect(area.contains { $0.links.contains(.item(item.id)) }, "\(item.number)")
                    // A wording torn over two slides has the next slide's title between.
                    if text.contains(item.wording.filter { $0 != " " }) { continue }
                    let torn = area.flatMap(\.lines).filter { $0.link == .item(item.id) }
                    let words = torn.flatMap(\.pieces).compactMap { piece -> String? in
                        if case .text(let text, _) = piece.piece { return text.string }
                        return nil
                    }.joined()
                    #expect(words.contains(item.wording.suffix(4)), "\(item.number)")
                }
                let counted = Set(area.flatMap(\.links))
                #expect(subtasks.allSatisfy { counted.contains(.item(plan.tree[$0].id)) })
            }
        }
    }

    @Test(
        "A red or yellow subtask has its unit, the reason with the arithmetic, the last report, problem and next step")
    func troubled() throws {
        let plan = try Robot.busy()
        let deck = try Self.deck(plan, (64, 18))
        let text = Self.text(deck.slides(of: .area("area-3")))
        for words in ["市科技局", "应达", "实际", "落后", "推进", "人手不足", "继续"] { #expect(text.contains(words), "\(words)") }
    }

    @Test("Nothing is too high: a text of so many lines comes whole", arguments: [3, 65_534, 65_535, 65_536, 70_000])
    func height(_ lines: Int) {
        var builder = SlideBuilder(SlideFrame(Size(width: 64, height: 18)), .narrow)
        builder.block { sheet in
            for _ in 0..<lines { sheet.paragraph("已报") }
        }
        #expect(builder.block(0).height == lines)
        #expect(builder.lines(builder.block(0)).count == lines)
    }

    @Test("Counts on the whole plan add up to its subtasks, and every area is there")
    func whole() throws {
        let plan = try Robot.busy()
        let deck = try Self.deck(plan, (64, 18))
        let slides = deck.slides(of: .whole)
        let text = Self.text(slides)
        let tally = deck.standings.whole
        #expect(text.contains("共30项：绿\(tally.count(.green))黄\(tally.count(.yellow))红\(tally.count(.red))"))
        for root in plan.tree.roots { #expect(text.contains(plan.tree[root].wording)) }
    }

    @Test("Every indicator and every unit with something to do is on a slide")
    func tables() throws {
        let plan = try Robot.busy()
        for size in Self.everySize {
            let deck = try Self.deck(plan, size)
            let indicators = deck.slides(of: .indicators).flatMap(\.links)
            #expect(plan.indicators.allSatisfy { indicators.contains(.indicator($0.id)) })
            let units = deck.slides(of: .units).flatMap(\.links)
            for load in Workloads(deck.standings).all where !load.subtasks.isEmpty {
                #expect(units.contains(.unit(load.unit)), "\(load.unit)")
            }
        }
    }

    @Test(
        "What internal readers know never gets on the wall: discrepancies, contacts, notes, why a light was set by hand"
    )
    func secrets() throws {
        let secret = "机密"
        var plan = try Robot.busy()
        for position in plan.tree.items.indices {
            plan.tree[position].notes = [
                Note(id: Identifier("n\(position)"), day: try #require(Day("2024-03-01")), text: secret + "备注")
            ]
            plan.tree[position].evidence = [
                Evidence(id: Identifier("e\(position)"), place: secret + "地址", about: secret + "佐证")
            ]
            plan.discrepancies.append(Discrepancy(code: "D1", item: plan.tree[position].id, text: secret + "出入"))
            if plan.tree[position].level >= .subtask, position % 2 == 0 {
                plan.tree[position].lightOverride = LightOverride(
                    light: .red, reason: secret + "理由", until: try #require(Day("2025-01-01")))
            }
        }
        for index in plan.indicators.indices { plan.indicators[index].remark = secret + "说明" }
        for unit in plan.units {
            plan =
                plan.applying([
                    plan.setting(
                        contact: Contact(name: secret + "人", role: "科长", telephone: "0573-110"), named: secret + "人",
                        of: unit)
                ]).plan
        }
        for size in [(64, 18), (240, 67)] {
            let deck = try Self.deck(plan, size)
            let text = Self.text(Self.all(deck))
            #expect(!text.contains(secret), "\(text.split(separator: "\n").first { $0.contains(secret) } ?? "")")
            #expect(!text.contains("0573"))
            #expect(text.contains("人工定灯"))
        }
    }

    @Test("Restricted to a light and an area, the deck says so and leaves the rest out")
    func restricted() throws {
        let plan = try Robot.busy()
        var choice = DeckChoice()
        choice.filter.areas = ["area-3"]
        choice.filter.lights = [.red, .yellow]
        choice.hidden = [.units]
        let deck = try Self.deck(plan, (80, 24), .narrow, choice)
        let sections = Set(deck.slides.map(\.place.section))
        #expect(sections.contains(.area("area-3")))
        #expect(!sections.contains(.area("area-1")) && !sections.contains(.units))
        let text = Self.text(deck.slides)
        #expect(text.contains("只放映：黄灯或红灯；领域三"))
        for slide in deck.slides(of: .area("area-3")) {
            for case .item(let id) in slide.links {
                let position = try #require(plan.tree.position(of: id))
                #expect(
                    plan.tree[position].level < .subtask || [.red, .yellow].contains(deck.standings[position].light))
            }
        }
    }
}

extension Robot {
    /// The eventful plan with a closed meeting, yellow lights, and a report that needs several slides.
    static func busy() throws -> Plan {
        var plan = try eventful()
        let today = try #require(Day("2024-03-31"))
        let quarter = try #require(Period("2024Q1"))
        let long = String(repeating: "已召开协调会，梳理清单，逐项落实；", count: 30)
        for (row, percent) in [("row-16", 40.0), ("row-17", 80), ("row-20", 95), ("row-21", 60), ("row-22", 100)] {
            let position = try #require(plan.tree.position(of: Identifier(row)))
            plan.tree[position].progress = [Progress(day: today, status: .underway(percent: percent))]
            let unit = try #require(plan.tree[position].assignments.first?.unit)
            plan.tree[position].reports = [
                Report(
                    unit: unit, period: quarter, progress: row == "row-16" ? long : "已完成两项\n第三项在办", problems: "经费未到位",
                    next: "五月底前办结", needsCoordination: row == "row-17", received: today, isSignedOff: true)
            ]
        }
        plan.meetings = [Meeting(id: "m1", name: "第一次联席会议", day: try #require(Day("2023-12-31")), attendees: "机密名单")]
        return plan
    }
}
