import Cells
import Text
import WorkPlan

extension TimelinePage {
    /// What the page adds to walking.
    static let own: [Command<TimelinePage>] = [
        Command("view", ["o"], label: "图／近期", help: "时序图与近期到期清单互换") { page, _ in
            page.isUpcoming.toggle()
            return .done
        },
        Command("scroll-left", [.left, "h"], help: "时序图向前移一格", unavailable: inList) { page, situation in
            page.slide(-1, situation)
        },
        Command("scroll-right", [.right, "l"], help: "时序图向后移一格", unavailable: inList) { page, situation in
            page.slide(1, situation)
        },
        Command("zoom-in", ["["], label: "放大", help: "时间放大：年、季、月", unavailable: inList) { page, _ in
            page.zoom(-1)
        },
        Command("zoom-out", ["]"], label: "缩小", help: "时间缩小：月、季、年", unavailable: inList) { page, _ in
            page.zoom(1)
        },
        Command("fold-toggle", [.tab], label: "折叠", help: "展开或收起光标所在的一项", unavailable: inList) { page, situation in
            page.toggle(situation)
        },
    ]

    static let commands: [Command<TimelinePage>] = walking + own

    private static func inList(_ page: TimelinePage, _ situation: Situation) -> DisplayText? {
        page.isUpcoming ? "近期清单里没有时间轴，按 o 换到时序图" : nil
    }

    private mutating func slide(_ step: Int, _ situation: Situation) -> Response {
        let scale = scale(situation).scale
        guard step < 0 ? scale.before > 0 : scale.after > 0 else {
            return .notice(step < 0 ? "已到最前" : "已到最后")
        }
        scroll = scale.before + step
        return .done
    }

    private mutating func zoom(_ step: Int) -> Response {
        guard let place = TimeScale.cycles.firstIndex(of: cycle), TimeScale.cycles.indices.contains(place + step) else {
            return .notice(step < 0 ? "已是最大：按月" : "已是最小：按年")
        }
        cycle = TimeScale.cycles[place + step]
        // Another scale begins with today in sight.
        scroll = nil
        return .done
    }

    private mutating func toggle(_ situation: Situation) -> Response {
        guard case .item(let id)? = selection(situation), let position = situation.plan.tree.position(of: id),
            situation.plan.tree.hasChildren(position)
        else { return .notice("这一项没有下级") }
        if folded.remove(id) == nil { folded.insert(id) }
        return .done
    }
}
