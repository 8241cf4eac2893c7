import Cells
import Text
import WorkPlan

// The settings of the plan, each a recorded change.
extension App {
    static func rulesMenu(_ situation: Situation) -> Menu {
        let rules = situation.plan.rules
        return Menu(
            "规则", remark: "原文没有写这些规则，是本工具的设定；改动会记入历史",
            [
                Menu.Option(
                    "亮灯阈值",
                    remark: DisplayText(
                        "黄 \(Figure.number(rules.light.yellow))、红 \(Figure.number(rules.light.red)) 个百分点，临期 \(rules.light.dueSoon) 天"
                    )
                ) { .ask(thresholdForm($0)) },
                Menu.Option(
                    "报送周期", remark: DisplayText("\(rules.reporting.cycle.word)，期满后 \(rules.reporting.dueDay) 日内")
                ) {
                    .ask(reportingForm($0))
                },
                Menu.Option("牵头规则", remark: DisplayText(rules.lead.word)) { .ask(leadMenu($0)) },
            ])
    }

    private static func thresholdForm(_ situation: Situation) -> Form {
        let light = situation.plan.rules.light
        return Form(
            "thresholds", title: "亮灯阈值", remark: "落后序时进度多少个百分点亮黄灯、红灯；距期限多少天内未完成亮黄灯",
            fields: [
                .line("黄（百分点）", Figure.number(light.yellow)), .line("红（百分点）", Figure.number(light.red)),
                .line("临期（天）", "\(light.dueSoon)"),
            ], situation
        ) { form, _ throws(FormMistake) in
            guard let yellow = Double(figure: form.text(0)), (0...100).contains(yellow) else {
                throw FormMistake("黄灯阈值要在 0 到 100 之间")
            }
            guard let red = Double(figure: form.text(1)), (yellow...100).contains(red) else {
                throw FormMistake("红灯阈值不能小于黄灯阈值，也不能超过 100", field: 1)
            }
            guard let days = Int(form.text(2)), (0...3660).contains(days) else {
                throw FormMistake("临期天数要在 0 到 3660 之间", field: 2)
            }
            let becomes = Rules.LightThresholds(yellow: yellow, red: red, dueSoon: days)
            return .submit(Submission([.lightRule(Edit(was: light, becomes: becomes))]))
        }
    }

    private static func reportingForm(_ situation: Situation) -> Form {
        let reporting = situation.plan.rules.reporting
        let cycles = ReportingCycle.allCases
        return Form(
            "reporting-rule", title: "报送周期",
            fields: [
                .choice("周期", cycles.map { DisplayText($0.word) }, cycles.firstIndex(of: reporting.cycle) ?? 1),
                .line("期满后几日内", "\(reporting.dueDay)"),
            ], situation
        ) { form, _ throws(FormMistake) in
            guard let day = Int(form.text(1)), (1...366).contains(day) else {
                throw FormMistake("天数要在 1 到 366 之间", field: 1)
            }
            let becomes = Rules.Reporting(cycle: cycles[form.fields[0].chosen], dueDay: day, isPrinted: false)
            return .submit(Submission([.reportingRule(Edit(was: reporting, becomes: becomes))]))
        }
    }

    private static func leadMenu(_ situation: Situation) -> Menu {
        let present = situation.plan.rules.lead
        return Menu(
            "责任单位里谁牵头",
            Rules.Lead.allCases.map { lead in
                Menu.Option(DisplayText(lead.word)) { _ in
                    .submit(Submission([.leadRule(Edit(was: present, becomes: lead))]))
                }
            }, selected: Rules.Lead.allCases.firstIndex(of: present) ?? 0)
    }
}
