import WorkPlan

extension Day {
    /// How far off a day is, seen from this one.
    func distanceInWords(to other: Day) -> String { Self.distanceInWords(days(to: other)) }

    /// 已过3天, 今天到期, 还有91天
    static func distanceInWords(_ days: Int) -> String {
        days < 0 ? "已过\(-days)天" : days == 0 ? "今天到期" : "还有\(days)天"
    }
}
