import Foundation
import Testing
import WorkPlan

@Suite struct PinyinTests {
    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data/pinyin.txt")
    static let pinyin = Pinyin { (try? Data(contentsOf: file)).map(Array.init) ?? [] }

    private func found(_ typed: String, in text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        return Query(typed, pinyin: Self.pinyin).stretches(in: text).map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }.joined(separator: "/")
    }

    @Test(
        "Letters find what they are the initials, the syllables or the beginning of",
        arguments: [
            ("zlkfxk", "开展专利开放许可试点", "专利开放许可"), ("kjj", "市科技局", "科技局"), ("ZLKF", "专利开放", "专利开放"),
            ("zhuanlikaifang", "专利开放", "专利开放"), ("zlikaif", "专利开放", "专利开放"), ("zhl", "专利", "专利"),
            ("专利kf", "专利开放", "专利开放"), ("ｚｌ", "专利", "专利"), ("rx", "人行嘉兴", "人行"), ("rh", "人行嘉兴", "人行"),
            ("dj", "调解", "调解"), ("tj", "调解", "调解"), ("zq", "重庆", "重庆"), ("cq", "重庆", "重庆"),
            ("lv", "绿色", "绿"), ("lu", "绿色", "绿"), ("qz", "衢州", "衢州"), ("zq", "知识产权", ""), ("xan", "西安", "西安"),
            ("xia", "西安", "西安"), ("xga", "西安", ""), ("yan", "䶮", "䶮"),
        ])
    func letters(_ typed: String, _ text: String, _ stretch: String) {
        #expect(found(typed, in: text) == stretch)
    }

    @Test("Every line of the data is a character with its readings, in the order of code points")
    func data() throws {
        let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").drop { $0.hasPrefix("#") }
        #expect(lines.count > 20_900)
        var last: UInt32 = 0
        for line in lines {
            let scalar = try #require(line.unicodeScalars.first)
            #expect(scalar.value > last)
            last = scalar.value
            let readings = line.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
            #expect(!readings.isEmpty && Set(readings).count == readings.count, "\(line)")
            let areLetters = readings.allSatisfy { reading in
                (1...6).contains(reading.utf8.count) && reading.utf8.allSatisfy { (97...122).contains($0) }
            }
            #expect(areLetters, "\(line)")
        }
        #expect(try Data(contentsOf: Self.file).count < 200_000)
    }
}

@Suite struct SearchTests {
    private func names(_ typed: String, in plan: Plan = Sample.plan()) -> [String] {
        plan.search(Query(typed, pinyin: PinyinTests.pinyin)).map { "\($0.kind.rawValue) \($0.name)" }
    }

    @Test("A unit comes before its items, whole names before parts, texts before what is only like them")
    func order() {
        #expect(names("jj") == ["unit 市甲局", "item 1", "item 2"])
        #expect(names("各县") == ["unit 各县政府", "item 2"])
        #expect(names("dx") == ["unit 东县"])
        #expect(names("2").first == "item 2")
        #expect(names("一-1") == ["item 一-1"])
        #expect(names("培100") == ["item 1"])
        #expect(names("没有这个词").isEmpty)
        #expect(names("").isEmpty)
    }

    @Test("What is only like the words marks the characters that are")
    func loose() throws {
        let hit = try #require(Sample.plan().search(Query("培企100")).first)
        #expect(hit.name == "1")
        #expect(hit.stretches == [0..<1, 2..<3, 4..<7])
    }

    @Test("Reports, notes, sentences, indicators, deliverables and decisions are searched, and lead to their item")
    func everything() throws {
        var plan = Sample.plan("row-1") { item in
            item.reports = [
                Report(
                    unit: "a", period: Period(.quarter, containing: Sample.day("2023-01-01")), progress: "已签约",
                    problems: "经费紧张", next: "", needsCoordination: true, received: Sample.day("2023-04-01"),
                    isSignedOff: true)
            ]
            item.notes = [Note(id: "n", day: Sample.day("2023-04-01"), text: "领导批示")]
            item.sentences = ["1.1-1"]
        }
        plan.paragraphs = [
            Paragraph(
                id: "1.1", area: "area-1", number: "1", title: "段", sentences: [Sentence(id: "1.1-1", text: "壮大主体。")])
        ]
        plan.indicators = [
            Indicator(id: "T1", item: "row-1", title: "示范数量", printed: "100家", target: .atLeast(100), unit: "家")
        ]
        plan.deliverables = [
            Deliverable(id: "d", name: "质押系统", kind: "平台", items: ["row-2"], phase: nil, sentence: nil)
        ]
        plan.meetings = [Meeting(id: "m", name: "第一次会议", day: Sample.day("2023-05-01"), attendees: "")]
        plan.decisions = [
            Decision(
                id: "e", meeting: "m", text: "尽快落实", unit: "a", deadline: nil, items: ["row-3"], status: nil)
        ]
        let row = try #require(plan.tree.position(of: "row-1"))
        let query = { (text: String) in plan.search(Query(text, pinyin: PinyinTests.pinyin)).first }
        let report = try #require(query("经费"))
        #expect(report.kind == .report)
        #expect(report.text == "已签约")
        #expect(report.other?.text == "经费紧张")
        #expect(report.item == row)
        for (typed, kind) in [
            ("批示", Hit.Kind.note), ("壮大", .sentence), ("sfsl", .indicator), ("zyxt", .deliverable), ("落实", .decision),
            ("第一次", .meeting),
        ] {
            #expect(query(typed)?.kind == kind, "\(typed)")
        }
        #expect(query("壮大")?.item == row)
        // An indicator also belongs to its item.
        #expect(plan.find(Query("示范数量")) == [row])
    }

    @Test("Letters that stand in a text come before letters that spell it; the outline walks in reading order")
    func outline() {
        let plan = Sample.plan("row-3") { $0.title = "PY平台" }
        let rows = { (text: String) in
            plan.find(Query(text, pinyin: PinyinTests.pinyin)).map { plan.tree[$0].id.text }
        }
        #expect(rows("py") == ["row-3"])
        #expect(rows("pyqy") == ["row-1"])
        #expect(rows("rw") == ["task-1", "task-2"])
    }

    @Test("Typing on finds what typing at once finds", arguments: ["peiyu qiye", "各县建成", "jj zhongx", "第2项", "培100家"])
    func narrowing(_ typed: String) {
        let plan = Sample.plan()
        var index = SearchIndex(plan)
        for count in 1...typed.count {
            let query = Query(String(typed.prefix(count)), pinyin: PinyinTests.pinyin)
            #expect(index.search(query) == plan.search(query), "\(typed.prefix(count))")
        }
    }

    @Test("Long and strange queries find nothing and take no harm")
    func strange() {
        for typed in [
            String(repeating: "a", count: 500), String(repeating: "专利", count: 100), "\u{0}\u{202E}", "👍🏽", "、、",
        ] {
            #expect(names(typed).isEmpty, "\(typed)")
        }
        #expect(Query(String(repeating: "企", count: 61)).stretches(in: String(repeating: "企", count: 61)).count == 62)
    }

    /// What is drawn is marked as if all of it were looked at, also where a match goes on behind the edge.
    @Test(arguments: ["kj", "科技局", "jszc", "ab", "a b", "中心"])
    func linesThatAreCutAreMarkedAlike(_ typed: String) {
        let text = "建设 a b 中心，市科技局、市财政局支持知识产权中心建设支持中心"
        let query = Query(typed, pinyin: PinyinTests.pinyin)
        let all = query.stretches(in: text)
        #expect(!all.isEmpty)
        for limit in -1...40 {
            let seen = all.filter { $0.lowerBound < limit }
            #expect(query.stretches(in: text, within: limit).prefix(seen.count) == seen[...])
        }
    }
}
