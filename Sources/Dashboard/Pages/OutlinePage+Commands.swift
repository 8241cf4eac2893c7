import Cells
import Text
import WorkPlan

extension OutlinePage {
    static let commands: [Command<OutlinePage>] = [
        Command("open", [.enter], label: "打开", help: "打开光标所在的一项") { page, situation in
            page.position(situation).map { .open(ItemPage(item: situation.plan.tree[$0].id)) } ?? .done
        },
        Command("next", [.down, "j"], help: "下一行") { page, situation in
            page.move(1, situation)
            return .done
        },
        Command("previous", [.up, "k"], help: "上一行") { page, situation in
            page.move(-1, situation)
            return .done
        },
        Command("page-down", [.pageDown, .control("f")], help: "下一屏") { page, situation in
            page.move(max(1, Layout(situation).list.height - 1), situation)
            return .done
        },
        Command("page-up", [.pageUp, .control("b")], help: "上一屏") { page, situation in
            page.move(-max(1, Layout(situation).list.height - 1), situation)
            return .done
        },
        Command("top", [.home, "g"], help: "到第一行") { page, situation in
            page.select(row: 0, page.outline(situation), situation)
            return .done
        },
        Command("bottom", [.end, "G"], help: "到最后一行") { page, situation in
            let outline = page.outline(situation)
            page.select(row: outline.rows.count - 1, outline, situation)
            return .done
        },
        Command("unfold", [.right, "l"], label: "展开", help: "展开；已展开时到它的第一个下级") { page, situation in
            page.unfold(situation)
        },
        Command("fold", [.left, "h"], label: "收起", help: "收起；已收起时到它的上级") { page, situation in
            page.fold(situation)
        },
        Command("fold-toggle", [.tab], help: "展开或收起光标所在的一项") { page, situation in
            page.toggle(situation)
        },
        Command("fold-level", ["["], help: "全部收起一级：事项、任务、工作领域") { page, situation in
            page.foldLevel(-1, situation)
        },
        Command("unfold-level", ["]"], help: "全部展开一级") { page, situation in
            page.foldLevel(1, situation)
        },
        Command("fold-all", ["<"], help: "全部收起，只看工作领域") { page, situation in
            page.folded = Outline.folds(situation.plan.tree, downTo: .area)
            return .done
        },
        Command("unfold-all", [">"], help: "全部展开") { page, situation in
            page.folded = []
            return .done
        },
    ]

    private mutating func unfold(_ situation: Situation) -> Response {
        let outline = outline(situation)
        let row = row(outline, situation)
        guard outline.rows.indices.contains(row), outline.rows[row].hasChildren else {
            return .notice("这一项没有下级，按 Enter 打开")
        }
        if outline.rows[row].isFolded {
            folded.remove(situation.plan.tree[outline.rows[row].position].id)
        } else {
            move(1, situation)
        }
        return .done
    }

    private mutating func fold(_ situation: Situation) -> Response {
        let outline = outline(situation)
        let row = row(outline, situation)
        guard outline.rows.indices.contains(row) else { return .done }
        let position = outline.rows[row].position
        if outline.rows[row].hasChildren, !outline.rows[row].isFolded {
            folded.insert(situation.plan.tree[position].id)
            cursor = situation.plan.tree[position].id
        } else if let parent = situation.plan.tree.parent(of: position) {
            reveal(parent, situation)
        }
        return .done
    }

    private mutating func toggle(_ situation: Situation) -> Response {
        let outline = outline(situation)
        let row = row(outline, situation)
        guard outline.rows.indices.contains(row), outline.rows[row].hasChildren else {
            return .notice("这一项没有下级")
        }
        let id = situation.plan.tree[outline.rows[row].position].id
        if folded.remove(id) == nil { folded.insert(id) }
        cursor = id
        return .done
    }

    /// Folds or unfolds the whole tree by one level.
    private mutating func foldLevel(_ step: Int, _ situation: Situation) -> Response {
        let tree = situation.plan.tree
        let shown = outline(situation).rows.map { tree.level(of: $0.position).depth }.max() ?? 0
        let depth = max(0, min(Level.milestone.depth, shown + step))
        guard let level = Level.allCases.first(where: { $0.depth == depth }) else { return .done }
        folded = Outline.folds(tree, downTo: level)
        if let position = position(situation), let row = outline(situation).index(of: position, in: situation.plan.tree)
        {
            select(row: row, outline(situation), situation)
        }
        return .done
    }
}
