extension Day {
    /// Reads a day as people type it: `2024-06-30`, `2024年6月30日`, `2024/6/30`, `6月30日`, `6-30`, `月底`, `6月底`, `年底`,
    /// `2025年底`, `今天`, `明天`, `+30`. Nil for anything else.
    /// - Parameter isPast: what lacks a year is the last such day up to `today`, and not the next one from then on.
    package init?(spoken text: String, today: Day, isPast: Bool = false) {
        let bare = String(text.unicodeScalars.map { Self.halfWidth($0) }.filter { $0 != " " }.map(Character.init))
        guard let day = Self.relative(bare, today) ?? Self.end(bare, today, isPast) ?? Self.dated(bare, today, isPast)
        else { return nil }
        self = day
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar == "\u{3000}" ? " " : scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    /// 今天, 明天, 昨天, `+30`, `-7`
    private static func relative(_ text: String, _ today: Day) -> Day? {
        switch text {
        case "今天", "今日": return today
        case "明天": return today.adding(days: 1)
        case "昨天": return today.adding(days: -1)
        default: break
        }
        guard let sign = text.first, sign == "+" || sign == "-", let days = number(text.dropFirst()), days <= 36_600
        else { return nil }
        return today.adding(days: sign == "+" ? days : -days)
    }

    /// 月底, 本月底, 下月底, 年底, 6月底, 2025年底, 2025年6月底
    private static func end(_ text: String, _ today: Day, _ isPast: Bool) -> Day? {
        let (year, month, _) = today.civil
        var words = text[...]
        if words.hasSuffix("前") { words = words.dropLast() }
        guard words.hasSuffix("底") || words.hasSuffix("末") else { return nil }
        words = words.dropLast()
        switch words {
        case "月" where isPast:
            return today == lastDay(year, month) ? today : today.adding(days: -today.civil.day)
        case "月", "本月": return lastDay(year, month)
        case "下月": return month == 12 ? lastDay(year + 1, 1) : lastDay(year, month + 1)
        case "年": return inItsYear(today, isPast) { lastDay($0, 12) }
        case "今年", "本年": return lastDay(year, 12)
        case "明年": return lastDay(year + 1, 12)
        default: break
        }
        let parts = words.split(whereSeparator: { "年月".contains($0) })
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == parts.count else { return nil }
        if words.hasSuffix("年"), numbers.count == 1 { return lastDay(numbers[0], 12) }
        guard words.hasSuffix("月") else { return nil }
        if words.contains("年"), numbers.count == 2 { return lastDay(numbers[0], numbers[1]) }
        guard numbers.count == 1 else { return nil }
        return inItsYear(today, isPast) { lastDay($0, numbers[0]) }
    }

    /// 2024-06-30, 2024/6/30, 2024.6.30, 2024年6月30日, 6月30日, 6-30
    private static func dated(_ text: String, _ today: Day, _ isPast: Bool) -> Day? {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { "-/.年月".contains($0) })
            .map { $0.hasSuffix("日") || $0.hasSuffix("号") ? $0.dropLast() : $0 }
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == parts.count else { return nil }
        switch numbers.count {
        case 3: return Day(year: numbers[0], month: numbers[1], day: numbers[2])
        case 2: return inItsYear(today, isPast) { Day(year: $0, month: numbers[0], day: numbers[1]) }
        default: return nil
        }
    }

    /// What lacks a year: the next such day, or the last. There may be eight years from one to the next: 2月29日.
    private static func inItsYear(_ today: Day, _ isPast: Bool, _ day: (Int) -> Day?) -> Day? {
        let years = (0...8).lazy.map { today.civil.year + (isPast ? -$0 : $0) }
        return years.compactMap(day).first { isPast ? $0 <= today : $0 >= today }
    }

    private static func lastDay(_ year: Int, _ month: Int) -> Day? {
        guard (1...12).contains(month) else { return nil }
        return Day(year: year, month: month, day: daysIn(month: month, year: year))
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

extension Day {
    /// 周一 … 周日
    package var weekday: String {
        // 1970-01-01 was a Thursday.
        let names = ["周四", "周五", "周六", "周日", "周一", "周二", "周三"]
        return names[(number % 7 + 7) % 7]
    }
}
