import Cells
import Text
import WorkPlan

// Readings of indicators.
extension App {
    static func noIndicator(_ app: App, _ situation: Situation) -> DisplayText? {
        locked(app, situation) ?? (app.indicators(situation).isEmpty ? "这一项没有指标" : nil)
    }

    /// The indicators of what is selected.
    private func indicators(_ situation: Situation) -> [Indicator] {
        switch selection(situation) {
        case .item(let id)?, .part(let id, _)?: situation.plan.indicators(of: id)
        case .indicator(let id)?: situation.plan.indicators.filter { $0.id == id }
        default: []
        }
    }

    func reading(_ situation: Situation) -> Response {
        let indicators = indicators(situation)
        let unit = part(situation)?.unit
        guard indicators.count > 1 else {
            return indicators.first.map { .ask(Self.readingForm($0, unit, situation)) } ?? .done
        }
        return .ask(
            Menu(
                "填哪个指标？",
                indicators.map { indicator in
                    Menu.Option(DisplayText(indicator.title), remark: DisplayText("目标 \(indicator.targetInWords)")) {
                        .ask(Self.readingForm(indicator, unit, $0))
                    }
                }))
    }

    static func readingForm(_ indicator: Indicator, _ unit: Identifier<Unit>?, _ situation: Situation) -> Form {
        let plan = situation.plan
        return Form(
            "reading \(indicator.id) \(unit?.text ?? "")", title: DisplayText("指标读数　\(indicator.title)"),
            remark: indicator.inWords(on: situation.today),
            fields: [
                .line("数值") { text in
                    text.isEmpty
                        ? DisplayText(indicator.unit)
                        : Double(figure: text) == nil ? "不是数" : DisplayText(indicator.unit)
                },
                .day("数据日", "\(situation.today)", isPast: true, today: situation.today),
                .line("单位（可空）", unit.flatMap(plan.unit)?.name ?? "") { text in
                    text.isEmpty ? "全市合计" : DisplayText(plan.unit(named: text)?.name ?? "没有这个单位")
                },
            ], situation
        ) { form, opened throws(FormMistake) in
            guard let value = Double(figure: form.text(0)) else {
                throw FormMistake(DisplayText("“\(form.text(0))”不是数"))
            }
            var unit: Identifier<Unit>?
            if !form.text(2).isEmpty {
                guard let named = opened.plan.unit(named: form.text(2)) else {
                    throw FormMistake(DisplayText("方案里没有单位“\(form.text(2))”"), field: 2)
                }
                unit = named.id
            }
            let day = try form.day(1) ?? opened.today
            return .submit(
                Submission([opened.plan.setting(reading: value, of: indicator, unit: unit, on: day)]))
        }
    }
}

extension Double {
    /// Reads a figure as people write it: `3,510`, `３５１０`, `12.5%`, `1.2万`. Nil for anything else.
    init?(figure text: String) {
        var factor = 1.0
        var digits = ""
        for scalar in text.unicodeScalars {
            let plain =
                (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            switch plain {
            case ",", "，", " ", "%": continue
            case "万": factor = 10_000
            case "亿": factor = 100_000_000
            case "0"..."9", ".", "-", "+": digits.unicodeScalars.append(plain)
            default: return nil
            }
        }
        guard let value = Double(digits), Indicator.figures.contains(value * factor) else { return nil }
        self = value * factor
    }
}
