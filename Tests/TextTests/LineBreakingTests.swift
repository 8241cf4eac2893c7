import Testing

@testable import Text

@Suite struct LineBreakingTests {
    private func lines(_ text: DisplayText, _ width: Int, _ ambiguous: AmbiguousWidth = .narrow) -> [String] {
        text.lines(width: width, ambiguous: ambiguous).map(\.string)
    }

    @Test func `Han breaks anywhere`() {
        #expect(lines("知识产权强市", 5) == ["知识", "产权", "强市"])
        #expect(lines("知识产权强市", 12) == ["知识产权强市"])
        #expect(lines("", 10) == [])
    }

    @Test func `no line begins with closing punctuation`() {
        #expect(lines("知识产权，强市", 8) == ["知识产", "权，强市"])
        #expect(lines("知识产权》。强市", 8) == ["知识产", "权》。强", "市"])
        #expect(lines("知识产权”强", 8) == ["知识产", "权”强"])
        #expect(lines("达到80％，", 8) == ["达到", "80％，"])
    }

    @Test func `no line ends with opening punctuation`() {
        #expect(lines("知识产（试点）", 8) == ["知识产", "（试点）"])
        #expect(lines("知识产“《试点》”", 9) == ["知识产", "“《试", "点》”"])
        #expect(lines("知识产“《试点》”", 10) == ["知识产", "“《试点》”"])
    }

    @Test func `numbers keep their units`() {
        #expect(lines("培育企业300家以上", 10) == ["培育企业", "300家以上"])
        #expect(lines("同比增长50%以上", 10) == ["同比增长", "50%以上"])
        #expect(lines("计划到2025年底", 9) == ["计划到", "2025年底"])
        #expect(lines("许可次数超1万次", 14) == ["许可次数超", "1万次"])
        #expect(lines("共计金额3,510.5万元。", 14) == ["共计金额", "3,510.5万元。"])
        #expect(lines("以下按第15项办", 8) == ["以下按", "第15项办"])
        #expect(lines("共３００家", 9) == ["共", "３００家"])
    }

    @Test func `words stay whole unless they are wider than the line`() {
        #expect(lines("使用Swift语言", 8) == ["使用", "Swift语", "言"])
        #expect(lines("use Swift now", 8) == ["use", "Swift", "now"])
        #expect(lines("见https://example.com。", 8) == ["见", "https://", "example.", "com。"])
        #expect(lines("1234567890家", 6) == ["123456", "7890家"])
    }

    @Test func `pairs and dates in quotes stay whole`() {
        #expect(lines("知识产权——强", 9) == ["知识产", "权——强"])
        #expect(lines("知识产权……强", 9) == ["知识产", "权……强"])
        #expect(lines("开展好“4·26”", 11) == ["开展好", "“4·26”"])
        #expect(lines("开展好“4·26”", 14, .wide) == ["开展好", "“4·26”"])
    }

    @Test func `blanks around a break are dropped, an indent is not`() {
        #expect(lines("知识   产权 ", 5) == ["知识", "产权"])
        #expect(lines("　　知识产权", 8) == ["　　知识", "产权"])
        #expect(lines("   ", 2) == [])
        #expect(lines("          知识", 4) == ["知识"])
    }

    @Test func `very narrow lines still come to an end`() {
        #expect(lines("知a识", 1) == ["?", "a", "?"])
        #expect(lines("a b\u{301}", 1) == ["a", "b\u{301}"])
        #expect(lines("知", 0) == [])
        #expect(lines("（（（《“知”》）））", 2) == ["（", "（", "（", "《", "“", "知", "”", "》", "）", "）", "）"])
    }

    @Test func `a limit stops early and offsets lead back`() {
        let text: DisplayText = "知识 产权，强市"
        let broken = text.brokenLines(width: 4, ambiguous: .narrow, limit: 2)
        #expect(broken.map(\.text) == ["知识", "产"])
        #expect(broken.map(\.offset) == [0, 3])
    }

    @Test(arguments: [AmbiguousWidth.narrow, .wide])
    func `random Chinese text keeps every rule at every width`(ambiguous: AmbiguousWidth) {
        var random = SplitMix(state: 2025)
        for _ in 0..<400 {
            let text = Self.chinese(&random)
            let width = Int.random(in: 16...80, using: &random)
            let lines = text.lines(width: width, ambiguous: ambiguous)
            expectWhole(lines, text)
            for (number, line) in lines.enumerated() {
                #expect(line.columns(ambiguous) <= width)
                guard let first = line.string.first, let last = line.string.last else {
                    Issue.record("an empty line")
                    continue
                }
                #expect(number == 0 || !"。，、；：？！）》〉」』】〕”’…—·％℃．%".contains(first), "\(text) \(width)")
                #expect(number == lines.count - 1 || !"（《〈「『【〔“‘第".contains(last), "\(text) \(width)")
                let next = number + 1 < lines.count ? lines[number + 1].string.first : nil
                if last.isASCII && last.isNumber { #expect(next.map { !"年家万%0123456789".contains($0) } ?? true) }
            }
        }
    }

    @Test func `any text at any width fits, and comes out whole`() {
        var random = SplitMix(state: 7)
        for raw in HostileTexts.all {
            let text = DisplayText(String(raw.prefix(200)) + Self.chinese(&random).string + raw.prefix(50))
            for width in [2, 3, 5, 8, 21] {
                for ambiguous in [AmbiguousWidth.narrow, .wide] {
                    let lines = text.lines(width: width, ambiguous: ambiguous)
                    #expect(lines.allSatisfy { !$0.isEmpty && $0.columns(ambiguous) <= width })
                    expectWhole(lines, text)
                }
            }
        }
    }

    private func expectWhole(_ lines: [DisplayText], _ text: DisplayText) {
        let isBlank = { (scalar: Unicode.Scalar) in LineBreakClass.of(scalar, after: nil) == .blank }
        let joined = lines.flatMap { $0.string.unicodeScalars.filter { !isBlank($0) } }
        #expect(joined == text.string.unicodeScalars.filter { !isBlank($0) })
    }

    /// Han words with something difficult between them.
    private static func chinese(_ random: inout SplitMix) -> DisplayText {
        let han = Array("知识产权强市建设试点城市各县区政府高校科研院所专利开放许可")
        let difficult = [
            "300家", "50%", "2025年", "1万次", "“4·26”", "（试点）", "《条例》", "——", "……", "，", "。", "、", "；", "：", "？",
            "！", "”", "’", "“", "‘", "【", "】", "〔2022〕3号", "Swift", "a b", " ", "　", "第15项", "℃", "8．5％", "·", "％。",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            for _ in 0..<Int.random(in: 1...5, using: &random) { text.append(han.randomElement(using: &random) ?? "市") }
            text += difficult.randomElement(using: &random) ?? ""
        }
        return DisplayText(text)
    }
}
