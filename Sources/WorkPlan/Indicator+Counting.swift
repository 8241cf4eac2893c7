// What is counted has no halves: the one rule by which figures that were reckoned are brought to whole things.
extension Indicator {
    /// The words things are counted by. 万件, 亿元, 公里 are amounts: half of one can be meant.
    private static let counters: Set<Character> = [
        "个", "件", "家", "次", "项", "人", "名", "场", "期", "户", "所", "处", "站", "座", "台", "套", "部", "篇", "份", "条", "起", "例",
        "支", "批", "种", "位", "对", "宗", "辆", "类", "门", "村", "镇", "县", "区", "市", "校", "园", "厂", "企", "店",
    ]

    /// Whether its unit counts things: 家, 件, 人次.
    package var isCount: Bool {
        target.isCounted && !target.isDownward && !unit.isEmpty && unit.allSatisfy(Self.counters.contains)
    }

    /// What has to be there: of a count the least whole number that is enough, since less would not do.
    package func needed(_ value: Double) -> Double { whole(value, .up) }

    /// A figure that was reckoned: whole for a count, else as it is. What was read is never rounded.
    func whole(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
        guard isCount, value.isFinite else { return value }
        // 309.0000000001 is 309: what arithmetic leaves behind is no further thing.
        let nearest = value.rounded()
        return abs(value - nearest) < 1e-6 ? nearest : value.rounded(rule)
    }

    /// Said before a figure that was reckoned: 约4,742 次. Empty for amounts, which are not brought to whole ones.
    package var about: String { isCount ? "约" : "" }
}
