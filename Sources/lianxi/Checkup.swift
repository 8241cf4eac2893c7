import Cells
import Curses
import Glibc
import Text

/// What `lianxi doctor` finds: whether the terminal, the locale and the ledger serve, and what to set where they do not.
struct Checkup {
    enum Verdict: String {
        case fine = "OK"
        case note = "注意"
        case bad = "不行"
        /// Only people can see it.
        case look = "请看"
        /// There was no terminal to ask.
        case unasked = "未测"
    }

    struct Finding {
        let name: String
        let verdict: Verdict
        /// What was found and, where it is not as it should be, what helps.
        let words: String
        /// A line for the shell that helps.
        var setting: String?
    }

    let findings: [Finding]

    init(_ request: Request) {
        let traits = TerminalTraits()
        findings =
            [Self.terminal(traits), Self.locale(traits), Self.colors(traits), Self.size(traits)]
            + Self.width(traits) + [Self.mouse(traits), Self.inputMethod, Self.theme, Self.ledger(request)]
            + [Self.author(request)]
    }

    var isUsable: Bool { !findings.contains { $0.verdict == .bad } }

    /// The lines for the shell, each once.
    var settings: [String] {
        findings.compactMap(\.setting).reduce(into: []) { list, line in if !list.contains(line) { list.append(line) } }
    }

    // MARK: The terminal

    private static let colorful = "export TERM=xterm-256color"

    private static func terminal(_ traits: TerminalTraits) -> Finding {
        guard let name = traits.name else {
            return Finding(name: "终端", verdict: .bad, words: "没有设置 TERM", setting: colorful)
        }
        guard traits.isKnown else {
            return Finding(name: "终端", verdict: .bad, words: "本机不认识终端“\(name)”", setting: colorful)
        }
        guard traits.canMoveCursor else {
            return Finding(name: "终端", verdict: .bad, words: "终端“\(name)”不能移动光标", setting: colorful)
        }
        let program = Environment.value("TERM_PROGRAM").map { "（\($0)）" } ?? ""
        return Finding(name: "终端", verdict: .fine, words: name + program)
    }

    private static func locale(_ traits: TerminalTraits) -> Finding {
        let variables = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { name in
            Environment.value(name).map { "\(name)=\($0)" }
        }
        let said = variables.first ?? "没有设置区域"
        if traits.charset == "UTF-8" { return Finding(name: "区域", verdict: .fine, words: "\(said)，字符集 UTF-8") }
        return Finding(
            name: "区域", verdict: .note, words: "\(said)，字符集 \(traits.charset)；本程序总是输出 UTF-8，别的程序可能显示不了汉字",
            setting: "export LC_ALL=C.UTF-8")
    }

    private static func colors(_ traits: TerminalTraits) -> Finding {
        if Environment.value("NO_COLOR") != nil {
            return Finding(name: "颜色", verdict: .fine, words: "设置了 NO_COLOR，不用颜色；灯看形状和文字")
        }
        switch traits.colors {
        case 256...: return Finding(name: "颜色", verdict: .fine, words: "\(traits.colors) 色")
        case 8...:
            return Finding(
                name: "颜色", verdict: .note, words: "只有 \(traits.colors) 色，取相近的；多数终端可以设为 256 色", setting: colorful)
        default:
            return Finding(name: "颜色", verdict: .note, words: "没有颜色；灯看形状和文字", setting: colorful)
        }
    }

    private static func size(_ traits: TerminalTraits) -> Finding {
        guard let size = traits.size else {
            return Finding(name: "大小", verdict: .unasked, words: "标准输入或输出不是终端")
        }
        let words = "\(size.width)列 \(size.height)行"
        if size.width < 40 || size.height < 10 {
            return Finding(name: "大小", verdict: .bad, words: "\(words)，太小：至少 40列 10行")
        }
        if size.width < 64 || size.height < 18 {
            return Finding(name: "大小", verdict: .note, words: "\(words)，偏小：64列 18行以上看得全")
        }
        return Finding(name: "大小", verdict: .fine, words: words)
    }

    private static func mouse(_ traits: TerminalTraits) -> Finding {
        traits.hasMouse
            ? Finding(name: "鼠标", verdict: .fine, words: "可以点选和滚动；看板里按 M 开关")
            : Finding(name: "鼠标", verdict: .note, words: "这种终端没有鼠标；都可以用键操作")
    }

    private static let inputMethod = Finding(
        name: "输入法", verdict: .look, words: "在看板里按 / 打汉字：候选框应在光标旁边。不在时，请在终端的设置里打开“候选框跟随光标”")
}
