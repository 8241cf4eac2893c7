import Cells
import Text
import WorkPlan

/// The keys of every page, made from the command tables.
struct HelpPage: SheetPage {
    var view = SheetView()

    static let commands: [Command<HelpPage>] = walking

    func heading(_ situation: Situation) -> DisplayText { "帮助" }

    func sheets(_ situation: Situation) -> [Sheet] {
        let listings = Pages.listings
        let half = (listings.count + 1) / 2
        return situation.spread(
            { left in
                for page in listings.prefix(half) { list(page.title, page.commands, &left) }
                lights(&left)
            },
            { right in
                for page in listings.dropFirst(half) { list(page.title, page.commands, &right) }
                mouse(&right)
            })
    }

    private func list(_ title: DisplayText, _ commands: [CommandListing], _ builder: inout SheetBuilder) {
        builder.heading(title)
        for command in commands {
            builder.entry(command.keysInWords(builder.glyphs), command.help, indent: 22)
        }
    }

    private func lights(_ builder: inout SheetBuilder) {
        builder.heading("灯的含义")
        let meanings: [(Light, DisplayText)] = [
            (.green, "已完成、已销号，或按序时进度推进"),
            (.yellow, "落后序时进度较多，或即将到期"),
            (.red, "逾期未完成，或严重落后"),
            (.grey, "没有报送过，或本期未报：不知道，不等于零"),
            (.none, "已终止，不亮灯"),
        ]
        for (light, meaning) in meanings { builder.light(light, meaning, label: "", indent: 2) }
    }

    private func mouse(_ builder: inout SheetBuilder) {
        builder.heading("鼠标")
        builder.paragraph("单击选中，再击打开，滚轮滚动；单击上方的页名换页。要用终端自己的选择和复制，先按 M 关掉鼠标。")
        builder.heading("输入法")
        builder.paragraph("全角的？：１／与半角同用。按键没有反应时，看输入法是否处于中文状态，按 Shift 切换。")
    }
}
