import ArgumentParser
import Cells
import Dashboard
import Text
import WorkPlan

struct ScreenshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screenshot", abstract: "把看板的一页存成图片（SVG）或文字，供发送、打印",
        discussion: """
            例：lianxi screenshot 总览 --output 总览.svg
                lianxi screenshot 15 --format txt
                lianxi screenshot 矩阵 --size 160x50 --theme light --output 矩阵.svg
            已有的文件不会被覆盖，除非加 --force。
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case svg, txt
    }

    @Argument(help: ArgumentHelp("页名（\(App.pageTitles.joined(separator: "、"))）、序号（15、三）或单位（市科技局）", valueName: "页"))
    var page: String

    @Option(help: "svg 或 txt；不写时看文件名的结尾，再不然为 svg")
    var format: Format?

    @Option(name: [.short, .long], help: ArgumentHelp("写到这个文件；不写时输出到屏幕", valueName: "文件"))
    var output: String?

    @Option(help: ArgumentHelp("列数x行数", valueName: "列x行"))
    var size: Size = Size(width: 120, height: 36)

    @Flag(help: "文件已经存在时覆盖它")
    var force = false

    @OptionGroup var options: PlanOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let theme = try ThemeChoice(asked: screen.theme).theme
        let request = options.request
        var clerk = Clerk(try PlanSource(request, creating: false), today: request.today ?? Environment.today)
        if let point = request.asOf { try clerk.go(to: point) }
        let glyphs = screen.glyphs?.glyphs ?? theme.glyphs.map { GlyphSet($0) } ?? .narrow
        var app = App(clerk.briefing, size: size, glyphs: glyphs)
        try Self.open(page, in: &app, asking: &clerk)
        let picture = Screenshot(app.draw(), of: page, theme: theme)
        let bytes = chosenFormat == .svg ? picture.svg : picture.text
        guard let output else { return Output.bytes(bytes) }
        try OutputFile.write(bytes, to: output, replacing: force)
        Output.lines([DisplayText("已写入 \(output)")])
    }

    /// Goes to the page of that title, else to the item or the unit of that name, and has its questions answered.
    static func open(_ page: String, in app: inout App, asking clerk: inout Clerk) throws(Complaint) {
        var effects: [Effect]
        if App.pageTitles.contains(page) {
            effects = app.show(pageTitled: page)
        } else {
            do throws(Complaint) {
                switch try Subject(page, in: clerk.briefing.plan) {
                case .item(let position): effects = app.show(item: clerk.briefing.plan.tree[position].id)
                case .unit(let unit): effects = app.show(unit: unit.id)
                case .plan: effects = []
                }
            } catch {
                throw Complaint(
                    error.sentence + "页名有：\(App.pageTitles.joined(separator: "、"))。", status: error.status)
            }
        }
        while !effects.isEmpty {
            effects = effects.flatMap { clerk.reply(to: $0) }.flatMap { app.handle($0) }
        }
    }

    private var chosenFormat: Format {
        format ?? output?.split(separator: ".").last.flatMap { Format(rawValue: $0.lowercased()) } ?? .svg
    }
}

extension Size: ExpressibleByArgument {
    /// `120x36`, within what a terminal may be.
    public init?(argument: String) {
        let parts = argument.split(whereSeparator: { "xX×".contains($0) }).map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
        guard (40...1000).contains(width), (10...1000).contains(height) else { return nil }
        self.init(width: width, height: height)
    }

    public var defaultValueDescription: String { "\(width)x\(height)" }
}
