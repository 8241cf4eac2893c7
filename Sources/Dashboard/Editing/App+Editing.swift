import Cells
import Text
import WorkPlan

extension App {
    /// Every edit of what is selected, from whatever page it is selected on.
    static let editing: [Command<App>] = progressEdits + recordEdits + structureEdits

    private static let progressEdits: [Command<App>] = [
        Command("progress-more", ["+", "="], label: "加5%", help: "进度加 5 个百分点", unavailable: noProgress) {
            app, situation in app.step(5, situation)
        },
        Command("progress-less", ["-"], help: "进度减 5 个百分点", unavailable: noProgress) { app, situation in
            app.step(-5, situation)
        },
        Command("progress", ["e"], label: "进度", help: "填进度百分比", unavailable: noProgress) { app, situation in
            .ask(app.percentForm(situation))
        },
        Command("status-next", ["s"], label: "状态", help: "到下一个状态：进行中、已完成、已销号", unavailable: noProgress) {
            app, situation in app.nextStatus(situation)
        },
        Command("status", ["S"], help: "选状态：未启动、进行中、已完成、已销号、已终止、未报", unavailable: noProgress) {
            app, situation in .ask(app.statusMenu(situation))
        },
        Command("report", ["p"], label: "进展", help: "填报进展情况、存在问题、下一步打算", unavailable: noProgress) {
            app, situation in app.report(situation)
        },
        Command("deadline", ["d"], label: "期限", help: "节点调整：改期限并写明依据", unavailable: noProgress) {
            app, situation in .ask(app.deadlineForm(situation))
        },
        Command("light-override", ["L"], help: "人工定灯：写明理由和有效期", unavailable: noProgress) { app, situation in
            .ask(app.overrideForm(situation))
        },
        Command("reading", ["i"], label: "读数", help: "填指标的最新数", unavailable: noIndicator) { app, situation in
            app.reading(situation)
        },
    ]

    private static let recordEdits: [Command<App>] = [
        Command("units", ["r"], label: "责任", help: "改责任单位和分工；光标在单位上时改联络员、别名、成员、名称", unavailable: noUnits) {
            app, situation in app.units(situation)
        },
        Command("evidence", ["v"], help: "登记佐证材料：地址和说明", unavailable: noItem) { app, situation in
            .ask(app.evidenceForm(situation))
        },
        Command("note", ["b"], help: "写备注", unavailable: noItem) { app, situation in .ask(app.noteForm(situation)) },
    ]

    private static let structureEdits: [Command<App>] = [
        Command("wording", ["t"], help: "改增列事项的内容；公布的内容作为文字调整，原文保留", unavailable: noItem) {
            app, situation in .ask(app.wordingForm(situation))
        },
        Command("add", ["a"], label: "增列", help: "在任务下增列事项，在事项下增列节点", unavailable: noParent) {
            app, situation in .ask(app.additionForm(situation))
        },
        Command("remove", ["D"], help: "去掉增列的事项或节点", unavailable: notMade) { app, situation in
            app.removal(situation)
        },
        Command("move-up", ["K"], help: "增列的事项或节点上移一位", unavailable: notMade) { app, situation in
            app.move(-1, situation)
        },
        Command("move-down", ["J"], help: "增列的事项或节点下移一位", unavailable: notMade) { app, situation in
            app.move(1, situation)
        },
        Command("mark", [" "], help: "标记或取消标记这一行；标记几行后，一次修改全部", unavailable: notMarkable) {
            app, situation in app.mark(situation)
        },
        Command("rules", ["R"], help: "改亮灯阈值、报送周期等规则", unavailable: locked) { _, situation in
            .ask(rulesMenu(situation))
        },
    ]

    private static func notMarkable(_ app: App, _ situation: Situation) -> DisplayText? {
        if case .item? = app.selection(situation) { return nil }
        return "光标不在事项上，不能标记"
    }

    private mutating func mark(_ situation: Situation) -> Response {
        guard case .item(let id)? = selection(situation) else { return .done }
        if marked.remove(id) == nil { marked.insert(id) }
        // On to the next row, as people mark several in a row.
        _ = page.press(.down, situation)
        return marked.isEmpty ? .done : .notice(DisplayText("已标记 \(marked.count) 项：下一次修改对它们一起生效，Esc 取消标记"))
    }
}
