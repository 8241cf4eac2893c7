import Cells
import Text
import WorkPlan

extension MatrixPage {
    static let commands: [Command<MatrixPage>] =
        [
            Command("open", [.enter], label: "打开", help: "打开这个单位在这一项中承担的部分；在行首打开事项，在列首打开单位") { page, situation in
                page.open(situation)
            },
            Command("mode", ["o"], label: "内容", help: "换一种内容：责任、灯、进度、报送（单位与报送期）、汇总（领域与单位）") { page, situation in
                page.turn(situation)
            },
            Command("counties", ["z"], label: "各县", help: "各县（市、区）政府展开为各成员，或合为一列") { page, situation in
                page.isUnfolded.toggle()
                return page.mode == .reporting ? .notice("报送总是按成员分列") : page.scrolled(situation)
            },
            Command("flat", ["w"], label: "平铺", help: "只列事项，领域和任务写在左边；再按恢复树形") { page, situation in
                page.isFlat.toggle()
                return page.scrolled(situation)
            },
            Command("column-order", ["O"], label: "排序", help: "各列按印发顺序、项数或落后排列（分组不变）") { page, situation in
                let all = Matrix.Order.allCases
                page.order = all[((all.firstIndex(of: page.order) ?? 0) + 1) % all.count]
                _ = page.scrolled(situation)
                return .notice(DisplayText("各列\(page.order.word)排列"))
            },
            Command("legend", ["X"], label: "图例", help: "每个符号的意思") { page, _ in
                page.showsLegend.toggle()
                return .done
            },
        ] + walking + folding

    private static let walking: [Command<MatrixPage>] = [
        Command("next", [.down, "j"], help: "下一行") { page, situation in
            page.moveRow(1, situation)
            return .done
        },
        Command("previous", [.up, "k"], help: "上一行；在第一行时到列首") { page, situation in
            page.moveRow(-1, situation)
            return .done
        },
        Command("right", [.right, "l"], help: "右一列") { page, situation in
            page.moveColumn(1, situation)
            return .done
        },
        Command("left", [.left, "h"], help: "左一列；在第一列时到行首") { page, situation in
            page.moveColumn(-1, situation)
            return .done
        },
        Command("page-down", [.pageDown, .control("f")], help: "下一屏") { page, situation in
            page.movePage(1, situation)
            return .done
        },
        Command("page-up", [.pageUp, .control("b")], help: "上一屏") { page, situation in
            page.movePage(-1, situation)
            return .done
        },
        Command("top", [.home, "g"], help: "到第一行") { page, situation in
            page.isOnHeading = false
            page.select(row: 0, page.grid(situation), situation)
            return .done
        },
        Command("bottom", [.end, "G"], help: "到最后一行") { page, situation in
            let grid = page.grid(situation)
            page.isOnHeading = false
            page.select(row: grid.rowCount - 1, grid, situation)
            return .done
        },
        Command("first-column", ["^"], help: "到第一列") { page, situation in
            page.isOnTitle = false
            page.select(column: 0, page.grid(situation), situation)
            return .done
        },
        Command("last-column", ["$"], help: "到最后一列") { page, situation in
            let grid = page.grid(situation)
            page.isOnTitle = false
            page.select(column: grid.headings.count - 1, grid, situation)
            return .done
        },
    ]

    private mutating func movePage(_ direction: Int, _ situation: Situation) {
        let grid = grid(situation)
        isOnHeading = false
        let step = max(1, layout(grid, situation).bodyHeight - 1)
        select(row: row(grid, situation) + direction * step, grid, situation)
    }

    private mutating func turn(_ situation: Situation) -> Response {
        let modes = Mode.allCases
        mode = modes[((modes.firstIndex(of: mode) ?? 0) + 1) % modes.count]
        return scrolled(situation)
    }

    /// Scrolls anew after what is shown has changed; the cursor stays on its item and unit.
    private mutating func scrolled(_ situation: Situation) -> Response {
        let layout = layout(grid(situation), situation)
        top = layout.top
        left = layout.left
        return .done
    }

    // MARK: Opening

    mutating func open(_ situation: Situation) -> Response {
        let grid = grid(situation)
        if let table = grid.table, isOnHeading {
            let place = column(grid)
            guard table.periods.indices.contains(place) else { return .done }
            return .notice(DisplayText("\(table.periods[place].word)：未报 \(table.missing(place)) 项次"))
        }
        guard let link = selection(situation) else { return .done }
        guard case .part(let item, let unit) = link, let position = situation.plan.tree.position(of: item) else {
            return .open(link.page)
        }
        if mode == .summary {
            // The area's own rows, with the cursor on the same unit.
            var page = self
            page.mode = .light
            page.folded = Outline.folds(situation.plan.tree, downTo: .area).subtracting([item])
            page.isFlat = false
            page.showsLegend = false
            page.reveal(position, situation)
            return .open(page)
        }
        let hasPart =
            situation.plan.tree.level(of: position) == .subtask
            ? grid.matrix.cells(of: position).contains { $0.column == column(grid) }
            : grid.matrix.sum(of: position, at: column(grid)).marks > 0
        guard hasPart else {
            let name = situation.plan.unit(unit)?.name ?? ""
            return .notice(DisplayText("\(name)不在\(situation.plan.name(of: position))的责任单位中"))
        }
        return .open(link.page)
    }
}
