/// How deep an item stands in the tree. Raw values are the words of plan files.
package enum Level: String, CaseIterable, Sendable, Comparable {
    /// 工作领域
    case area
    /// 任务
    case task
    /// 事项: the published rows, and those the secretariat adds.
    case subtask
    /// 节点, added by the secretariat. Has no children.
    case milestone

    package var word: String {
        switch self {
        case .area: "工作领域"
        case .task: "任务"
        case .subtask: "事项"
        case .milestone: "节点"
        }
    }

    /// 0 for an area, 3 for a milestone.
    package var depth: Int {
        switch self {
        case .area: 0
        case .task: 1
        case .subtask: 2
        case .milestone: 3
        }
    }

    package static func < (left: Level, right: Level) -> Bool { left.depth < right.depth }
}
