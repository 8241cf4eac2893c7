import WorkPlan

/// The figures that an indicator reaches on certain days.
struct Curve {
    let indicator: Identifier<Indicator>
    let reporter: Identifier<Unit>
    /// Whether a figure comes every month and not every quarter.
    let isMonthly: Bool
    let points: [(day: Day, value: Double)]

    static let all = [
        Curve(
            indicator: "T1", reporter: "jxj", isMonthly: false,
            points: [
                (Day(2022, 9, 30), 60), (Day(2023, 3, 31), 118), (Day(2023, 12, 31), 226), (Day(2024, 3, 31), 262),
                (Day(2024, 6, 30), 303),
                (Day(2025, 6, 30), 338),
            ]),
        Curve(
            indicator: "T2", reporter: "scjgj", isMonthly: false,
            points: [
                (Day(2022, 9, 30), 8), (Day(2023, 3, 31), 35), (Day(2023, 12, 31), 75), (Day(2024, 3, 31), 88),
                (Day(2024, 6, 30), 104),
                (Day(2025, 6, 30), 131),
            ]),
        // Behind until the second meeting's measures tell: on the way to the goal, if late.
        Curve(
            indicator: "T3", reporter: "kjj", isMonthly: true,
            points: [
                (Day(2022, 9, 30), 60), (Day(2023, 3, 31), 760), (Day(2023, 9, 30), 1980), (Day(2024, 3, 31), 3510),
                (Day(2024, 9, 30), 5620), (Day(2025, 3, 31), 8160), (Day(2025, 6, 30), 9240),
            ]),
        // The target that is missed.
        Curve(
            indicator: "T4", reporter: "nyncj", isMonthly: true,
            points: [
                (Day(2022, 9, 30), 120), (Day(2023, 3, 31), 640), (Day(2023, 9, 30), 1500), (Day(2024, 3, 31), 2650),
                (Day(2024, 6, 30), 3120), (Day(2025, 6, 30), 4380),
            ]),
        Curve(
            indicator: "T5", reporter: "scjgj", isMonthly: false,
            points: [
                (Day(2022, 12, 31), 8), (Day(2023, 6, 30), 22), (Day(2023, 12, 31), 34), (Day(2024, 3, 31), 39),
                (Day(2024, 12, 31), 51),
                (Day(2025, 6, 30), 54),
            ]),
        Curve(
            indicator: "T11", reporter: "scjgj", isMonthly: false,
            points: [(Day(2022, 12, 31), 2), (Day(2023, 12, 31), 11), (Day(2024, 6, 30), 16), (Day(2025, 6, 30), 20)]),
        Curve(
            indicator: "T12", reporter: "scjgj", isMonthly: false,
            points: [(Day(2023, 3, 31), 1), (Day(2023, 12, 31), 6), (Day(2024, 6, 30), 9), (Day(2025, 6, 30), 14)]),
    ]

    /// Nil before the first figure.
    func value(on day: Day) -> Double? {
        guard let after = points.firstIndex(where: { $0.day >= day }), after > 0 || points[0].day == day else {
            return nil
        }
        let (end, high) = points[after]
        guard end != day, after > 0 else { return high }
        let (start, low) = points[after - 1]
        return (low + (high - low) * Double(start.days(to: day)) / Double(start.days(to: end))).rounded()
    }
}

extension Story {
    /// Figures of the indicators, by month or quarter, and by county where they are split.
    mutating func tellReadings() {
        for curve in Curve.all {
            for day in Self.ends(isMonthly: curve.isMonthly) {
                guard let value = curve.value(on: day), let unit = plan.unit(curve.reporter) else { continue }
                // Monthly figures waver a little between the days that the story names.
                let isNamed = curve.points.contains { $0.day == day }
                let wavering = curve.isMonthly && !isNamed ? Double(Int.random(in: -18...18, using: &random)) : 0
                tellReading(curve.indicator, nil, day, value + wavering, by: unit)
            }
        }
        tellCounties()
        for (day, value) in [(Day(2023, 3, 31), 1.0), (Day(2023, 6, 30), 2), (Day(2023, 9, 22), 3)] as [(Day, Double)] {
            if let unit = plan.unit("scjgj") { tellReading("T10", nil, day, value, by: unit) }
        }
        for (indicator, day) in [("T8", Day(2024, 11, 22)), ("T9", Day(2025, 4, 25))] as [(Identifier<Indicator>, Day)]
        {
            if let unit = plan.unit("scjgj") { tellReading(indicator, nil, day, 1, by: unit) }
        }
    }

    /// 服务机构 by county and quarter, far ahead of the target; 保护中心, of which one county has none for long.
    private mutating func tellCounties() {
        let agencies: [(unit: Identifier<Unit>, count: Double)] = [
            ("nanhu", 30), ("xiuzhou", 12), ("jiashan", 18), ("pinghu", 13), ("haiyan", 5), ("haining", 20),
            ("tongxiang", 14),
        ]
        let pace = [0.12, 0.22, 0.34, 0.48, 0.64, 0.82, 1, 1.1, 1.18, 1.25, 1.3, 1.34]
        for (county, count) in agencies {
            guard let unit = plan.unit(county) else { continue }
            for (index, quarter) in Self.quarters.enumerated() {
                tellReading("T6", county, quarter.end, (count * pace[index]).rounded(), by: unit)
            }
        }
        let centres: [(unit: Identifier<Unit>, opened: Day)] = [
            ("pinghu", Day(2022, 11, 18)), ("haining", Day(2022, 12, 16)), ("nanhu", Day(2023, 3, 24)),
            ("tongxiang", Day(2023, 6, 16)),
            ("jiashan", Day(2023, 9, 15)), ("xiuzhou", Day(2023, 12, 22)), ("haiyan", Day(2024, 10, 31)),
        ]
        for (county, opened) in centres {
            if let unit = plan.unit(county) { tellReading("T7", county, opened, 1, by: unit) }
        }
        for (county, opened) in [
            ("nanhu", Day(2023, 5, 31)), ("haining", Day(2023, 10, 20)), ("jiashan", Day(2024, 3, 8)),
        ]
            as [(Identifier<Unit>, Day)]
        {
            if let unit = plan.unit(county) { tellReading("T13", county, opened, 1, by: unit) }
        }
    }

    private mutating func tellReading(
        _ indicator: Identifier<Indicator>, _ county: Identifier<Unit>?, _ day: Day, _ value: Double, by unit: Unit
    ) {
        let delay = county == "haiyan" ? 15...22 : 2...9
        var typed = WorkingDay.random(
            in: day.adding(days: delay.lowerBound)...day.adding(days: delay.upperBound), using: &random)
        if typed > Self.end { typed = Self.end }
        tell(
            Scene(
                typed, minute: officeMinute(), by: Cast.author(unit, on: typed),
                [.reading(indicator, unit: county, day: day, Edit(was: nil, becomes: value))]))
    }

    /// The last days of the story's months or quarters.
    private static func ends(isMonthly: Bool) -> [Day] {
        guard isMonthly else { return quarters.map(\.end) }
        var month = Period(.month, containing: Day(2022, 9, 30))
        var ends: [Day] = []
        while month.end <= end {
            ends.append(month.end)
            month = month.next
        }
        return ends
    }
}
