import Testing

@testable import Text

@Suite struct DisplayTextTests {
    @Test func `a clean text is kept as it is`() {
        for text in ["", "知识产权强市建设", "第15项：“4·26”（2022—2025年）", "e\u{301}\u{302}x", "①㎡℃ ～ ａ", "👍 汉"] {
            #expect(DisplayText(text).string.unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    @Test(arguments: [
        ("a\tb\n", "a␉b␊"),
        ("\u{1B}[31m\u{7F}", "␛[31m␡"),
        ("\u{9B}2J", "‹U+009B›2J"),
        ("\u{202E}gpj", "‹U+202E›gpj"),
        ("知\u{200B}识\u{FEFF}", "知‹U+200B›识‹U+FEFF›"),
        ("⚠\u{FE0F}", "⚠‹U+FE0F›"),
        ("\u{E0041}\u{F8FF}\u{100000}", "‹U+E0041›‹U+F8FF›‹U+100000›"),
        ("\u{301}a", "◌\u{301}a"),
        ("\n\u{301}", "␊◌\u{301}"),
        ("a\u{301}\u{302}\u{303}\u{304}b", "a\u{301}\u{302}‹+2›b"),
        ("汉\u{301}\u{302}\u{303}", "汉\u{301}\u{302}‹+1›"),
    ])
    func `what cannot be shown has a stand-in`(raw: String, shown: String) {
        #expect(DisplayText(raw).string.unicodeScalars.elementsEqual(shown.unicodeScalars))
    }

    @Test func `no hostile text leaves a forbidden scalar`() {
        #expect(HostileTexts.all.count >= 100)
        for raw in HostileTexts.all { expectClean(DisplayText(raw)) }
    }

    @Test func `every scalar alone becomes clean`() {
        // What lies between these is unassigned or private use.
        for code in Array(UInt32(0)..<0x1_FFFF) + Array(0xE_0000..<0xF_0100) + Array(0x10_FF00..<0x11_0000) {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let text = DisplayText(String(Character(scalar)))
            let columns = text.columns(.narrow)
            if columns < 1 || columns > 10 || scalar.properties.isDefaultIgnorableCodePoint {
                #expect(columns >= 8 && columns <= 10, "U+\(String(code, radix: 16))")
            }
        }
    }

    @Test func `what is clean stays so, and sums of it are clean`() {
        for left in HostileTexts.all {
            let once = DisplayText(left)
            #expect(DisplayText(once.string).string.unicodeScalars.elementsEqual(once.string.unicodeScalars))
            let sum = once + DisplayText("\u{301}汉\u{302}") + once
            expectClean(sum)
            #expect(DisplayText(sum.string) == sum)
        }
        #expect(DisplayText("甲\(DisplayText("\n"))\(7)") == "甲␊7")
        #expect([DisplayText("甲"), "乙", "丙"].joined(separator: "、") == "甲、乙、丙")
    }

    @Test func `lines of a raw text are split before anything is shown`() {
        #expect(DisplayText.paragraphs(of: "甲\n乙\r\n\r丙\u{2028}丁") == ["甲", "乙", "", "丙", "丁"])
        #expect(DisplayText.paragraphs(of: "") == [""])
    }

    @Test func `a text is cut by columns and never inside a character`() {
        let text: DisplayText = "知识e\u{301}产权"
        #expect(text.columns(.narrow) == 9)
        #expect(text.prefix(columns: 3, ambiguous: .narrow) == "知")
        #expect(text.prefix(columns: 5, ambiguous: .narrow) == "知识e\u{301}")
        #expect(text.cut(to: 9, ellipsis: "…", ambiguous: .narrow) == text)
        #expect(text.cut(to: 8, ellipsis: "…", ambiguous: .narrow) == "知识e\u{301}产…")
        #expect(text.cut(to: 7, ellipsis: "…", ambiguous: .narrow) == "知识e\u{301}…")
        #expect(text.cut(to: 7, ellipsis: "…", ambiguous: .wide) == "知识e\u{301}…")
        #expect(text.cut(to: 1, ellipsis: "…", ambiguous: .narrow) == "…")
        #expect(text.cut(to: 1, ellipsis: "..", ambiguous: .narrow) == ".")
        #expect(text.cut(to: 0, ellipsis: "…", ambiguous: .narrow) == "")
        #expect(text.cut(to: -3, ellipsis: "…", ambiguous: .narrow) == "")
    }

    @Test func `a cut text fits, whatever it is`() {
        for raw in HostileTexts.all {
            for columns in 0..<9 {
                for ambiguous in [AmbiguousWidth.narrow, .wide] {
                    let cut = DisplayText(raw).cut(to: columns, ellipsis: "…", ambiguous: ambiguous)
                    #expect(cut.columns(ambiguous) <= columns)
                    expectClean(cut)
                }
            }
        }
    }

    @Test func `a text is padded on the side that is asked for`() {
        #expect(DisplayText("知识").padded(to: 7, ambiguous: .narrow) == "知识   ")
        #expect(DisplayText("知识").padded(to: 7, ambiguous: .narrow, alignment: .right) == "   知识")
        #expect(DisplayText("知识").padded(to: 7, ambiguous: .narrow, alignment: .centre) == " 知识  ")
        #expect(DisplayText("“知”").padded(to: 7, ambiguous: .wide) == "“知” ")
        #expect(DisplayText("知识").padded(to: 3, ambiguous: .narrow) == "知识")
    }
}

/// Checks a text against the promise by the standard library's own Unicode data, not by our table.
private func expectClean(_ text: DisplayText) {
    var marks = DisplayText.marksLimit
    for scalar in text.string.unicodeScalars {
        let name = "U+\(String(scalar.value, radix: 16))"
        #expect(!scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isBidiControl, "\(name)")
        #expect(!scalar.properties.isNoncharacterCodePoint, "\(name)")
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: Issue.record("\(name)")
        case .format: #expect(DisplayWidth.columns(of: scalar, ambiguous: .narrow) == 1, "\(name)")
        case .nonspacingMark, .enclosingMark:
            marks += 1
            #expect(marks <= DisplayText.marksLimit, "\(name)")
            continue
        default: break
        }
        #expect(DisplayWidth.columns(of: scalar, ambiguous: .narrow) > 0, "\(name)")
        marks = 0
    }
}
