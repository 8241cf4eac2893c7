import Text
import WorkPlan

/// How units are sorted within their kinds.
enum UnitOrder: CaseIterable, Sendable {
    case printed, load, lights, missing

    /// For the tab line: 按承担
    var words: DisplayText {
        switch self {
        case .printed: "按原文次序"
        case .load: "按承担项数"
        case .lights: "按红黄灯"
        case .missing: "按缺报"
        }
    }

    var next: UnitOrder {
        switch self {
        case .printed: .load
        case .load: .lights
        case .lights: .missing
        case .missing: .printed
        }
    }

    /// The kinds in the order they are listed: members after the collective unit that stands for them.
    static let kinds: [Unit.Kind] = [.department, .judicial, .stationed, .collective, .county]

    /// The workloads by kind, each kind sorted; kinds without units are left out.
    func grouped(_ situation: Situation) -> [(kind: Unit.Kind, loads: [Workload])] {
        let plan = situation.plan
        let loads = situation.briefing.workloads.all
        return Self.kinds.compactMap { kind in
            let group = loads.filter { plan.unit($0.unit)?.kind == kind }
            return group.isEmpty ? nil : (kind, sorted(group))
        }
    }

    /// Ties stay as printed.
    private func sorted(_ loads: [Workload]) -> [Workload] {
        guard self != .printed else { return loads }
        return loads.enumerated().sorted { left, right in
            let (first, second) = (rank(left.element), rank(right.element))
            return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
    }

    /// The lower, the earlier.
    private func rank(_ load: Workload) -> [Int] {
        switch self {
        case .printed: []
        case .load: [-load.subtasks.count]
        case .lights: [-load.count(.red), -load.count(.yellow), -load.count(.grey)]
        case .missing: [-load.missing.count, -load.subtasks.count]
        }
    }
}
