import ArgumentParser
import Cells
import Curses
import Text
import WorkPlan

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "建立（仅第一次）并打开演示数据：虚构的进展，供试用和培训",
        discussion: """
            演示数据里的单位进展、人名、电话、会议都是虚构的，标题以“【演示】”开头，单独放在
            ~/.local/share/lianxi/demo-jiaxing-2022-2025，不与真实数据混在一起。
            """)

    @Option(help: ArgumentHelp("演示数据的目录；不写时用 ~/.local/share/lianxi/demo-jiaxing-2022-2025", valueName: "目录"))
    var ledger: String?

    @Option(help: ArgumentHelp("数据截止日，如 2024-06-30", valueName: "日期"))
    var today: Day = Day(2024, 3, 31)

    @Option(help: ArgumentHelp("署名；不写时与看板相同", valueName: "姓名"))
    var author: String?

    @Flag(help: "只建立，不打开")
    var makeOnly = false

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let place = try ledger ?? Paths.own(DemoPlan.id.text)
        guard !makeOnly else {
            try DemoLedger(path: place).make()
            try Output.lines([DisplayText("演示数据在 \(place)")])
            return
        }
        // As for any dashboard: what the terminal or the theme cannot do is said before a directory is made.
        do { try CursesScreen.check() } catch { throw Complaint(error) }
        _ = try ThemeChoice(asked: screen.theme)
        try DemoLedger(path: place).make()
        var request = Request()
        request.ledger = place
        request.today = today
        request.author = author
        request.theme = screen.theme
        request.glyphs = screen.glyphs?.glyphs
        try DashboardCommand.open(request)
    }
}
