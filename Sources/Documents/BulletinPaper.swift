package import WorkPlan

extension Paper {
    /// 通报: the opening paragraph, whose counts add up to the total, and every subtask under its count.
    package static func bulletin(_ plan: Plan, _ standings: Standings) -> Paper {
        var paper = Paper(title: "关于\(plan.shortTitle)工作进展情况的通报（征求意见稿）")
        let subtasks = plan.tree.subtasks
        let classes = subtasks.map { Class(standings[$0]) }
        let total = subtasks.count
        var counts: [String] = []
        for kind in Class.allCases {
            let count = classes.count { $0 == kind }
            guard count > 0 || kind.isAlwaysTold else { continue }
            let share = total > 0 ? "，占\(Figure.points(Double(count) / Double(total) * 100))%" : ""
            counts.append("\(kind.word)\(count)项\(share)")
        }
        paper.paragraphs = ["截至\(standings.today.inWords)，\(total)项任务中，\(counts.joined(separator: "；"))。"]
        let members = { (kind: Class) in zip(subtasks, classes).filter { $0.1 == kind }.map(\.0) }
        let behind = members(.behind)
        if !behind.isEmpty {
            let sentences = behind.map { position in
                let item = plan.tree[position]
                return "\(plan.name(of: position))“\(item.wording.trimmed)”（责任单位：\(unitNames(item, plan))；"
                    + "原因：\(standings[position].reason.sentence)）"
            }
            paper.paragraphs.append("滞后任务为：\(sentences.joined(separator: "；"))。")
        }
        let silent = members(.unreported)
        if !silent.isEmpty {
            paper.paragraphs.append("未报任务为：\(silent.map { plan.name(of: $0) }.joined(separator: "、"))。")
        }
        paper.table.headings = ["序号", "事项", "责任单位", "完成时限", "进展", "说明"]
        for (position, kind) in zip(subtasks, classes) {
            let item = plan.tree[position]
            paper.table.rows.append([
                plan.number(of: position), item.wording, unitNames(item, plan),
                standings[position].deadline.map { "\($0.day)" } ?? "", kind.word, standings[position].reason.sentence,
            ])
        }
        return paper
    }

    /// What a bulletin counts a subtask under: exactly one of these.
    private enum Class: CaseIterable {
        case completed, onSchedule, behind, unreported, terminated

        init(_ standing: Standing) {
            switch standing.status?.category {
            case .completed?, .struckOff?: self = .completed
            case .terminated?: self = .terminated
            default:
                switch (standing.light, standing.reason) {
                case (.grey, _): self = .unreported
                case (_, .dueSoon), (.green, _), (.none, _): self = .onSchedule
                default: self = .behind
                }
            }
        }

        var word: String {
            switch self {
            case .completed: "已完成"
            case .onSchedule: "按序时推进"
            case .behind: "滞后"
            case .unreported: "未报"
            case .terminated: "已终止"
            }
        }

        /// A zero that people look for.
        var isAlwaysTold: Bool { self != .terminated }
    }
}

extension String {
    /// Without the full stop at its end, to stand inside a sentence.
    fileprivate var trimmed: String { hasSuffix("。") ? String(dropLast()) : self }
}
