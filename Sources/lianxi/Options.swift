import ArgumentParser
import Cells
import WorkPlan

/// What was asked for, whether by arguments or, where there are none, by default.
struct Request {
    /// The ledger's directory.
    var ledger: String?
    /// The file of the plan a new ledger begins with.
    var plan: String?
    var today: Day?
    /// Who edits; nil: as the surroundings say.
    var author: String?
    /// The point in history to go back to; nil: now.
    var asOf: PointInTime?
    var isReadOnly = false
    /// A theme's name, or the path of its file.
    var theme: String?
    var glyphs: GlyphSet?
}

/// What every subcommand that reads the plan understands.
struct PlanOptions: ParsableArguments {
    @Option(help: ArgumentHelp("数据目录；不写时用 $LIANXI_LEDGER，再不然用 ~/.local/share/lianxi/ 下以方案命名的目录", valueName: "目录"))
    var ledger: String?

    @Option(help: ArgumentHelp("新建数据目录所用的方案文件；不写时用内置的嘉兴方案", valueName: "文件"))
    var plan: String?

    @Option(help: ArgumentHelp("数据截止日，如 2024-03-31；不写时为今天", valueName: "日期"))
    var today: Day?

    @Option(help: ArgumentHelp("回看历史：那一天、或那一条记录之后的方案，不能修改", valueName: "日期|记录"))
    var asOf: PointInTime?

    @Option(
        help: ArgumentHelp("署名；不写时用 $LIANXI_AUTHOR、上次的回答、git 的用户名或登录名（log 里是只列这个人的修改）", valueName: "姓名"))
    var author: String?

    @Flag(help: "只读：不新建、不改动任何文件")
    var readOnly = false

    var request: Request {
        Request(
            ledger: ledger, plan: plan, today: today, author: author, asOf: asOf, isReadOnly: readOnly)
    }

    /// Refuses time travel where it means nothing.
    func requireNow(_ reason: String) throws(Complaint) {
        guard asOf == nil else { throw Complaint("--as-of 是回看历史，\(reason)。请去掉 --as-of。", status: .usage) }
    }
}

/// What the dashboard understands besides.
struct ScreenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("配色：内置的名称、自己的名称，或主题文件的路径", valueName: "名称"))
    var theme: String?

    @Option(help: ArgumentHelp("字符：narrow 用框线和图形，wide 只用到处都对得齐的字符；不写时自动判断", valueName: "narrow|wide"))
    var glyphs: GlyphChoice?
}

enum GlyphChoice: String, ExpressibleByArgument, CaseIterable {
    case narrow, wide

    var glyphs: GlyphSet { self == .narrow ? .narrow : .wideSafe }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
