import WorkPlan

/// What units write about a row. In sentences, `{5+3}` is 5 and 3 more each quarter, and `{地}` `{园}` `{业}` `{场}` are
/// the county's name, its park, its industry and its market.
struct RowProse {
    /// 进展情况, from the beginning to the end, by unit.
    var stages: [Identifier<Unit>: [String]]
    /// 进展情况: what goes on all the while.
    var activities: [String]
    /// 存在问题
    var problems: [String]
    /// 下一步打算
    var next: [String]
    /// Whether the stages are those of a year, from the fourth quarter on, that come again.
    var isSeasonal = false

    static let all: [Identifier<Item>: RowProse] =
        [systems, quality, operation, finance, protection, enforcement, service].reduce(into: [:]) { all, part in
            all.merge(part) { first, _ in first }
        }

    /// 进展情况 of a unit, `quarter` quarters after the plan was issued.
    func progress(of unit: Identifier<Unit>, quarter: Int, isClosed: Bool, _ words: Words) -> String {
        let own = stages[unit] ?? (words.county == nil ? [] : stages["xianshiqu"] ?? [])
        let activity = activities.isEmpty ? "" : activities[(quarter + words.salt) % activities.count]
        guard !isClosed, !own.isEmpty else {
            return words.fill("本项已办结，转入巩固提升阶段。" + activity)
        }
        let place = isSeasonal ? (quarter - 1) % own.count : min(own.count - 1, (quarter - 1) * own.count / 8)
        let stage = own[max(0, place)]
        return words.fill(stage + (quarter.isMultiple(of: 2) || own.count == 1 ? activity : ""))
    }

    func problem(quarter: Int, _ words: Words) -> String {
        problems.isEmpty ? "" : words.fill(problems[(quarter + words.salt) % problems.count])
    }

    func next(quarter: Int, _ words: Words) -> String {
        next.isEmpty ? "" : words.fill(next[(quarter / 2 + words.salt) % next.count])
    }

    /// What fills the gaps of a sentence.
    struct Words {
        var quarter: Int
        /// Makes the figures of units differ.
        var salt: Int
        var county: County?

        func fill(_ sentence: String) -> String {
            var filled = ""
            var rest = sentence[...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                filled += rest[..<open] + word(rest[rest.index(after: open)..<close])
                rest = rest[rest.index(after: close)...]
            }
            return filled + rest
        }

        private func word(_ gap: Substring) -> String {
            switch gap {
            case "地": return county?.name ?? "我市"
            case "园": return county?.park ?? "园区"
            case "业": return county?.industry ?? "重点产业"
            case "场": return county?.market ?? "专业市场"
            default:
                let numbers = gap.split(separator: "+").compactMap { Int($0) }
                guard numbers.count == 2 else { return String(gap) }
                return "\(numbers[0] + numbers[1] * quarter + salt % (numbers[1] + 1))"
            }
        }
    }
}

/// What there is in a county to report of.
struct County {
    let unit: Identifier<Unit>
    let name: String
    let park: String
    let industry: String
    let market: String
    /// Points by which it runs ahead of the city's judged percent.
    let lead: Double

    static let all = [
        County(unit: "nanhu", name: "我区", park: "嘉兴科技城", industry: "集成电路", market: "江南商圈", lead: 8),
        County(unit: "xiuzhou", name: "我区", park: "秀洲国家高新区", industry: "新能源", market: "洪合毛衫市场", lead: 2),
        County(unit: "jiashan", name: "我县", park: "祥符荡科创绿谷", industry: "新一代网络通信", market: "纽扣市场", lead: 4),
        County(unit: "pinghu", name: "我市", park: "张江长三角科技城平湖园", industry: "汽车质造", market: "服装市场", lead: 10),
        County(unit: "haiyan", name: "我县", park: "经济开发区", industry: "高端装备", market: "紧固件市场", lead: -18),
        County(unit: "haining", name: "我市", park: "鹃湖国际科技城", industry: "时尚智造", market: "皮革市场", lead: 6),
        County(unit: "tongxiang", name: "我市", park: "乌镇产业园", industry: "新材料", market: "毛衫市场", lead: 0),
    ]

    static func of(_ unit: Identifier<Unit>) -> County? { all.first { $0.unit == unit } }
}
