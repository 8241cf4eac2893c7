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
                lianxi screenshot 放映 --size 64x18 --output 会议.svg（每页一个文件：会议-01.svg、会议-02.svg……）
                lianxi screenshot 矩阵 --size 160x50 --theme light --output 矩阵.svg
            已有的文件不会被覆盖，除非加 --force。
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case svg, txt
    }

    @Argument(
        help: ArgumentHelp("页名（\(App.pageTitles.joined(separator: "、"))）、放映（全部幻灯片）、序号（15、三）或单位（市科技局）", valueName: "页"))
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
        var clerk = Clerk(try PlanSource.reading(request), today: request.today ?? Environment.today)
        if let point = request.asOf { try clerk.go(to: point) }
        let glyphs = screen.glyphs?.glyphs ?? theme.glyphs.map { GlyphSet($0) } ?? .narrow
        var app = App(clerk.brief(), size: size, glyphs: glyphs)
        let frames: [Frame]
        if page == Self.deck {
            frames = Self.slides(in: &app, asking: &clerk)
        } else {
            try Self.open(page, in: &app, asking: &clerk)
            frames = [app.draw()]
        }
        try write(frames.map { Screenshot($0, of: page, theme: theme) })
    }

    private func write(_ pictures: [Screenshot]) throws {
        let format = chosenFormat
        let papers = pictures.map { format == .svg ? $0.svg : $0.text }
        guard let output else {
            guard papers.count == 1 || format == .txt else {
                throw Complaint("幻灯片有 \(papers.count) 页，每页一个图片文件：请加 --output 文件名，或用 --format txt。", status: .usage)
            }
            // A form feed between two slides: printers turn the page there.
            return try Output.bytes(Array(papers.joined(separator: [0x0C])))
        }
        let names =
            papers.count == 1 ? [output] : papers.indices.map { Self.numbered(output, $0 + 1, of: papers.count) }
        if !force, let taken = names.first(where: TextFile.exists) {
            throw Complaint("文件 \(taken) 已经存在，没有覆盖它。请换个文件名，或加 --force 覆盖。")
        }
        for (name, paper) in zip(names, papers) { try OutputFile.write(paper, to: name, replacing: force) }
        try Output.lines(names.map { DisplayText("已写入 \($0)") })
    }

    /// `会.svg` as `会-01.svg`.
    private static func numbered(_ name: String, _ number: Int, of count: Int) -> String {
        let digits = String(number)
        let mark = "-" + String(repeating: "0", count: max(0, max(2, String(count).count) - digits.count)) + digits
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return name + mark }
        return name[..<dot] + mark + name[dot...]
    }

    static let deck = "放映"

    /// Every slide of the whole deck. The last one stays where it is when the page is turned.
    static func slides(in app: inout App, asking clerk: inout Clerk) -> [Frame] {
        settle(app.showDeck(), in: &app, asking: &clerk)
        var frames = [app.draw()]
        while frames.count < 1000 {
            settle(app.handle(.key(.pageDown)), in: &app, asking: &clerk)
            let next = app.draw()
            guard next != frames.last else { break }
            frames.append(next)
        }
        return frames
    }

    /// Answers what the desk asks until it has no more questions.
    private static func settle(_ effects: [Effect], in app: inout App, asking clerk: inout Clerk) {
        var effects = effects
        while !effects.isEmpty {
            effects = effects.flatMap { clerk.reply(to: $0) }.flatMap { app.handle($0) }
        }
    }

    /// Goes to the page of that title, else to the item or the unit of that name, and has its questions answered.
    static func open(_ page: String, in app: inout App, asking clerk: inout Clerk) throws(Complaint) {
        let effects: [Effect]
        if App.pageTitles.contains(page) {
            effects = app.show(pageTitled: page)
        } else {
            do throws(Complaint) {
                switch try Subject(page, in: clerk.brief().plan) {
                case .item(let position): effects = app.show(item: clerk.brief().plan.tree[position].id)
                case .unit(let unit): effects = app.show(unit: unit.id)
                case .plan: effects = []
                }
            } catch {
                throw Complaint(
                    error.sentence + "页名有：\(App.pageTitles.joined(separator: "、"))。", status: error.status)
            }
        }
        settle(effects, in: &app, asking: &clerk)
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
