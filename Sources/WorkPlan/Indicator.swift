/// A target of the plan and what was read against it.
package struct Indicator: Equatable, Sendable {
    package enum Target: Equatable, Sendable {
        /// 300家
        case atLeast(Double)
        /// 超1万次: strictly more.
        case moreThan(Double)
        /// 压减50%: percent below the baseline.
        case reduceBy(percent: Double)
        /// 全覆盖: all of so many; the members of a collective unit where it names them.
        case all(of: Int, members: Identifier<Unit>?)
        /// 争创: yes or no. A reading of 1 is yes.
        case achieved
        /// 一批: no number can be compared.
        case qualitative(wording: String)
    }

    /// From where a count starts, where the source says so. Raw values are the words of plan files.
    package enum Counting: String, CaseIterable, Sendable {
        /// 累计
        case cumulative
        /// 新增
        case added

        package var word: String {
            switch self {
            case .cumulative: "累计"
            case .added: "新增"
            }
        }
    }

    /// A figure on its data day, of the whole or of one unit.
    package struct Reading: Equatable, Sendable {
        package var day: Day
        package var unit: Identifier<Unit>?
        package var value: Double

        package init(day: Day, unit: Identifier<Unit>? = nil, value: Double) {
            self.day = day
            self.unit = unit
            self.value = value
        }
    }

    package let id: Identifier<Indicator>
    package var item: Identifier<Item>
    package var title: String
    /// The words of the source.
    package var printed: String
    package var sentence: Identifier<Sentence>?
    package var target: Target
    /// 家, 次, %; empty where the target has none.
    package var unit: String
    /// Nil where the source does not say.
    package var counting: Counting?
    /// 到2025年, where the target's own sentence says so.
    package var printedDeadline: String?
    package var remark: String?
    package var baseline: Double?
    package var readings: [Reading] = []

    package init(
        id: Identifier<Indicator>, item: Identifier<Item>, title: String, printed: String, target: Target, unit: String
    ) {
        self.id = id
        self.item = item
        self.title = title
        self.printed = printed
        self.target = target
        self.unit = unit
    }

    /// The latest figure whose data day is not after `today`. Where only units report, the sum of each unit's latest.
    package func latest(on today: Day) -> Reading? {
        var whole: Reading?
        var parts: [Identifier<Unit>: Reading] = [:]
        for reading in readings where reading.day <= today {
            if let unit = reading.unit {
                if parts[unit].map({ $0.day <= reading.day }) ?? true { parts[unit] = reading }
            } else if whole.map({ $0.day <= reading.day }) ?? true {
                whole = reading
            }
        }
        guard let newest = parts.values.map(\.day).max(), newest > whole?.day ?? Day(number: .min) else { return whole }
        return Reading(day: newest, value: parts.values.reduce(0) { $0 + $1.value })
    }

    /// The number the target asks for; nil for a qualitative one.
    package var goal: Double? {
        switch target {
        case .atLeast(let value), .moreThan(let value): value
        case .reduceBy(let percent): percent
        case .all(let count, _): Double(count)
        case .achieved: 1
        case .qualitative: nil
        }
    }

    /// What a reading, a baseline and a target may be: as far as doubles keep every whole number, and no arithmetic with
    /// them runs over.
    package static let figures = -1e15...1e15

    /// Reading ÷ target in percent, not capped at 100; nil where nothing was read or nothing can be compared. Held within
    /// ±10⁹, which no office means and every integer holds.
    package func attainment(on today: Day) -> Double? {
        guard let goal, goal > 0, let reading = latest(on: today) else { return nil }
        return max(-1e9, min(1e9, reading.value / goal * 100))
    }

    /// 超 10,000 次
    package var targetInWords: String {
        switch target {
        case .atLeast(let value): "\(Figure.number(value)) \(unit)"
        case .moreThan(let value): "超 \(Figure.number(value)) \(unit)"
        case .reduceBy(let percent): "压减 \(Figure.number(percent))%"
        case .all(let count, _): "全覆盖（\(count) \(unit)）"
        case .achieved: "争创（有／无）"
        case .qualitative(let wording): wording
        }
    }
}
