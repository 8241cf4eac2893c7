/// 亮灯. Raw values are the words of files. Computed, never stored; an override is stored beside it.
package enum Light: String, CaseIterable, Sendable {
    /// 已终止: no light.
    case none
    case green, grey, yellow, red

    package var word: String {
        switch self {
        case .none: "无"
        case .green: "绿"
        case .grey: "灰"
        case .yellow: "黄"
        case .red: "红"
        }
    }

    /// The higher, the more it needs attention: parents show the worst below them.
    package var severity: Int {
        switch self {
        case .none: 0
        case .green: 1
        case .grey: 2
        case .yellow: 3
        case .red: 4
        }
    }

    /// In the order reports list them: 绿、黄、红、灰.
    package static let reported: [Light] = [.green, .yellow, .red, .grey]

    package func worse(_ other: Light) -> Light {
        other.severity > severity ? other : self
    }
}

/// Which rule lit a light, with its figures.
package enum LightReason: Equatable, Sendable {
    case completed(Status)
    case terminated(reason: String)
    case neverReported(deadline: Deadline?, today: Day)
    case overdue(Deadline, days: Int)
    case periodUnreported(Period)
    /// Percents and the points between them.
    case behind(expected: Double, actual: Double, light: Light)
    case dueSoon(Deadline, days: Int)
    case onSchedule(expected: Double?, actual: Double?)
    case override(LightOverride, computed: Light)
    /// A parent: so many below it have the worst light.
    case worstBelow(Light, count: Int)

    /// The reason as a sentence, with the arithmetic in it.
    package var sentence: String {
        switch self {
        case .completed(.struckOff(let day, _)): "\(day.inWords)销号 → 绿"
        case .completed(.completed(let day)): "\(day.inWords)完成 → 绿"
        case .completed: "已完成 → 绿"
        case .terminated(let reason): "已终止，不亮灯" + (reason.isEmpty ? "" : "：\(reason)")
        case .neverReported(let deadline, let today):
            if let deadline, deadline.day < today {
                "尚未报送过；\(deadline.isDerived ? "推定" : "")期限 \(deadline.day) 已过 \(deadline.day.days(to: today)) 天 → 灰"
            } else {
                "尚未报送过 → 灰"
            }
        case .overdue(let deadline, let days): "期限 \(deadline.day) 已过 \(days) 天，尚未完成 → 红"
        case .periodUnreported(let period): "\(period.word)未报 → 灰"
        case .behind(let expected, let actual, let light):
            "应达 \(Figure.points(expected))%，实际 \(Figure.points(actual))%，"
                + "落后 \(Figure.points(expected - actual)) 个百分点 → \(light.word)"
        case .dueSoon(let deadline, let days): "距期限 \(deadline.day) 还有 \(days) 天，尚未完成 → 黄"
        case .onSchedule(let expected?, let actual?):
            "应达 \(Figure.points(expected))%，实际 \(Figure.points(actual))% → 绿"
        case .onSchedule: "按期报送，未到期限 → 绿"
        case .override(let override, let computed):
            "人工定为\(override.light.word)（\(override.reason)，有效至 \(override.until)），系统计算为\(computed.word)"
        case .worstBelow(let light, let count):
            light == .none ? "下属事项均不亮灯" : "下属 \(count) 项为\(light.word)，取最重者 → \(light.word)"
        }
    }
}
