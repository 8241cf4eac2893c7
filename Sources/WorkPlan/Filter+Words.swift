extension Filter {
    /// 黄灯或红灯；市科技局；30天内到期. Empty for a filter that asks for nothing.
    package func words(in plan: Plan) -> String {
        var kinds: [[String]] = [
            Self.lightOrder.filter(lights.contains).map { $0 == .none ? "不亮灯" : "\($0.word)灯" },
            Status.Category.allCases.filter(statuses.contains).map(\.word),
            units.map { plan.unit($0)?.name ?? "没有的单位 \($0)" },
            areas.map { id in plan.tree.position(of: id).map { plan.name(of: $0) } ?? "没有的领域 \(id)" },
            Level.allCases.filter(levels.contains).map(\.word),
            dues.map(\.words),
            Reporting.allCases.filter(reporting.contains).map(\.word),
        ]
        kinds.append(needsCoordination ? ["需协调"] : [])
        kinds.append(changedSince.map { ["\($0)以来有变更"] } ?? [])
        return kinds.filter { !$0.isEmpty }.map { $0.joined(separator: "或") }.joined(separator: "；")
    }

    private static let lightOrder = Light.reported + [.none]

    /// What is wrong with a filter as text: a sentence for whoever wrote it.
    package struct Mistake: Error, Equatable {
        package let sentence: String
    }

    /// One line: `light=yellow,red unit=kjj due=30`. `init(_:)` reads it.
    package var line: String {
        var parts: [(String, [String])] = [
            ("light", Self.lightOrder.filter(lights.contains).map(\.rawValue)),
            ("status", Status.Category.allCases.filter(statuses.contains).map(\.rawValue)),
            ("unit", units.map(\.text)),
            ("area", areas.map(\.text)),
            ("level", Level.allCases.filter(levels.contains).map(\.rawValue)),
            ("due", dues.map(\.text)),
            ("report", Reporting.allCases.filter(reporting.contains).map(\.rawValue)),
        ]
        parts.append(("coordination", needsCoordination ? ["needed"] : []))
        parts.append(("changed", changedSince.map { ["\($0)"] } ?? []))
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1.joined(separator: ","))" }.joined(separator: " ")
    }

    /// Reads a line as `line` writes it, the kinds in any order. Nothing that is not understood is passed over.
    package init(_ line: String) throws(Mistake) {
        self.init()
        var seen: Set<Substring> = []
        for part in line.split(separator: " ") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { throw Mistake(sentence: "“\(part)”不是“名称=值”。") }
            guard seen.insert(sides[0]).inserted else { throw Mistake(sentence: "“\(sides[0])”写了两次。") }
            let values = sides[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard Set(values).count == values.count else { throw Mistake(sentence: "“\(part)”里有重复的值。") }
            for value in values {
                guard read(String(sides[0]), value) else {
                    throw Mistake(sentence: "筛选条件“\(sides[0])=\(value)”看不懂。")
                }
            }
        }
    }

    /// False where the name or the value is not known.
    private mutating func read(_ name: String, _ value: String) -> Bool {
        switch name {
        case "light": Light(rawValue: value).map { _ = lights.insert($0) } != nil
        case "status": Status.Category(rawValue: value).map { _ = statuses.insert($0) } != nil
        case "unit": Self.identifier(value).map { units.append($0) } != nil
        case "area": Self.identifier(value).map { areas.append($0) } != nil
        case "level": Level(rawValue: value).map { _ = levels.insert($0) } != nil
        case "due": Due(value).map { dues.append($0) } != nil
        case "report": Reporting(rawValue: value).map { _ = reporting.insert($0) } != nil
        case "coordination": (value == "needed" ? true : nil).map { needsCoordination = $0 } != nil
        case "changed": (changedSince == nil ? Day(value) : nil).map { changedSince = $0 } != nil
        default: false
        }
    }

    private static func identifier<Subject>(_ text: String) -> Identifier<Subject>? {
        let identifier = Identifier<Subject>(text)
        return identifier.isWellFormed ? identifier : nil
    }
}

extension Filter.Due {
    package var words: String {
        switch self {
        case .overdue: "已逾期"
        case .within(let days): "\(days)天内到期"
        }
    }

    /// `overdue`, or days: `30`.
    var text: String {
        switch self {
        case .overdue: "overdue"
        case .within(let days): "\(days)"
        }
    }

    init?(_ text: String) {
        if text == "overdue" {
            self = .overdue
        } else if let days = Int(text), days >= 0, "\(days)" == text, days <= 36_500 {
            self = .within(days: days)
        } else {
            return nil
        }
    }
}
