import ArgumentParser
import StrictJSON
import Text
import WorkPlan

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "以文字或 JSON 输出方案、一项、一个领域或一个单位",
        discussion: "例：lianxi show；lianxi show 15；lianxi show 三；lianxi show 市科技局 --format json")

    @Argument(help: ArgumentHelp("序号（15）、领域（三）、任务（三-1）、标识（row-15）或单位（市科技局）", valueName: "对象"))
    var subject: String?

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        let source = try PlanSource.reading(options.request)
        let today = options.today ?? Environment.today
        let past = try options.asOf?.view(of: source.ledger, today: today)
        let plan = past?.plan ?? source.plan
        let standings = Standings(plan, on: options.today ?? past?.day ?? today)
        let subject = try subject.map { name throws(Complaint) in try Subject(name, in: plan) } ?? .plan
        switch format {
        case .text:
            if let past { try Output.lines([DisplayText("【回看】\(past.words)的方案，不是现在的")]) }
            try Output.lines(PlanText(plan, standings).lines(subject))
        case .json: try Output.bytes(PlanJSON(plan, standings).bytes(subject, asOf: past?.words))
        }
    }
}

/// What of the plan is spoken of.
enum Subject {
    case plan
    case item(ItemTree.Position)
    case unit(Unit)

    /// Finds it by 序号, number, identifier or unit name; otherwise names what comes nearest.
    init(_ name: String, in plan: Plan) throws(Complaint) {
        let bare = name.hasPrefix("第") && name.hasSuffix("项") ? String(name.dropFirst().dropLast()) : name
        let positions = plan.tree.positions
        if let position = positions.first(where: { plan.number(of: $0) == bare && plan.tree.level(of: $0) >= .subtask })
            ?? positions.first(where: { plan.number(of: $0) == bare || plan.tree[$0].number == bare })
            ?? positions.first(where: { plan.tree[$0].id.text == bare || plan.tree[$0].title == bare })
        {
            self = .item(position)
        } else if let unit = plan.unit(named: name) {
            self = .unit(unit)
        } else {
            throw Complaint(Self.refusal(name, in: plan), status: .usage)
        }
    }

    private static func refusal(_ name: String, in plan: Plan) -> String {
        let query = Query(name)
        let near =
            plan.units.filter { query.matches([$0.name, $0.short] + $0.aliases) }.map(\.name)
            + plan.find(query).filter { plan.tree.level(of: $0) >= .subtask }.map { plan.name(of: $0) }
            + Nearest.names(to: name, among: plan.units.map(\.name).filter { $0.count > 2 })
        var nearest: [String] = []
        for name in near where nearest.count < 5 && !nearest.contains(name) { nearest.append(name) }
        let hint =
            nearest.isEmpty
            ? "序号有 \(rows(plan))，领域有 \(plan.tree.roots.map { plan.number(of: $0) }.joined(separator: "、"))。"
            : "您要找的是不是：\(nearest.joined(separator: "、"))？"
        return "没有“\(name)”这一项或这个单位。\(hint)"
    }

    /// 1 至 30、增1、增2: what the rows are called. Those that the office has added stand among the printed ones.
    private static func rows(_ plan: Plan) -> String {
        let names = plan.tree.positions.filter { plan.tree.level(of: $0) == .subtask }.map { plan.number(of: $0) }
        var stretches: [ClosedRange<Int>] = []
        for number in names.compactMap({ Int($0) }).sorted() {
            if let last = stretches.last, number <= last.upperBound &+ 1 {
                stretches[stretches.count - 1] = last.lowerBound...number
            } else {
                stretches.append(number...number)
            }
        }
        let words =
            stretches.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) 至 \($0.upperBound)" }
            + names.filter { Int($0) == nil }
        return words.prefix(mostWords).joined(separator: "、") + (words.count > mostWords ? " 等" : "")
    }

    private static let mostWords = 12
}
