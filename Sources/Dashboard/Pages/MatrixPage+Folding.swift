import Cells
import Text
import WorkPlan

extension MatrixPage {
    static let folding: [Command<MatrixPage>] = [
        Command("fold-toggle", [.tab], help: "展开或收起光标所在的一行；事项收起它的任务", unavailable: noFolds) { page, situation in
            page.toggle(situation)
        },
        Command("fold-level", ["["], help: "全部收起一级：任务、工作领域", unavailable: noFolds) { page, situation in
            page.foldLevel(-1, situation)
        },
        Command("unfold-level", ["]"], help: "全部展开一级", unavailable: noFolds) { page, situation in
            page.foldLevel(1, situation)
        },
        Command("fold-all", ["<"], help: "全部收起，只看工作领域", unavailable: noFolds) { page, situation in
            page.folds(Outline.folds(situation.plan.tree, downTo: .area), situation)
        },
        Command("unfold-all", [">"], help: "全部展开", unavailable: noFolds) { page, situation in
            page.folds([], situation)
        },
    ]

    private static func noFolds(_ page: MatrixPage, _ situation: Situation) -> DisplayText? {
        switch page.mode {
        case .reporting: "报送按单位列出，没有可以收起的行"
        case .summary: "汇总只有工作领域，按 Enter 看它的事项"
        default: page.isFlat ? "平铺时没有可以收起的行，按 w 恢复树形" : nil
        }
    }

    private mutating func toggle(_ situation: Situation) -> Response {
        let tree = situation.plan.tree
        let grid = grid(situation)
        let row = row(grid, situation)
        guard grid.rows.rows.indices.contains(row) else { return .done }
        let line = grid.rows.rows[row]
        guard let position = line.hasChildren ? line.position : tree.parent(of: line.position) else { return .done }
        let id = tree[position].id
        if folded.remove(id) == nil { folded.insert(id) }
        item = id
        return folds(folded, situation)
    }

    private mutating func foldLevel(_ step: Int, _ situation: Situation) -> Response {
        let tree = situation.plan.tree
        let shown = grid(situation).rows.rows.map { tree.level(of: $0.position).depth }.max() ?? 0
        let depth = max(0, min(Level.subtask.depth, shown + step))
        guard let level = Level.allCases.first(where: { $0.depth == depth }) else { return .done }
        return folds(level == .subtask ? [] : Outline.folds(tree, downTo: level), situation)
    }

    /// The cursor stays on its item, or goes to the row that hides it now.
    private mutating func folds(_ folds: Set<Identifier<Item>>, _ situation: Situation) -> Response {
        folded = folds
        let grid = grid(situation)
        select(row: row(grid, situation), grid, situation)
        return .done
    }
}
