import Cells
import Curses

extension Checkup {
    /// Characters whose width the terminal is asked for: those the plan and the screen are made of.
    private static let wide = "中"
    private static let ambiguous = ["…", "·", "“", "—", "─", "█", "●", "▲", "■", "→"]

    /// Whether wide characters take two columns, and how many the ambiguous ones take, which decides the glyph set.
    static func width(_ traits: TerminalTraits) -> [Finding] {
        guard traits.isTerminal else {
            return [Finding(name: "字宽", verdict: .unasked, words: "标准输入或输出不是终端" + memory)]
        }
        guard let columns = CursorQuestion.columns(of: [wide] + ambiguous), let han = columns.first else {
            return [Finding(name: "字宽", verdict: .note, words: "终端不回答光标位置，看下面的标尺；对不齐时加 --glyphs wide" + memory)]
        }
        return [hanWidth(han), ambiguousWidth(Array(columns.dropFirst()))]
    }

    private static func hanWidth(_ columns: Int) -> Finding {
        columns == 2
            ? Finding(name: "汉字", verdict: .fine, words: "占 2 列")
            : Finding(name: "汉字", verdict: .bad, words: "占 \(columns) 列，应占 2 列；请看终端的编码是不是 UTF-8，换一种等宽字体")
    }

    private static func ambiguousWidth(_ columns: [Int]) -> Finding {
        if columns.allSatisfy({ $0 == 1 }) {
            return Finding(name: "符号", verdict: .fine, words: "\(ambiguous.joined()) 占 1 列；选用 narrow 字符")
        }
        if columns.allSatisfy({ $0 == 2 }) {
            return Finding(name: "符号", verdict: .fine, words: "\(ambiguous.joined()) 占 2 列；自动选用 wide 字符")
        }
        let odd = zip(ambiguous, columns).filter { $0.1 != columns[0] }.map { "\($0.0)占\($0.1)列" }
        return Finding(
            name: "符号", verdict: .note, words: "有宽有窄（\(odd.joined(separator: "，"))），线会对不齐；请加 --glyphs wide",
            setting: "alias lianxi='lianxi --glyphs wide'")
    }

    private static var memory: String {
        guard let glyphs = GlyphMemory.remembered else { return "" }
        return "；上次问到的是 \(glyphs.name == .narrow ? "narrow" : "wide") 字符"
    }

    /// Lines that end in the same column where all is as the narrow set needs it; in the third one the characters whose
    /// width terminals disagree about.
    static let rulers = [
        "标尺：各行末尾的 | 应上下对齐。第三行偏右时，终端把符号画成两列，用 wide 字符。",
        "  |....:....|....:....|  窄",
        "  |方案任务|落实到位|a|  宽",
        "  |●▲■○◆★→…·|─│█▌“”‘’—|  符号",
    ]
}
