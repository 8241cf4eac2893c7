import Cells
import Text
import WorkPlan

extension App {
    /// Undo, history, time travel, comparison, meetings.
    static let remembering: [Command<App>] = [
        Command("undo", ["u"], label: "撤销", help: "撤销自己最近的一次修改，次数不限", unavailable: locked) { _, _ in
            .effect(.undo(force: false))
        },
        Command("redo", ["U", .control("r")], help: "重做刚撤销的修改", unavailable: locked) { _, _ in
            .effect(.redo(force: false))
        },
        Command("explain", ["x"], help: "这盏灯为什么亮：规则、数据、怎样转绿", unavailable: noLight) { app, situation in
            app.part(situation).map { .open(LightPage(item: $0.item.id)) } ?? .done
        },
        Command("history", ["H"], help: "光标所在一项的历史", unavailable: noItemAtAll) { app, situation in
            .open(HistoryPage(HistoryFilter(app.selection(situation))))
        },
        Command("travel", ["T"], help: "回到某一天：看当时的方案（只看不改）") { _, situation in .ask(travelMenu(situation)) },
        Command("earlier", [","], help: "历史中后退一步", unavailable: notTravelling) { app, _ in
            .effect(.step(app.stride, forward: false))
        },
        Command("later", ["."], help: "历史中前进一步", unavailable: notTravelling) { app, _ in
            .effect(.step(app.stride, forward: true))
        },
        Command("compare", ["C"], help: "自上次会议以来，或任意两天之间，变了什么") { app, situation in
            .ask(app.compareMenu(situation))
        },
        Command("conflicts", ["c"], help: "几个人改了同一处的冲突，选定一个", unavailable: noDispute) { _, _ in
            .open(ConflictsPage())
        },
        Command("meeting", ["m"], help: "开会、结束会议", unavailable: locked) { app, situation in app.meeting(situation) },
        Command("decision", ["A"], help: "记一条议定事项", unavailable: noMeeting) { app, situation in
            .ask(app.decisionForm(situation))
        },
    ]

    private static func noLight(_ app: App, _ situation: Situation) -> DisplayText? {
        app.parts(situation).isEmpty ? "光标不在事项上" : nil
    }

    private static func notTravelling(_ app: App, _ situation: Situation) -> DisplayText? {
        situation.briefing.asOf == nil ? "现在看的是最新的方案：先按 T 回到某一天" : nil
    }

    private static func noDispute(_ app: App, _ situation: Situation) -> DisplayText? {
        situation.briefing.disputes.isEmpty ? "没有冲突" : nil
    }

    // MARK: Time travel

    private static func travelMenu(_ situation: Situation) -> Menu {
        var options = [Menu.Option("到某一天", key: "d") { .ask(travelForm($0)) }]
        options += TimeStep.allCases.map { step in
            Menu.Option(DisplayText("退\(step.word)")) { _ in .effect(.step(step, forward: false)) }
        }
        if let meeting = situation.plan.lastMeeting {
            options.append(
                Menu.Option("上次会议时", remark: DisplayText("\(meeting.day) \(meeting.name)")) { _ in
                    .effect(.travel(.lastMeeting))
                })
        }
        if situation.briefing.asOf != nil {
            options.append(Menu.Option("回到现在", key: "n") { _ in .effect(.travel(nil)) })
        }
        return Menu("看哪一天的方案？", remark: "之后用 , 和 . 前后移动；T 再 n 回到现在", options)
    }

    private static func travelForm(_ situation: Situation) -> Form {
        Form(
            "travel", title: "看哪一天的方案？",
            fields: [.day("日期", isPast: true, today: situation.today)], situation
        ) { form, _ throws(FormMistake) in
            guard let day = try form.day(0) else { throw FormMistake("请写日期") }
            return .effect(.travel(.day(day)))
        }
    }

    // MARK: Comparison

    func compareMenu(_ situation: Situation) -> Menu {
        var options: [Menu.Option] = []
        if let meeting = situation.plan.lastMeeting {
            options.append(
                Menu.Option("自上次会议以来", remark: DisplayText("\(meeting.day) \(meeting.name)"), key: "C") { _ in
                    .open(ComparisonPage(from: .lastMeeting, to: .now))
                })
        }
        let today = situation.today
        for (label, days) in [("近一周", 7), ("近一个月", 30), ("近一季度", 91)] as [(DisplayText, Int)] {
            options.append(
                Menu.Option(label, remark: DisplayText("自 \(today.adding(days: -days))")) { _ in
                    .open(ComparisonPage(from: .day(today.adding(days: -days)), to: .now))
                })
        }
        options.append(Menu.Option("任意两天", key: "d") { .ask(Self.compareForm($0)) })
        if comparing != nil { options.append(Menu.Option("去掉树上的对比标记", key: "x") { _ in .compare(nil) }) }
        return Menu("从什么时候到现在，变了什么？", options)
    }

    private static func compareForm(_ situation: Situation) -> Form {
        Form(
            "compare", title: "比较两天",
            fields: [
                .day("从", isPast: true, today: situation.today),
                .day("到", "\(situation.today)", isPast: true, today: situation.today),
            ], situation
        ) { form, opened throws(FormMistake) in
            guard let from = try form.day(0) else { throw FormMistake("请写从哪一天") }
            let to = try form.day(1) ?? opened.today
            guard from <= to else { throw FormMistake("“从”要在“到”之前") }
            return .open(ComparisonPage(from: .day(from), to: .day(to)))
        }
    }
}

extension HistoryFilter {
    /// The history of what the cursor stands on.
    init(_ link: Link?) {
        self.init()
        switch link {
        case .item(let id)?: item = id
        case .part(let id, let unit)?:
            item = id
            self.unit = unit
        case .unit(let id)?: unit = id
        default: break
        }
    }
}
